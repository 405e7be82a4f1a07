"""Puts one reading, its norm, its other side and its earlier value together into one finding."""

from __future__ import annotations

from ladderback.assessment.measured import Reading
from ladderback.assessment.numbers import all_norms, number, show, words
from ladderback.assessment.sides import SideBySide, compare_sides, real_change
from ladderback.assessment.values import Finding, Verdict
from ladderback.assessment.verdict import Judged, judge, worse
from ladderback.intake.values import Client

BAD_WORDS = ("fail", "positive", "abnormal")
GOOD_WORDS = ("pass", "negative", "normal")


def find(readings: tuple[Reading, ...], client: Client) -> tuple[Finding, ...]:
    """Every reading as a finding, ordered by test, side and position."""
    sides = compare_sides(readings)
    fails = _fails(readings)
    found = [
        _finding(one, client, sides.get((one.test.id, one.position, one.instrument)), fails, readings)
        for one in readings
    ]
    return tuple(sorted(found, key=lambda one: (one.test, one.side or "", one.position, one.instrument)))


def _finding(
    one: Reading, client: Client, pair: SideBySide | None, fails: tuple[int, int], readings: tuple[Reading, ...]
) -> Finding:
    judged = judge(one, client, all_norms().get(one.test.id, ()))
    verdict, notes = judged.verdict, [judged.note]
    if one.number is None:
        verdict, notes = _by_word(one, fails)
    elif judged.norm is None:
        notes = [_unscored(one)]
    if one.test.id == "lsi" and verdict in ("borderline", "finding"):
        verdict = verdict if _base_counts(one, readings) else "typical"
    verdict, notes = _with_sides(one, pair, verdict, notes)
    change, change_real = real_change(one)
    notes.append(_change_note(one, change, change_real))
    return Finding(
        test=one.test.id,
        side=one.side,
        value=one.value,
        unit=one.unit,
        norm=judged.norm,
        z=judged.z,
        side_difference=pair.difference if pair else None,
        verdict=verdict,
        beyond_mdc=pair.beyond_mdc if pair else change_real,
        strong=_strong(judged, verdict, pair),
        note=" ".join(note for note in notes if note),
        position=one.position,
        instrument=one.instrument,
        on=one.on,
        change=change,
        change_beyond_mdc=change_real,
    )


def _strong(judged: Judged, verdict: Verdict | None, pair: SideBySide | None) -> bool:
    return verdict == "typical" and judged.good and not (pair and pair.counts)


# --- answers in words --------------------------------------------------------------------------------------------


def _fails(readings: tuple[Reading, ...]) -> tuple[int, int]:
    """Movement control tests not passed, and done; a test counts once, however many sides it has."""
    done = {one.test.id: False for one in readings if one.test.answer == "pass_fail" and isinstance(one.value, str)}
    for one in readings:
        if one.test.id in done and one.value == "fail":
            done[one.test.id] = True
    return sum(done.values()), len(done)


def _by_word(one: Reading, fails: tuple[int, int]) -> tuple[Verdict | None, list[str]]:
    say = words("assessment", "note")
    if one.value in GOOD_WORDS:
        return "typical", [say["sign"] if one.test.use == "sign" else ""]
    if one.value not in BAD_WORDS:
        return None, [say["no_verdict"]]
    if one.test.answer == "pass_fail":
        needed = number("mct_fails_for_finding")
        note = say["fails"].format(failed=fails[0], done=fails[1], needed=show(needed))
        return ("finding" if fails[0] >= needed else "borderline"), [note]
    return one.test.abnormal_is, [say["sign"] if one.test.use == "sign" else say["screen"]]


def _unscored(one: Reading) -> str:
    say = words("assessment", "note")
    return say["trend"] if one.test.use in ("trend", "rung") else say["no_norm"]


# --- sides and changes -------------------------------------------------------------------------------------------


def _with_sides(
    one: Reading, pair: SideBySide | None, verdict: Verdict | None, notes: list[str]
) -> tuple[Verdict | None, list[str]]:
    """The side that differs by more than error and more than usual is a finding; the other side is not."""
    if pair is None or pair.worse != one.side:
        return verdict, notes
    say, gap = words("assessment", "note"), show(pair.difference)
    if pair.counts:
        return worse(verdict, "finding"), [*notes, say["side"].format(difference=gap, unit=one.unit)]
    if pair.unusual and pair.beyond_mdc is False:
        return verdict, [*notes, say["side_small"].format(difference=gap, unit=one.unit)]
    if pair.unusual and pair.beyond_mdc is None:
        return verdict, [*notes, say["side_unknown"].format(difference=gap, unit=one.unit)]
    return verdict, notes


def _base_counts(lsi: Reading, readings: tuple[Reading, ...]) -> bool:
    """A limb symmetry counts only when the seconds or repetitions behind it differ by more than error."""
    behind = tuple(one for one in readings if one.test.id == lsi.position)
    return any(pair.beyond_mdc for pair in compare_sides(behind).values())


def _change_note(one: Reading, change: float | None, real: bool | None) -> str:
    if change is None or real is None:
        return ""
    say = words("assessment", "note")["change" if real else "change_small"]
    return say.format(change=f"{change:+.1f}".removesuffix(".0"), unit=one.unit)
