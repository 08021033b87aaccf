"""Articles of a library: lists, counts, and one article with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, defer

from db.search import matching_numbers
from db.tables import (
    ArticleRow,
    BatchArticleRow,
    DoubtRow,
    EventArticleRow,
    EventRow,
    FileOutcomeRow,
    OutletRow,
)
from desktop.core.model.analyses import Rate
from desktop.core.model.articles import Article, Origin, Published
from desktop.services.errors import CrosslightError
from desktop.services.event_bounds import read_bounds
from desktop.services.libraries import Library
from desktop.services.metadata import to_metadata, to_published
from desktop.services.sessions import in_parts, read_session

NO_OUTLET = "No outlet is known."
NO_DATE = "No publication date is known."


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


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles to list.

    `collection` is "all", "attention", "trash", "event" (with `value` an event's id), "outlet"
    (a name), "batch" (an import's id), "duplicates", "reprints" or "revisions". `text` narrows it
    to articles with all of its words, and to those of an outlet that is called so. Lists go page by
    page: `after` is the id of the last article of the page before.
    """

    collection: str = "all"
    value: str = ""
    text: str = ""
    after: str | None = None
    limit: int = 100


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
class Counts:
    """How many articles each collection holds; `duplicates` are those that were given again."""

    all: int = 0
    attention: int = 0
    duplicates: int = 0
    reprints: int = 0
    revisions: int = 0
    trash: int = 0
    outlets: tuple[OutletCount, ...] = ()
    events: tuple[EventCount, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Where an article's text came from."""

    source_name: str
    format: str
    sha256: str
    added: str
    batch: str


@dataclass(slots=True)
class _Page:
    rows: list[tuple[ArticleRow, str | None, str | None]] = field(
        default_factory=list[tuple[ArticleRow, str | None, str | None]]
    )
    doubts: dict[str, list[str]] = field(default_factory=dict[str, list[str]])


def list_articles(library: Library, query: ArticleQuery) -> tuple[ArticleSummary, ...]:
    """Return one page of a collection, in the order the articles entered the library.

    Raises:
        CrosslightError: There is no such collection, or the library cannot be read.
    """
    with read_session(library) as session:
        page = _read_page(session, query, library.engine.dialect.name)
        return tuple(
            _to_summary(row, outlet, event, page.doubts.get(row.id, []))
            for row, outlet, event in page.rows
        )


def count_articles(library: Library) -> Counts:
    """Return how many articles each collection, outlet and event holds."""
    with read_session(library) as session:
        live = ArticleRow.trashed_at.is_(None)
        total = sa.select(sa.func.count()).select_from(ArticleRow)
        reprints = _reprints().subquery()
        again = ArticleRow.id.in_(_duplicated(library.engine.dialect.name))
        return Counts(
            all=session.scalar(total.where(live)) or 0,
            attention=session.scalar(total.where(live, _needs_attention())) or 0,
            duplicates=session.scalar(total.where(live, again)) or 0,
            reprints=session.scalar(sa.select(sa.func.count()).select_from(reprints)) or 0,
            trash=session.scalar(total.where(~live)) or 0,
            outlets=_count_outlets(session),
            events=count_events(session),
        )


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


def count_events(session: Session) -> tuple[EventCount, ...]:
    """Return the events of two and more articles outside the trash, the latest grouped first.

    One that the user's decisions keep an article in is an event with that article alone, too.
    """
    own = frozenset(read_bounds(session).pins.values())
    size = sa.func.count()
    query = (
        sa.select(EventRow.id, EventRow.label, EventRow.user_label, size)
        .join(EventArticleRow, EventArticleRow.event_id == EventRow.id)
        .join(ArticleRow, ArticleRow.id == EventArticleRow.article_id)
        .where(ArticleRow.trashed_at.is_(None))
        .group_by(EventRow.id, EventRow.label, EventRow.user_label, EventRow.created_at)
        .order_by(EventRow.created_at.desc(), EventRow.id)
    )
    return tuple(
        EventCount(event_id, chosen or label, count)
        for event_id, label, chosen, count in session.execute(query)
        if count > 1 or event_id in own
    )


def _read_page(session: Session, query: ArticleQuery, dialect: str) -> _Page:
    wanted = (
        sa.select(ArticleRow, OutletRow.name, EventArticleRow.event_id)
        .outerjoin(OutletRow, ArticleRow.outlet_id == OutletRow.id)
        .outerjoin(EventArticleRow, EventArticleRow.article_id == ArticleRow.id)
        .where(*_conditions(query, dialect))
        .options(defer(ArticleRow.text))
        .order_by(ArticleRow.number)
        .limit(query.limit)
    )
    if query.text.strip():
        wanted = wanted.where(_has_words(query.text, dialect))
    if query.after is not None:
        last = sa.select(ArticleRow.number).where(ArticleRow.id == query.after).scalar_subquery()
        wanted = wanted.where(ArticleRow.number > last)
    page = _Page([(row, outlet, event) for row, outlet, event in session.execute(wanted)])
    ids = [row.id for row, _outlet, _event in page.rows]
    for doubt in session.scalars(sa.select(DoubtRow).where(DoubtRow.article_id.in_(ids))):
        page.doubts.setdefault(doubt.article_id, []).append(doubt.message)
    return page


def _has_words(words: str, dialect: str) -> sa.ColumnElement[bool]:
    """Return whether title or text have all words, or the outlet's name has them as they stand."""
    found = ArticleRow.number.in_(matching_numbers(words, dialect=dialect))
    name = " ".join(words.encode("utf-8", "ignore").decode("utf-8").split())
    named = sa.select(OutletRow.id).where(OutletRow.name.icontains(name, autoescape=True))
    return found | ArticleRow.outlet_id.in_(named) if name else found


def _conditions(query: ArticleQuery, dialect: str) -> list[sa.ColumnElement[bool]]:
    live = ArticleRow.trashed_at.is_(None)
    in_batch = sa.select(BatchArticleRow.article_id).where(BatchArticleRow.batch_id == query.value)
    collections: dict[str, list[sa.ColumnElement[bool]]] = {
        "all": [live],
        "attention": [live, _needs_attention()],
        "trash": [~live],
        "event": [live, EventArticleRow.event_id == query.value],
        "outlet": [live, OutletRow.name == query.value],
        "batch": [live, ArticleRow.id.in_(in_batch)],
        "reprints": [live, ArticleRow.id.in_(_reprints())],
        "duplicates": [live, ArticleRow.id.in_(_duplicated(dialect))],
        "revisions": [sa.false()],
    }
    if query.collection not in collections:
        raise CrosslightError(f"There is no collection “{query.collection}”.")
    return collections[query.collection]


def _needs_attention() -> sa.ColumnElement[bool]:
    doubted = sa.select(DoubtRow.article_id)
    return (
        ArticleRow.outlet_id.is_(None) | ArticleRow.published.is_(None) | ArticleRow.id.in_(doubted)
    )


def _reprints() -> sa.Select[str]:
    """Return the ids of articles whose text another article has too."""
    live = ArticleRow.trashed_at.is_(None)
    shared = (
        sa.select(ArticleRow.sha256)
        .where(live)
        .group_by(ArticleRow.sha256)
        .having(sa.func.count() > 1)
    )
    return sa.select(ArticleRow.id).where(live, ArticleRow.sha256.in_(shared))


def _duplicated(dialect: str) -> sa.Select[Any]:
    """Return the ids of articles that were given again."""
    entries = sa.func.json_each if dialect == "sqlite" else sa.func.json_array_elements_text
    each = entries(FileOutcomeRow.articles).table_valued("value", joins_implicitly=True)
    return sa.select(each.c.value).where(FileOutcomeRow.status == "duplicate")


def _count_outlets(session: Session) -> tuple[OutletCount, ...]:
    query = (
        sa.select(OutletRow.name, OutletRow.slot, sa.func.count())
        .join(ArticleRow, ArticleRow.outlet_id == OutletRow.id)
        .where(ArticleRow.trashed_at.is_(None))
        .group_by(OutletRow.name, OutletRow.slot)
        .order_by(OutletRow.slot)
    )
    return tuple(OutletCount(name, slot, count) for name, slot, count in session.execute(query))


def _to_summary(
    row: ArticleRow, outlet: str | None, event_id: str | None, doubts: list[str]
) -> ArticleSummary:
    metadata_origins = row.provenance
    rates = row.rates or {}
    return ArticleSummary(
        id=row.id,
        title=row.title,
        outlet=outlet or "",
        outlet_origin=_origin(metadata_origins, "outlet"),
        published=to_published(row.published, row.zone) if row.published else None,
        published_origin=_origin(metadata_origins, "published"),
        words=row.words or 0,
        own=_to_rate(rates.get("own")),
        quoted=_to_rate(rates.get("quoted")),
        own_tone=_to_rate(rates.get("own_tone")),
        quoted_tone=_to_rate(rates.get("quoted_tone")),
        event_id=event_id,
        attention=_attention(row, doubts),
        analyzed=row.summary_key is not None,
        source_name=row.source_name,
        agency=row.agency or "",
        trashed=row.trashed_at is not None,
    )


def _attention(row: ArticleRow, doubts: list[str]) -> tuple[str, ...]:
    reasons = list(doubts)
    if row.outlet_id is None:
        reasons.append(NO_OUTLET)
    if row.published is None:
        reasons.append(NO_DATE)
    return tuple(reasons)


def _origin(origins: dict[str, Any], name: str) -> Origin:
    entry = origins.get(name)
    return Origin(entry["origin"]) if entry else Origin.UNKNOWN


def _to_rate(entry: list[Any] | None) -> Rate | None:
    return Rate(*entry) if entry else None
