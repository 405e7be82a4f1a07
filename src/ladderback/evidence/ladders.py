"""Record kind: the ladder to one life task (`knowledge/ladders/<task>.toml`): steps from which rungs are chosen.

The order of the rungs is never written here: it is computed on the spine of the person. A record says which movements
may be rungs, which of their qualities are how hard, and what each prepares. All of it is our own choice: a proposal.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.status import Status

Quality = Literal["support", "range", "reach", "height", "twist", "speed", "surprise"]
StepKind = Literal["step", "task", "heavier", "awkward", "tired"]
BEYOND: tuple[StepKind, ...] = ("heavier", "awkward", "tired")


class Variation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is changed of the key poses: hands higher [cm] or further away [cm], the trunk turned [deg] (to the right
    positive), only a share of the bend kept, surfaces moved up [cm]. Empty: the movement as it is."""

    raise_cm: float = 0.0
    further_cm: float = 0.0
    turn_deg: float = 0.0
    bend: float = 1.0
    raised: dict[str, float] = {}

    @property
    def changes(self) -> bool:
        """Whether anything is changed at all."""
        return self != Variation()


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step that may become rungs: one for each weight, or for each amount where nothing is held.

    `name` may hold {kg}. `movement` is posed and weighed; `exercise` of the catalogue trains it (the movement itself
    when empty). `share` are the least and the most weight as shares of the weight of the task; absent: nothing is held.
    `most_kg` bounds the weight; `empty`: also without weight, by the name `name_empty`. `reps` and `minutes` are the
    amounts of the rung, the last one that of the task. `levels`: how hard each quality is, 0 when it is not named.
    `tags` are words of the limits beyond those of the exercise.
    """

    id: str
    name: str
    movement: str
    prepares: str
    kind: StepKind = "step"
    name_empty: str = ""
    exercise: str = ""
    share: tuple[float, float] | None = None
    most_kg: float | None = None
    empty: bool = False
    reps: tuple[int, ...] = (5,)
    minutes: tuple[float, ...] = ()
    levels: dict[Quality, int] = {}
    variation: Variation = Variation()
    tags: tuple[str, ...] = ()

    @property
    def trained_by(self) -> str:
        """The exercise of the catalogue that trains this step."""
        return self.exercise or self.movement


class LadderRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The ladder to one life task; its id is the task. `goal_kg`: the weight when the goal names none."""

    id: str
    name: str
    goal_kg: float = 0.0
    steps: tuple[Step, ...]
    note: str = ""
    sources: tuple[str, ...] = ("PROPOSAL",)
    status: Status = "proposal"
    reviewed_by: str = ""

    @property
    def task(self) -> Step:
        """The life task itself."""
        return next(one for one in self.steps if one.kind == "task")
