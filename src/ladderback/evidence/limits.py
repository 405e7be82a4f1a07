"""Record kind: a limit (`knowledge/tables/limits.csv`): what a condition, a phase or a fact asks of a programme."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.status import Status

Effect = Literal[
    "forbid",  # no item with one of effect_tags (or of the exercises named in effect_tags)
    "cap_effort",  # items with one of effect_tags (or all): effort_rpe <= effect_value
    "cap_load_kg",  # items with one of effect_tags (or all): load_kg <= effect_value
    "cap_load_body_mass",  # ... load_kg <= effect_value x body mass
    "cap_hold",  # ... hold_s <= effect_value
    "cap_step",  # from week to week load, reps or hold of one exercise rises by at most effect_value per cent or 1 rep
    "no_programme",  # no exercise sessions at all (walking only when effect_tags has walking)
    "supervised_only",  # sessions only under supervision
    "intensity_by_effort",  # every item carries an effort in RPE; no heart-rate target
    "require",  # at least one item of effect_tags (movements, groups or exercise ids; any) in the programme
    "require_weekly",  # the same, every week; effect_value = days a week where given
    "walking",  # walking from week 1; effect_value = most minutes a walk where given
    "stop_rule",  # the stop rule of that id stands in the programme
    "refer",  # a referral to one of effect_tags stands in the answer
    "permit",  # nothing to break: it takes a limit of others back (listed for the reader)
    "session_check",  # a check before each session stands in the stop rules or notes (blood pressure, sugar)
]


class Limit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row. The words of the source come first, then the reading of them that both checkers share.

    `applies_to`: ids joined by ";", any of them: a condition of the case format, or `any`, `pattern:flexion`,
    `surgery:fusion`, `feature:steroid_prolonged`, `medicine:beta_blocker`, `phase:acute`, `irritability:high`,
    `pregnant`, `postpartum`, `bp:180/110`. `needs`: the same words, all of them, with `not:` allowed.
    `clock` counts weeks since onset, surgery, diagnosis, birth or of pregnancy; `weeks_from` <= t < `weeks_to`.
    `stage_max`: applies while the stage number of the week is at most this. What is not known applies (never "no").
    """

    rule_id: str
    condition: str
    stage: str
    time_window: str
    tag: str
    action: Literal["avoid", "limit", "modify", "prefer", "permit", "refer"]
    limit_or_dose: str
    reason: str
    release_condition: str
    who_decides: str
    strength: str
    sources: tuple[str, ...]
    status: Status
    status_wording: str
    applies_to: tuple[str, ...]
    needs: tuple[str, ...]
    clock: Literal["", "onset", "surgery", "diagnosis", "pregnancy", "birth"]
    weeks_from: float | None = None
    weeks_to: float | None = None
    stage_max: int | None = None
    effect: Effect
    effect_tags: tuple[str, ...]
    effect_value: float | None = None
    exempt: tuple[str, ...]
    say: str
