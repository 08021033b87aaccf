"""Articles of a library: lists, counts, and one article with all that is known of it."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, DoubtRow, EventArticleRow, OutletRow
from desktop.core.model.analyses import Rate
from desktop.core.model.articles import Article, Origin, Published
from desktop.services.collections import collection_of
from desktop.services.conditions import UNSURE_BELOW
from desktop.services.counts import (
    Counts,
    EventCount,
    OutletCount,
    TagCount,
    count_articles,
    count_events,
)
from desktop.services.errors import CrosslightError
from desktop.services.finding import Asked, Order, count_found, find_numbers
from desktop.services.libraries import Library
from desktop.services.metadata import to_metadata, to_published
from desktop.services.queries import All, parse_query
from desktop.services.sessions import in_parts, read_session

__all__ = [
    "NO_DATE",
    "NO_OUTLET",
    "UNSURE_EVENT",
    "ArticleQuery",
    "ArticleSummary",
    "Counts",
    "EventCount",
    "Order",
    "OutletCount",
    "SourceInfo",
    "TagCount",
    "count_articles",
    "count_events",
    "count_matches",
    "find_article_numbers",
    "get_article",
    "get_source",
    "ids_of_numbers",
    "list_articles",
    "list_numbered",
    "list_numbers",
    "live_among",
    "live_ids",
    "no_article",
    "read_articles",
]

NO_OUTLET = "No outlet is known."
NO_DATE = "No publication date is known."
UNSURE_EVENT = "It is little like the others of its event, and may be about something else."


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list shows of an article; `attention` are reasons in words, empty when all is well.

    The rates are None until the article has been analyzed.
    """

    id: str
    title: str
    outlet: str
    outlet_origin: Origin
    published: Published | None
    published_origin: Origin
    words: int
    own: Rate | None
    quoted: Rate | None
    own_tone: Rate | None
    quoted_tone: Rate | None
    event_id: str | None
    attention: tuple[str, ...]
    analyzed: bool
    source_name: str
    agency: str
    trashed: bool
    importance: int = 0


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles to list.

    `collection` is one of COLLECTIONS; "event" has an event's id as `value`, "outlet" a name,
    "tag" and "search" what their lists give, "batch" an import's id. `text` narrows it to what a
    query asks for (`desktop.services.queries`); unless it `is_finished`, its last word may go on.
    Lists go page by page: `after` is the id of the last article of the page before.
    """

    collection: str = "all"
    value: str = ""
    text: str = ""
    after: str | None = None
    limit: int = 100
    order: Order = Order.ADDED
    is_descending: bool = False
    is_finished: bool = False
    filters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Where an article's text came from."""

    source_name: str
    format: str
    sha256: str
    added: str
    batch: str


_EVERY = 2**31
_Listed: TypeAlias = sa.Row[*tuple[Any, ...]]
# Columns, not rows as objects: a page should be there at once.
_LISTED: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        ArticleRow.number,
        ArticleRow.id,
        ArticleRow.title,
        ArticleRow.published,
        ArticleRow.zone,
        ArticleRow.provenance["outlet"]["origin"].as_string().label("outlet_origin"),
        ArticleRow.provenance["published"]["origin"].as_string().label("published_origin"),
        ArticleRow.outlet_id,
        ArticleRow.words,
        ArticleRow.rates,
        ArticleRow.summary_key,
        ArticleRow.source_name,
        ArticleRow.agency,
        ArticleRow.trashed_at,
        ArticleRow.importance,
        OutletRow.name,
        EventArticleRow.event_id,
        EventArticleRow.likeness,
    )
    .outerjoin(OutletRow, ArticleRow.outlet_id == OutletRow.id)
    .outerjoin(EventArticleRow, EventArticleRow.article_id == ArticleRow.id)
)


def list_articles(library: Library, query: ArticleQuery) -> tuple[ArticleSummary, ...]:
    """Return one page of a collection, in the order asked for.

    Raises:
        CrosslightError: There is no such collection, or the library cannot be read.
    """
    with read_session(library) as session:
        numbers = find_article_numbers(session, query)
        return _summarize(session, _read_rows(session, numbers))


def list_numbers(library: Library, query: ArticleQuery) -> array[int]:
    """Return the numbers of all articles that a query asks for, whatever its page, in order.

    They are few bytes each: what a list needs to show any of its rows at once.
    """
    with read_session(library) as session:
        whole = replace(query, after=None, limit=_EVERY)
        return array("q", find_article_numbers(session, whole))


def list_numbered(library: Library, numbers: Sequence[int]) -> tuple[ArticleSummary, ...]:
    """Return articles by their numbers, in the order given; those that are gone are left out."""
    with read_session(library) as session:
        return _summarize(session, _read_rows(session, list(numbers)))


def ids_of_numbers(library: Library, numbers: Sequence[int]) -> tuple[str, ...]:
    """Return the ids of articles by their numbers, in the order given."""
    found: dict[int, str] = {}
    with read_session(library) as session:
        for some in in_parts(numbers):
            query = sa.select(ArticleRow.number, ArticleRow.id)
            found |= dict(session.execute(query.where(ArticleRow.number.in_(some))).all())
    return tuple(found[number] for number in numbers if number in found)


def count_matches(library: Library, query: ArticleQuery, most: int = 1_000_000) -> int:
    """Return how many articles a query asks for, whatever its page; at most so many are counted.

    Raises:
        CrosslightError: There is no such collection, or the library cannot be read.
    """
    with read_session(library) as session:
        asked = _asked(session, query)
        return count_found(session, asked, most) if asked is not None else 0


def find_article_numbers(session: Session, query: ArticleQuery) -> list[int]:
    """Return the numbers of a page's articles in their order."""
    asked = _asked(session, query)
    return find_numbers(session, asked, query.after, query.limit) if asked is not None else []


def get_article(library: Library, article_id: str) -> Article:
    """Return an article with its text and metadata.

    Raises:
        CrosslightError: There is none with this id.
    """
    with read_session(library) as session:
        return read_articles(session, [article_id])[0]


def get_source(library: Library, article_id: str) -> SourceInfo:
    """Return the file that an article came from.

    Raises:
        CrosslightError: There is no article with this id.
    """
    with read_session(library) as session:
        row = session.scalar(sa.select(ArticleRow).where(ArticleRow.id == article_id))
        if row is None:
            raise no_article(article_id)
        return SourceInfo(row.source_name, row.format, row.sha256, row.added_at, row.batch_id)


def read_articles(session: Session, ids: Sequence[str]) -> tuple[Article, ...]:
    """Return articles by id, in the order asked for.

    Raises:
        CrosslightError: One of them is not there.
    """
    query = sa.select(ArticleRow, OutletRow.name).outerjoin(
        OutletRow, ArticleRow.outlet_id == OutletRow.id
    )
    found: dict[str, Article] = {}
    for some in in_parts(ids):
        for row, outlet in session.execute(query.where(ArticleRow.id.in_(some))):
            found[row.id] = Article(row.id, row.text, to_metadata(row, outlet))
    for article_id in ids:
        if article_id not in found:
            raise no_article(article_id)
    return tuple(found[article_id] for article_id in ids)


def live_ids(session: Session) -> list[str]:
    """Return the ids of all articles outside the trash, in the order they entered."""
    query = sa.select(ArticleRow.id).where(ArticleRow.trashed_at.is_(None))
    return list(session.scalars(query.order_by(ArticleRow.number)))


def live_among(library: Library, ids: Sequence[str]) -> frozenset[str]:
    """Return those of some articles that are in the library and not in the trash."""
    with read_session(library) as session:
        return frozenset(
            article_id
            for some in in_parts(ids)
            for article_id in session.scalars(
                sa.select(ArticleRow.id).where(
                    ArticleRow.trashed_at.is_(None), ArticleRow.id.in_(some)
                )
            )
        )


def no_article(article_id: str) -> CrosslightError:
    """Return the error for an id that no article has."""
    return CrosslightError(
        f"The library has no article {article_id}.", "List the articles to see their ids."
    )


def _asked(session: Session, query: ArticleQuery) -> Asked | None:
    """Return what a query asks for, or None for one that nothing can be found by."""
    collection = collection_of(session, query.collection, query.value)
    node = parse_query(query.text, is_unfinished=not query.is_finished)
    if query.text.strip() and node is None:
        return None
    filters = [parse_query(each) for each in query.filters]
    nodes = [each for each in (collection.node, *filters, node) if each is not None]
    return Asked(
        collection.conditions,
        All(tuple(nodes)) if len(nodes) > 1 else next(iter(nodes), None),
        query.order,
        query.is_descending,
        is_trash=collection.is_trash,
        is_narrow=collection.is_narrow,
    )


def _summarize(session: Session, rows: Sequence[_Listed]) -> tuple[ArticleSummary, ...]:
    doubts = _read_doubts(session, [row.id for row in rows])
    return tuple(_to_summary(row, doubts.get(row.id, [])) for row in rows)


def _read_rows(session: Session, numbers: list[int]) -> list[_Listed]:
    rows: list[_Listed] = []
    if session.get_bind().dialect.name == "sqlite":
        # One parameter instead of many: their statement would be put together for every page.
        wanted = sa.func.json_each(json.dumps(numbers)).table_valued("value")
        rows += session.execute(_LISTED.where(ArticleRow.number.in_(sa.select(wanted.c.value))))
    else:
        for some in in_parts(numbers):
            rows += session.execute(_LISTED.where(ArticleRow.number.in_(some)))
    rank = {number: nth for nth, number in enumerate(numbers)}
    return sorted(rows, key=lambda row: rank[row.number])


def _read_doubts(session: Session, ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for some in in_parts(ids):
        query = sa.select(DoubtRow.article_id, DoubtRow.message)
        for article_id, message in session.execute(query.where(DoubtRow.article_id.in_(some))):
            found.setdefault(article_id, []).append(message)
    return found


def _to_summary(row: _Listed, doubts: list[str]) -> ArticleSummary:
    rates: dict[str, Any] = row.rates or {}
    return ArticleSummary(
        id=row.id,
        title=row.title,
        outlet=row.name or "",
        outlet_origin=_origin(row.outlet_origin),
        published=to_published(row.published, row.zone) if row.published else None,
        published_origin=_origin(row.published_origin),
        words=row.words or 0,
        own=_to_rate(rates.get("own")),
        quoted=_to_rate(rates.get("quoted")),
        own_tone=_to_rate(rates.get("own_tone")),
        quoted_tone=_to_rate(rates.get("quoted_tone")),
        event_id=row.event_id,
        attention=_attention(row, doubts),
        analyzed=row.summary_key is not None,
        source_name=row.source_name,
        agency=row.agency or "",
        trashed=row.trashed_at is not None,
        importance=row.importance,
    )


def _attention(row: _Listed, doubts: list[str]) -> tuple[str, ...]:
    reasons = list(doubts)
    if row.outlet_id is None:
        reasons.append(NO_OUTLET)
    if row.published is None:
        reasons.append(NO_DATE)
    if row.likeness is not None and row.likeness < UNSURE_BELOW:
        reasons.append(UNSURE_EVENT)
    return tuple(reasons)


def _origin(value: str | None) -> Origin:
    return _ORIGINS.get(value or "", Origin.UNKNOWN)


_ORIGINS = {origin.value: origin for origin in Origin}


def _to_rate(entry: list[Any] | None) -> Rate | None:
    return Rate(*entry) if entry else None
