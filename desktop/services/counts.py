"""How many articles the collections, outlets, events and tags of a library hold.

Each count reads an index and no article, so that a large library is counted quickly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.places import FIRST_DATED
from db.tables import (
    ArticleRow,
    ArticleTagRow,
    DoubtRow,
    EventArticleRow,
    EventRow,
    OutletRow,
    SavedSearchRow,
    TagRow,
)
from desktop.services.conditions import state_condition, unsure_ids
from desktop.services.event_bounds import read_bounds
from desktop.services.libraries import Library
from desktop.services.sessions import read_session


@dataclass(frozen=True, slots=True)
class OutletCount:
    """An outlet with its articles; `slot` is the order in which it entered the library."""

    name: str
    slot: int
    articles: int


@dataclass(frozen=True, slots=True)
class EventCount:
    """An event with its articles."""

    id: str
    label: str
    articles: int


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag with its articles."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that the user keeps, as it is typed."""

    id: int
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles each collection holds; `duplicates` are those that were given again.

    `searches` are the saved ones, which are counted when they are looked at.
    """

    all: int = 0
    attention: int = 0
    duplicates: int = 0
    reprints: int = 0
    revisions: int = 0
    trash: int = 0
    outlets: tuple[OutletCount, ...] = ()
    events: tuple[EventCount, ...] = ()
    undated: int = 0
    untagged: int = 0
    tags: tuple[TagCount, ...] = ()
    searches: tuple[SavedSearch, ...] = ()


def count_articles(library: Library) -> Counts:
    """Return how many articles each collection, outlet, event and tag holds."""
    with read_session(library) as session:
        all_, trash = _count(session, _LIVE), _count(session, ~_LIVE)
        return Counts(
            all=all_,
            attention=_count_attention(session),
            duplicates=_count_state(session, "duplicate"),
            reprints=_count_state(session, "reprint"),
            revisions=_count_state(session, "revision"),
            trash=trash,
            outlets=_count_outlets(session),
            events=count_events(session),
            undated=_count(session, _LIVE, _UNDATED),
            untagged=all_ - _count_tagged(session),
            tags=count_tags(session),
            searches=list_saved(session),
        )


def count_events(session: Session) -> tuple[EventCount, ...]:
    """Return the events of two and more articles outside the trash, the latest grouped first.

    One that the user's decisions keep an article in is an event with that article alone, too.
    """
    own = frozenset(read_bounds(session).pins.values())
    size = sa.func.count()
    held = (
        sa.select(EventArticleRow.event_id, size.label("size"))
        .where(EventArticleRow.article_id.not_in(_trashed_ids()))
        .group_by(EventArticleRow.event_id)
        .subquery()
    )
    query = (
        sa.select(EventRow.id, EventRow.label, EventRow.user_label, held.c.size)
        .join(held, held.c.event_id == EventRow.id)
        .order_by(EventRow.created_at.desc(), EventRow.id)
    )
    return tuple(
        EventCount(event_id, chosen or label, count)
        for event_id, label, chosen, count in session.execute(query)
        if count > 1 or event_id in own
    )


def list_saved(session: Session) -> tuple[SavedSearch, ...]:
    """Return the saved searches by name."""
    rows = session.scalars(sa.select(SavedSearchRow)).all()
    found = [SavedSearch(row.id, row.name, row.query) for row in rows]
    return tuple(sorted(found, key=lambda search: (search.name.casefold(), search.id)))


_LIVE = ArticleRow.trashed_at.is_(None)
_UNDATED = ArticleRow.place < FIRST_DATED


def _count(session: Session, *conditions: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).select_from(ArticleRow).where(*conditions)
    return session.scalar(query) or 0


def _count_state(session: Session, state: str) -> int:
    condition = state_condition(state, session.get_bind().dialect.name)
    return _count(session, _LIVE, condition)


def _count_attention(session: Session) -> int:
    """Count by part, for each is read from an index; what is in two parts is counted once."""
    in_doubt = sa.union(sa.select(DoubtRow.article_id), unsure_ids()).subquery()
    # An outer join: so written the few doubts are gone through, and not the articles.
    known = (_LIVE, ArticleRow.outlet_id.is_not(None), ~_UNDATED)
    both = sa.and_(ArticleRow.id == in_doubt.c.article_id, *known)
    doubted = sa.select(sa.func.count(ArticleRow.number))
    doubted = doubted.select_from(in_doubt).outerjoin(ArticleRow, both)
    return (
        _count(session, _LIVE, _UNDATED)
        + _count(session, _LIVE, ArticleRow.outlet_id.is_(None))
        - _count(session, _LIVE, ArticleRow.outlet_id.is_(None), _UNDATED)
        + (session.scalar(doubted) or 0)
    )


def _trashed_ids() -> sa.Select[Any]:
    # A moment, not just any: so written it is found in an index.
    return sa.select(ArticleRow.id).where(ArticleRow.trashed_at > "")


def _count_tagged(session: Session) -> int:
    tagged = sa.select(ArticleTagRow.article_id).distinct().subquery()
    live = tagged.c.article_id.not_in(_trashed_ids())
    return session.scalar(sa.select(sa.func.count()).select_from(tagged).where(live)) or 0


def count_tags(session: Session) -> tuple[TagCount, ...]:
    """Return the tags by name, each with its articles outside the trash."""
    sizes = session.execute(
        sa.select(ArticleTagRow.tag_id, sa.func.count())
        .where(ArticleTagRow.article_id.not_in(_trashed_ids()))
        .group_by(ArticleTagRow.tag_id)
    )
    size = {tag: count for tag, count in sizes}  # noqa: C416
    tags = session.scalars(sa.select(TagRow)).all()
    found = [TagCount(tag.name, size.get(tag.id, 0)) for tag in tags]
    return tuple(sorted(found, key=lambda tag: tag.name.casefold()))


def _count_outlets(session: Session) -> tuple[OutletCount, ...]:
    size = (
        sa.select(ArticleRow.outlet_id, sa.func.count().label("size"))
        .where(_LIVE)
        .group_by(ArticleRow.outlet_id)
        .subquery()
    )
    query = (
        sa.select(OutletRow.name, OutletRow.slot, size.c.size)
        .join(size, size.c.outlet_id == OutletRow.id)
        .order_by(OutletRow.slot)
    )
    return tuple(OutletCount(name, slot, count) for name, slot, count in session.execute(query))
