"""A whole journey in words, as a clinician would want to read it: from the answers to today and the review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ladderback import intake
from ladderback.cli.terminal import dose
from ladderback.evidence import book
from ladderback.pathway import Walk, answers
from ladderback.terms.status import show_status

WEEKS_SHOWN = (1, 4, 8, 12)
Answer = dict[str, Any]


def journey(case: Path, journal: Path | None = None) -> str:
    """The journey of one example person as a page."""
    raw = case.read_bytes()
    record = intake.read(raw, case.name)
    walk = Walk(record, None, record.taken_on)
    plan = answers.plan_answer(walk)
    parts = [_head(raw.decode(), walk), _triage(plan), *(_assessed(plan) if plan["formulation"] else ())]
    if plan["programme"]:
        parts += [_programme(plan), _ladders(plan), _weeks(plan), _around(plan), _waiting_and_left_out(plan)]
        parts.append(_safety_net(plan))
    if plan.get("clash"):
        parts.append(_clash(plan))
    if journal:
        parts.append(_later(case, journal))
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def _head(text: str, walk: Walk) -> Iterator[str]:
    record = walk.record
    client, means = record.client, record.means
    yield f"# {record.title}"
    yield ""
    expected = " ".join(line[2:] for line in text.splitlines() if line.startswith("# "))
    yield f"*{expected}*"
    yield ""
    who = f"{client.age} years, {client.sex}"
    if client.height_cm and client.mass_kg:
        who += f", {client.height_cm:g} cm, {client.mass_kg:g} kg"
    if means:
        who += (
            f". Trains {means.sessions_per_week} times a week for {means.minutes_per_session:g} minutes at "
            f"{_place(means.place)}"
        )
    yield f"{who}."
    worse = sorted(name for name, felt in record.movements.items() if felt == "worse")
    better = sorted(name for name, felt in record.movements.items() if felt == "better")
    if worse or better:
        yield f"Hurts: {_words(worse)}. Helps: {_words(better)}."
    goals = [f"{_say(goal.task)}" + (f" with {goal.load_kg:g} kg" if goal.load_kg else "") for goal in record.goals]
    yield f"Wants: {_words(goals)}."
    recorded = [f"{_say(one.condition)} (recorded by a {one.given_by})" for one in record.diagnoses]
    if recorded:
        yield f"On record: {_words(recorded)}."
    for one in record.restrictions:
        until = f" until {one.until}" if one.until else ""
        yield f"Instruction of the {one.given_by}: no {_say(one.avoid)}{until}."


def _triage(plan: Answer) -> Iterator[str]:
    triage = plan["triage"]
    yield from _heading("May we train today?")
    yield f"Urgency **{_say(triage['urgency'])}**, gate **{_say(triage['gate'])}**."
    yield ""
    yield f"> {triage['say']}"
    yield ""
    if triage["recipient"]:
        yield f"Who should see this person: {triage['recipient']}."
    for reason in triage["reasons"]:
        facts = ", ".join(f"{_say(key)} {_shown(value)}" for key, value in sorted(reason["because"].items()))
        cited = f"{', '.join(reason['sources'])}{show_status(reason['status'])}"
        yield f"- {reason['rule']} ({_say(reason['urgency'])}): {facts}. {cited}."
    if triage["open_questions"]:
        yield f"Still open, the most decisive first: {_words(triage['open_questions'][:8])}."
    elif triage["complete"]:
        yield "Every mandatory safety question is answered."


def _assessed(plan: Answer) -> Iterator[Iterator[str]]:
    yield _findings(plan)
    yield _view(plan)


def _findings(plan: Answer) -> Iterator[str]:
    yield from _heading("What was measured")
    for one in plan["findings"]:
        norm = one["norm"]
        value = f"{one['value']:g} {one['unit']}" if isinstance(one["value"], int | float) else str(one["value"])
        side = f", {one['side']}" if one["side"] else ""
        against = f"; {norm['population']} ({norm['source']}{show_status(norm['status'])})" if norm else ""
        z = f", z {one['z']:+.1f}" if one["z"] is not None else ""
        verdict = one["verdict"] or "not set against a norm"
        strong = " **Strong.**" if one["strong"] else ""
        yield f"- {_test(one['test'])}{side}: {value}: **{verdict}**{z}{against}.{strong}"
    if not plan["findings"]:
        yield "Nothing yet, and nothing is needed to begin."


def _view(plan: Answer) -> Iterator[str]:
    view = plan["formulation"]
    yield from _heading("What we work on, and why we think so")
    yield (
        f"Pattern {_say(view['pattern'])}; preference {_say(view['directional_preference'])}; stage "
        f"{view['stage_number']} ({_say(view['stage'])}); irritability {view['irritability']}; {view['phase']}; "
        f"psychosocial risk {view['psychosocial_risk']}."
    )
    yield ""
    for number, one in enumerate(view["contributors"], 1):
        side = f", {one['side']}" if one["side"] else ""
        yield (
            f"{number}. **{_contributor(one['contributor'])}**{side} (weight {one['weight']:.2f}, {one['confidence']} "
            f"confidence, worked by {_say(one['worked_by'])} from week {one['from_week']})"
        )
        yield f"   - for: {' '.join(one['for']) or 'nothing yet'}"
        if one["against"]:
            yield f"   - against: {' '.join(one['against'])}"
        yield f"   - dropped if: {one['falsifier']}"
    if view.get("strong"):
        yield ""
        strong = [_contributor(name) for name in view["strong"]]
        yield f"Already strong, so not to be trained further: {_words(strong)}."
    if view["next_best"]:
        yield ""
        yield "Worth asking or measuring next:"
        for ask in view["next_best"]:
            yield f"- {_test(ask['ask'])} ({ask['minutes']:g} min): {ask['why']}"


def _programme(plan: Answer) -> Iterator[str]:
    programme = plan["programme"]
    yield from _heading("The programme")
    yield programme["say"]
    yield ""
    yield f"What made this one different: {' '.join(plan['individual_because'])}"
    yield ""
    for phase in programme["phases"]:
        yield (
            f"- Weeks {phase['from_week']} to {phase['to_week']}, stage {phase['stage_number']}: {phase['aim']} Next "
            f"when: {phase['passes_when']}"
        )


def _ladders(plan: Answer) -> Iterator[str]:
    for ladder in plan["ladders"]:
        kg = f", {ladder['load_kg']:g} kg" if ladder["load_kg"] else ""
        yield from _heading(f"The ladder to: {ladder['name']}{kg}", "###")
        yield from _rungs(ladder)
        if ladder["rungs"]:
            yield from _climb(ladder)


def _rungs(ladder: Answer) -> Iterator[str]:
    """Where the person stands, and every rung from the lowest to the highest."""
    way = [*ladder["rungs"], *(one for one in ladder["beyond"] if one not in ladder["rungs"])]
    told: set[str] = set()
    for one in way:
        fear = f", worry {one['fear']:g}" if one["fear"] is not None else ""
        here = " **You are here.**" if one["rung"] == ladder["at"] else ""
        note = "" if one["state"] in ("now", "later") or one["note"] in told else f" {one['note']}"
        told.add(one["note"])
        yield f"- {one['name']}: {one['ratio_to_standing']:.1f} times standing{fear}.{here or note}"
    for said in ladder["says"]:
        if said.startswith("Your ladder ends") or not way:
            yield f"- {said}"


def _climb(ladder: Answer) -> Iterator[str]:
    """What the weeks train of it, weeks alike together, and why what was not."""
    names = {one["rung"]: one["name"] for one in (*ladder["rungs"], *ladder["beyond"])}
    lines: dict[tuple[str, str], list[Answer]] = {}
    for one in ladder["plan"]["weeks"]:
        lines.setdefault((one["rung"], one["where"]), []).append(one)
    yield ""
    for (rung, where), found in lines.items():
        kilos = [one["load_kg"] for one in found]
        span = f"{kilos[0]:g}" if kilos[0] == kilos[-1] else f"{kilos[0]:g} to {kilos[-1]:g}"
        kg = f", with {span} kg" if found[0]["asked_kg"] and max(kilos) < found[0]["asked_kg"] else ""
        place = "in the walks" if where == "walking" else "in the sessions"
        yield f"- {_weeks_said([one['week'] for one in found])}, {place}: {names[rung]}{kg}."
    left: dict[tuple[str, str], list[Answer]] = {}
    for one in ladder["plan"]["left_out"]:
        left.setdefault((one["kind"], one["because"]), []).append(one)
    for (_, because), found in left.items():
        weeks = _weeks_said([week for one in found for week in one["weeks"]])
        yield f"- Not trained, {weeks.lower()}: {'; '.join(one['name'] for one in found)}. {because}"


def _weeks_said(weeks: list[int]) -> str:
    first, last = min(weeks), max(weeks)
    if first == last:
        return f"Week {first}"
    gap = len(set(weeks)) < last - first + 1
    return "Weeks " + ", ".join(map(str, weeks)) if gap else f"Weeks {first} to {last}"


def _weeks(plan: Answer) -> Iterator[str]:
    told: set[str] = set()
    for week in WEEKS_SHOWN:
        yield from _heading(f"Week {week}", "###")
        sessions = [one for one in plan["programme"]["sessions"] if one["week"] == week]
        if not sessions:
            yield "No session this week."
        for alike in _alike(sessions):
            numbers = [str(one["session"]) for one in alike]
            named = f"Session {numbers[0]}" if len(alike) == 1 else f"Sessions {', '.join(numbers)}, all alike"
            yield f"{named}, {alike[0]['minutes']:g} minutes"
            yield ""
            for item in alike[0]["items"]:
                yield from _item(item, told)
            yield ""
        yield from _moving(plan["programme"], week)


def _alike(sessions: list[Answer]) -> list[list[Answer]]:
    """Sessions of a week, those with the same items together."""
    groups: list[list[Answer]] = []
    for session in sessions:
        same = next((group for group in groups if group[0]["items"] == session["items"]), None)
        if same is None:
            groups.append([session])
        else:
            same.append(session)
    return groups


def _item(item: Answer, told: set[str]) -> Iterator[str]:
    yield f"- {_exercise(item['exercise'])}: {dose(item)}"
    if item["exercise"] not in told:
        told.add(item["exercise"])
        yield f"  - why: {item['why']}"
        if item["load"]:
            yield f"  - load on the low back: {item['load']['plain']}"
        yield f"  - next when: {item['progress_when']} Otherwise: {_exercise(item['regress_to'])}"


def _moving(programme: Answer, week: int) -> Iterator[str]:
    for one in programme["walking"]:
        if one["week"] == week:
            yield f"Walking: {one['minutes']:g} minutes, {one['times_per_week']} times. {one['how']}".rstrip()
    for one in programme["aerobic"]:
        if one["week"] == week:
            yield (
                f"{_exercise(one['exercise'])}: {one['minutes']:g} minutes, {one['times_per_week']} times, effort "
                f"{one['effort_rpe']:g} of 10. {one['why']}"
            )


def _around(plan: Answer) -> Iterator[str]:
    programme = plan["programme"]
    yield from _heading("Around the training")
    for one in programme["daily_life"]:
        yield f"- {_contributor(one['contributor'])}, {one['hours_per_week']:g} hours a week: {one['why']}"
        for advice in one["advice"]:
            yield f"  - {advice}"
    for one in programme["education"]:
        yield f"- To read in week {one['week']}: {_topic(one['topic'])}. {one['why']}"
    for one in plan["referrals"]:
        yield f"- Ask a {one['to']} ({_say(one['urgency'])}): {one['reason']}"


def _waiting_and_left_out(plan: Answer) -> Iterator[str]:
    yield from _heading("What waits, and what is left out")
    for one in plan["programme"]["waiting"]:
        until = f" until week {one['until_week']}" if one["until_week"] else ""
        yield f"- Waits{until}: {one['what']}. {one['why']}"
    by_rule = Counter(one["by"] for one in plan["excluded"])
    for rule, number in sorted(by_rule.items()):
        first = next(one for one in plan["excluded"] if one["by"] == rule)
        names = [_exercise(one["exercise"]) for one in plan["excluded"] if one["by"] == rule][:4]
        more = f" and {number - 4} more" if number > 4 else ""
        yield f"- Left out by {rule}: {', '.join(names)}{more}. {first['because']}"


def _safety_net(plan: Answer) -> Iterator[str]:
    yield from _heading("Stop rules, flare-up, review")
    for rule in plan["stop_rules"]:
        yield f"- Stop rule {_say(rule)}"
    for day in plan["flare_up_plan"].get("days", ()):
        yield f"- Flare-up, day {day['day']}: {day['say']}"
    yield f"Looked at again in week {plan['review']['on_week']}: {_words(map(_test, plan['review']['retest']))}."
    seen = plan["verification"]
    verdict = "in order" if seen["ok"] else "NOT in order"
    yield f"Second pair of eyes: {verdict}, {seen['checked']} rules looked at, {len(seen['violations'])} violations."


def _clash(plan: Answer) -> Iterator[str]:
    yield from _heading("These wishes do not fit together")
    for wish in plan["clash"]:
        yield f"- {wish['say']} {wish['resolve']}"


def _later(case: Path, journal: Path) -> Iterator[str]:
    record = intake.read(case.read_bytes(), case.name)
    happened = intake.read_journal(journal.read_bytes(), journal.name)
    walk = Walk(record, happened, intake.latest_day(record, happened))
    yield from _today(answers.today_answer(walk), walk)
    yield from _review(answers.review_answer(walk))


def _today(today: Answer, walk: Walk) -> Iterator[str]:
    yield from _heading(f"Today, {walk.on}")
    yield today["note"]
    yield ""
    for change in today["changed"]:
        before, after = _exercise(change["from"] or "new"), _exercise(change["to"] or "left out")
        yield f"- {before} becomes {after}: {change['because']}"
    session = today["session"]
    if session is None:
        yield "No session today."
        return
    yield f"Week {session['week']}, session {session['session']}, {session['minutes']:g} minutes:"
    yield ""
    for item in session["items"]:
        yield f"- {_exercise(item['exercise'])}: {dose(item)}"


def _review(review: Answer) -> Iterator[str]:
    yield from _heading("Has it helped?")
    for one in review["changes"]:
        real = "more than measurement error" if one["beyond_mdc"] else "no measurable change"
        matters = ", and more than matters" if one["beyond_mcid"] else ""
        yield f"- {_say(one['measure'])}: {_shown(one['from'])} to {_shown(one['to'])} ({real}{matters})"
    for one in review["durability"]:
        grows = "growing" if one["growing"] else "not growing"
        yield f"- Relief after {_say(one['technique'])}: {', '.join(f'{h:g}' for h in one['hours'])} hours, {grows}"
    for one in review["falsifiers"]:
        yield f"- {_contributor(one['contributor'])}: {one['says']}. {one['because']}"
    for ask in review["next_best"]:
        yield f"- Worth testing next: {_test(ask['ask'])} ({ask['minutes']:g} min): {ask['why']}"
    for one in review["ladders"]:
        yield f"- Ladder to {_say(one['task'])}: from {one['from']} to {one['to']}, {one['rungs_left']} rungs left."
    yield ""
    yield review["next"]


def _heading(text: str, level: str = "##") -> Iterator[str]:
    yield from ("", f"{level} {text}", "")


def _place(place: str) -> str:
    return {"home": "home", "gym": "the gym", "clinic": "the clinic"}[place]


def _say(word: str) -> str:
    return word.replace("_", " ")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, int | float) else _say(str(value))


def _words(words: Iterable[str]) -> str:
    return ", ".join(_say(word) for word in words) or "nothing"


def _exercise(name: str) -> str:
    record = book().exercises.get(name)
    return record.words.name if record else _say(name)


def _test(name: str) -> str:
    record = book().clinical_tests.get(name)
    return record.name if record else _say(name)


def _topic(name: str) -> str:
    return _say(name.partition(".")[2] or name)


def _contributor(name: str) -> str:
    found = book().letter("contributors").get(name, {})
    return str(found.get("name", _say(name)))
