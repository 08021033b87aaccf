"""Events of a library: grouping its articles, and keeping an event itself while it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, EventArticleRow, EventRow, OutletRow
from desktop.core.events.bounds import Bounds
from desktop.core.events.grouping import Collection
from desktop.core.model.articles import Published
from desktop.core.model.events import EventGroup, Link
from desktop.services.articles import EventCount, count_events, live_ids, read_articles
from desktop.services.decision_log import now
from desktop.services.event_bounds import read_bounds
from desktop.services.event_placing import place_articles
from desktop.services.event_rows import (
    GroupingState,
    event_articles,
    event_links,
    find_event,
    read_places,
    read_state,
    remember_grouping,
    store_likeness,
    store_reasons,
)
from desktop.services.event_signatures import are_signatures_kept, keep_signatures
from desktop.services.ids import new_id
from desktop.services.lexicons import load_lexicons
from desktop.services.libraries import Library
from desktop.services.metadata import to_published
from desktop.services.progress import Progress
from desktop.services.sessions import in_parts, read_session, write_session

# So few new articles, measured by those that are grouped, find their places one by one.
_FEW_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class EventSummary:
    """What a list shows of an event; `dated` of its `articles` have a date, from first to last."""

    id: str
    label: str
    articles: int
    outlets: tuple[str, ...]
    dated: int
    first: Published | None = None
    last: Published | None = None


def group_library(library: Library) -> Iterator[Progress]:
    """Group all articles outside the trash into events, in three steps.

    A few new articles in a large library find their places among its events; otherwise all are
    grouped from nothing. An event keeps its id, and the label its user gave it, while it keeps most
    of its articles.

    Raises:
        CrosslightError: The library cannot be read or written.
    """
    with read_session(library) as session:
        state = read_state(session)
        bounds = read_bounds(session)
        new = _few_new(session, state)
        articles = read_articles(session, live_ids(session) if new is None else new)
        last = session.scalar(sa.select(sa.func.max(ArticleRow.number))) or 0
        if bounds.pins and new is None:
            bounds = replace(bounds, places=read_places(session))
    yield Progress(1, 3, "Reading articles")
    collection = Collection(articles, load_lexicons())
    groups = [] if new else _find_groups(collection, bounds)
    yield Progress(2, 3, "Grouping articles")
    with write_session(library) as session:
        standing = read_bounds(session)
        if (standing.pins, standing.apart) != (bounds.pins, bounds.apart):
            # Decided while the articles were being grouped: it binds this grouping, too.
            bounds = replace(standing, places=read_places(session))
            groups = [] if new else _find_groups(collection, bounds)
        if new:
            place_articles(session, articles, collection.signatures(), bounds)
        else:
            _store_groups(session, groups, {article.id for article in articles})
            keep_signatures(session, collection.signatures())
        remember_grouping(session, last, state.whole)
    yield Progress(3, 3, "Storing events")


def _find_groups(collection: Collection, bounds: Bounds) -> list[EventGroup]:
    """Return the groups of two and more, and what the user holds to be an event of its own."""
    found = collection.group(bounds)
    return [collection.describe(each) for each in found if each.event or len(each.members) > 1]


def _few_new(session: Session, state: GroupingState) -> list[str] | None:
    """Return the new articles if they are so few that they can be placed, else None."""
    if state.stored != state.known or not are_signatures_kept(session):
        return None
    query = sa.select(ArticleRow.id).where(
        ArticleRow.number > state.last, ArticleRow.trashed_at.is_(None)
    )
    new = list(session.scalars(query.order_by(ArticleRow.number)))
    return new if 0 < len(new) <= _FEW_SHARE * state.articles else None


def is_grouped(library: Library) -> bool:
    """Say whether the events are those of the articles that the library holds now."""
    with read_session(library) as session:
        return read_state(session).is_current


def list_events(library: Library) -> tuple[EventSummary, ...]:
    """Return the events of two and more articles, and those that the user made, latest first."""
    with read_session(library) as session:
        counts = count_events(session)
        names = dict(session.execute(sa.select(OutletRow.id, OutletRow.name)).all())
        found = {row.event_id: row for row in session.execute(_members())}
    return tuple(_summary(each, found.get(each.id), names) for each in counts)


def _members() -> sa.Select[*tuple[Any, ...]]:
    """Return a query of the outlets and days of every event, which an index alone answers."""
    first = sa.func.min(ArticleRow.published).label("first")
    last = sa.func.max(ArticleRow.published).label("last")
    dated = sa.func.count(ArticleRow.published).label("dated")
    outlets = sa.func.group_concat(sa.distinct(ArticleRow.outlet_id)).label("outlets")
    # An outer join: so written the events are gone through in order, and not the articles.
    live = sa.and_(ArticleRow.id == EventArticleRow.article_id, ArticleRow.trashed_at.is_(None))
    return (
        sa.select(EventArticleRow.event_id, first, last, dated, outlets)
        .outerjoin(ArticleRow, live)
        .group_by(EventArticleRow.event_id)
    )


def _summary(
    event: EventCount, found: sa.Row[*tuple[Any, ...]] | None, names: Mapping[int, str]
) -> EventSummary:
    known = sorted(map(int, filter(None, str(found.outlets or "").split(",")))) if found else []
    outlets = tuple(names[each] for each in known)
    first, last = (found.first or "", found.last or "") if found else ("", "")
    dated = found.dated if found else 0
    parts = (event.id, event.label, event.articles, outlets, dated)
    return EventSummary(*parts, _to_day(first), _to_day(last))


# The days of a library's events are few beside the events.
_to_day = lru_cache(4096)(to_published)


def event_members(library: Library, event_id: str) -> tuple[str, ...]:
    """Return the ids of an event's articles outside the trash, in the order they entered.

    Raises:
        CrosslightError: There is no such event.
    """
    with read_session(library) as session:
        find_event(session, event_id)
        return tuple(event_articles(session, event_id))


def explain_event(library: Library, event_id: str) -> tuple[Link, ...]:
    """Return why the articles of an event are held together, pair by pair.

    Raises:
        CrosslightError: There is no such event.
    """
    with read_session(library) as session:
        row = find_event(session, event_id)
        return event_links(row, event_articles(session, event_id))


def _store_groups(session: Session, groups: Sequence[EventGroup], grouped: set[str]) -> None:
    # What was imported, trashed or restored since the articles were read keeps its place.
    before = read_places(session)
    kept = _matched(groups, {a: e for a, e in before.items() if a in grouped})
    leaving = sorted(grouped & before.keys())
    for some in in_parts(leaving):
        session.execute(sa.delete(EventArticleRow).where(EventArticleRow.article_id.in_(some)))
    for group, event_id in zip(groups, kept, strict=True):
        _store_group(session, group, event_id)
    session.flush()
    filled = sa.select(EventArticleRow.event_id)
    session.execute(sa.delete(EventRow).where(EventRow.id.not_in(filled)))


def _store_group(session: Session, group: EventGroup, event_id: str | None) -> None:
    row = session.get(EventRow, event_id) if event_id else None
    if row is None:
        row = EventRow(id=event_id or new_id(), label=group.label, links=b"", created_at=now())
        session.add(row)
    store_reasons(row, group)
    session.flush()
    session.add_all(
        EventArticleRow(article_id=article_id, event_id=row.id) for article_id in group.articles
    )
    session.flush()
    if not group.event:  # one that the user holds together is in no doubt
        store_likeness(session, group.links)


def _matched(groups: Sequence[EventGroup], before: dict[str, str]) -> list[str | None]:
    """Return for each group the event that it continues: one that keeps most of its articles."""
    sizes = Counter(before.values())
    shared: list[tuple[int, int, str]] = []
    for index, group in enumerate(groups):
        common = Counter(before[a] for a in group.articles if a in before)
        shared += [(count, index, event) for event, count in common.items()]
    found: list[str | None] = [group.event or None for group in groups]
    taken = {event for event in found if event}
    for count, index, event in sorted(shared, key=lambda item: (-item[0], item[1])):
        if found[index] is None and event not in taken and 2 * count > sizes[event]:
            found[index] = event
            taken.add(event)
    return found
