"""Articles that no event holds: how many there are, and what makes it hard to find theirs."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, EventArticleRow
from desktop.core.text.languages import language_name
from desktop.services.event_bounds import read_bounds
from desktop.services.libraries import Library
from desktop.services.sessions import read_session

# A text with fewer words has too few that tell one event from another.
FEW_WORDS = 50


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Articles in no event; what holds of some of them, an article can be in several counts.

    `short` have few words, `undated` no publication date; `alone_in` are the languages that no
    other article of the library is in, so that only names and figures could be compared.
    """

    articles: int
    short: int
    undated: int
    alone_in: tuple[str, ...]


def count_left_out(library: Library) -> LeftOut:
    """Return how many articles outside the trash no event holds, and why that may be."""
    with read_session(library) as session:
        is_out = _is_out(session)
        found = (
            sa.select(
                sa.func.count(),
                sa.func.count().filter(ArticleRow.words < FEW_WORDS),
                sa.func.count().filter(ArticleRow.published.is_(None)),
            )
            .select_from(ArticleRow)
            .outerjoin(EventArticleRow, EventArticleRow.article_id == ArticleRow.id)
            .where(ArticleRow.trashed_at.is_(None), is_out)
        )
        articles, short, undated = session.execute(found).one()
        codes = session.scalars(_only_ones(is_out)).all() if articles else ()
    alone = sorted(language_name(code) for code in codes if code)
    return LeftOut(articles, short, undated, tuple(alone))


def _is_out(session: Session) -> sa.ColumnElement[bool]:
    """Return what holds of the articles that are in no event which a list shows."""
    kept = frozenset(read_bounds(session).pins.values())
    single = (
        sa.select(EventArticleRow.event_id)
        .join(ArticleRow, ArticleRow.id == EventArticleRow.article_id)
        .where(ArticleRow.trashed_at.is_(None))
        .group_by(EventArticleRow.event_id)
        .having(sa.func.count() == 1)
    )
    left = [event for event in session.scalars(single) if event not in kept]
    return sa.or_(EventArticleRow.event_id.is_(None), EventArticleRow.event_id.in_(left))


def _only_ones(is_out: sa.ColumnElement[bool]) -> sa.Select[str | None]:
    """Return the languages of one article alone, where that is in no event."""
    languages = (
        sa.select(ArticleRow.language)
        .where(ArticleRow.trashed_at.is_(None), ArticleRow.language.is_not(None))
        .group_by(ArticleRow.language)
        .having(sa.func.count() == 1)
    )
    return (
        sa.select(ArticleRow.language)
        .outerjoin(EventArticleRow, EventArticleRow.article_id == ArticleRow.id)
        .where(ArticleRow.trashed_at.is_(None), is_out, ArticleRow.language.in_(languages))
    )
