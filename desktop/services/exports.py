"""Articles as they leave a library: everything known of each, and how it relates to others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, OutletRow
from desktop.services.libraries import Library
from desktop.services.sessions import read_session

_PAGE = 200


@dataclass(frozen=True, slots=True)
class ArticleRelation:
    """Another article and how this one relates to it; `kind` is "reprint"."""

    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article with the fields of an export, named as in its lines."""

    id: str
    title: str
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    url: str | None
    language: str | None
    format: str
    text: str
    sha256: str
    source_name: str
    relations: tuple[ArticleRelation, ...]


def export_articles(library: Library) -> Iterator[ExportedArticle]:
    """Give all articles outside the trash, in the order they entered.

    Raises:
        CrosslightError: The library cannot be read.
    """
    last = 0
    while True:
        with read_session(library) as session:
            page = _read_page(session, last)
        for number, article in page:
            yield article
            last = number
        if not page:
            return


def _read_page(session: Session, after: int) -> list[tuple[int, ExportedArticle]]:
    query = (
        sa.select(ArticleRow, OutletRow.name)
        .outerjoin(OutletRow, ArticleRow.outlet_id == OutletRow.id)
        .where(ArticleRow.number > after, ArticleRow.trashed_at.is_(None))
        .order_by(ArticleRow.number)
        .limit(_PAGE)
    )
    rows = session.execute(query).all()
    reprints = _reprints(session, [row.sha256 for row, _outlet in rows])
    return [(row.number, _exported(row, outlet, reprints[row.sha256])) for row, outlet in rows]


def _reprints(session: Session, digests: list[str]) -> dict[str, list[str]]:
    """Return for each text all articles that have it, the earliest first."""
    found: dict[str, list[str]] = {}
    query = (
        sa.select(ArticleRow.sha256, ArticleRow.id)
        .where(ArticleRow.sha256.in_(digests), ArticleRow.trashed_at.is_(None))
        .order_by(ArticleRow.number)
    )
    for digest, article_id in session.execute(query):
        found.setdefault(digest, []).append(article_id)
    return found


def _exported(row: ArticleRow, outlet: str | None, same: list[str]) -> ExportedArticle:
    return ExportedArticle(
        id=row.id,
        title=row.title,
        outlet=outlet,
        authors=tuple(row.authors or ()),
        published=row.published,
        url=row.url,
        language=row.language,
        format=row.format,
        text=row.text,
        sha256=row.sha256,
        source_name=row.source_name,
        relations=tuple(ArticleRelation(other, "reprint") for other in same if other != row.id),
    )
