"""Record kind: an exercise (`knowledge/exercises/<id>.toml`): catalogue facts and client words."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.status import Status

Movement = Literal[
    "hinge", "squat", "push", "pull", "carry", "rotation", "legs", "aerobic", "mobility", "control", "trunk",
    "balance", "breathing", "relaxation", "nerve", "directional", "task",
]  # fmt: skip
Span = tuple[float, float]


class Dose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Range of a dose. Reps are per side; hold [s]; minutes [min]; metres [m]; rest [s]; `per_day` how often a day."""

    wording: str
    sets: tuple[int, int]
    reps: tuple[int, int] | None = None
    hold_s: tuple[int, int] | None = None
    minutes: Span | None = None
    metres: Span | None = None
    per_day: tuple[int, int] = (1, 1)
    rest_s: int
    status: Status


class ExternalLoad(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is held or pushed: start [kg], step [% of load]; trunk and axial work steps smaller than a limb."""

    kind: str
    start_kg: float | None = None
    step_percent: float
    region: Literal["axial", "limb"]
    status: Status


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the client reads; our own wording, status proposal until a clinician has signed it."""

    name: str
    purpose: str
    cues: tuple[str, str, str]
    stop: str
    progress_when: str
    regress_to: str
    status: Status = "proposal"


class Exercise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One exercise.

    `equipment` is a list of alternatives that must all be met: [["bench"], ["bar", "dumbbell"]] is a bench and
    (a bar or a dumbbell). `load_class` 1-5 is an expert estimate until it is computed. `targets` are trained
    directly, `supports` on the way. `stages` empty means known, never prescribed.
    """

    id: str
    name: str
    group: str
    pattern: str
    movement: Movement
    main_muscles: str
    emg: str
    lumbar_posture: str
    load_class: int
    equipment: tuple[tuple[str, ...], ...]
    position: str
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    stages: tuple[int, ...]
    tags: tuple[str, ...]
    tags_added: tuple[str, ...]
    sided: bool
    targets: tuple[str, ...]
    supports: tuple[str, ...]
    dose: Dose
    load: ExternalLoad | None = None
    set_up_s: int
    seconds_per_rep: float
    words: Words
    sources: tuple[str, ...]
    status: Status
    status_wording: str
    reviewed_by: str = ""

    @property
    def all_tags(self) -> tuple[str, ...]:
        """Tags of the catalogue and those we added to be safe."""
        return self.tags + self.tags_added
