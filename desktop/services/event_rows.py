"""Rows of events: finding one, its articles, its reasons, and what a grouping was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, EventArticleRow, EventRow, LibraryInfoRow
from desktop.core.model.events import EventGroup, Link
from desktop.services.documents import from_document, shape_of, to_document
from desktop.services.errors import CrosslightError
from desktop.services.lexicons import load_lexicons

# Sums over numbers that are mixed so tell sets of articles apart.
_MIXER, _MODULUS = 2654435761, 4294967291


@dataclass(frozen=True, slots=True)
class _Links:
    """The stored form of an event's reasons."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GroupingState:
    """What the events were made from, and what the library holds now.

    `stored` is the key of the last grouping; `last` is the number of the last article that it
    knew, and `known` the key that it would have by the articles up to that one. `now` is the key
    by all articles, `articles` how many there are.
    """

    stored: str | None
    last: int
    known: str
    now: str
    articles: int


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


def event_articles(session: Session, event_id: str) -> list[str]:
    """Return the ids of an event's articles outside the trash, in the order they entered."""
    query = (
        sa.select(ArticleRow.id)
        .join(EventArticleRow, EventArticleRow.article_id == ArticleRow.id)
        .where(EventArticleRow.event_id == event_id, ArticleRow.trashed_at.is_(None))
        .order_by(ArticleRow.number)
    )
    return list(session.scalars(query))


def read_places(session: Session) -> dict[str, str]:
    """Return the event of each article that is in one."""
    places = sa.select(EventArticleRow.article_id, EventArticleRow.event_id)
    return dict(session.execute(places).all())


def event_links(row: EventRow, articles: Sequence[str]) -> tuple[Link, ...]:
    """Return why an event's articles are held together, for those that are in it now."""
    try:
        links = from_document(row.links, _Links).links
    except ValueError:
        return ()  # damaged or of an older shape: the next grouping writes it again
    present = set(articles)
    return tuple(link for link in links if link.left in present and link.right in present)


def add_links(row: EventRow, links: Sequence[Link]) -> None:
    """Give an event more reasons beside those that it has."""
    try:
        before = from_document(row.links, _Links).links
    except ValueError:
        before = ()
    row.links = to_document(_Links((*before, *links)))


def store_reasons(row: EventRow, group: EventGroup) -> None:
    """Give an event the label and the reasons that were found."""
    row.label = group.label
    row.links = to_document(_Links(group.links))


def read_state(session: Session) -> GroupingState:
    """Return whether and why the events have to be found again."""
    info = session.execute(sa.select(LibraryInfoRow.grouped_key, LibraryInfoRow.grouped_last))
    stored, last = info.one()
    known = _sums(session, ArticleRow.number <= last)
    new = _sums(session, ArticleRow.number > last)
    both = [one + other for one, other in zip(known, new, strict=True)]
    return GroupingState(stored, last, _key(known), _key(both), both[0])


def _sums(session: Session, which: sa.ColumnElement[bool]) -> list[int]:
    """Return figures that tell a set of articles from any other; the first is its size."""
    mixed = ArticleRow.number * _MIXER % _MODULUS
    sums = sa.select(sa.func.count(), sa.func.sum(ArticleRow.number), sa.func.sum(mixed))
    row = session.execute(sums.where(ArticleRow.trashed_at.is_(None), which)).one()
    return [int(figure or 0) for figure in row]


def remember_grouping(session: Session, last: int, key: str) -> None:
    """Write down what the events are made from now."""
    session.execute(sa.update(LibraryInfoRow).values(grouped_last=last, grouped_key=key))


def forget_grouping(session: Session) -> None:
    """Let the next grouping go through all articles."""
    session.execute(sa.update(LibraryInfoRow).values(grouped_key=None))


def _key(figures: Sequence[int]) -> str:
    return f"{load_lexicons().version}/{shape_of(_Links)}/{'/'.join(map(str, figures))}"
