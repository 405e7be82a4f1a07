"""The picture of the slack: the same person twice, with the range restored and as measured, drawn from the two solves.

The angles that are written are those of the drawn postures, and the same as in the sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

import numpy as np

from ladderback.body.coordinates import Vector, names
from ladderback.body.physics import body_of
from ladderback.body.picture import Fragment, Look, Snapshot, chosen, draw_scene, snapshot
from ladderback.body.picture.camera import camera
from ladderback.body.picture.ground import ground
from ladderback.body.picture.sheet import framed, widened
from ladderback.body.picture.story import view_of
from ladderback.body.picture.words import wrapped
from ladderback.body.posing import Solved
from ladderback.body.slack.saying import say, shown, whole
from ladderback.body.slack.values import Answer, Effect, Slack, Stance
from ladderback.body.values import Build
from ladderback.movements import poses

_INK, _QUIET, _HIP, _BACK, _RAIL = "#2a3342", "#6b7280", "#2f8f9d", "#d0475a", "#efeae4"
_PAD, _GAP, _HEAD, _FOOT, _BELOW, _ABOVE = 28.0, 22.0, 84.0, 58.0, 132.0, 58.0
_ROOM = 46.0  # beside the drawn person, for the angle labels


@dataclass(frozen=True)
class Card:
    """One card: its heading, the answer it shows, the drawn person and the marks upon it."""

    heading: str
    answer: Answer
    person: Fragment
    under: str
    marks: str
    box: tuple[float, float, float, float]


def slack_picture(slack: Slack, build: Build, look: Look | None = None, age: int | None = None) -> str:
    """The picture of one answer as SVG: first with the range restored, then as measured; alone where nothing is clear.

    Nothing is drawn (an empty text) where the way is not possible with the ranges as measured.
    """
    if not slack.answer.possible:
        return ""
    look = look or chosen(slack.movement, build.sex, age)
    effect = next((one for one in shown(slack) if one.restored.possible), None)
    pairs = [(_measured(effect), slack.answer)]
    if effect is not None:
        pairs.insert(0, (say("figure", "restored", joint=_joint(effect), norm=whole(effect.norm)), effect.restored))
    cards = [_card(slack, build, look, heading, answer) for heading, answer in pairs]
    return _sheet(slack, effect, cards)


def _measured(effect: Effect | None) -> str:
    return "" if effect is None else say("figure", "measured", joint=_joint(effect), measured=whole(effect.measured))


def _joint(effect: Effect) -> str:
    name = say("joint", effect.name)
    return name[:1].upper() + name[1:]


def solved_of(stance: Stance) -> Solved:
    """The solved pose of an answer."""
    angles = np.radians([stance.angles[name] for name in names()])
    return Solved(np.array(stance.where), np.array(stance.turn), angles, 0.0, 0)


def _card(slack: Slack, build: Build, look: Look, heading: str, answer: Answer) -> Card:
    assert answer.ease is not None
    snap = snapshot(body_of(build), poses(slack.movement, slack.side)[0], solved_of(answer.ease))
    _, mirrored = view_of(slack.movement, slack.side)
    person = draw_scene(snap, look=look, view="side", mirrored=mirrored)
    under, room = ground(person.box, camera("side", mirrored))
    marks, seen = _marks(slack, snap, person, answer)
    box = widened(widened(person.box, room), seen)
    return Card(heading, answer, person, under, marks, (box[0] - _ROOM, box[1] - 8, box[2] + _ROOM, box[3]))


def _marks(
    slack: Slack, snap: Snapshot, person: Fragment, answer: Answer
) -> tuple[str, tuple[float, float, float, float]]:
    """The hip as an arc from the straight leg to where the thigh is, the low back as a line, both with their angle."""
    side = slack.side or "right"
    hip, up = snap.joints[f"{side}_thigh"], snap.frames["pelvis"][:, 2]
    knee = snap.joints[f"{side}_shank"]
    centre, straight, bent = (person.flat(one)[0] for one in (hip, hip - 0.3 * up, knee))
    back = person.flat(_along_back(snap))
    near = 0.5 * (centre + bent)
    lean = 1.0 if back[:, 0].mean() < centre[0] else -1.0
    hip_at = np.array([person.box[2] + 6 if lean > 0 else person.box[0] - 44, person.box[1] + 70])
    outward = back[1] - person.flat(snap.places["belly"])[0]
    back_at = back[1] + 46 * outward / np.linalg.norm(outward)
    anchor = "middle" if abs(outward[1]) > 1.5 * abs(outward[0]) else "end" if outward[0] < 0 else "start"
    parts = [_line(back), _label(back_at, say("figure", "low_back"), f"{whole(answer.angle)}°", _BACK, anchor)]
    if slack.direction != "extension":  # overhead the arm is what stops
        parts += [
            _dashed(centre, straight), _dashed(centre, centre + (bent - centre) * 0.72), _arc(centre, straight, bent),
            _leader(near, hip_at + np.array([-lean * 8, 10])),
            _label(hip_at, say("figure", "hip"), f"{whole(answer.hip)}°", _HIP, "start" if lean > 0 else "end"),
        ]  # fmt: skip
    wide = 84.0
    return "".join(parts), (
        min(hip_at[0] - (lean < 0) * wide, back_at[0] - wide), min(hip_at[1], back_at[1]) - 24,
        max(hip_at[0] + (lean > 0) * wide, back_at[0] + wide * (anchor != "end")), person.box[3],
    )  # fmt: skip


def _along_back(snap: Snapshot) -> Vector:
    """The skin of the low back, from the pelvis to the ribs [m] (3 points)."""
    low, high = (0.5 * (snap.places[f"left_{mark}"] + snap.places[f"right_{mark}"]) for mark in ("sacrum", "ribs_back"))
    return np.array([low, snap.places["waist_back"], high])


def _dashed(start: Vector, end: Vector) -> str:
    way = f"M{_at(start)}L{_at(end)}"
    return (
        f'<path d="{way}" stroke="#fff" stroke-width="6" fill="none" stroke-linecap="round"/>'
        f'<path d="{way}" stroke="{_HIP}" stroke-width="3" stroke-dasharray="7 6" fill="none" stroke-linecap="round"/>'
    )


def _arc(centre: Vector, start: Vector, end: Vector) -> str:
    """An arc about the hip from one direction to another, the shorter way round in the sheet."""
    first, last = (float(np.arctan2(*(one - centre)[::-1])) for one in (start, end))
    turn = (last - first + np.pi) % (2 * np.pi) - np.pi
    angles = first + np.linspace(0.0, turn, 20)
    way = "M" + "L".join(_at(centre + 44 * np.array([np.cos(one), np.sin(one)])) for one in angles)
    return (
        f'<path d="{way}" stroke="#fff" stroke-width="8" fill="none" stroke-linecap="round"/>'
        f'<path d="{way}" stroke="{_HIP}" stroke-width="4.5" fill="none" stroke-linecap="round"/>'
    )


def _leader(start: Vector, end: Vector) -> str:
    return f'<path d="M{_at(start)}L{_at(end)}" stroke="{_HIP}" stroke-width="1.6" fill="none"/>'


def _line(points: Vector) -> str:
    """A curve through three points."""
    first, middle, last = points
    way = f"M{_at(first)}Q{_at(2 * middle - 0.5 * (first + last))} {_at(last)}"
    return (
        f'<path d="{way}" stroke="#fff" stroke-width="15" fill="none" stroke-linecap="round"/>'
        f'<path d="{way}" stroke="{_BACK}" stroke-width="9" fill="none" stroke-linecap="round"/>'
    )


def _label(at: Vector, name: str, angle: str, colour: str, anchor: str) -> str:
    lines = ((name, 17, 0.0), (angle, 24, 25.0))
    return "".join(
        f'<text x="{at[0]:.1f}" y="{at[1] + down:.1f}" font-size="{size}" font-weight="700" text-anchor="{anchor}" '
        f'fill="{colour}" stroke="#fff" stroke-width="4" paint-order="stroke">{escape(text)}</text>'
        for text, size, down in lines
    )


def _at(point: Vector) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _sheet(slack: Slack, effect: Effect | None, cards: list[Card]) -> str:
    inner = max(max(one.box[2] - one.box[0] for one in cards), 420.0)
    tall = max(one.box[3] - one.box[1] for one in cards)
    wide, high = inner + 2 * 18, tall + _ABOVE + _BELOW
    task = say("task", slack.task)
    title = (
        say("figure", "title", task=task, joint=say("joint", effect.name))
        if effect
        else say("figure", "title_alone", task=task)
    )
    whole_width = 2 * _PAD + len(cards) * wide + (len(cards) - 1) * _GAP
    lines = wrapped(title, 25, whole_width - 2 * _PAD)
    head = _HEAD + 30 * (len(lines) - 1)
    parts = [_text(_PAD, 40 + 30 * row, line, 25, _INK, bold=True) for row, line in enumerate(lines)]
    parts.append(_text(_PAD, head - 18, say("figure", "subtitle", way=say("way", slack.way)), 16, _QUIET))
    parts += [
        _drawn(slack, one, index, _PAD + index * (wide + _GAP), head, wide, high, len(cards) > 1)
        for index, one in enumerate(cards)
    ]
    foot = wrapped(say("figure", "footnote", range=whole(slack.lumbar_range)), 14, whole_width - 2 * _PAD)
    parts += [_text(_PAD, head + high + 28 + 18 * row, line, 14, _QUIET) for row, line in enumerate(foot)]
    name = f"slack-{slack.task}"
    return framed(
        name, whole_width, head + high + _FOOT + 18 * (len(foot) - 1), title, _telling(slack, effect), "".join(parts)
    )


def _drawn(slack: Slack, card: Card, index: int, x: float, y: float, wide: float, high: float, many: bool) -> str:
    left, _, right, bottom = card.box
    floor = y + high - _BELOW
    dx, dy = x + (wide - (right - left)) / 2 - left, floor - bottom
    number = (
        f'<circle cx="{x + 31:.1f}" cy="{y + 30:.1f}" r="13" fill="{_HIP}"/>'
        f'<text x="{x + 31:.1f}" y="{y + 35.5:.1f}" font-size="15" font-weight="700" fill="#fff" '
        f'text-anchor="middle">{index + 1}</text>'
    )
    heading = number + _text(x + 54, y + 36, card.heading, 19, _INK, bold=True) if many else ""
    frame = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="18" fill="#fff" stroke="#e4ded2" '
        'stroke-width="1.5"/>'
    )
    scene = f'<g transform="translate({dx:.1f} {dy:.1f})">{card.under}{card.person.markup}{card.marks}</g>'
    return frame + heading + scene + _bars(slack, card.answer, x + 24, floor + 26, wide - 48)


def _bars(slack: Slack, answer: Answer, x: float, y: float, wide: float) -> str:
    parts = [_text(x, y, say("figure", "share"), 15, _INK, bold=True)]
    hip = (say("figure", "hip"), answer.hip_share, _HIP)
    rows = [] if slack.direction == "extension" else [hip]
    for row, (name, share, colour) in enumerate([*rows, (say("figure", "low_back"), answer.share, _BACK)]):
        top, start, length = y + 22 + 26 * row, x + 84, wide - 84 - 64
        parts += [
            _text(x, top + 5, name, 15, _INK),
            f'<rect x="{start:.1f}" y="{top - 5:.1f}" width="{length:.1f}" height="10" rx="5" fill="{_RAIL}"/>',
            f'<rect x="{start:.1f}" y="{top - 5:.1f}" width="{length * min(share, 100) / 100:.1f}" height="10" rx="5" '
            f'fill="{colour}"/>',
            _text(start + length + 12, top + 5, f"{whole(share)} %", 15, _INK, bold=True),
        ]
    least = say("figure", "least", move=say("move", slack.direction))
    tail = f'<tspan font-weight="700" fill="{_BACK}"> {whole(answer.least)}°</tspan>'
    parts.append(f'<text x="{x:.1f}" y="{y + 82:.1f}" font-size="14.5" fill="{_INK}">{escape(least)}{tail}</text>')
    return "".join(parts)


def _text(x: float, y: float, text: str, size: float, colour: str, *, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{weight} fill="{colour}">{escape(text)}</text>'


def _telling(slack: Slack, effect: Effect | None) -> str:
    """The picture in words, for those who do not see it."""
    own = {"hip": whole(slack.answer.hip), "back": whole(slack.answer.angle)}
    if effect is None:
        return say("figure", "text_alone", **own)
    return say(
        "figure", "text", joint=say("joint", effect.name), norm=whole(effect.norm), measured=whole(effect.measured),
        hip_free=whole(effect.restored.hip), back_free=whole(effect.restored.angle), **own,
    )  # fmt: skip
