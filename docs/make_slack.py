"""Makes docs/rules/slack.md from the tables, and docs/safety/slack_against_measurements.md: ours against published figures."""

from __future__ import annotations

from pathlib import Path

from ladderback.body.slack import Range, Ranges, Slack, take_up, tasks, ways_of
from ladderback.body.slack.against import Angles, bent_forward, in_way, seated
from ladderback.body.slack.picture import slack_picture
from ladderback.body.slack.ranges import error_of, norm_of
from ladderback.body.slack.saying import say, whole
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.terms.status import show_status

HERE = Path(__file__).parent
MADE = "\nThis page is made from the records by `make docs`.\n"
BODIES = {
    "man 1.74 m 73 kg": Build(sex="male", stature=1.74, mass=73.0), "woman 1.62 m 64 kg": Build(sex="female", stature=1.62, mass=64.0),
    "man 1.84 m 98 kg": Build(sex="male", stature=1.84, mass=98.0),
}  # fmt: skip
ONE_AT_A_TIME = {
    "hip_flexion": 90.0, "straight_leg": 50.0, "ankle": 20.0, "thoracic_rotation": 25.0, "shoulder": 140.0, "hip_inward": 15.0,
}  # fmt: skip

RULES = """# Who takes up the slack

`body.slack.take_up(build, ranges, task)`: when a joint will not move, its neighbour must. The person's measured ranges
are limits of the body; what was not measured stands at the norm, and that is said. One way of a task is solved with
them, and again with each range restored to the norm, by the same solver and gates as the load.

Told are two figures:

- **The share of the own low-back range in use** when the task is done with ease. Bands: below {middle} % low, to {high} %
  middle, to {end} % high, above it the end.
- **The least bend of the low back with which the way is possible at all.** It hangs on no weights.

## Moving with ease

The price is `sum of w (a z^2 + (1 - a) |z|^p)` with p = {power}, a = {square}; z is the share of the person's **own** range
that an angle uses, from rest to its limit. One more share per leg is the straight leg: `(hip - k knee) / raise`, never above
1, k = {knee}. The low back is cheap in the middle of its range and everything is steep near its end. The weights are fitted
to seven published shares of low-back use (`SLACKFIT`) and are frozen.

## The least bend

The same limits and demands, with nearly all weight on the low back. A body can be stuck where another posture would do. So
each search begins at several places: known poses (`slack_starts`, found by `bench/seek_slack_starts.py`), neighbouring
answers, and seeded random poses. An answer counts only with demands within {demand} mm, limits within {limit} deg, balance
within {balance} mm and overlap as in the gates. The most restricted is solved first; whatever is possible there is
possible with more range, so the least angle never rises when a range grows.

## What is shown

A restriction is shown only if, with the range restored, the share falls by at least {share} points or the least angle by at
least {angle} deg; if that stays so within the measurement error of the range; and (for the share) if in {keeps} % of {draws}
seeded draws of the weights the change is not reversed. Otherwise: no clear effect. A way that cannot be done is a value,
with how much is missing. When a hip or knee ends {switched} deg from where it was, the way itself has switched, and that is
said. Shapley shares are of the least angle, exact, for at most four restrictions, and for practitioners only.

Never told: forces, causes, promises, percentages of blame. People in pain often do the opposite of what is calculated.

## Ranges

| range | norm, men / women | measurement error | clinical test |
|---|---|---|---|
{ranges}

## Ways

| task | way | low back | pinned |
|---|---|---|---|
{ways}

## What one restriction does

Share of the own low-back range [%] and least bend [deg], for three bodies ({bodies}): with no restriction, and what is added
by one. "." = less than 1 point and less than 1 deg; X = not possible; bold = shown as clear for all three; * = the posture switches.

| task, way | free | {heads} |
|---|---|---|---|---|---|---|---|
{cells}

![sock](../pictures/slack_sock.svg)

## For whom

| from | tasks looked at |
|---|---|
{whom}

## Weak points

- Ranges are boxes: hip flexion and rotation do not know of each other, and 120 degrees of a clinical test hold some pelvis.
- The thoracic spine is one joint, the shoulder has no blade; only trunk and legs keep off each other.
- The straight-leg factor k is a guess. Its direction is safe, its size is not.
- Tasks with the foot under the chair keep that foot flat; a person may lift the heel.
- Where geometry is steep (leaving a low sofa, deep squat) a few degrees of range move the least bend by tens: read the band.
- It is a still picture of reaching a fixed target, without pain, fear, strength or stiffness.
"""

AGAINST = """# Slack against measurements

What the calculation says of situations that were measured in people. *Fitted*: the price of comfort was chosen so that
these agree. *Check*: never used for fitting, frozen in the checks of the repository. Abstracts were read, not the articles.

| source | measured | calculated | kind | agrees |
|---|---|---|---|---|
{rows}

## Against the simple story

These were measured too, and the calculation does not say them. It speaks of a fixed target reached by someone who does not
guard; in pain, and when people reach as far as they can, the sum is not fixed.

| source | found | calculated |
|---|---|---|
{against}

Reading: direction agrees with five studies of movement with a limited joint, two of them experiments. Size does not carry
far. Nothing here shows that a stiff joint causes pain, or that loosening it relieves pain.
"""


def main() -> None:
    """Writes both pages and the picture."""
    (HERE / "rules" / "slack.md").write_text(_rules() + MADE, encoding="utf-8")
    (HERE / "safety" / "slack_against_measurements.md").write_text(
        AGAINST.format(rows=_measured(), against=_opposed()) + MADE, encoding="utf-8"
    )
    sock = take_up(BODIES["man 1.74 m 73 kg"], Ranges(hip_flexion=Range.both(90.0)), "sock", "ankle_on_knee")
    (HERE / "pictures" / "slack_sock.svg").write_text(slack_picture(sock, BODIES["man 1.74 m 73 kg"]), encoding="utf-8")


def _rules() -> str:
    value = {name: f"{float(row.cells['value']):g}" for name, row in book().tables["slack_numbers"].items()}
    return RULES.format(
        middle=value["band_middle"], high=value["band_high"], end=value["band_end"], power=value["power"], square=value["square"],
        knee=value["hamstring_knee"], demand=value["accept_demand"], limit=value["accept_limit"], balance=value["accept_balance"],
        share=value["show_share"], angle=value["show_angle"], keeps=whole(100 * float(value["draw_keeps"])), draws=value["draws"],
        switched=value["switched"], ranges=_ranges(), ways=_ways(), bodies=", ".join(BODIES), cells=_cells(), whom=_whom(),
        heads=" | ".join(f"{say('joint', name)} {value:g}" for name, value in ONE_AT_A_TIME.items()),
    )  # fmt: skip


def _ranges() -> str:
    lines = []
    for name, row in book().tables["slack_ranges"].items():
        men, women = norm_of(name, "male"), norm_of(name, "female")  # type: ignore[arg-type]
        norm = f"{men:g}" if men == women else f"{men:g} / {women:g}"
        test = row.cells["test_id"] or "none"
        lines.append(f"| {say('joint', name)} | {norm} {show_status(row.status)} | {error_of(name):g} | {test} |")  # type: ignore[arg-type]
    return "\n".join(lines)


def _ways() -> str:
    lines = []
    for task in tasks():
        for way in ways_of(task):
            pins = ", ".join(f"{name.replace('_', ' ')} {low:g} to {high:g}" for name, low, high in way.pins)
            lines.append(f"| {say('task', task)} | {say('way', way.way)} | {way.direction} | {pins or '-'} |")
    return "\n".join(lines)


def _cells() -> str:
    lines = []
    for task in tasks():
        for way in ways_of(task):
            found = {
                name: [take_up(build, Ranges(**{name: Range.both(value)}), task, way.way) for build in BODIES.values()]
                for name, value in ONE_AT_A_TIME.items()
            }
            free = [one.restored for one in found["hip_flexion"]]
            shown = " ".join("X" if not one.possible else f"{one.share:.0f}/{one.least:.0f}" for one in free)
            lines.append(
                f"| {say('task', task)}, {say('way', way.way)} | {shown} | "
                + " | ".join(_added(one) for one in found.values())
                + " |"
            )
    return "\n".join(lines)


def _added(found: list[Slack]) -> str:
    parts = []
    for one in found:
        if not one.effects:
            parts.append(".")
        elif not one.answer.possible:
            parts.append("X")
        else:
            share, least = one.effects[0].share.value, one.effects[0].least.value
            small = abs(share) < 1 and abs(least) < 1
            parts.append("." if small else f"{share:+.0f}/{least:+.0f}" + ("\\*" if one.effects[0].switched else ""))
    text = "." if set(parts) == {"."} else " ".join(parts)
    return f"**{text}**" if all(one.effects and one.effects[0].clear for one in found) else text


def _whom() -> str:
    lines = []
    for row in book().tables["slack_for_whom"].values():
        names = ", ".join(say("task", one).lower() for one in row.cells["tasks"].split(";"))
        lines.append(f"| {row.cells['kind']} {row.cells['name'].replace('_', ' ')} | {names} |")
    return "\n".join(lines)


def _person(**ranges: float) -> Ranges:
    return Ranges(**{name: Range.both(value) for name, value in ({"straight_leg": 80.0} | ranges).items()})


def _measured() -> str:
    lines = []
    for total, share, seen in ((30, 0.66, "secondary"), (60, 0.565, "partly recalled"), (90, 0.473, "recalled")):
        found = bent_forward(float(total)).lumbar / total
        lines.append(
            f"| Esola 1996, bent {total} deg ({seen}) | low-back share {share:g} | {found:.2f} | fitted | yes |"
        )
    full = bent_forward(111.0)
    lines.append(
        f"| Esola 1996, bent fully, 111 deg | low back 41.6, hips 69.4 | {full.lumbar:.0f}, {full.hip:.0f} | fitted | low back too much |"
    )
    sit, sock, pick = (
        seated().lumbar / 55,
        in_way("sock", "foot_lifted").lumbar / 55,
        in_way("pick_up", "knees_straight").lumbar / 55,
    )
    lines.append(
        f"| Hsieh and Pringle 1994, share of low-back flexion | chair 56 to 66 %, sock 90 %, pick-up 95 % "
        f"| {100 * sit:.0f}, {100 * sock:.0f}, {100 * pick:.0f} % | fitted | yes |"
    )
    return "\n".join([*lines, *_checks()])


def _checks() -> list[str]:
    hip90, ankle20 = _person(hip_flexion=90.0), _person(ankle=20.0)
    free, stiff = (_lift(one) for one in (_person(hip_flexion=120.0), hip90))
    squat, squat_stiff = in_way("squat", "heels_down", _person(ankle=40.0)), in_way("squat", "heels_down", ankle20)
    box, box_ankle, box_hip = (
        in_way("box", "from_floor"),
        in_way("box", "from_floor", ankle20),
        in_way("box", "from_floor", hip90),
    )
    board = in_way("box", "from_floor", lumbar=25.0)
    return [
        f"| Kim 2014, thigh raised in sitting, limited hips against not (15, 16 people) | low back 2.6 -> 4.8, hip 20.8 -> 17.4 deg "
        f"| low back {free[0]:.1f} -> {stiff[0]:.1f}, hip {free[1]:.1f} -> {stiff[1]:.1f} (limit 120 -> 90; theirs not seen) | check | yes |",
        f"| Dorsiflexion under 30 against over 35 deg, squat (18, 26 people) | more hip and low-back flexion, lean, pelvis "
        f"| 40 -> 20: low back {squat_stiff.lumbar - squat.lumbar:+.0f}, hip {squat_stiff.hip - squat.hip:+.0f}, chest "
        f"{squat_stiff.chest - squat.chest:+.0f}, pelvis {squat_stiff.pelvis - squat.pelvis:+.0f} deg | check | yes, degrees not seen |",
        f"| Beach 2014, one ankle immobilised, lifting (10 people) | less knee, generally more low back "
        f"| both ankles 20: low back {box_ankle.lumbar - box.lumbar:+.1f}, knee {box_ankle.knee - box.knee:+.0f} deg | check | yes, small |",
        f"| Squat lift, 50 healthy people | less hip flexion, more low-back flexion (r -.41 women, -.34 men) "
        f"| hip 90: low back {box_hip.lumbar - box.lumbar:+.1f} deg | check | yes |",
        f"| Carnegie 2022, spine restricted, lifting (16 people) | hips most, knees and ankles flex more; trunk more upright "
        f"| low-back range 55 -> 25: hip {board.hip - box.hip:+.0f}, knee {board.knee - box.knee:+.0f}, ankle {board.ankle - box.ankle:+.0f}, "
        f"chest {board.chest - box.chest:+.0f} deg | check | direction; {'knees' if board.knee - box.knee > board.hip - box.hip else 'hips'} most here |",
        f"| Korean CT study 2006, squat | true hip flexion 87 deg | {squat.hip:.0f} | check | yes |",
    ]


def _lift(ranges: Ranges) -> tuple[float, float]:
    before: Angles = seated(ranges)
    after = seated(ranges, raised=23.0)
    return after.lumbar - before.lumbar, after.hip - before.hip


def _opposed() -> str:
    book_of = book()
    lines = []
    for row in book_of.tables["slack_studies"].values():
        if row.cells["kind"] == "against":
            who = book_of.sources[row.sources[0]].citation.split(":")[0].split(",")[0]
            lines.append(f"| {who} | {row.cells['finding']} | {row.cells['ours']} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
