"""What was measured: the latest value of each test, with the procedure's position where none was given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ladderback.evidence.clinical_tests import ClinicalTest
from ladderback.intake.values import IntakeRecord, Measurement
from ladderback.terms.sides import Side

LIMB_TESTS = ("heel_raise", "sl_ham_bridge", "sl_bridge_hold")


class Reading(Struct, frozen=True, kw_only=True):
    """One value of one test on one side, in one position with one instrument; `earlier` is the value before it."""

    test: ClinicalTest
    side: Side | None
    value: float | str
    position: str
    instrument: str
    unit: str
    on: date
    earlier: float | None = None

    @property
    def number(self) -> float | None:
        """The value when it is a number."""
        return None if isinstance(self.value, str) else float(self.value)


def read_measurements(record: IntakeRecord, clinical_tests: dict[str, ClinicalTest]) -> tuple[Reading, ...]:
    """The latest reading of each test, side, position and instrument, and what can be derived from them."""
    latest: dict[tuple[str, str, str, str], Reading] = {}
    for one in sorted(record.tests, key=lambda measured: measured.on or record.taken_on):
        if one.test in clinical_tests:
            reading = _reading(one, clinical_tests[one.test], one.on or record.taken_on)
            key = (one.test, one.side or "", reading.position, reading.instrument)
            before = latest.get(key)
            latest[key] = replace(reading, earlier=before.number) if before else reading
    measured = tuple(latest[key] for key in sorted(latest))
    known = {reading.test.id for reading in measured}
    derived = [one for one in derive(measured, clinical_tests) if one.test.id not in known]
    return measured + tuple(derived)


def _reading(one: Measurement, clinical_test: ClinicalTest, on: date) -> Reading:
    position = _word(one.position) or clinical_test.position
    instrument = _word(one.instrument) or clinical_test.instrument
    return Reading(
        test=clinical_test,
        side=one.side,
        value=one.value,
        position=position,
        instrument=instrument,
        unit=unit_of(clinical_test, position, instrument),
        on=on,
    )


def unit_of(clinical_test: ClinicalTest, position: str, instrument: str) -> str:
    """The unit of a value: a test with several has them in the order of its instruments, else of its positions.

    Why: knee-to-wall in centimetres and in degrees are one test with two rulers; the numbers must never meet.
    """
    units = [unit.strip() for unit in clinical_test.unit.split(";")]
    for words, word in ((clinical_test.instruments, instrument), (clinical_test.positions, position)):
        if len(units) > 1 and len(words) == len(units) and word in words:
            return units[words.index(word)]
    return units[0] if clinical_test.id != "back_ext_strength" else " or ".join(units)


def _word(text: str | None) -> str:
    return "_".join((text or "").lower().replace("-", " ").split())


def derive(readings: tuple[Reading, ...], clinical_tests: dict[str, ClinicalTest]) -> Iterator[Reading]:
    """Figures that follow from others when all their parts are there: total rotation, ratios, side against side."""
    by_test: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.number is not None:
            by_test.setdefault(reading.test.id, []).append(reading)
    yield from _total_rotation(by_test, clinical_tests.get("hip_total_rot"))
    yield from _ratios(by_test, clinical_tests.get("mcgill_ratio"))
    yield from _symmetry(by_test, clinical_tests.get("lsi"))


def _total_rotation(by_test: dict[str, list[Reading]], total: ClinicalTest | None) -> Iterator[Reading]:
    for inward in by_test.get("hip_ir", ()) if total else ():
        for outward in by_test.get("hip_er", ()):
            same = (inward.side, inward.position, inward.instrument)
            if total and same == (outward.side, outward.position, outward.instrument):
                added = (inward.number or 0.0) + (outward.number or 0.0)
                yield replace(inward, test=total, value=added, on=max(inward.on, outward.on), earlier=None)


def _ratios(by_test: dict[str, list[Reading]], ratio: ClinicalTest | None) -> Iterator[Reading]:
    back = next((one for one in by_test.get("sorensen", ()) if one.number), None)
    if back is None or ratio is None:
        return
    for test, position in (("flexor_endur", "flexor_extensor"), ("side_bridge", "side_extensor")):
        for part in by_test.get(test, ()):
            share = round((part.number or 0.0) / (back.number or 1.0), 2)
            plain = replace(part, instrument="", unit="ratio", earlier=None)
            yield replace(plain, test=ratio, value=share, position=position)


def _symmetry(by_test: dict[str, list[Reading]], lsi: ClinicalTest | None) -> Iterator[Reading]:
    """Limb symmetry: the weaker side as a share of the stronger [%], on the weaker side."""
    for test in LIMB_TESTS if lsi else ():
        for left, right in pairs(by_test.get(test, [])):
            low, high = sorted((left, right), key=lambda one: one.number or 0.0)
            if lsi and high.number:
                share = round(100 * (low.number or 0.0) / high.number, 1)
                side = low.side if low.number != high.number else None
                weaker = replace(low, side=side, instrument="", unit="%", earlier=None)
                yield replace(weaker, test=lsi, value=share, position=test)


def pairs(readings: list[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Left and right of one test in the same position with the same instrument."""
    for left in readings:
        for right in readings:
            same = (left.position, left.instrument) == (right.position, right.instrument)
            if left.side == "left" and right.side == "right" and same:
                yield left, right
