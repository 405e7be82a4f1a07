"""Sides of the body. Rotation and side bend to the person's right are positive."""

from __future__ import annotations

from typing import Literal

Side = Literal["left", "right"]
SIDES: tuple[Side, ...] = ("left", "right")


def other(side: Side) -> Side:
    """The opposite side.

    >>> other("left")
    'right'
    """
    return "right" if side == "left" else "left"


def mirrored(word: str) -> str:
    """Swaps left and right in an identifier, so that a mirrored person can be checked against the original.

    >>> mirrored("side_bend_left")
    'side_bend_right'
    """
    swap = {"left": "right", "right": "left"}
    return "_".join(swap.get(part, part) for part in word.split("_"))
