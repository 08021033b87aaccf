"""The log of decisions: writing one down, and finding the next to undo or redo."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import DecisionRow


def now() -> str:
    """Return this moment as it is stored: ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def record(
    session: Session, kind: str, label: str, data: dict[str, Any], article_id: str | None = None
) -> DecisionRow:
    """Write down a decision; what could be redone until now no longer can."""
    session.execute(sa.delete(DecisionRow).where(DecisionRow.undone))
    row = DecisionRow(
        kind=kind, label=label, data=data, article_id=article_id, made_at=now(), undone=False
    )
    session.add(row)
    session.flush()
    return row


def next_to_undo(session: Session, kind: str | None = None) -> DecisionRow | None:
    """Return the last decision that stands, of one kind or of any."""
    query = sa.select(DecisionRow).where(~DecisionRow.undone)
    if kind is not None:
        query = query.where(DecisionRow.kind == kind)
    return session.scalar(query.order_by(DecisionRow.id.desc()).limit(1))


def next_to_redo(session: Session) -> DecisionRow | None:
    """Return the first decision that was undone and can be taken up again."""
    query = sa.select(DecisionRow).where(DecisionRow.undone)
    return session.scalar(query.order_by(DecisionRow.id).limit(1))
