"""Makes docs/pictures/plots/*.svg and docs/reference/plots.md: one sample of every plot, on a screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from ladderback.documents.plots import (
    course_over_time,
    day_in_hours,
    hours_side_by_side,
    ladder_plot,
    load_per_rung,
    norm_band,
    relief,
)
from ladderback.documents.plots.values import (
    Band,
    Course,
    CourseValues,
    DayBlock,
    DayValues,
    Fragment,
    HourAfter,
    HoursPart,
    HoursValues,
    LadderValues,
    LoadPerRungValues,
    Look,
    Moment,
    NormBandValues,
    NormMark,
    ReliefValues,
    Rung,
    Technique,
)

PICTURES = Path(__file__).parent / "pictures" / "plots"
PAGE = Path(__file__).parent / "reference" / "plots.md"
PHONE, PAPER = 360.0, 694.0
HEAD = """# The plots

Where looking beats reading. Every plot is a pure function from plain values to one SVG that is used as it is in the
PDF, in the page and on the screen: a title that says the answer, a text alternative with the numbers, no colour that
speaks alone. People and numbers below are samples. A value that cannot be drawn truthfully is refused with the key it
stands under; a value beyond the scale of a norm stands at the end of the scale with an arrow, and the words say so.

The screen samples are as wide as a phone (360 pixels), the paper samples as the text of an A4 page; both are set with
the faces of the page around them, so a browser without our print face shows its own.

This page is made from the samples by `make docs`.
"""
ROWS = (
    (
        "ladder",
        "`ladder_plot(LadderValues, Look)`",
        "The way to the life task: the person on the current rung, the load of every rung.",
    ),
    ("ladder_long", "`ladder_plot`", "Twenty rungs, long names, no pictures."),
    ("ladder_back", "`ladder_plot`", "Stepped back after a flare-up; the last rung waits for a permission."),
    ("ladder_empty", "`ladder_plot`", "No ladder yet: the next step is said."),
    ("load", "`load_per_rung(LoadPerRungValues, Look)`", "The practitioner's version with the ceiling."),
    ("day", "`day_in_hours(DayValues, Look)`", "One day; sitting of four hours in one go has a line above it."),
    ("day_gaps", "`day_in_hours`", "Hours nobody told us are hatched, never filled in."),
    (
        "hours",
        "`hours_side_by_side(HoursValues, Look)`",
        "The parts of a day where nobody told the times of the clock.",
    ),
    (
        "norm",
        "`norm_band(NormBandValues, Look)`",
        "Both sides against people of the same group, with the values before.",
    ),
    ("norm_off", "`norm_band`", "A value beyond the scale, and a scale where less is better."),
    ("norm_none", "`norm_band`", "No norm fits: no band, and the text says so."),
    ("course", "`course_over_time(CourseValues, Look)`", "Pain and function with error and with what matters."),
    ("course_one", "`course_over_time`", "The first value only."),
    ("course_worse", "`course_over_time`", "Worse by more than error is said, not hidden."),
    ("relief", "`relief(ReliefValues, Look)`", "How long relief lasted, technique by technique."),
)

WOMAN = Fragment(
    svg=(
        '<g stroke-linecap="round" stroke-linejoin="round" fill="none">'
        '<path d="M33 60l-5 50M35 60l7 50" stroke="#46525F" stroke-width="11"/>'
        '<path d="M22 112h11M37 112h12" stroke="#7A3F2A" stroke-width="5"/>'
        '<path d="M34 26v34" stroke="#6F6296" stroke-width="17"/>'
        '<circle cx="35" cy="11" r="8" fill="#E2AE8A"/><path d="M27 11a8 8 0 0 1 13-6" stroke="#A9A9A9" stroke-width="6"/>'
        '<rect x="47" y="42" width="24" height="18" fill="#C9985A" stroke="#8A5F2C"/>'
        '<path d="M33 29l4 20l16 5" stroke="#E2AE8A" stroke-width="6"/></g>'
    ),
    view_box=(8.0, 0.0, 66.0, 115.0),
    say="a woman holding a box in front of her",
)
SEAT = Fragment(
    svg=(
        '<rect width="100" height="80" fill="#E8EEF3"/><path d="M0 64h100v16H0z" fill="#8FA3B8"/>'
        '<path d="M44 62V26a12 12 0 0 1 24 0v36z" fill="#D99A26"/><path d="M40 62h38v8H40z" fill="#B97F16"/>'
        '<path d="M30 44l-16 -12m0 8v-8h9" fill="none" stroke="#B4571F" stroke-width="3"/>'
    ),
    view_box=(0.0, 0.0, 100.0, 80.0),
    say="a child's seat in a car",
)


def rungs() -> tuple[Rung, ...]:
    """Seven rungs to a car seat."""
    return (
        Rung(name="Hip hinge with a stick", state="done", load=1.9, uncertainty=0.1),
        Rung(name="4 kg bag from a chair", state="done", load=2.1, uncertainty=0.1),
        Rung(name="6 kg from a low table", state="done", load=2.4, uncertainty=0.15),
        Rung(name="Box from the floor, 8 kg", state="now", load=2.9, uncertainty=0.2, note="1 of 2 good tries"),
        Rung(name="Car seat, bag of 4 kg", state="next", load=3.2, uncertainty=0.2, note="Opens after 1 more good try"),
        Rung(name="Car seat, bag of 8 kg", state="later", load=3.6, uncertainty=0.25),
        Rung(name="Leo from the car seat, 11 kg", state="later", load=4.1, uncertainty=0.3),
    )


def ladders() -> dict[str, LadderValues]:
    """The ladder in four states of life."""
    long_name = "Carry the shopping up two flights of stairs with a bag in each hand and a turn on the landing"
    twenty = tuple(
        Rung(
            name=long_name if number == 15 else f"Box of {number + 2} kg from the {'floor' if number % 2 else 'low table'}",
            state="done" if number < 6 else "now" if number == 6 else "next" if number == 7 else "later",
            load=1.4 + 0.14 * number, uncertainty=0.12, tied_with_below=number == 9,
        )
        for number in range(20)
    )  # fmt: skip
    seven = rungs()
    back = (
        *seven[:2],
        Rung(name=seven[2].name, state="now", load=2.4, uncertainty=0.15, note="Three easy days first"),
        Rung(name=seven[3].name, state="stepped_back", load=2.9, uncertainty=0.2),
        Rung(name=seven[4].name, state="later", load=3.2, uncertainty=0.2, tied_with_below=True),
        Rung(name=seven[5].name, state="later", load=None),
        Rung(name=seven[6].name, state="locked", load=4.1, uncertainty=0.3, note="Your physiotherapist can open it"),
    )
    return {
        "ladder": LadderValues(task="lifting Leo out of the car", rungs=seven, person=WOMAN, goal=SEAT),
        "ladder_long": LadderValues(task="moving house", rungs=twenty),
        "ladder_back": LadderValues(task="lifting Leo out of the car", rungs=back, person=WOMAN),
        "ladder_empty": LadderValues(task="lifting Leo out of the car", rungs=()),
    }


def loads() -> dict[str, LoadPerRungValues]:
    """The same ladder for the practitioner."""
    return {
        "load": LoadPerRungValues(task="lifting Leo out of the car", rungs=rungs(), ceiling=3.5, ceiling_note="stage 3")
    }


def days() -> dict[str, DayValues]:
    """A desk day, whole and half known."""

    def block(name: str, posture: object, start: float, end: float) -> DayBlock:
        return DayBlock(name=name, posture=posture, start=start, end=end)  # type: ignore[arg-type]

    whole = (
        block("bed", "lying", 0, 6.5), block("breakfast", "sitting", 6.5, 7), block("car", "sitting", 7, 8),
        block("desk", "sitting", 8, 12), block("walk", "walking", 12, 12.75), block("desk", "sitting", 12.75, 17),
        block("car", "sitting", 17, 18), block("gym", "training", 18, 19), block("cooking", "standing", 19, 20),
        block("couch", "sitting", 20, 22.5), block("bed", "lying", 22.5, 24),
    )  # fmt: skip
    return {
        "day": DayValues(blocks=whole, long_sitting=4.0),
        "day_gaps": DayValues(blocks=(whole[0], whole[3], block("warehouse", "lifting", 13, 16)), long_sitting=4.0),
    }


def hours() -> dict[str, HoursValues]:
    """Samples of the parts of a day."""
    parts = (
        HoursPart(name="Desk and other sitting", posture="sitting", hours=8.0),
        HoursPart(name="Bed", posture="lying", hours=8.0, at_least=True),
        HoursPart(name="Gym", posture="training", hours=1.0),
    )
    return {"hours": HoursValues(parts=parts)}


def norms() -> dict[str, NormBandValues]:
    """A hip, a timed test where less is better, a measure without a norm."""
    hip = (Band(kind="finding", high=117), Band(kind="borderline", low=117, high=122), Band(kind="typical", low=122))
    rise = (Band(kind="typical", high=11), Band(kind="borderline", low=11, high=14), Band(kind="finding", low=14))
    both = (
        NormMark(side="left", value=116, before=112, before_when="2 Nov"),
        NormMark(side="right", value=113, before=104, before_when="2 Nov"),
    )
    return {
        "norm": NormBandValues(measure="Hip bend, passive", unit="°", low=80, high=160, marks=both, bands=hip, mean=131,
                               sd=9, group="women 45 to 69", status="memory"),
        "norm_off": NormBandValues(measure="Five chair rises", unit="s", low=4, high=24, bands=rise, mean=9.6, sd=2.2,
                                   marks=(NormMark(value=31.4, before=18.2, before_when="week 0"),),
                                   group="men 60 to 69", status="verified"),
        "norm_none": NormBandValues(measure="Reach to the sock", unit="cm", low=0, high=40,
                                    marks=(NormMark(side="left", value=12), NormMark(side="right", value=19.5))),
    }  # fmt: skip


def courses() -> dict[str, CourseValues]:
    """Twelve weeks going well, one value, and weeks that went worse."""

    def line(*values: float) -> tuple[Moment, ...]:
        return tuple(Moment(week=2.0 * place, value=value) for place, value in enumerate(values))

    chosen = Course(name="Three things you chose, 10 is like before", better="more", moments=line(3.0, 3.6, 4.2, 5.3, 5.9),
                    mdc=2.0, mcid=2.3, status="memory")  # fmt: skip
    pain = Course(
        name="Pain, last 7 days", better="less", moments=line(5, 4, 4, 3, 3), mdc=2.0, mcid=2.0, status="verified"
    )
    worse = Course(
        name="Disability score", low=0, high=100, better="less", moments=line(24, 30, 38), mdc=10.0, mcid=30.0
    )
    return {
        "course": CourseValues(courses=(chosen, pain), weeks=12),
        "course_one": CourseValues(
            courses=(Course(name="Pain, last 7 days", better="less", moments=line(5), mdc=2.0),), weeks=12
        ),
        "course_worse": CourseValues(courses=(worse,), weeks=12),
    }


def reliefs() -> dict[str, ReliefValues]:
    """Three techniques, one of them too small to tell."""

    def after(*pairs: tuple[float, float]) -> tuple[HourAfter, ...]:
        return tuple(HourAfter(hours=hours, pain=pain) for hours, pain in pairs)

    return {
        "relief": ReliefValues(techniques=(
            Technique(name="Massage", before=6, after=after((0, 3), (1, 3), (4, 4), (24, 6), (72, 6)), half_time=5, error=2),
            Technique(name="Hip stretch by hand", before=6, after=after((0, 4), (4, 4), (24, 3), (72, 3)), error=2),
            Technique(name="Heat", before=6, after=after((0, 5), (4, 6)), error=2),
        )),
    }  # fmt: skip


def samples() -> Iterator[tuple[str, Callable[[Look], str]]]:
    """Every sample by name, ready to be drawn in any look."""
    kinds = (
        (ladder_plot, ladders()), (load_per_rung, loads()), (day_in_hours, days()), (hours_side_by_side, hours()), (norm_band, norms()),
        (course_over_time, courses()), (relief, reliefs()),
    )  # fmt: skip
    for plot, values in kinds:
        for name, value in values.items():
            yield name, lambda look, plot=plot, value=value: plot(value, look)  # type: ignore[misc, operator]


def page() -> str:
    """The page as text."""
    parts = [HEAD]
    for name, call, what in ROWS:
        parts.append(f"## {name.replace('_', ', ').capitalize()}\n\n{call}: {what}\n")
        parts.append(
            f"![{what}](../pictures/plots/{name}.svg)\n\nOn paper: [{name}_print.svg](../pictures/plots/{name}_print.svg)\n"
        )
    return "\n".join(parts)


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, drawn in samples():
        (PICTURES / f"{name}.svg").write_text(drawn(Look(prefix=name, width=PHONE)) + "\n", encoding="utf-8")
        paper = drawn(Look(prefix=f"{name}-print", width=PAPER, theme="print"))
        (PICTURES / f"{name}_print.svg").write_text(paper + "\n", encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")
