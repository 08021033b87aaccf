"""Events of a library: grouping its articles, and keeping an event itself while it changes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, EventArticleRow, EventRow, LibraryInfoRow, OutletRow
from desktop.core.events.grouping import group_articles
from desktop.core.model.events import EventGroup, Link
from desktop.services.articles import count_events, live_ids, read_articles
from desktop.services.documents import from_document, shape_of, to_document
from desktop.services.errors import CrosslightError
from desktop.services.ids import new_id
from desktop.services.lexicons import load_lexicons
from desktop.services.libraries import Library
from desktop.services.progress import Progress
from desktop.services.sessions import read_session, write_session


@dataclass(frozen=True, slots=True)
class EventSummary:
    """What a list shows of an event; `dated` of its `articles` have a publication date."""

    id: str
    label: str
    articles: int
    outlets: tuple[str, ...]
    dated: int


@dataclass(frozen=True, slots=True)
class _Links:
    """The stored form of an event's reasons."""

    links: tuple[Link, ...]


def group_library(library: Library) -> Iterator[Progress]:
    """Group all articles outside the trash into events, in three steps.

    An event keeps its id, and the label its user gave it, while it keeps most of its articles.

    Raises:
        CrosslightError: The library cannot be read or written.
    """
    with read_session(library) as session:
        articles = read_articles(session, live_ids(session))
    yield Progress(1, 3, "Reading articles")
    groups = [g for g in group_articles(articles, load_lexicons()) if len(g.articles) > 1]
    yield Progress(2, 3, "Grouping articles")
    with write_session(library) as session:
        _store_groups(session, groups, {article.id for article in articles})
        key = _grouping_key([article.id for article in articles])
        session.execute(sa.update(LibraryInfoRow).values(grouped_key=key))
    yield Progress(3, 3, "Storing events")


def is_grouped(library: Library) -> bool:
    """Say whether the events are those of the articles that the library holds now."""
    with read_session(library) as session:
        stored = session.scalar(sa.select(LibraryInfoRow.grouped_key))
        return stored == _grouping_key(live_ids(session))


def list_events(library: Library) -> tuple[EventSummary, ...]:
    """Return the events of two and more articles, the latest first."""
    with read_session(library) as session:
        counts = count_events(session)
        rows = session.execute(
            sa.select(EventArticleRow.event_id, OutletRow.name, ArticleRow.published)
            .join(ArticleRow, ArticleRow.id == EventArticleRow.article_id)
            .outerjoin(OutletRow, OutletRow.id == ArticleRow.outlet_id)
            .where(ArticleRow.trashed_at.is_(None))
            .order_by(ArticleRow.number)
        )
        outlets: dict[str, dict[str, None]] = {}
        dated = Counter[str]()
        for event_id, outlet, published in rows:
            if outlet:
                outlets.setdefault(event_id, {})[outlet] = None
            dated[event_id] += published is not None
    return tuple(
        EventSummary(e.id, e.label, e.articles, tuple(outlets.get(e.id, ())), dated[e.id])
        for e in counts
    )


def event_members(library: Library, event_id: str) -> tuple[str, ...]:
    """Return the ids of an event's articles outside the trash, in the order they entered.

    Raises:
        CrosslightError: There is no such event.
    """
    with read_session(library) as session:
        find_event(session, event_id)
        return tuple(event_articles(session, event_id))


def event_articles(session: Session, event_id: str) -> list[str]:
    """Return the ids of an event's articles outside the trash, in the order they entered."""
    query = (
        sa.select(ArticleRow.id)
        .join(EventArticleRow, EventArticleRow.article_id == ArticleRow.id)
        .where(EventArticleRow.event_id == event_id, ArticleRow.trashed_at.is_(None))
        .order_by(ArticleRow.number)
    )
    return list(session.scalars(query))


def find_event(session: Session, event_id: str) -> EventRow:
    """Return an event's row.

    Raises:
        CrosslightError: There is none with this id.
    """
    row = session.get(EventRow, event_id)
    if row is None:
        raise CrosslightError(
            f"The library has no event {event_id}.", "List the events to see their ids."
        )
    return row


def event_links(row: EventRow, articles: Sequence[str]) -> tuple[Link, ...]:
    """Return why an event's articles are held together, for those that are in it now."""
    try:
        links = from_document(row.links, _Links).links
    except ValueError:
        return ()  # damaged or of an older shape: the next grouping writes it again
    present = set(articles)
    return tuple(link for link in links if link.left in present and link.right in present)


def _grouping_key(ids: Sequence[str]) -> str:
    made_from = f"{load_lexicons().version}/{shape_of(_Links)}/{' '.join(sorted(ids))}"
    return hashlib.sha256(made_from.encode()).hexdigest()


def _store_groups(session: Session, groups: Sequence[EventGroup], grouped: set[str]) -> None:
    # What was imported, trashed or restored since the articles were read keeps its place.
    places = sa.select(EventArticleRow.article_id, EventArticleRow.event_id)
    before = dict(session.execute(places).all())
    kept = _matched(groups, {a: e for a, e in before.items() if a in grouped})
    leaving = sorted(grouped & before.keys())
    for start in range(0, len(leaving), 500):
        some = leaving[start : start + 500]
        session.execute(sa.delete(EventArticleRow).where(EventArticleRow.article_id.in_(some)))
    for group, event_id in zip(groups, kept, strict=True):
        _store_group(session, group, event_id)
    session.flush()
    filled = sa.select(EventArticleRow.event_id)
    session.execute(sa.delete(EventRow).where(EventRow.id.not_in(filled)))


def _store_group(session: Session, group: EventGroup, event_id: str | None) -> None:
    row = session.get(EventRow, event_id) if event_id else None
    if row is None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = EventRow(id=new_id(), label=group.label, links=b"", created_at=now)
        session.add(row)
    row.label = group.label
    row.links = to_document(_Links(group.links))
    session.flush()
    session.add_all(
        EventArticleRow(article_id=article_id, event_id=row.id) for article_id in group.articles
    )


def _matched(groups: Sequence[EventGroup], before: dict[str, str]) -> list[str | None]:
    """Return for each group the event that it continues: one that keeps most of its articles."""
    sizes = Counter(before.values())
    shared: list[tuple[int, int, str]] = []
    for index, group in enumerate(groups):
        common = Counter(before[a] for a in group.articles if a in before)
        shared += [(count, index, event) for event, count in common.items()]
    found: list[str | None] = [None] * len(groups)
    taken: set[str] = set()
    for count, index, event in sorted(shared, key=lambda item: (-item[0], item[1])):
        if found[index] is None and event not in taken and 2 * count > sizes[event]:
            found[index] = event
            taken.add(event)
    return found
