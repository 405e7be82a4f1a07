"""What is said of the slack: plain sentences for the client, figures for the practitioner, and what it is not."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from ladderback.body.slack.values import Answer, Effect, Slack, Span, Way
from ladderback.evidence import book

_MOVED = 3  # ways that are told to the client at most


class Told(Struct, frozen=True, kw_only=True):
    """The sentences for the client and for the practitioner."""

    client: tuple[str, ...]
    practitioner: tuple[str, ...]


def tell(slack: Slack) -> Told:
    """Puts one answer into words; clients get shares and angles, never a force and never a cause."""
    return Told(client=tuple(_to_client(slack)), practitioner=tuple(_to_practitioner(slack)))


def say(part: str, key: str, /, **values: Any) -> str:
    """A sentence of the slack letter with its gaps filled.

    >>> say("joint", "ankle")
    'ankle'
    """
    sentence: str = book().letter("slack")[part][key]
    return sentence.format(**values)


def shown(slack: Slack) -> tuple[Effect, ...]:
    """The restrictions that may be shown: clear ones, and those that make the way possible at all."""
    return tuple(one for one in slack.effects if one.clear or one.opens)


def whole(value: float) -> str:
    """A figure as it is shown: no decimals.

    >>> whole(89.6)
    '90'
    """
    return f"{value + 0.0:.0f}".replace("-0", "0") if abs(value) < 0.5 else f"{value:.0f}"


def _to_client(slack: Slack) -> list[str]:
    lines = [say("client", "task", task=say("task", slack.task), way=say("way", slack.way))]
    seen = shown(slack)
    lines += [say("stops", one.name, measured=whole(one.measured)) for one in seen]
    lines += _how_it_goes(slack, seen)
    lines += [_other_way(slack, one) for one in _told_ways(slack)]
    return [*lines, say("client", "calculation"), say("client", "opposite")]


def _how_it_goes(slack: Slack, seen: tuple[Effect, ...]) -> list[str]:
    if not slack.answer.possible:
        return [
            say("client", "not_possible", centimetres=_centimetres(slack.answer)),
            *(_opens(one) for one in seen if one.opens),
        ]
    lines = [say("client", "rest")] if seen else []
    lines.append(_with_band("share", slack.share, share=whole(slack.answer.share)))
    lines.append(say("band", slack.answer.band))
    if slack.share.low is not None and slack.share.high is None:
        lines.append(say("client", "brink"))
    lines += [
        say("client", "instead", joint=say("joint", one.name), norm=whole(one.norm), share=whole(one.restored.share))
        for one in seen
        if one.shifts
    ]
    lines += _least(slack, seen)
    if not slack.effects:
        lines.append(say("client", "nothing_short"))
    elif not seen:
        lines.append(say("client", "no_clear"))
    return lines


def _least(slack: Slack, seen: tuple[Effect, ...]) -> list[str]:
    move = say("move", slack.direction)
    if float(whole(slack.answer.least)) == 0:
        return [say("client", "no_must", move=move)]
    lines = [_with_band("least", slack.least, least=whole(slack.answer.least), move=move)]
    for one in seen:
        words = {"joint": say("joint", one.name), "norm": whole(one.norm)}
        none = float(whole(one.restored.least)) == 0
        lines.append(
            say("client", "least_none", **words)
            if none
            else say("client", "least_instead", least=whole(one.restored.least), **words)
        )
        if one.switched:
            lines.append(say("client", "switched", **words))
    return lines


def _with_band(key: str, span: Span, **values: str) -> str:
    if span.low is None or span.high is None or whole(span.low) == whole(span.high):
        return say("client", key, **values)
    return say("client", f"{key}_band", low=whole(span.low), high=whole(span.high), **values)


def _opens(one: Effect) -> str:
    return say("client", "opens", joint=say("joint", one.name), norm=whole(one.norm))


def _told_ways(slack: Slack) -> list[Way]:
    """Easier ways; where none is, and this way is not possible, those that are."""
    easier = [one for one in slack.ways if one.easier]
    return sorted(easier, key=lambda one: (one.answer.share, one.answer.least))[:_MOVED]


def _other_way(slack: Slack, one: Way) -> str:
    return say(
        "client", "other_way", way=say("way", one.way), share=whole(one.answer.share), least=whole(one.answer.least),
        move=say("move", slack.direction),
    )  # fmt: skip


def _centimetres(answer: Answer) -> str:
    return f"{answer.misses_mm / 10:.0f}" if answer.misses_mm >= 10 else "1"


def _to_practitioner(slack: Slack) -> list[str]:
    lines = [_heading(slack), *(_effect(one) for one in slack.effects), *(_way(one) for one in slack.ways)]
    if slack.assumed:
        names = ", ".join(say("joint", name) for name in slack.assumed)
        lines.append(f"{say('practitioner', 'assumed', names=names)} {say('practitioner', 'measure_next')}")
    return [*lines, say("practitioner", "caveat")]


def _heading(slack: Slack) -> str:
    words = {
        "task": say("task", slack.task),
        "way": say("way", slack.way),
        "side": f" ({slack.side})" if slack.side else "",
    }
    if not slack.answer.possible:
        return say("practitioner", "not_possible", misses=whole(slack.answer.misses_mm), **words)
    return say(
        "practitioner", "heading", share=whole(slack.answer.share), least=whole(slack.answer.least),
        **_ends(slack.share, ""), **_ends(slack.least, "least_"), free=whole(slack.restored.share),
        free_least=whole(slack.restored.least),
        **words,
    )  # fmt: skip


def _ends(span: Span, prefix: str) -> dict[str, str]:
    return {f"{prefix}{end}": "?" if (one := getattr(span, end)) is None else whole(one) for end in ("low", "high")}


def _effect(one: Effect) -> str:
    verdict = [say("practitioner", "opens" if one.opens else "clear" if one.clear else "no_clear")]
    if one.switched:
        verdict.append(say("practitioner", "switched"))
    part = "" if one.shapley is None else say("practitioner", "part", shapley=whole(one.shapley))
    return say(
        "practitioner", "effect", joint=say("joint", one.name), measured=whole(one.measured), norm=whole(one.norm),
        error=whole(one.error), share=whole(one.share.value), **_ends(one.share, ""), least=whole(one.least.value),
        **_ends(one.least, "least_"), part=part, kept=whole(100 * one.kept), verdict=" ".join(verdict),
    )  # fmt: skip


def _way(one: Way) -> str:
    way = say("way", one.way)
    if not one.answer.possible:
        return say("practitioner", "way_not", way=way, misses=whole(one.answer.misses_mm))
    easier = say("practitioner", "easier") if one.easier else ""
    return say("practitioner", "way", way=way, share=whole(one.answer.share), least=whole(one.answer.least)) + easier
