"""Tags of a library: found by name in any spelling of case and blanks, or entered."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import TagRow


def tag_key(name: str) -> str:
    """Return what two spellings of one tag's name have in common.

    >>> tag_key(" Follow  up") == tag_key("follow UP")
    True
    """
    return " ".join(name.split()).casefold()


def find_tag(session: Session, name: str) -> TagRow | None:
    """Return the tag with this name, or None."""
    return session.scalar(sa.select(TagRow).where(TagRow.key == tag_key(name)))


def find_or_enter_tag(session: Session, name: str) -> TagRow:
    """Return the tag with this name, a new one where there is none."""
    row = find_tag(session, name)
    if row is None:
        row = TagRow(key=tag_key(name), name=" ".join(name.split()))
        session.add(row)
        session.flush()
    return row
