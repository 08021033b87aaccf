"""Rows of events: finding one, its articles, its reasons, and what a grouping was made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, EventArticleRow, EventRow, LibraryInfoRow
from desktop.core.model.events import EventGroup, Link
from desktop.services.documents import from_document, shape_of, to_document
from desktop.services.errors import CrosslightError
from desktop.services.lexicons import load_lexicons
from desktop.services.sessions import in_parts

# Sums over numbers that are mixed so tell sets of articles apart.
_MIXER, _MODULUS = 2654435761, 4294967291
_NO_LIMIT = 2**62


@dataclass(frozen=True, slots=True)
class _Links:
    """The stored form of an event's reasons."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GroupingState:
    """What the events were made from, and what the library holds now.

    `stored` is the key of the last grouping; `last` is the number of the last article that it
    knew, `articles` how many of those there are, and `known` the key that they would have now.
    `whole` is the key of all articles, `has_new` says that some of them came after the last.
    """

    stored: str | None
    last: int
    articles: int
    known: str
    whole: str
    has_new: bool

    @property
    def is_current(self) -> bool:
        """Say whether the events are those of the articles that there are now."""
        return self.stored == self.known and not self.has_new


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


def read_places(session: Session, articles: Iterable[str] | None = None) -> dict[str, str]:
    """Return the event of each article that is in one, of some articles or of all."""
    places = sa.select(EventArticleRow.article_id, EventArticleRow.event_id)
    if articles is None:
        return dict(session.execute(places).all())
    found: dict[str, str] = {}
    for some in in_parts(list(articles)):
        found |= dict(session.execute(places.where(EventArticleRow.article_id.in_(some))).all())
    return found


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


def store_likeness(session: Session, links: Sequence[Link]) -> None:
    """Keep for each article of an event how much it is like the one that it is most like."""
    best: dict[str, float] = {}
    for link in links:
        for article in (link.left, link.right):
            best[article] = max(best.get(article, 0.0), link.cosine)
    if best:
        rows = [{"article_id": each, "likeness": likeness} for each, likeness in best.items()]
        session.execute(sa.update(EventArticleRow), rows)


def read_state(session: Session) -> GroupingState:
    """Return whether and why the events have to be found again.

    It takes no longer in a large library: articles are only ever added at the end or put into the
    trash, so that their count and what the trash holds tell one set of them from any other.
    """
    info = session.execute(sa.select(LibraryInfoRow.grouped_key, LibraryInfoRow.grouped_last))
    stored, last = info.one()
    is_later = ArticleRow.number > last
    every = session.scalar(sa.select(sa.func.count()).select_from(ArticleRow)) or 0
    later = session.scalar(sa.select(sa.func.count()).where(is_later)) or 0
    known, trash = every - later, _trash_sums(session, last)
    whole_trash = _trash_sums(session, _NO_LIMIT) if later else trash
    live = sa.select(ArticleRow.number).where(is_later, ArticleRow.trashed_at.is_(None)).limit(1)
    has_new = bool(later) and session.scalar(live) is not None
    return GroupingState(
        stored,
        last,
        known - trash[0],
        _key((known - trash[0], *trash)),
        _key((every - whole_trash[0], *whole_trash)),
        has_new,
    )


def _trash_sums(session: Session, last: int) -> list[int]:
    """Return figures that tell what the trash holds, up to a number; the first is its size."""
    # Written so that the index of the trash is gone through, not all articles up to the number.
    number = ArticleRow.number + 0
    is_in = sa.and_(ArticleRow.trashed_at > "", number <= last)
    mixed = number * _MIXER % _MODULUS
    sums = sa.select(sa.func.count(), sa.func.sum(number), sa.func.sum(mixed))
    row = session.execute(sums.where(is_in)).one()
    return [int(figure or 0) for figure in row]


def remember_grouping(session: Session, last: int, key: str) -> None:
    """Write down what the events are made from now."""
    session.execute(sa.update(LibraryInfoRow).values(grouped_last=last, grouped_key=key))


def forget_grouping(session: Session) -> None:
    """Let the next grouping go through all articles."""
    session.execute(sa.update(LibraryInfoRow).values(grouped_key=None))


def _key(figures: Sequence[int]) -> str:
    return f"{load_lexicons().version}/{shape_of(_Links)}/{'/'.join(map(str, figures))}"
