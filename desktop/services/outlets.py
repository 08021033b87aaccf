"""Outlets of a library: found by any of their names in any spelling of it, or entered."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import OutletAliasRow, OutletRow

_BY_ALIAS = sa.select(OutletAliasRow.outlet_id).where(OutletAliasRow.key == sa.bindparam("key"))
_BY_NAME = sa.select(OutletRow.id).where(OutletRow.key == sa.bindparam("key"))
# Built once: it is asked several times for each article that comes in.
_FIND = sa.select(OutletRow).where(
    OutletRow.id == sa.func.coalesce(_BY_ALIAS.scalar_subquery(), _BY_NAME.scalar_subquery())
)


def outlet_key(name: str) -> str:
    """Return what two spellings of one outlet's name have in common.

    >>> outlet_key(" The  HINDU") == outlet_key("The Hindu")
    True
    """
    return " ".join(name.split()).casefold()


def find_outlet(session: Session, name: str) -> OutletRow | None:
    """Return the outlet that a name or an alias belongs to.

    An alias goes first: a merged outlet keeps its row and color, and its name leads to the other.
    """
    return session.scalar(_FIND, {"key": outlet_key(name)})


def find_or_enter(session: Session, name: str) -> OutletRow:
    """Return the outlet with this name; a new one gets the next slot."""
    row = find_outlet(session, name)
    if row is None:
        last = session.scalar(sa.select(sa.func.max(OutletRow.slot)))
        row = OutletRow(
            name=" ".join(name.split()),
            key=outlet_key(name),
            slot=0 if last is None else last + 1,
        )
        session.add(row)
        session.flush()
    return row
