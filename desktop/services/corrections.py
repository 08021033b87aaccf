"""The user's standing corrections of an article, read from the decisions that are not undone."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import DecisionRow
from desktop.core.model.corrections import Corrections
from desktop.core.model.spans import Span

IGNORE_WORDING = "ignore_wording"
COUNT_WORDING = "count_wording"
KEEP_BLOCK = "keep_block"
SET_APART_BLOCK = "set_apart_block"
CORRECTING = (IGNORE_WORDING, COUNT_WORDING, KEEP_BLOCK, SET_APART_BLOCK)


def read_corrections(session: Session, article_id: str) -> Corrections:
    """Return what stands after all decisions on an article, in the order they were made."""
    query = (
        sa.select(DecisionRow.kind, DecisionRow.data)
        .where(DecisionRow.article_id == article_id, ~DecisionRow.undone)
        .where(DecisionRow.kind.in_(CORRECTING))
        .order_by(DecisionRow.id)
    )
    kept, set_apart, ignored = set[Span](), set[Span](), set[Span]()
    for kind, data in session.execute(query):
        span = Span(data["start"], data["end"])
        if kind == IGNORE_WORDING:
            ignored.add(span)
        elif kind == COUNT_WORDING:
            ignored.discard(span)
        else:
            chosen, other = (kept, set_apart) if kind == KEEP_BLOCK else (set_apart, kept)
            chosen.add(span)
            other.discard(span)
    return Corrections(frozenset(kept), frozenset(set_apart), frozenset(ignored))
