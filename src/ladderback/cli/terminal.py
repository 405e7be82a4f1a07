"""What stands on the terminal: the answers in words, one function an answer. Everything printed is in the JSON too."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from textwrap import fill
from typing import Any

from ladderback.evidence import book
from ladderback.terms.status import show_status

WIDTH = 110
FOLLOWED = ("reached", "seen", "outcome")
URGENCY = {
    "monitor_train": "nobody needs to look at it first",
    "routine": "an ordinary appointment is asked for",
    "within_2_weeks": "somebody must look at this within two weeks",
    "same_day": "somebody must look at this today",
    "emergency_now": "EMERGENCY NOW",
}
SHAPES = {
    "finding": "▲ finding",
    "borderline": "◆ borderline",
    "typical": "● typical",
    None: "○ not set against a norm",
}


def _heading(text: str) -> str:
    return f"\n{text}\n{'-' * len(text)}"


def _wrapped(text: str, indent: str = "  ") -> str:
    return fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")


def _listed(texts: Iterable[str], mark: str = "- ") -> list[str]:
    return [fill(text, WIDTH, initial_indent=f"  {mark}", subsequent_indent="    ") for text in texts]


def triage(answer: dict[str, Any]) -> str:
    """The triage: the sentence for the person first, then who, why, and what is still open."""
    asked = answer["triage"]
    may = "Yes" if asked["may_train"] else "No"
    waits = asked["gate"] == "hold_until_answered" and asked["urgency"] == "routine"
    because = "safety questions are still open" if waits else URGENCY[asked["urgency"]]
    verdict = f"May we train today? {may}: {because} ({asked['gate']})"
    lines = [_heading(verdict), _wrapped(asked["say"])]
    if asked["recipient"]:
        lines.append(_wrapped(f"Who: {asked['recipient']}"))
    for reason in asked["reasons"]:
        facts = ", ".join(f"{key} = {_plain(value)}" for key, value in reason["because"].items())
        cited = f"{', '.join(reason['sources'])}{show_status(reason['status'])}"
        lines.append(_wrapped(f"{reason['rule']}: {reason['say']} Because {facts}. ({cited})"))
    if asked["questions"]:
        lines.append("  Still to ask, the most decisive first:")
        lines += _listed((f"{one['question']} ({one['feature']})" for one in asked["questions"]), "? ")
    owed = answer.get("follow_up")
    if owed and owed["closed_by"] is None:
        known = ", ".join(f"{key}: {_plain(owed[key]) if owed[key] is not None else '?'}" for key in FOLLOWED)
        lines.insert(
            0, _wrapped(f"First: {owed['owner']} follows up {', '.join(owed['rules'])} by {owed['due_on']} ({known})")
        )
    return "\n".join(lines)


def _plain(value: Any) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def findings(answer: dict[str, Any]) -> str:
    """Each measurement with its norm, how far off, and how sure."""
    lines = [_heading("What was measured")]
    for one in answer["findings"]:
        side = f" {one['side']}" if one["side"] else ""
        value = f"{one['value']:g}" if isinstance(one["value"], int | float) else one["value"]
        norm = one["norm"]
        against = f" against {norm['population']}, {norm['source']}{show_status(norm['status'])}" if norm else ""
        z = f", z {one['z']:+.1f}" if one["z"] is not None else ""
        note = f" {one['note']}" if one["note"] else ""
        lines.append(
            _wrapped(f"{SHAPES[one['verdict']]}  {one['test']}{side} {value} {one['unit']}{z}{against}.{note}")
        )
    return (
        "\n".join(lines)
        if answer["findings"]
        else "\n".join([*lines, "  Nothing yet, and nothing is needed to begin."])
    )


def formulation(answer: dict[str, Any]) -> str:
    """The working view: pattern, stage, contributors with for, against and falsifier, what to ask next."""
    view = answer["formulation"]
    lines = [_heading("What we work on, and why we think so (a view, to be proved wrong)")]
    lines.append(
        _wrapped(
            f"Pattern {view['pattern']}; preference {view['directional_preference']}; stage {view['stage_number']} "
            f"({view['stage']}); irritability {view['irritability']}; {view['phase']}; psychosocial risk "
            f"{view['psychosocial_risk']}."
        )
    )
    names = book().letter("contributors")
    for number, one in enumerate(view["contributors"], 1):
        side = f", {one['side']}" if one["side"] else ""
        name = names.get(one["contributor"], {}).get("name", one["contributor"])
        lines.append(f"  {number}. {name}{side} (weight {one['weight']:.2f}, {one['confidence']} confidence)")
        lines += [_wrapped(f"for: {text}", "     ") for text in one["for"]]
        lines += [_wrapped(f"against: {text}", "     ") for text in one["against"]]
        lines.append(_wrapped(f"dropped if: {one['falsifier']}", "     "))
    if view["next_best"]:
        lines.append("  Worth asking or measuring next:")
        lines += _listed(f"{one['ask']} ({one['minutes']:g} min): {one['why']}" for one in view["next_best"])
    return "\n".join(lines)


def assess(answer: dict[str, Any]) -> str:
    """Triage, findings and formulation, one under the other."""
    return "\n".join((triage(answer), findings(answer), formulation(answer)))


def plan(answer: dict[str, Any]) -> str:
    """The whole way; the programme with its reasons, or the reason why there is none."""
    lines = [triage(answer)]
    if answer["formulation"]:
        lines += [findings(answer), formulation(answer)]
    if answer.get("clash"):
        lines.append(_heading("These wishes do not fit together"))
        lines += _listed(f"{one['say']} {one['resolve']}" for one in answer["clash"])
    if answer["programme"]:
        lines += [_programme(answer), _around(answer), verification(answer)]
    return "\n".join(lines)


def _programme(answer: dict[str, Any]) -> str:
    programme = answer["programme"]
    lines = [_heading("The programme"), _wrapped(programme["say"])]
    for phase in programme["phases"]:
        weeks = f"Weeks {phase['from_week']}-{phase['to_week']}"
        lines.append(
            _wrapped(f"{weeks}, stage {phase['stage_number']}: {phase['aim']} Next when {phase['passes_when']}")
        )
    shown = [one for one in programme["sessions"] if one["week"] in (1, 4, 8, 12)]
    for one in shown:
        lines.append(f"\n  Week {one['week']}, session {one['session']} ({one['minutes']:g} min)")
        for item in one["items"]:
            lines.append(f"    {_name(item['exercise'])}: {dose(item)}")
            if one["week"] == 1 and one["session"] == 1:
                lines.append(_wrapped(item["why"], "      "))
    for one in programme["walking"][:1]:
        lines.append(
            _wrapped(
                f"Walking from the first day: {one['minutes']:g} min, {one['times_per_week']} a week. {one['how']}"
            )
        )
    for wait in programme["waiting"]:
        until = f" until week {wait['until_week']}" if wait["until_week"] else ""
        lines.append(_wrapped(f"Waits{until}: {wait['what']}. {wait['why']}"))
    return "\n".join(lines)


def _name(exercise: str) -> str:
    record = book().exercises.get(exercise)
    return record.words.name if record else exercise


def dose(item: dict[str, Any]) -> str:
    """One item's dose in words.

    >>> dose({"sets": 2, "reps": 8, "hold_s": None, "duration_minutes": None, "distance_m": None, "load_kg": 4.0,
    ...       "effort_rpe": 5, "rest_s": 60, "side": None, "each_side": True})
    '2 x 8, 4 kg, each side, effort 5 of 10, rest 60 s'
    """
    parts = [f"{item['sets']} x {item['reps']}" if item["reps"] else f"{item['sets']} x"]
    if item["hold_s"]:
        parts[0] += f" ({item['hold_s']} s hold)"
    if item.get("duration_minutes"):
        parts[0] = f"{item['duration_minutes']:g} min"
    if item.get("distance_m"):
        parts[0] += f" {item['distance_m']:g} m"
    if item["load_kg"]:
        parts.append(f"{item['load_kg']:g} kg")
    if item.get("each_side"):
        parts.append("each side")
    elif item["side"]:
        parts.append(f"{item['side']} side")
    return ", ".join([*parts, f"effort {item['effort_rpe']:g} of 10", f"rest {item['rest_s']} s"])


def _around(answer: dict[str, Any]) -> str:
    programme, lines = answer["programme"], [_heading("Around the training")]
    lines += _listed(f"{one['why']} ({one['hours_per_week']:g} hours a week)" for one in programme["daily_life"])
    lines += _listed(f"To read in week {one['week']}: {one['why']}" for one in programme["education"])
    lines += _listed(f"Ask a {one['to']} ({one['urgency']}): {one['reason']}" for one in answer["referrals"])
    lines += _listed(f"A letter to the {one['to']}: {one['title']}" for one in answer["letters"])
    review = answer["review"]
    lines += _listed([f"Look again in week {review['on_week']}: {', '.join(review['retest'])}"])
    lines += _listed(
        f"Left out, {one['by']}: {_name(one['exercise'])}. {one['because']}" for one in answer["excluded"][:8]
    )
    return "\n".join(lines)


def verification(answer: dict[str, Any]) -> str:
    """What the second pair of eyes said."""
    seen = answer["verification"]
    verdict = "in order" if seen["ok"] else "not in order"
    lines = [_heading(f"Second pair of eyes: {verdict} ({seen['checked']} rules looked at)")]
    lines += _listed(f"{one['where']}: {one['because']} ({one['kind']}, {one['rule']})" for one in seen["violations"])
    return "\n".join(lines)


def today(answer: dict[str, Any]) -> str:
    """Today's session and what changed."""
    lines = [triage(answer), _heading("Today"), _wrapped(answer["note"])]
    lines += _listed(
        f"{one['from'] or 'new'} -> {one['to'] or 'left out'}: {one['because']}" for one in answer["changed"]
    )
    if answer["session"]:
        session = answer["session"]
        lines.append(f"  Week {session['week']}, session {session['session']} ({session['minutes']:g} min)")
        lines += [f"    {_name(item['exercise'])}: {dose(item)}" for item in session["items"]]
    return "\n".join(lines)


def review(answer: dict[str, Any]) -> str:
    """Has it helped."""
    lines = [_heading("Has it helped?")]
    for one in answer["changes"]:
        real = "more than measurement error" if one["beyond_mdc"] else "no measurable change"
        matters = ", and more than matters" if one["beyond_mcid"] else ""
        lines.append(_wrapped(f"{one['measure']}: {one['from']} to {one['to']} ({real}{matters})"))
    for one in answer["durability"]:
        hours = ", ".join(f"{each:g}" for each in one["hours"])
        lines.append(_wrapped(f"Relief after {one['technique'].replace('_', ' ')}: {hours} hours"))
    lines += _listed(f"{one['contributor']}: {one['says']}. {one['because']}" for one in answer["falsifiers"])
    if answer["next_best"]:
        lines.append("  Worth testing next:")
        lines += _listed(f"{one['ask']} ({one['minutes']:g} min): {one['why']}" for one in answer["next_best"])
    return "\n".join([*lines, _wrapped(answer["next"])])


def simulated(answer: dict[str, Any]) -> str:
    """The simulated people as one JSON line each: they are files for other commands."""
    import msgspec

    return "\n".join(msgspec.json.encode(one).decode() for one in answer["people"])


def book_check(answer: dict[str, Any]) -> str:
    """Consistency of the knowledge."""
    if answer["ok"]:
        return f"The book is in order ({answer['book']['version']}, {answer['book']['sha256'][:12]})."
    return "\n".join([*answer["problems"], f"{len(answer['problems'])} problems."])


def book_search(answer: dict[str, Any]) -> str:
    """What was found, one line each."""
    return "\n".join(f"{one['kind']:24} {one['id']:28} {one['name']}" for one in answer["found"]) or "Nothing found."


def progress(total: int) -> Callable[[int], None]:
    """A progress bar on standard error when a terminal is attached, nothing otherwise."""
    if not sys.stderr.isatty():
        return lambda done: None

    def draw(done: int) -> None:
        filled = int(30 * done / max(total, 1))
        end = "\n" if done >= total else ""
        print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done} of {total}", end=end, file=sys.stderr, flush=True)

    return draw
