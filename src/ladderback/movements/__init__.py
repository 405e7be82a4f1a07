"""Movements: a clinical test, an exercise and a life task are all movements; here is how each is done.

The record of a movement is read into key poses that say everything: the stance it starts from, soft angles, what rests
on what, what is reached and carried. From these same poses come the load, the share each joint takes and the picture.
"""

from ladderback.movements.posed import poses
from ladderback.movements.values import Posed

__all__ = ["Posed", "poses"]
