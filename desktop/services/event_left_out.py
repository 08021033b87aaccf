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
        found = sa.select(
            sa.func.count(),
            sa.func.count().filter(ArticleRow.words < FEW_WORDS),
            sa.func.count().filter(ArticleRow.published.is_(None)),
        ).where(is_out)
        articles, short, undated = session.execute(found).one()
        alone = sorted(map(language_name, _only_ones(session, is_out)))
    return LeftOut(articles, short, undated, tuple(alone))


def _is_out(session: Session) -> sa.ColumnElement[bool]:
    """Return what holds of the articles that are in no event which a list shows.

    It is found by keys alone: to read another column of every article takes long in a large
    library, as those stand behind the text.
    """
    trash = sa.select(ArticleRow.id).where(ArticleRow.trashed_at > "")
    single = (
        sa.select(EventArticleRow.event_id)
        .where(EventArticleRow.article_id.not_in(trash))
        .group_by(EventArticleRow.event_id)
        .having(sa.func.count() == 1)
    )
    # The trash can leave any number of events with one article, too many for parameters; those
    # that are kept were each made by hand.
    kept = sorted({*read_bounds(session).pins.values()})
    is_left = EventArticleRow.event_id.in_(single) & EventArticleRow.event_id.not_in(kept)
    out = (
        sa.select(ArticleRow.id)
        .outerjoin(EventArticleRow, EventArticleRow.article_id == ArticleRow.id)
        .where(sa.or_(EventArticleRow.event_id.is_(None), is_left), ArticleRow.id.not_in(trash))
    )
    return ArticleRow.id.in_(out)


def _only_ones(session: Session, is_out: sa.ColumnElement[bool]) -> list[str]:
    """Return the languages of one article alone, where that is in no event."""
    once = (
        sa.select(ArticleRow.language, sa.func.max(ArticleRow.id))
        .where(is_out, ArticleRow.language.is_not(None))
        .group_by(ArticleRow.language)
        .having(sa.func.count() == 1)
    )
    found: list[str] = []
    for language, article in session.execute(once):
        others = sa.select(ArticleRow.number).where(
            ArticleRow.language == language,
            ArticleRow.id != article,
            ArticleRow.trashed_at.is_(None),
        )
        if language and session.scalar(others.limit(1)) is None:
            found.append(language)
    return found
