"""The same rules for a table of people: each rule becomes one column expression, never a call for each row.

A column of a feature is yes, no or null (not asked); a column of a number holds numbers or null. A missing column is a
question nobody was asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import and_, or_

import polars as pl

from ladderback.rules.values import (
    NUMBERS,
    AllOf,
    AnyOf,
    AtLeast,
    Exactly,
    Feature,
    Not,
    Number,
    Rule,
    Unless,
    features_of,
    walk,
)
from ladderback.terms.errors import RecordError


def answers(people: pl.DataFrame, rules: Mapping[str, Rule]) -> pl.DataFrame:
    """Each rule's answer for each person: one column a rule, yes, no or null (not known).

    Raises:
        RecordError: a number column holds NaN, which a column engine would read as more than any limit.
    """
    refuse_nan(people)
    return completed(people.lazy(), rules.values()).select(columns(rules)).collect()


def columns(rules: Mapping[str, Rule]) -> list[pl.Expr]:
    """One expression a rule, named as the rule."""
    return [column(rule).alias(name) for name, rule in rules.items()]


def highest(rules: Mapping[str, Rule], ranks: Mapping[str, int]) -> pl.Expr:
    """The highest rank among the rules that are yes; 0 where none is.

    Args:
        rules: the rules by name.
        ranks: rank of each rule, 1 or more.
    """
    chain: pl.Expr = pl.lit(0, dtype=pl.UInt8)
    for rank in sorted(set(ranks.values())):
        fired = reduce(or_, (column(rule) for name, rule in rules.items() if ranks[name] == rank))
        chain = pl.when(fired).then(pl.lit(rank, dtype=pl.UInt8)).otherwise(chain)
    return chain


def column(rule: Rule) -> pl.Expr:
    """One rule as an expression over nullable columns."""
    if isinstance(rule, Feature):
        return pl.col(rule.name)
    if isinstance(rule, Number):
        return _compared(rule)
    if isinstance(rule, AnyOf | AllOf):
        return reduce(or_ if isinstance(rule, AnyOf) else and_, (column(part) for part in rule.parts))
    if isinstance(rule, Not):
        return ~column(rule.part)
    if isinstance(rule, Unless):
        return column(rule.part) & ~column(rule.relief).fill_null(False)
    return _counted(rule)


def completed(people: pl.LazyFrame, rules: Iterable[Rule]) -> pl.LazyFrame:
    """The table with a column of nulls for every question it does not know of."""
    known = set(people.collect_schema().names())
    wanted: dict[str, pl.DataType] = {}
    for rule in rules:
        wanted |= {name: pl.Boolean() for name in features_of(rule)}
        wanted |= {one.name: pl.Float64() for one in walk(rule) if isinstance(one, Number)}
    return people.with_columns(
        pl.lit(None, dtype=kind).alias(name) for name, kind in wanted.items() if name not in known
    )


def refuse_nan(people: pl.DataFrame) -> None:
    """Stops at a number column with NaN in it.

    Raises:
        RecordError: names the column.
    """
    for name in sorted(set(NUMBERS) & set(people.columns)):
        values = people[name]
        if values.dtype.is_float() and (values.is_nan().any() or values.is_infinite().any()):
            raise RecordError(file="table", key=name, received="NaN or infinite", allowed="finite numbers and nulls")


def _compared(rule: Number) -> pl.Expr:
    value = pl.col(rule.name)
    if rule.sign in (">=", ">"):
        return value >= rule.limit if rule.sign == ">=" else value > rule.limit
    return value <= rule.limit if rule.sign == "<=" else value < rule.limit


def _counted(rule: AtLeast | Exactly) -> pl.Expr:
    """Counts the parts that are yes, and those that may still be."""
    parts = [column(part) for part in rule.parts]
    yes = _sum(part.fill_null(False) for part in parts)
    maybe = _sum(part.fill_null(True) for part in parts)
    if isinstance(rule, AtLeast):
        return pl.when(yes >= rule.count).then(True).when(maybe < rule.count).then(False)
    impossible = (yes > rule.count) | (maybe < rule.count)
    return pl.when(impossible).then(False).when((yes == rule.count) & (maybe == rule.count)).then(True)


def _sum(parts: Iterable[pl.Expr]) -> pl.Expr:
    return reduce(lambda total, part: total + part, (part.cast(pl.UInt8) for part in parts))
