"""The colours of the plots, by role, for the screen and for paper, and which words may stand on which ground."""

from __future__ import annotations

from msgspec import Struct

from ladderback.documents.plots.values import Theme

HAIRLINE = 0.67  # half a point


class Paint(Struct, frozen=True, kw_only=True):
    """One set of colours by role, and the sizes of its texts [px]. `fills` is False where areas stay white."""

    fills: bool
    label: float
    small: float
    body: float
    title: float
    colours: dict[str, str]


LIGHT = Paint(
    fills=True, label=13.5, small=15.0, body=17.0, title=19.0,
    colours={
        "milk": "#FBFAF5", "wall": "#CFE0DB", "sink": "#E4E3D8", "line": "#D3D1C4", "edge": "#7E8078",
        "ink": "#1D2B2F", "ink2": "#475559", "spruce": "#1D4E54", "spruce2": "#2B666C", "on_spruce": "#F4F1E6",
        "mist": "#D8E5E1", "straw": "#EDBE52", "straw_t": "#F8E9C3", "straw_d": "#7A5508", "oxide": "#9A3324",
        "oxide_t": "#F5DDD5", "rush": "#4C6B2F", "rush_t": "#DFE8CF", "wood": "#C9985A", "wood_l": "#DDB680",
        "wood_d": "#8A5F2C", "pic": "#F6F4EB", "left": "#2A6E93", "right": "#B4571F", "later": "#557A76",
    },
)  # fmt: skip
_BLACK = ("ink", "spruce", "spruce2", "straw_d", "oxide", "rush", "wood_d", "left", "right")
_WHITE = ("milk", "wall", "sink", "mist", "straw", "straw_t", "oxide_t", "rush_t", "wood", "wood_l", "pic", "on_spruce")
PRINT = Paint(
    fills=False, label=12.0, small=13.3, body=14.7, title=16.0,
    colours=dict.fromkeys(_BLACK, "#000000") | dict.fromkeys(_WHITE, "#FFFFFF")
    | {"ink2": "#333333", "edge": "#333333", "line": "#999999", "later": "#666666"},
)  # fmt: skip
PAINTS: dict[Theme, Paint] = {"light": LIGHT, "print": PRINT}

# Words on grounds: each pair keeps 4.5 to 1. A pair that is not here cannot be drawn.
WORDS_ON = frozenset(
    [(ink, ground) for ink in ("ink", "ink2", "spruce") for ground in ("milk", "wall", "sink", "mist", "pic")]
    + [("ink", "straw"), ("ink", "wood_l"), ("ink", "rush_t"), ("ink", "straw_t"), ("ink", "oxide_t")]
    + [("on_spruce", "spruce"), ("on_spruce", "spruce2"), ("on_spruce", "rush"), ("straw_d", "straw_t")]
    + [("oxide", "milk"), ("oxide", "oxide_t"), ("rush", "milk"), ("rush", "rush_t"), ("left", "milk")]
    + [("right", "milk"), ("straw_d", "milk")]
)
# Marks on grounds: each keeps 3 to 1.
MARKS_ON = frozenset(
    [(mark, "milk") for mark in ("ink", "ink2", "edge", "spruce", "rush", "oxide", "left", "right", "later", "straw_d")]
    + [(mark, "wall") for mark in ("ink", "ink2", "spruce", "rush", "later", "straw_d", "wood_d")]
)
