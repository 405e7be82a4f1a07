"""What the log says and what the next step has to be: the manual of progression, row by row."""

from __future__ import annotations

from logged_people import BOX, DOG, HINGE, Row, arrives, moment, morning, one_line, trained, well
from msgspec.structs import replace

from ladderback.intake.events import Adverse, Cleared, HandsOn

ONE_GOOD, TWO_GOOD = well((1, 1, 1)), well((1, 1, 1), (3, 1, 2))
ONE_GOOD_LATE = well((1, 1, 1), stage=3)

UP_AND_DOWN = (
    Row("nothing yet", "The first training starts as planned.", (), 0, {"step": "hold", "place": (1, 1)}),
    Row("one good", "One good training is not yet two running.", ONE_GOOD, 3, {"step": "hold", "place": (1, 2)}),
    Row("two good", "Two good trainings running: the week is passed, the next amounts are due.", TWO_GOOD, 5,
        {"step": "up", "place": (2, 1), "week_of": {HINGE: 2, BOX: 2}}),
    Row("morning not told", "Nobody told us how the morning was. Unknown is not good, so nothing is added.",
        (*ONE_GOOD, trained(3, 1, 2)), 5, {"step": "hold", "place": (1, 1), "week_of": {HINGE: 1}}),
    Row("the next arrival tells", "Without a morning the next check-in says how it went.",
        (*ONE_GOOD, trained(3, 1, 2), arrives(5, 2)), 5, {"step": "up", "place": (2, 1)}),
    Row("a little worse", "One or two points above usual hold at stage 2: it has to be back to usual.",
        (*ONE_GOOD, trained(3, 1, 2), morning(4, 1)), 5, {"step": "hold", "place": (1, 1)}),
    Row("one point at stage 3", "From stage 3 on one point is less than the error of the scale.",
        (*ONE_GOOD_LATE, trained(3, 1, 2, stage=3), morning(4, 1)), 5, {"step": "up"}, stage=3),
    Row("two points at stage 3", "Two points above usual hold at every stage.",
        (*ONE_GOOD_LATE, trained(3, 1, 2, stage=3), morning(4, 2)), 5, {"step": "hold"}, stage=3),
    Row("much worse", "Three points above usual: one rung down.",
        (*ONE_GOOD, trained(3, 1, 2), morning(4, 3)), 5, {"step": "down", "offset": {HINGE: -1, BOX: -1}}),
    Row("not settled", "Not settled the day after: one rung down, whatever the number.",
        (*ONE_GOOD, trained(3, 1, 2), morning(4, 1, settled=False)), 5, {"step": "down"}),
    Row("a new place", "Pain in a new place: one rung down.",
        (*ONE_GOOD, trained(3, 1, 2), morning(4, 0, sites=("low_back", "thigh_left"))), 5, {"step": "down"}),
    Row("who hurt most", "After a worse day the exercise that hurt most goes down, the others stay.",
        (trained(1, items=one_line(DOG, pain_during=2)), morning(2, 3)), 3,
        {"step": "down", "offset": {DOG: -1, HINGE: 0}}),
    Row("a worse day between", "A worse day without a training in it holds too: no amount rises after it.",
        (*TWO_GOOD, arrives(6, 4)), 7, {"step": "hold", "week_of": {HINGE: 1, BOX: 1}}),
)  # fmt: skip

IN_THE_SESSION = (
    Row("amber", "Stage 2: pain of 3 to 5 in an exercise keeps its amount; the others go on.",
        (trained(1, items=one_line(DOG, pain_during=4)), morning(2),
         trained(3, 1, 2, items=one_line(DOG, pain_during=4)), morning(4)), 5,
        {"step": "up", "place": (2, 1), "week_of": {DOG: 1, HINGE: 2}}),
    Row("red", "Stage 2: above 5 the exercise goes a rung down.",
        (trained(1, items=one_line(DOG, pain_during=6)), morning(2)), 3,
        {"step": "down", "offset": {DOG: -1, HINGE: 0}}),
    Row("five at stage 3", "Stage 3: up to 5 is allowed when it is gone by the next morning.",
        (*ONE_GOOD_LATE, trained(3, 1, 2, stage=3, pain=5), morning(4)), 5, {"step": "up"}, stage=3),
    Row("six at stage 3", "Stage 3: above 5 the exercise goes down.",
        (*ONE_GOOD_LATE, trained(3, 1, 2, stage=3, pain=6), morning(4)), 5, {"step": "down"}, stage=3),
    Row("a rise that went", "Stage 1: a rise of two that was gone after the session is allowed.",
        (trained(1, before=1, pain=3, after=1), morning(2), trained(3, 1, 2, before=1, pain=3, after=1), morning(4)), 5,
        {"step": "up"}, stage=1),
    Row("a rise that stayed", "Stage 1: a small rise that was not seen to go keeps the amount.",
        (trained(1, before=1, pain=2, after=2), morning(2), trained(3, 1, 2, before=1, pain=2, after=2), morning(4)), 5,
        {"week_of": {HINGE: 1}}, stage=1),
    Row("a large rise", "Stage 1: a rise of more than two goes a rung down.",
        (trained(1, before=1, pain=4, after=1), morning(2)), 3, {"step": "down"}, stage=1),
    Row("pain not logged", "Pain in an exercise that nobody wrote down lets it stay, not rise.",
        (trained(1, items=one_line(DOG, pain_during=None)), morning(2),
         trained(3, 1, 2, items=one_line(DOG, pain_during=None)), morning(4)), 5, {"week_of": {DOG: 1, HINGE: 2}}),
    Row("a set missing", "A set that is not in the log never raises a load.",
        (*ONE_GOOD, trained(3, 1, 2, items=one_line(BOX, reps=(8,))), morning(4)), 5,
        {"step": "hold", "place": (1, 1), "week_of": {BOX: 1}}),
    Row("repetitions missing", "A set that fell short never raises a load.",
        (*ONE_GOOD, trained(3, 1, 2, items=one_line(BOX, reps=(8, 5))), morning(4)), 5,
        {"step": "hold", "week_of": {BOX: 1}}),
    Row("stopped by pain", "An exercise that was stopped by pain goes a rung down.",
        (*ONE_GOOD, trained(3, 1, 2, items=one_line(BOX, stopped="pain")), morning(4)), 5,
        {"step": "down", "offset": {BOX: -1, HINGE: 0}}),
    Row("could not, twice", "Not held twice running: one step lower.",
        (trained(1, items=one_line(BOX, stopped="could_not")), morning(2),
         trained(3, 1, 2, items=one_line(BOX, stopped="could_not")), morning(4)), 5,
        {"step": "hold", "offset": {BOX: -1, HINGE: 0}}),
    Row("lighter than planned", "What was in the hands last time is what we go on from.",
        (*ONE_GOOD, trained(3, 1, 2, items=one_line(BOX, load_kg=3.0)), morning(4)), 5, {"load_of": {BOX: 3.0}}),
    Row("harder than the stage", "An effort above the highest of the stage keeps the amount.",
        (trained(1, items=one_line(BOX, effort=8)), morning(2),
         trained(3, 1, 2, items=one_line(BOX, effort=8)), morning(4)), 5, {"week_of": {BOX: 1, HINGE: 2}}),
)  # fmt: skip

PLACES = (
    Row("a missed week", "Weeks are counted by trainings, not by the calendar: a missed week comes again.",
        TWO_GOOD, 14, {"place": (2, 1)}),
    Row("a long silence", "Nothing logged for more than two weeks: one week back.",
        well((1, 1, 1), (3, 1, 2), (5, 2, 1), (7, 2, 2)), 25, {"step": "hold", "place": (2, 1)}),
    Row("a very long silence", "Nothing logged for more than six weeks: week 1 again.",
        well((1, 1, 1), (3, 1, 2), (5, 2, 1), (7, 2, 2)), 60, {"step": "hold", "place": (1, 1)}),
    Row("ahead by two weeks", "A session from far ahead moves the place by one week at most.",
        (*TWO_GOOD, trained(5, 4, 1), morning(6)), 7, {"place": (3, 1)}),
    Row("ahead and not well", "A session from ahead that did not go well moves nothing.",
        (trained(1, 2, 1), morning(2, 2)), 3, {"place": (1, 1)}),
    Row("no session named", "A training without a number counts as the one that was next.",
        (*ONE_GOOD, replace(trained(3, 1, 2), session=None), morning(4)), 5, {"place": (2, 1)}),
)  # fmt: skip

QUOTA = (
    Row("pain is written down", "By quota pain in an exercise does not decide.",
        (trained(1, pain=6), morning(2, 0), trained(3, 1, 2, pain=6), morning(4, 2)), 5,
        {"step": "up", "place": (2, 1), "deciding": "quota", "offset": {HINGE: 0}}, quota=True),
    Row("a worse day", "By quota a worse day lowers nothing, and nothing is raised on that day.",
        (trained(1), morning(2, 0), trained(3, 1, 2), morning(4, 4)), 5,
        {"step": "hold", "place": (2, 1), "offset": {HINGE: 0}, "week_of": {HINGE: 1}}, quota=True),
    Row("silence", "By quota the plan goes on although nobody told us about the morning.",
        (trained(1), trained(3, 1, 2)), 5, {"step": "up", "place": (2, 1)}, quota=True),
    Row("a new place by quota", "A new place decides by quota too.",
        (trained(1), morning(2, 0, sites=("low_back", "calf_left"))), 3, {"step": "down"}, quota=True),
    Row("above seven", "Above 7 the training ends, by quota too.",
        (trained(1, pain=8), morning(2)), 3, {"step": "down"}, quota=True),
    Row("a failed set by quota", "A quota that was not reached is not raised.",
        (trained(1, items=one_line(BOX, reps=(8, 5))), trained(3, 1, 2, items=one_line(BOX, reps=(8, 5)))), 5,
        {"step": "hold", "week_of": {BOX: 1}}, quota=True),
)  # fmt: skip

FLARES = (
    Row("pain alone", "Pain far above usual is not a flare-up by itself.", (arrives(1, 7),), 1, {"flare": None}),
    Row("pain, activity and sleep", "More pain, a movement that got worse and a poor night together are one.",
        (arrives(1, 6, worse_with=("sitting",), sleep="poor", what_happened="gardening"),), 1,
        {"step": "flare_up", "flare": 0}),
    Row("without more pain", "Two days of doing less and sleeping badly are one, with no more pain than usual.",
        (arrives(1, 2, worse_with=("sitting",)), arrives(2, 2, sleep="poor")), 2, {"step": "flare_up", "flare": 1}),
    Row("day 4", "The plan goes on by the calendar.",
        (arrives(1, 6, worse_with=("sitting",), sleep="poor"),), 5, {"step": "flare_up", "flare": 4}),
    Row("day 8", "From day 8 on, when some days brought no sign, the usual plan is back.",
        (arrives(1, 6, worse_with=("sitting",), sleep="poor"),), 9, {"flare": None}),
    Row("longer than its plan", "Signs after day 7: somebody should look at it.",
        (arrives(1, 6, worse_with=("sitting",), sleep="poor"), arrives(8, 7)), 9, {"step": "back_to_triage"}),
    Row("by quota too", "A flare-up switches to its plan by quota too.",
        (arrives(1, 6, worse_with=("sitting",), sleep="poor"),), 1, {"step": "flare_up"}, quota=True),
)  # fmt: skip

FIRST_THINGS = (
    Row("a new safety answer", "A yes to a safety question comes before any training.",
        (*ONE_GOOD, arrives(3, 2, nothing_new=None, safety={"night_pain": True})), 3, {"step": "back_to_triage"}),
    Row("cleared since", "Whoever was cleared after it goes on.",
        (*ONE_GOOD, arrives(3, 2, nothing_new=None, safety={"night_pain": True}),
         Cleared(at=moment(4), id="cleared", clears=("MAL-2",), by="physician")), 4, {"step": "hold"}),
    Row("both legs", "New pain in both legs goes back to triage, and somebody is called first.",
        (*ONE_GOOD, morning(3, 0, sites=("low_back", "thigh_left", "thigh_right"))), 3, {"step": "back_to_triage"}),
    Row("something went wrong", "What needed care is looked at first.",
        (*ONE_GOOD, Adverse(at=moment(3), id="adverse", severity="moderate")), 3, {"step": "back_to_triage"}),
    Row("relief that never lasts", "Three times short and not growing: look elsewhere.",
        tuple(HandsOn(at=moment(day, 18), id=f"hands-{day}", technique="massage", pain_before=5, pain_after=1,
                      relief_hours=5) for day in (1, 4, 7)), 8, {"step": "look_elsewhere"}),
    Row("relief that grows", "Relief that lasts longer each time is no reason to look elsewhere.",
        tuple(HandsOn(at=moment(day, 18), id=f"hands-{day}", technique="massage", pain_before=5, pain_after=1,
                      relief_hours=6.0 * day) for day in (1, 4, 7)), 8, {"step": "hold"}),
    Row("gains too small", "A gain below the error of the scale starts no half-time.",
        tuple(HandsOn(at=moment(day, 18), id=f"hands-{day}", technique="massage", pain_before=5, pain_after=4,
                      relief_hours=5) for day in (1, 4, 7)), 8, {"step": "hold"}),
)  # fmt: skip

TABLE = {
    "Up, hold or down": UP_AND_DOWN,
    "In the training": IN_THE_SESSION,
    "Which week, which session": PLACES,
    "By quota": QUOTA,
    "Flare-ups": FLARES,
    "What comes first": FIRST_THINGS,
}
