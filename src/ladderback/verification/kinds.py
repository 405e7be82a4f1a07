"""Every kind of thing that can be out of order, with what it means. The kinds are stable: other programs read them."""

from __future__ import annotations

from ladderback.verification.values import Violation

KINDS: dict[str, str] = {
    # triage and the care team
    "gate": "sessions or walking although the gate of triage holds",
    "gate_movement": "a movement that the gate of triage, or a clearance still asked for, leaves out",
    "restriction": "a movement that the care team has restricted",
    "restriction_review": "no review asked for before a restriction of the care team ends",
    "clearance_limit": "a movement that a clearance leaves out",
    # the rows of the limits, by what they ask
    "limit_forbid": "an exercise that a limit leaves out",
    "limit_effort": "more effort than a limit allows",
    "limit_load": "more load than a limit allows",
    "limit_hold": "a longer hold than a limit allows",
    "limit_step": "a larger step than a limit allows",
    "limit_no_programme": "sessions or walking while a limit allows none",
    "limit_supervision": "sessions alone while a limit asks for supervision",
    "limit_intensity": "heart rate, or no effort, where a limit asks for effort",
    "limit_require": "something that a limit asks for is missing although it is possible",
    "limit_walking": "walking that a limit asks for is missing",
    "limit_stop_rule": "a stop rule or a check that a limit asks for is missing",
    "limit_refer": "a referral that a limit asks for is missing",
    # the exercise and its place
    "unknown_exercise": "an exercise that is not in the catalogue",
    "never_prescribed": "an exercise that is known and never prescribed",
    "stage": "an exercise that does not belong to the stage of the week",
    "irritability": "a heavier class of exercise than high irritability allows",
    "equipment": "an exercise whose kit is not there",
    "place": "an exercise whose kit belongs to a gym or clinic",
    "strong_target": "an exercise whose target is already strong",
    # dose
    "effort": "more effort than the stage, the gate or a missing clearance allows",
    "effort_missing": "no effort is said",
    "number": "a number that cannot be: negative, not finite, or zero sets",
    "dose_sets": "sets outside the range of the record",
    "dose_reps": "repetitions outside the range of the record",
    "dose_hold": "a hold outside the range of the record",
    "dose_minutes": "minutes of work outside the range of the record",
    "dose_metres": "metres outside the range of the record",
    "rest": "less rest than the record asks for",
    "load_without_kit": "a load on an exercise that has none",
    "start_load": "the first load is above the one the record starts with",
    "load_jump": "the load rises by more than the record allows",
    "two_steps": "more than one step of one exercise in a week",
    # the ladders
    "rung_unknown": "a rung that is on no ladder of the plan, or no step of the ladder's record",
    "rung_exercise": "a rung trained by another exercise, or on another side, than its own",
    "rung_load": "an item with more weight than its rung asks for",
    "rung_falls": "the rungs go down over the weeks although nothing flared up",
    "rung_beyond_early": "a rung beyond the task before its stage",
    "rung_beyond_heavy": "a rung beyond the task that loads the low back too much more than the task",
    "rung_tired_heavy": "tired and heavier together",
    "rung_limit": "a rung that a limit leaves out",
    "ladder_order": "a ladder on which the load falls from one rung to the next",
    # sides
    "side_missing": "one side of a sided exercise is not trained",
    "side_wrong": "a side is given to an exercise that has none",
    # sessions and weeks
    "duplicate_item": "the same exercise for the same side twice in a session",
    "too_few": "fewer exercises in a session than the least",
    "too_many": "more exercises in a session than the most",
    "too_many_different": "more different exercises in a week than the most",
    "too_many_new": "more new exercises in a week than the most",
    "time": "the session takes longer than the time there is",
    "minutes_stated": "stated minutes and counted minutes differ",
    "too_many_sessions": "more sessions in a week than the person has",
    "no_sessions": "no session in a week that could have one",
    "numbering": "weeks or sessions are not numbered 1, 2, 3",
    "weeks": "the programme is not twelve weeks long",
    "phases": "the stages do not cover each week once",
    "stage_order": "a stage comes too early or is left out",
    # the whole
    "walking_missing": "no walking in a week in which this person may walk",
    "aerobic": "aerobic work that cannot be: unknown, too hard, too often, without kit or left out by a rule",
    "aerobic_missing": "a weight goal without aerobic work",
    "dietitian_missing": "a weight goal without the offer of a dietitian",
    "referral_missing": "high psychosocial risk without the offer of psychotherapy beside exercise",
    "contributor_unaddressed": "the plan does not address a contributor although it could",
    "excluded_prescribed": "an exercise that is said to be left out stands in the programme",
    "stop_rule_missing": "a stop rule that stands in every programme is missing",
    "review_week": "no retest, or too late",
    "why_missing": "an item does not say why it is there",
    "progress_missing": "an item does not say when it progresses",
    "regress_missing": "an item does not say what it falls back to",
    "forbidden_word": "a word we never say",
    "programme_missing": "no programme, although this person may train and no wishes clash",
}


def violation(kind: str, where: str, rule: str, because: str) -> Violation:
    """Writes one thing down that is not in order.

    >>> violation("time", "week 1 session 1", "minutes_per_session", "31 minutes are counted, 30 there are").kind
    'time'
    """
    if kind not in KINDS:
        raise KeyError(kind)
    return Violation(kind=kind, where=where, rule=rule, because=because)
