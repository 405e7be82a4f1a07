"""The practitioner's sheet: why we may train, what was found, what we think and what would change our mind."""

from __future__ import annotations

import re
from typing import Any

from ladderback.assessment.values import Finding
from ladderback.documents import load_pages
from ladderback.documents.at_a_glance import excluded_by_rule, limits_that_stand, programme_at_a_glance, waiting_lines
from ladderback.documents.facts import Facts, because_status
from ladderback.documents.footing import footed, quotations, recorded
from ladderback.documents.sheet import (
    Block,
    Bullets,
    Columns,
    Line,
    Note,
    Notes,
    Page,
    Paragraph,
    Section,
    Sheet,
    Span,
    Table,
    Title,
    line,
    strong,
)
from ladderback.documents.week_page import stop_rules
from ladderback.documents.wording import (
    asked,
    capital,
    clinical_test_name,
    contributor_name,
    day,
    figure,
    in_words,
    label,
    labels,
    sentence,
    task,
)
from ladderback.evidence import book
from ladderback.formulation.values import Contributor

LARGEST, SMALLEST = 10.5, 6.5  # type sizes [pt]
MOST_ROWS = 16  # rows of the table of findings; typical ones beyond that stand in one line
MOST_CONTRIBUTORS, MOST_REASONS, MOST_ASKS, MOST_RETESTS = 6, 3, 5, 8
ORDER = ("finding", "borderline", None, "typical")


def practitioner(facts: Facts, *, name: str | None = None) -> Sheet:
    """Two sides for the professional, then load, day, slack and norms; the name stands on it only when it is given.

    Raises:
        NotVerifiedError: the programme was not passed by the second pair of eyes.
    """
    words, composed = labels("practitioner"), facts.composed
    pages = (_first(facts, words, name), _second(facts, words), *load_pages.pages(facts))
    used = {item.exercise for one in composed.programme.sessions for item in one.items}
    rules = [one.rule for one in facts.decision.reasons]
    known = book()
    records = [
        *(known.exercises[key] for key in sorted(used)),
        *(known.red_flag_rules[key] for key in rules if key in known.red_flag_rules),
        *(
            known.contributors[one.contributor]
            for one in facts.formulation.contributors
            if one.contributor in known.contributors
        ),
    ]
    return footed(
        "practitioner", words["title"], pages, on=facts.on, records=records, checked=facts.checked, advice=False,
        quoted=recorded(facts.record),
    )  # fmt: skip


def _first(facts: Facts, words: dict[str, Any], name: str | None) -> Page:
    client = facts.record.client
    person = words["person_named" if name else "person"].format(
        name=name, sex=words["female" if client.sex == "female" else "male"], age=client.age
    )
    under = [line(capital(person))] + [line(words["goal"].format(task=task(goal))) for goal in facts.record.goals[:2]]
    head = Title(text=words["title"], under=(*under, line(_means(facts, words))), aside=(line(day(facts.on)),))
    body = (
        head, *_triage(facts, words), *_findings(facts, words), *_formulation(facts, words),
        *_contributors(facts, words),
    )  # fmt: skip
    return Page(body=body, largest_pt=LARGEST, smallest_pt=SMALLEST)


def _second(facts: Facts, words: dict[str, Any]) -> Page:
    body = (
        Title(text=words["programme"], under=(line(words["path"].format(weeks=facts.composed.programme.weeks)),)),
        programme_at_a_glance(facts.composed.programme, words),
        Columns(columns=(_left(facts, words), _right(facts, words)), widths=(1.0, 1.0)),
    )
    return Page(body=body, largest_pt=LARGEST, smallest_pt=SMALLEST)


def _means(facts: Facts, words: dict[str, Any]) -> str:
    means = facts.record.means
    if means is None:
        return ""
    how, minutes = words["supervised" if means.supervised else "alone"], figure(means.minutes_per_session, 0)
    place, times = label("place", means.place), means.sessions_per_week
    return str(words["means"].format(place=place, times=times, minutes=minutes, supervised=how))


def _triage(facts: Facts, words: dict[str, Any]) -> tuple[Block, ...]:
    decision = facts.decision
    parts = [label("urgency", decision.urgency)] + (
        [] if decision.gate == "proceed" else [label("gate", decision.gate)]
    )
    answer = sentence("; ".join(parts))
    reasons = [_reason(one.rule, one.because, one.say, one.sources, one.status) for one in decision.reasons]
    notes = [Note(label=words["reasons"], line=one) for one in reasons] or [
        Note(label=words["reasons"], line=line(words["no_reasons"]))
    ]
    questions = [one.question for one in decision.questions] or [in_words(one) for one in decision.open_questions]
    if questions:
        notes.append(Note(label=words["open_questions"], line=line(" ".join(map(sentence, questions[:MOST_ASKS])))))
    said = [Paragraph(line=strong(answer))]
    after = [Paragraph(line=line(words["clearance"]))] if decision.clearance_before_vigorous else []
    return (Section(text=words["triage"]), *said, Notes(notes=tuple(notes), size="small"), *after)


def _reason(rule: str, because: dict[str, Any], say: str, sources: tuple[str, ...], status: Any) -> Line:
    facts = ", ".join(
        in_words(key) if value is True else f"{in_words(key)} {figure(value)}" for key, value in because.items()
    )
    cited = f" [{', '.join(sources)}]" if sources else ""
    return line(f"{rule} ({facts}): {sentence(say)}{cited}", mark=status)


def _findings(facts: Facts, words: dict[str, Any]) -> tuple[Block, ...]:
    found = sorted(
        facts.findings.findings, key=lambda one: (ORDER.index(one.verdict), one.z or 0.0, one.test, one.side or "")
    )
    if not found:
        return (Section(text=words["findings"]), Paragraph(line=line(words["no_findings"])))
    rows, rest = found[:MOST_ROWS], found[MOST_ROWS:]
    table = Table(
        caption=words["findings"], head=tuple(words["finding_head"]), rows=tuple(_row(one, words) for one in rows),
        widths=(3.0, 0.8, 1.2, 2.6, 0.7, 2.2),
    )  # fmt: skip
    more = words["also"].format(tests=", ".join(_in_short(one, words) for one in rest))
    return (Section(text=words["findings"]), table, *([Paragraph(line=line(more), size="small")] if rest else []))


def _row(one: Finding, words: dict[str, Any]) -> tuple[Line, ...]:
    shape: Any = one.verdict or "none"
    reading = Span(text=words["verdict"][shape], shape=shape)
    side = words[one.side] if one.side else words["both"]
    return (
        line(clinical_test_name(one.test)), line(side), line(_value(one)), _norm(one, words),
        line("" if one.z is None else f"{one.z:.1f}".replace("-", "−")), (reading,),
    )  # fmt: skip


def _in_short(one: Finding, words: dict[str, Any]) -> str:
    side = f" {words[one.side]}" if one.side else ""
    return f"{clinical_test_name(one.test)}{side} {_value(one)} ({words['verdict'][one.verdict or 'none']})"


def _value(one: Finding) -> str:
    unit = "" if isinstance(one.value, str) else label("unit", one.unit)
    return figure(one.value) + (unit if unit in ("°", "%") else f" {unit}" if unit else "")


def _norm(one: Finding, words: dict[str, Any]) -> Line:
    norm = one.norm
    if norm is None:
        return (Span(text=words["verdict"]["none"], quiet=True),)
    if norm.mean is not None:
        text = figure(norm.mean) + (f" (SD {figure(norm.sd)})" if norm.sd is not None else "")
    elif norm.cutoff is not None:
        text = words["cutoff"].format(cutoff=figure(norm.cutoff))
    elif norm.low is not None or norm.high is not None:
        key = "range" if norm.low is not None and norm.high is not None else "up_to" if norm.low is None else "from"
        text = words[key].format(low=figure(norm.low), high=figure(norm.high))
    else:
        text = words["published"]
    return line(f"{text}, {norm.source}", mark=norm.status)


def _formulation(facts: Facts, words: dict[str, Any]) -> tuple[Block, ...]:
    one = facts.formulation
    parts = (
        words["pattern"].format(pattern=in_words(one.pattern)),
        words["preference"].format(preference=in_words(one.directional_preference)),
        words["stage"].format(number=one.stage_number, stage=label("stage", one.stage)),
        words["irritability"].format(irritability=one.irritability), words["phase"].format(phase=one.phase),
        words["risk"].format(risk=one.psychosocial_risk),
    )  # fmt: skip
    said = tuple(line(one) for one in quotations(facts.record))
    read = (Section(text=words["formulation"]), Paragraph(line=line(sentence("; ".join(parts)))))
    return (*read, Section(text=words["diagnoses"]), Bullets(lines=said)) if said else read


def _contributors(facts: Facts, words: dict[str, Any]) -> tuple[Block, ...]:
    found = facts.formulation.contributors
    shown = sorted(found, key=lambda one: -one.weight)[:MOST_CONTRIBUTORS]
    rows = tuple(_contributor(one, facts, words) for one in shown)
    head = tuple(words[key] for key in ("contributors", "for", "against", "falsifier"))
    table = Table(caption=words["contributors"], head=head, rows=rows, widths=(1.9, 2.6, 1.1, 2.1), top=True)
    left = len(found) - len(shown)
    more = (Paragraph(line=line(capital(words["more"].format(count=left))), size="small"),) if left else ()
    return (Section(text=words["contributors"]), table, *more)


def _contributor(one: Contributor, facts: Facts, words: dict[str, Any]) -> tuple[Line, ...]:
    name = contributor_name(one.contributor, one.side)
    how = f"{words['worked_by'][one.worked_by]}, {words['from_week'].format(week=one.from_week)}"
    sure = Span(text=words["certainty"][one.confidence], shape=one.confidence)
    first = (Span(text=f"{name}. ", strong=True), sure, Span(text=f"; {how}", quiet=True))
    against = " ".join(map(sentence, one.against[:MOST_REASONS])) or words["nothing"]
    speaks = line(" ".join(map(sentence, one.for_[:MOST_REASONS])), mark=because_status(one.because, facts.findings))
    return (first, speaks, line(against), line(one.falsifier))


def _left(facts: Facts, words: dict[str, Any]) -> tuple[Block, ...]:
    composed = facts.composed
    waiting = waiting_lines(composed.programme, words)
    return (
        Section(text=words["excluded"]), excluded_by_rule(composed.excluded, words),
        *((Section(text=words["waiting"]), Bullets(lines=waiting, size="small")) if waiting else ()),
        Section(text=words["limits"]), Bullets(lines=limits_that_stand(facts.record, words), size="small"),
    )  # fmt: skip


def _right(facts: Facts, words: dict[str, Any]) -> tuple[Block, ...]:
    composed, say = facts.composed, words
    asks = tuple(
        line(say["next_line"].format(ask=asked(one.ask), minutes=figure(one.minutes), why=one.why))
        for one in facts.formulation.next_best[:MOST_ASKS]
    )
    others = tuple(
        line(
            say["referral_line"].format(
                to=capital(in_words(one.to)), urgency=label("urgency_short", one.urgency), reason=one.reason
            )
        )
        for one in composed.referrals
    )
    tests = ", ".join(clinical_test_name(one) for one in composed.retest[:MOST_RETESTS])
    again = (say["retest"].format(tests=tests),) if tests else ()
    individual = tuple(line(sentence(one)) for one in composed.individual_because)
    stops = "; ".join(re.split("[:.]", one[0].text)[0] for one in stop_rules(facts))
    parts: tuple[tuple[str, tuple[Line, ...]], ...] = (
        (say["individual"], individual), (say["next_best"], asks), (say["referrals"], others),
        (say["review"].format(week=composed.review_on_week), tuple(line(one) for one in again)),
        (say["stop_rules"], (line(sentence(stops)),) if stops else ()),
    )  # fmt: skip
    return tuple(
        block for title, lines in parts if lines for block in (Section(text=title), Bullets(lines=lines, size="small"))
    )
