"""Outlets of a library: found by name in any spelling of case and blanks, or entered."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import OutletRow


def outlet_key(name: str) -> str:
    """Return what two spellings of one outlet's name have in common.

    >>> outlet_key(" The  HINDU") == outlet_key("The Hindu")
    True
    """
    return " ".join(name.split()).casefold()


def find_or_enter(session: Session, name: str) -> OutletRow:
    """Return the outlet with this name; a new one gets the next slot."""
    key = outlet_key(name)
    row = session.scalar(sa.select(OutletRow).where(OutletRow.key == key))
    if row is None:
        last = session.scalar(sa.select(sa.func.max(OutletRow.slot)))
        row = OutletRow(name=" ".join(name.split()), key=key, slot=0 if last is None else last + 1)
        session.add(row)
        session.flush()
    return row
