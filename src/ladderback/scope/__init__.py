"""Which profession may do, see, say and clear what, and where.

Everybody who touches a client works inside a scope of practice: a trainer measures and trains and never names a
condition; a physiotherapist may do more, and what more differs by country; some decisions only a physician may take
back. `may` answers from the table `scope_of_practice`; `may_clear` says who may lift a rule, a limit or a restriction.
What no row grants is not granted.
"""

from ladderback.scope.permissions import ROLES, may, may_clear, need
from ladderback.scope.values import Permission

__all__ = ["ROLES", "Permission", "may", "may_clear", "need"]
