"""What is prescribed, at what dose, for what reason.

The room holds the parts a programme is made of. `limits` says what this person must not do, week by week; `phases`
lays out the stages; `dosing` grows one exercise by one step a week; `walking`, `aerobic` and `daily_life` work the
other twenty-three hours; `why` says for each item why it stands there for this person. `prescribe` writes one exercise
down as it stands in a session. The planner decides which; nothing here chooses.
"""

from ladderback.programme.prescribing import prescribe

__all__ = ["prescribe"]
