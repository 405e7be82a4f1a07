"""Record kind: a limit (`knowledge/tables/limits.csv`): what a condition, a phase or a fact asks of a programme.

Two programs read these rows with code of their own (`programme.limits` and `verification`); this page is the only
meaning they share. `docs/reference/limits.md` says the same with examples.

WHEN A ROW APPLIES in programme week w (1-12): unless it is known false that
  (any word of `applies_to`) and (every word of `needs`) and (the week touches the window) and (the stage fits),
in three-valued logic, and unless the row is lifted. So "not known" applies.

WORDS are yes, no or not known. `not:` before a word turns yes into no and no into yes.
  any                    yes
  <condition>            yes when recorded in history.diagnosis, whatever its state; else no
  healed:<condition>     yes when recorded and every record of it has the state healed; else no
  pregnant               yes when client.pregnant or feature pregnant is yes or pregnancy is recorded; else no
  surgery:<kind>         yes when recorded; else no
  approach:<word>        of hip replacements: yes when the recorded approach contains the word, no when it is recorded
                         and does not, not known when no approach is recorded
  feature:<f>            yes when the record's features say yes; else no
  medicine:<m>           yes when answered yes; else no
  bp:<s>/<d>             yes when systolic >= s or diastolic >= d [mmHg]; else no (not measured is no)
  site:below_knee        yes when a site is calf or foot or feature radicular_pain_below_knee is yes; no when sites are
                         known and none is; not known when no sites were given
  pattern:<p>  preference:<p>  phase:<p>   compared with the formulation
  irritability:<i>       compared with the formulation; not known when it says unknown
  gate:<g>               compared with the triage gate
  triage:<rule>          yes when the rule is among the reasons of triage

WEEKS. `clock` says since when: t0 [weeks] is the time passed on the day of the programme (record.on). The record's
own times (duration_days, weeks_ago, pregnancy_week) are those of that day already: intake lets them age.
  onset      duration_days / 7
  surgery    the smallest weeks_ago of the surgeries named in applies_to; when none of these has weeks_ago,
             weeks from the earliest dated record of a condition named in applies_to; else not known
  diagnosis  weeks from the earliest dated record of a condition named in applies_to to `on`; else not known
  pregnancy  pregnancy_week
  programme  0
In week w time runs from t0 + w - 1 to t0 + w. The week touches the window when t0 + w - 1 < weeks_to and
t0 + w > weeks_from. With t0 not known: when w - 1 < weeks_to (it began at the latest today); weeks_from is met.
STAGE: `stage_max` fits while the stage number of week w is at most this; a week without a stage fits.

LIFTED: a clearance whose `clears` names the row's id, or its first four characters (DH05 lifts DH05 and DH05B), by
a role in `lifted_by`, and whose `until` is absent or not before the last day of the week (on + 7w - 1 days), lifts
the row for that week. An empty `lifted_by`: nobody lifts it. Limits named in a clearance that is in force are
forbidden (as `forbid` does) while it is.

MATCHING: a word of `effect_tags` or `exempt` matches an exercise when it is one of its tags (all_tags), its movement
or its id, or `group:<its group>`, `position:<its position>`, `target:<one of its targets>`. Empty effect_tags match
every exercise. An exercise that matches `exempt` is not touched by the row. Items of sessions and of `aerobic` are
looked at; `walking` is only touched by `no_programme` and `walking`.

WHAT AN EFFECT ASKS in the weeks in which the row applies: see `Effect`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.status import Status

Effect = Literal[
    "forbid",  # no item matches
    "cap_effort",  # effort_rpe <= effect_value for items that match
    "cap_load_kg",  # load_kg <= effect_value for items that match
    "cap_load_body_mass",  # load_kg <= effect_value x mass_kg for items that match (mass not known: no load)
    "cap_hold",  # hold_s <= effect_value for items that match
    "cap_step",  # an exercise that stood in the week before: load_kg at most effect_value per cent more (or, where
    # load did not change, reps or hold_s at most effect_value per cent or by 1 more); highest value of each week
    "no_programme",  # no session and no aerobic; no walking either, unless effect_tags has walking
    "supervised_only",  # no session and no aerobic unless means.supervised
    "intensity_by_effort",  # effort_rpe from 1 to 10 for every item; no text of the programme speaks of heart rate
    "require",  # once in all weeks in which it applies, an item matches - where one is possible (see below)
    "require_weekly",  # in each such week min(effect_value, sessions of that week) sessions have an item that matches,
    # an entry of aerobic counting times_per_week - where one is possible
    "walking",  # an entry of walking in each such week; with `intervals` in effect_tags its `how` is not empty
    "stop_rule",  # every stop rule named in effect_tags stands in stop_rules
    "session_check",  # every check named in effect_tags stands in stop_rules (texts: letters/en/session_checks)
    "refer",  # a referral to one of effect_tags stands in the answer
    "hands_off",  # a hands-on technique that is not used: nothing in a programme can break it
    "permit",  # nothing to break: it tells the reader that something is allowed
]
# Possible in a week: sessions may stand in it, and an exercise matches that the stage of the week, the equipment, no
# forbid row, restriction, gate or irritability rules out, and whose smallest dose alone fits the minutes of a session.
# That its target is already strong does not rule it out: a row that requires something outranks that.
Action = Literal["avoid", "limit", "modify", "prefer", "permit", "refer"]


class Limit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row: first the words of the source, then the reading of them (a proposal of ours) that both programs share.

    A source row that asks for more than one thing stands in further rows whose id ends in B, C or D.
    `status` is that of the source's words. `say` is the sentence for the person.
    """

    rule_id: str
    condition: str
    stage: str
    time_window: str
    tag: str
    action: Action
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
    clock: Literal["", "onset", "surgery", "diagnosis", "pregnancy", "programme"]
    weeks_from: float | None = None
    weeks_to: float | None = None
    stage_max: int | None = None
    effect: Effect
    effect_tags: tuple[str, ...]
    effect_value: float | None = None
    exempt: tuple[str, ...]
    lifted_by: tuple[str, ...]
    say: str
