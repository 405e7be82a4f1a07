"""A person's own upright standing: what every load is compared with."""

from __future__ import annotations

from functools import lru_cache

from ladderback.body.loading import Loaded, load_pose
from ladderback.body.values import Build
from ladderback.movements import poses


@lru_cache(maxsize=256)
def standing(build: Build) -> Loaded:
    """The load of upright standing with hanging arms, for one person."""
    return load_pose(build, poses("stand")[0])
