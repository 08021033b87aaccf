"""Keeps what "Needs attention" says of an article's date and outlet true to what is stated."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session, defer

from db.tables import ArticleRow, DoubtRow, OutletRow
from desktop.services.outlets import find_outlet
from desktop.services.sessions import in_parts
from desktop.services.stated import CONFLICTS, Known, find_conflicts


def conflict_rows(session: Session, row: ArticleRow, outlet: str | None) -> list[DoubtRow]:
    """Return what is to be said of the disagreements of an article; `outlet` is its name."""
    if not row.stated:
        return []
    known = Known(row.published, outlet, row.provenance)
    found = find_conflicts(row.stated, known, _namer(session))
    return [DoubtRow(article_id=row.id, code=code, message=text) for code, text in found.items()]


def settle(session: Session, row: ArticleRow) -> None:
    """Say anew what an article's sources disagree about, after a change of it."""
    outlet = session.get(OutletRow, row.outlet_id) if row.outlet_id else None
    ours = (DoubtRow.article_id == row.id) & DoubtRow.code.in_(CONFLICTS)
    session.execute(sa.delete(DoubtRow).where(ours))
    session.add_all(conflict_rows(session, row, outlet.name if outlet else None))
    session.flush()


def settle_outlets(session: Session, ids: Sequence[int]) -> None:
    """Say anew what the articles of outlets disagree about, after a change of outlets' names."""
    query = (
        sa.select(ArticleRow)
        .where(ArticleRow.outlet_id.in_(ids), ArticleRow.stated.is_not(None))
        .options(defer(ArticleRow.text))
    )
    numbers = list(session.scalars(query.with_only_columns(ArticleRow.number)))
    for some in in_parts(numbers):
        for row in session.scalars(query.where(ArticleRow.number.in_(some))):
            if _speaks_of_two(row):
                settle(session, row)


def _speaks_of_two(row: ArticleRow) -> bool:
    entries = (row.stated or {}).get("outlet", ())
    return len({str(entry["value"]).casefold() for entry in entries}) > 1


def _namer(session: Session) -> Callable[[str], str]:
    def name_of(name: str) -> str:
        known = find_outlet(session, name)
        return known.name if known else name

    return name_of
