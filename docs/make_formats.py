"""Writes the reference of the case and the journal from the types and the tables that read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import inspect

from ladderback.evidence import book
from ladderback.intake.case.reading import FORMAT, MOST_BYTES
from ladderback.intake.case.shape import CaseFile
from ladderback.intake.events import Happened, Line
from ladderback.intake.journal import reading
from ladderback.intake.mistakes.explain import allowed
from ladderback.intake.mistakes.mistake import FREE_TEXT
from ladderback.intake.words import words

HERE = Path(__file__).parent / "reference"
GROUPS = (
    ("site", "`episode.sites`, `sites` of a check-in and a day after"),
    ("movement", "keys of `movements`, words of `worse_with` and `better_with`"),
    ("repeated", "keys of `repeated`"),
    ("injury_site", "`history.injury.site`"),
    ("injury_kind", "`history.injury.kind`"),
    ("approach", "`history.surgery.approach`"),
    ("tried", "`history.tried.what`"),
    ("belief", "`mind.beliefs`"),
    ("work", "`daily_life.work`"),
    ("technique", "`technique` of hands-on work"),
    ("licensed_role", "`given_by`, `by`, `to`: licensed, may record a condition"),
    ("other_role", "`given_by` of a restriction, `by`, `to`: others"),
    ("measure", "`measure`"),
    ("always_home", "always there at home"),
    ("always_gym", "always there in a gym"),
    ("always_clinic", "always there in a clinic"),
)

CASE = """# Case file, format `{name}`

One person on one day: what they told and what was measured. TOML, or the same structure as JSON (a file that
begins with `{{`), in UTF-8, at most {megabytes:g} MB. The people in `examples/cases` are complete examples.

- **Absent means not asked.** It is never no, zero or normal. `null` in JSON is the same as absent. NaN is
  refused.
- **The schema is closed.** An unknown key or word, a wrong type, a value outside its span, a date after
  `taken_on` is an error that names file, line, key, what came, what is allowed and the nearest known word.
  `true` is not a number, `1` is not true.
- **Free text** (`title`, `story`) is kept, never interpreted, and never repeated in a message.
- Every relative time counts from `taken_on`. The clock is never read.
- Required: `format`, `taken_on`, `client.age`, `client.sex`; inside a list entry or `means` what is marked so.
  A programme also needs `client.height_cm`, `client.mass_kg` and `means`.

## Keys

{keys}

## Clinical tests

`[tests]` has one key a test: the ids of `ladderback book search`. A test with sides takes `{{ left = 30, right
= 22 }}` (one side alone is one side measured), any other a bare value or `{{ value = 60 }}`. Both tables may
carry `position`, `instrument` and `on`; without a position the one of the procedure stands. Answers: a number
in the unit and span of the test's record; `pass` or `fail`; `positive` or `negative`; `normal` or `abnormal`;
for repeated movements `better`, `worse`, `same`, `centralised`, `peripheralised`.

## Safety

`[safety]` has one key a safety feature: `true` reported or observed, `false` asked and denied. A feature that
only says "none of these was found" may be denied, never affirmed.

What follows from another answer need not be given, and must not contradict it: the error names both. The record
says for every feature where it is from ("answered", "derived from client.age = 61", "implied by fever",
"recorded by physician").

| feature | read from | yes when | otherwise |
|---|---|---|---|
{derived}

A recorded condition answers yes to:

{conditions}

A group question denied denies its members; a yes to a member always stands, also beside a denied group:

{implied}

Mandatory for everybody: {mandatory}. Mandatory for women of 12 to 55 as well: `pregnant`.

## Words

{words}
Conditions: {condition_words}.

Life tasks: {tasks}; and `body_mass` with `target_kg`.

Equipment: {equipment}.

`history.restriction.avoid` and `limits`: {tags}.

`clears` and `rules`: ids of red-flag rules and limits (`ladderback book search`), and `restriction:` with one of
these tags.
"""

JOURNAL = """# Journal, format `{name}`

What happened since, one JSON object a line, append-only, in UTF-8; at most {megabytes:g} MB and {lines:,}
lines. Blank lines do not count. A first line `{{"format": "{name}"}}` may name the format.

- `at` is when it happened, with an offset from UTC. The state is computed by `at`, then `id`; the order of the
  lines in the file does not matter. A line belongs to the day of the place where it was written (the date as it
  stands in `at`).
- `id` makes a repeated line harmless: the same id with the same content counts once, with other content it is
  an error.
- Unknown keys, words and impossible values are errors that name line, key, what came, what is allowed, the
  nearest word.
- `note`, `name`, `reason`, `owner`, `what_happened` are free text: kept, never interpreted, never repeated in a
  message.

## Keys

Every line has `at`, `id`, `event`.

{keys}

## What a line does to what is known

- `check_in`: pain, sites and pressure take the place of older ones; `worse_with` and `better_with` change the
  map of movements; a safety answer counts from its moment on. `nothing_new: true` denies the mandatory safety
  questions, except those already answered yes: nothing new takes no yes back.
- `clinical_test`: the newest value of a test, a side and a position stands.
- `diagnosis`, `restriction`: the newest of the same role about the same condition or tag stands. What a
  professional recorded stands over an older no.
- `goal`: takes the place of earlier goals of the same task. `cleared` is kept as it is; the triage says what it
  lifts.
- Time goes by: `duration_days`, `years_ago`, `weeks_ago` and the week of a pregnancy grow; past week 42 nobody
  knows until somebody asks. The age stays, for the birthday is not known.
- Lines from before `taken_on` fill only what the case left open.

## Corrections

`corrects` names the id of another line in `of`. `with` is the whole event that should have stood there (its
`id` may be left out, and its `at`, then the time stays), or `null` to withdraw the line. A correction may be
corrected in its turn: withdrawn, it is as if never written; given another event, that one stands instead. Of
several corrections of one line the latest stands. A mistake was one from the start, so a correction counts for
every day, also before it was written.
"""


def rows(kind: inspect.Type, path: str = "") -> Iterator[tuple[str, str, bool]]:
    """Each key with what is allowed and whether it is required."""
    if isinstance(kind, inspect.StructType):
        for field in kind.fields:
            name = f"{path}.{field.encode_name}" if path else field.encode_name
            inner = inner_struct(field.type)
            if inner is not None and name != "tests":
                yield from rows(inner, name)
            else:
                yield name, what_is_allowed(name, field.type), field.required


def what_is_allowed(name: str, kind: inspect.Type) -> str:
    """What a key may hold; a text that is not free is one of the words below."""
    if name == "format":
        return f"`{FORMAT}`"
    free = name.rsplit(".", 1)[-1] in FREE_TEXT
    return allowed(kind) if free else allowed(kind).replace("a text", "a word")


def inner_struct(kind: inspect.Type) -> inspect.StructType | None:
    """The table that a key holds, alone or in a list."""
    if isinstance(kind, inspect.StructType):
        return kind
    if isinstance(kind, inspect.UnionType):
        found = [one for one in kind.types if isinstance(one, inspect.StructType)]
        return found[0] if len(found) == 1 and len(kind.types) == 2 else None
    return inner_struct(kind.item_type) if isinstance(kind, inspect.VarTupleType) else None


def table(found: Iterable[tuple[str, str, bool]]) -> str:
    """A table of keys."""
    lines = ["| key | allowed | |", "|---|---|---|"]
    return "\n".join(lines + [f"| `{key}` | {what} | {'required' if must else ''} |" for key, what, must in found])


def listed(known: Iterable[str]) -> str:
    """Words, in order."""
    return " ".join(f"`{word}`" for word in known)


def derived() -> str:
    """The rows of the derived features."""
    lines = []
    for row in book().tables["derived_features"].values():
        cell = row.cells
        rest = {"yes_no": "no", "yes": "not known", "no": "not known"}[cell["says"]]
        if cell["yields"] == "stands_in":
            rest += "; an answer stands"
        when = cell["meaning"] if cell["says"] != "no" else f"(no, because {cell['meaning']})"
        lines.append(f"| `{cell['feature']}` | `{cell['reading']}` | {when} | {rest} |")
    return "\n".join(lines)


def conditions() -> str:
    """The recorded conditions that answer a question."""
    lines = []
    for name, row in book().tables["conditions"].items():
        always, unless = row.cells["answers"], row.cells["answers_unless_healed"]
        if always or unless:
            lines.append(f"- `{name}`: `{always or unless}`" + ("" if always else ", unless its state is `healed`"))
    return "\n".join(lines)


def groups() -> str:
    """The words of every group."""
    found: dict[str, list[str]] = {}
    for row in book().tables["case_words"].values():
        found.setdefault(row.cells["group"], []).append(row.cells["word"])
    return "".join(f"- {where}: {listed(found[group])}\n" for group, where in GROUPS)


def case_page() -> str:
    """The page of the case format."""
    known = words()
    everybody = [name for name, row in book().tables["mandatory_questions"].items() if not row.cells["sex"]]
    return CASE.format(
        name=FORMAT,
        megabytes=MOST_BYTES / 1e6,
        keys=table(rows(inspect.type_info(CaseFile))),
        derived=derived(),
        conditions=conditions(),
        implied="\n".join(f"- `{group}`: {listed(one.denies)}" for group, one in book().implies.items()),
        mandatory=listed(everybody),
        words=groups(),
        condition_words=listed(book().tables["conditions"]),
        tasks=listed(book().tables["life_tasks"]),
        equipment=listed(sorted(known.equipment)),
        tags=listed(sorted(known.tags)),
    )


def event_tables() -> str:
    """A table of keys for every event."""
    line: Any = inspect.type_info(Line)
    shared = {field.encode_name for field in inspect.type_info(Happened).fields}  # type: ignore[attr-defined]
    parts = []
    for kind in line.types:
        found = [row for row in rows(kind) if row[0] not in shared]
        parts.append(f"### `{kind.tag}`\n\n{kind.cls.__doc__}\n\n{table(found)}")
    return "\n\n".join(parts)


def journal_page() -> str:
    """The page of the journal format."""
    return JOURNAL.format(
        name=reading.FORMAT, megabytes=reading.MOST_BYTES / 1e6, lines=reading.MOST_LINES, keys=event_tables()
    )


if __name__ == "__main__":
    (HERE / "case_format.md").write_text(case_page(), encoding="utf-8")
    (HERE / "journal_format.md").write_text(journal_page(), encoding="utf-8")
