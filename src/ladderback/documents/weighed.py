"""The load of an exercise in words: a band and a ratio for the client, figures for the practitioner."""

from __future__ import annotations

from functools import lru_cache

from ladderback.body.movement import MovementLoad, movement_load
from ladderback.body.values import Build
from ladderback.documents.pictured import build_of
from ladderback.documents.sheet import Line, line
from ladderback.documents.wording import capital, figure, labels
from ladderback.evidence import book
from ladderback.intake.values import Client
from ladderback.ladder.values import Rung
from ladderback.terms.sides import Side


def load_of(movement: str, client: Client, side: Side | None = None, kg: float | None = None) -> MovementLoad | None:
    """The load of a movement on this person's spine; None where it has no poses, or height or mass are not known."""
    if client.height_cm is None or client.mass_kg is None or movement not in book().poses:
        return None
    return _load(movement, build_of(client), side, kg or None)


@lru_cache(maxsize=1024)
def _load(movement: str, build: Build, side: Side | None, kg: float | None) -> MovementLoad:
    return movement_load(build, movement, side, kg)


def band_words(band: str) -> str:
    """A band of load in plain words."""
    return book().tables["load_bands"][band].cells["plain"]


def client_line(found: MovementLoad) -> Line:
    """The load of an exercise for the client: about how often standing, and whether from a study."""
    words, halves = labels("load"), round(2 * found.ratio) / 2
    band = capital(band_words(found.band))
    if found.band_from == "computed" and halves > 1:
        band = words["halves"].format(ratio=figure(halves))  # to the half: finer would be false precision
    return line(words[found.band_from].format(band=band), mark=found.status)


def rung_line(rung: Rung) -> Line:
    """The load of a rung for the client: the ratio with how far it could be off, and the class of a study."""
    words = labels("load")
    low, high = _times(rung.ratio_low), _times(rung.ratio_high)
    said = words["about"].format(ratio=_times(rung.ratio_to_standing), low=low, high=high)
    if rung.band_from == "measured":
        said += " " + words["class_measured"].format(band=band_words(rung.band))
    return line(said, mark="proposal")


def _times(ratio: float) -> str:
    return f"{max(ratio, 0.0):.1f}"
