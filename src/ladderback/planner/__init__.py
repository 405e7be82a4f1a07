"""Composes twelve weeks that satisfy every constraint, or says which wishes clash.

The planner gathers what holds for this person (`brief`), writes each week down as a small problem of plain numbers
(`problem`, `weeks`), lets the solver choose (`solver`, the one file that knows it), and writes the choice down as
sessions with reasons. Weeks are solved in order, each given the one before: what is hard is never weighed, and every
weight of what is preferred stands in one table (`preferences`).
"""

from ladderback.planner.composing import compose

__all__ = ["compose"]
