"""What is assumed of simulated people, in sentences, printed with them."""

from __future__ import annotations

from ladderback.evidence import book
from ladderback.simulate.figures import figure, group
from ladderback.terms.status import STATUSES

TABLES = (
    "simulation",
    "simulation_conditions",
    "simulation_tests",
    "simulation_signs",
    "simulation_means",
    "simulation_patterns",
)


def assumptions(weeks: int = 0) -> list[str]:
    """Every assumption that a reader has to know; those about journals only when there are journals."""
    return [*_of_people(), *(_of_journals() if weeks else [])]


def _of_people() -> list[str]:
    ordinary, rules, limits = (round(figure(f"part.{name}")) for name in ("ordinary", "rules", "limits"))
    every = sum(len(book().tables[name]) for name in TABLES)
    return [
        "Simulated: these people do not exist, and what happens to them says nothing about what helps anybody.",
        f"Of {ordinary + rules + limits} people {ordinary} are ordinary (drawn from published prevalences where we had "
        f"them). The others are a stress part: in {rules} red-flag rules, in {limits} a limit are made to happen, "
        "each in turn. Count nothing in the stress part as frequent.",
        "Hidden traits (fitness, strength, flexibility, irritability, burden, pain) go together as the table says and "
        "drive the answers. How strongly is our choice.",
        f"Age and sex as in primary care (mean {figure('age.mean'):g} years); pain as in cohorts (mean "
        f"{figure('pain.mean'):g} of 10); pain below the knee in {figure('legs.below_knee'):.0%}.",
        "Everything may be unknown: questions not asked, tests not done, one side only.",
        f"Figures by status, of {every}: {_by_status()}. Each has its source in knowledge/tables/simulation*.csv.",
    ]


def _by_status() -> str:
    rows = [row.status for name in TABLES for row in book().tables[name].values()]
    return ", ".join(f"{rows.count(status)} {status}" for status in STATUSES)


def _of_journals() -> list[str]:
    acute, lasting = group("course.acute"), group("course.persistent")
    return [
        f"Pain follows published courses: from {acute['0']:g} to {acute['6']:g} of 100 in six weeks when it is recent "
        f"and from {lasting['0']:g} to {lasting['6']:g} when it has lasted (COSTA2012), faster or slower by person. "
        "Training changes none of this: the simulation takes no side on whether training helps.",
        f"Day to day pain goes up and down (spread {figure('noise.day'):g} of 10, of which "
        f"{figure('noise.carried'):.0%} is carried over). A flare-up comes in {figure('flare.per_week'):.0%} of weeks, "
        "more often in irritable people; most of its days hurt no more than usual (COSTA2019).",
        f"Sessions are done in {figure('adherence.mean'):.0%} and in full by {figure('adherence.in_session'):.0%} "
        "(MEDINA2009), as the programme says; what a day would change in them is left out. The day after is worse with "
        "effort and with irritability.",
        f"Relief after hands-on work lasts {figure('relief.median'):g} hours in the middle, not growing: our choice.",
        f"Of people on hold {figure('hold.referred'):.0%} are sent to somebody; some come back cleared: our choice.",
    ]
