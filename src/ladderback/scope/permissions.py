"""Looks a permission up: the most particular row decides, and a no is stronger than a yes."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from ladderback.evidence import book
from ladderback.evidence.tables import TableRow
from ladderback.scope.values import Permission
from ladderback.terms.errors import ScopeError, nearest_word

ROLES: tuple[str, ...] = (
    "trainer", "medical_exercise_specialist", "kinesiologist", "physiotherapist", "chiropractor", "osteopath",
    "manual_osteopath", "massage_therapist", "physician", "surgeon", "rheumatologist", "oncologist", "obstetrician",
    "cardiologist", "neurologist", "ophthalmologist", "radiologist", "podiatrist", "midwife", "nurse",
    "nurse_practitioner", "psychologist", "psychotherapist", "dietitian", "acupuncturist", "front_desk",
    "practice_owner",
)  # fmt: skip
RESTRICTION = "restriction:"
# A no is stronger than "the law is silent", that stronger than "if rostered", that stronger than a yes.
_STRENGTH = ("no", "unclear", "if_rostered", "yes")


class _Row(Struct, frozen=True):
    roles: frozenset[str]
    where: frozenset[str]
    acts: frozenset[str]
    allowed: str
    row: TableRow


def may(role: str, act: str, where: str = "", rostered: bool = False) -> Permission:
    """May this role do this here?

    Args:
        role: one of `ROLES`.
        act: an act of the table, as `spinal_thrust`.
        where: country or part of it, as `UK` or `CA-ON`; empty: only what holds everywhere.
        rostered: True when the person is on the roster that the act asks for.

    >>> bool(may("trainer", "spinal_thrust"))
    False
    >>> bool(may("chiropractor", "spinal_thrust", "CA-ON"))
    True
    """
    found = [row for row in _table() if act in row.acts and row.roles & {role, "anyone"} and _fits(row, where)]
    if not found:
        place = f"in {where}" if where else "everywhere; say in which country"
        return Permission(allowed=False, because=f"no row of the scope of practice grants it {place}")
    most = max(_particular(row, role, where) for row in found)
    closest = [row for row in found if _particular(row, role, where) == most]
    decides = min(closest, key=lambda row: (_STRENGTH.index(row.allowed), row.row.id))
    allowed = decides.allowed == "yes" or (decides.allowed == "if_rostered" and rostered)
    return _permission(allowed, decides.row, decides.allowed)


def may_clear(role: str, what: str, *, urgency: str = "", given_by: str = "") -> Permission:
    """May this role lift a red-flag rule, a limit or a restriction of the care team?

    Args:
        role: one of `ROLES`.
        what: id of a red-flag rule or limit, or `restriction:<tag>`.
        urgency: of the red-flag rule, when the rule is not in the book.
        given_by: who gave the restriction.

    >>> bool(may_clear("physician", "DH05")), bool(may_clear("trainer", "DH05"))
    (True, False)
    """
    if what.startswith(RESTRICTION):
        act = f"clear_restriction_of_{given_by}"
        known = any(act in row.acts for row in _table())
        return may(role, act if known else "clear_restriction_of_other")
    limits = [limit for name, limit in book().limits.items() if what in (name, name[:4])]
    if limits:
        entitled = {one for limit in limits for one in limit.lifted_by}
        because = f"lifted by {', '.join(sorted(entitled))}" if entitled else "nobody lifts this limit"
        return Permission(allowed=role in entitled, because=because, sources=limits[0].sources)
    if any(f"clear_rule_{what}" in row.acts for row in _table()) and (own := may(role, f"clear_rule_{what}")):
        return own
    rule = book().red_flag_rules.get(what)
    return may(role, f"clear_{rule.urgency if rule else urgency or 'emergency_now'}")


def need(role: str, act: str, where: str = "", rostered: bool = False) -> None:
    """Stops when a role asks for something outside its scope.

    Raises:
        ScopeError: the role is not known, or the act is not granted.
    """
    if role not in ROLES:
        nearest = nearest_word(role, ROLES)
        raise ScopeError(role=role, act=act, because="the role is not known" + (f"; {nearest}?" if nearest else ""))
    answer = may(role, act, where, rostered)
    if not answer:
        raise ScopeError(role=role, act=act, because=answer.because)


@cache
def _table() -> tuple[_Row, ...]:
    return tuple(
        _Row(_ids(row, "roles"), _ids(row, "where"), _ids(row, "acts"), row.cells["allowed"], row)
        for row in book().tables["scope_of_practice"].values()
    )


def _ids(row: TableRow, column: str) -> frozenset[str]:
    return frozenset(one.strip() for one in row.cells[column].split(";") if one.strip())


def _fits(row: _Row, where: str) -> bool:
    return bool(row.where & {"all", where, where.partition("-")[0]})


def _particular(row: _Row, role: str, where: str) -> tuple[bool, int]:
    place = 2 if where in row.where else 1 if where.partition("-")[0] in row.where else 0
    return role in row.roles, place


def _permission(allowed: bool, row: TableRow, word: str) -> Permission:
    reason = {"if_rostered": "only when rostered or directed: ", "unclear": "the law is silent: "}.get(word, "")
    because = reason + (row.cells["condition"] or f"{row.cells['act']}: {row.cells['permission']}")
    return Permission(allowed=allowed, because=because, sources=row.sources, status=row.status)
