"""Pictures of movements: people drawn from the same solved poses as the load, on sheets of numbered key poses.

A pose is solved, its body seen by a camera, its flesh projected, and everything painted from the back to the front: far
limbs before near ones, hands round what they hold. A larger body is drawn larger. Nothing here is drawn by hand.
"""

from ladderback.body.picture.figure import Fragment, described, draw_scene, figure, pose_fragment, title_of
from ladderback.body.picture.looks import chosen, look_named, looks
from ladderback.body.picture.snapshot import snapshot
from ladderback.body.picture.telling import seen_in_words
from ladderback.body.picture.values import Held, Laid, Look, Snapshot

__all__ = [
    "Fragment", "Held", "Laid", "Look", "Snapshot", "chosen", "described", "draw_scene", "figure", "look_named",
    "looks", "pose_fragment", "seen_in_words", "snapshot", "title_of",
]  # fmt: skip
