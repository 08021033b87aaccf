"""Pages of articles: those of a collection that a query asks for, in an order, page after page.

A page begins after the last article of the one before it, found again by its key in the order, so
that the thousandth page takes no longer than the first. A search by date reads the index of words
in that order and stops when the page is full.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import merge
from itertools import islice
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.places import FIRST_DATED, LAST_PLACE, ROOM
from db.search import SEARCH, is_match, matching_places, relevance
from db.tables import ArticleRow, OutletRow
from desktop.core.text.search import fold
from desktop.services.conditions import Condition, Conditions, span_of
from desktop.services.matching import match_of
from desktop.services.queries import All, AnyOf, Days, Known, Node, Not, Term

# So few articles are looked up faster than a common word is gone through.
_FEW = 2_000
# Of what is found by other things than words: a hit of the index is less than this.
_NO_FIT = 0.0


class Order(StrEnum):
    """What a list is sorted by; articles that have no such figure come last either way."""

    ADDED = "added"
    DATE = "date"
    RELEVANCE = "relevance"
    TITLE = "title"
    OUTLET = "outlet"
    LOADED = "loaded"
    TONE = "tone"
    IMPORTANCE = "importance"


DESCENDING_FIRST = frozenset((Order.DATE, Order.LOADED, Order.IMPORTANCE))
"""The orders that most readers want from the highest on."""

_Key: TypeAlias = Any
_Query: TypeAlias = sa.Select[*tuple[Any, ...]]
_Row: TypeAlias = tuple[Any, int]
_Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is of: a collection's conditions, a query, and the order.

    `is_narrow` says that a collection is small, so that it is better gone through than searched.
    """

    scope: tuple[Condition, ...] = ()
    node: Node | None = None
    order: Order = Order.ADDED
    is_descending: bool = False
    is_trash: bool = False
    is_narrow: bool = False

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Return what holds of every article asked for, whatever the query."""
        if self.is_trash:
            return (ArticleRow.trashed_at.is_not(None), *self.scope)
        if self.order is Order.ADDED:
            # Written so that articles are gone through by number, in which order they stand.
            return (sa.func.coalesce(ArticleRow.trashed_at, "") == "", *self.scope)
        return (ArticleRow.trashed_at.is_(None), *self.scope)


@dataclass(frozen=True, slots=True)
class _Ask:
    """One of the alternatives of a query: words for the index, days, and other conditions."""

    match: str = ""
    spans: tuple[_Span, ...] = ()
    conditions: tuple[Condition, ...] = ()
    is_narrow: bool = False


@dataclass(frozen=True, slots=True)
class _Phase:
    """A stretch of a list that is sorted by one column; after it comes the next stretch."""

    key: _Key
    conditions: tuple[Condition, ...] = ()
    is_descending: bool = False
    span: _Span | None = None


def find_numbers(session: Session, asked: Asked, after: str | None, limit: int) -> list[int]:
    """Return the numbers of a page's articles in their order.

    Args:
        session: Of the library.
        asked: What is asked for.
        after: The id of the last article of the page before, None for the first page.
        limit: How many at most.
    """
    asks = _alternatives(session, asked)
    if asked.order is Order.RELEVANCE:
        return _by_relevance(session, asked, asks, after, limit)
    phases = _phases(session, asked)
    begin, last = _resume(session, phases, after)
    found: list[int] = []
    for phase in phases[begin:]:
        runs = [_run(session, asked, ask, phase, last).limit(limit) for ask in asks]
        rows = _merged(session, runs, is_descending=phase.is_descending)
        found += islice(rows, limit - len(found))
        if len(found) >= limit:
            break
        last = None
    return found


def count_found(session: Session, asked: Asked, most: int) -> int:
    """Return how many articles are asked for, or `most` where they are more."""
    asked = replace(asked, order=Order.DATE)
    numbers = [_found(asked, ask).limit(most) for ask in _alternatives(session, asked)]
    if len(numbers) == 1:
        return session.scalar(sa.select(sa.func.count()).select_from(numbers[0].subquery())) or 0
    return min(most, len({number for query in numbers for number in session.scalars(query)}))


def _alternatives(session: Session, asked: Asked) -> list[_Ask]:
    """Return a query's parts of which any will do, each as the index can answer it best."""
    if asked.node is None:
        return [_Ask()]
    conditions = Conditions(session)
    nodes = (asked.node,)
    if isinstance(asked.node, AnyOf) and match_of(asked.node) is None:
        nodes = asked.node.nodes
    asks = [_to_ask(conditions, node) for node in nodes]
    outlets = conditions.outlets_with(_plain_words(asked.node))
    if outlets:
        asks.append(_Ask(conditions=(ArticleRow.outlet_id.in_(outlets),)))
    return asks


def _plain_words(node: Node) -> str:
    """Return the words of a query that is nothing but words: they may be an outlet's name."""
    terms = node.nodes if isinstance(node, All) else (node,)
    plain = [each.text for each in terms if isinstance(each, Term) and not each.field]
    return " ".join(plain) if len(plain) == len(terms) else ""


def _to_ask(conditions: Conditions, node: Node) -> _Ask:
    nodes = node.nodes if isinstance(node, All) else (node,)
    spans = tuple(span_of(each) for each in nodes if isinstance(each, Days))
    rest = [each for each in nodes if not isinstance(each, Days)]
    words = rest if conditions.dialect == "sqlite" else []
    words = [each for each in words if match_of(_bare(each)) is not None]
    match = match_of(All(tuple(words))) if words else None
    if match is None:
        words = []
    others = [each for each in rest if each not in words]
    found = tuple(conditions.of(each) for each in others)
    return _Ask(match or "", spans, found, is_narrow=any(map(_is_narrow, others)))


def _bare(node: Node) -> Node:
    return node.node if isinstance(node, Not) else node


def _is_narrow(node: Node) -> bool:
    return isinstance(node, Known) and node.field in ("event", "tag", "note", "is", "has")


def _phases(session: Session, asked: Asked) -> list[_Phase]:
    """Return the stretches of a list in their order."""
    down = asked.is_descending
    if asked.order is Order.DATE:
        dated, undated = (FIRST_DATED, LAST_PLACE), (0, FIRST_DATED - 1)
        return [
            _Phase(ArticleRow.place, (), down, dated),
            _Phase(ArticleRow.place, (), False, undated),
        ]
    if asked.order is Order.OUTLET:
        return _by_outlet(session, is_descending=down)
    if asked.order in (Order.ADDED, Order.RELEVANCE):
        return [_Phase(ArticleRow.number, (), down)]
    column = _COLUMNS[asked.order]
    known = _Phase(column, (column.is_not(None),), down)
    return [known, _Phase(ArticleRow.number, (column.is_(None),))]


_COLUMNS: Mapping[Order, _Key] = {
    Order.TITLE: ArticleRow.title_key,
    Order.LOADED: ArticleRow.own_rate,
    Order.TONE: ArticleRow.own_tone,
    Order.IMPORTANCE: ArticleRow.importance,
}


def _by_outlet(session: Session, *, is_descending: bool) -> list[_Phase]:
    outlets = session.execute(sa.select(OutletRow.id, OutletRow.name)).all()
    ordered = sorted(outlets, key=lambda outlet: fold(outlet[1]), reverse=is_descending)
    of_each = [ArticleRow.outlet_id == outlet for outlet, _name in ordered]
    of_none = ArticleRow.outlet_id.is_(None)
    # Within an outlet the newest come first.
    return [_Phase(ArticleRow.place, (each,), True) for each in (*of_each, of_none)]


def _resume(
    session: Session, phases: Sequence[_Phase], after: str | None
) -> tuple[int, _Row | None]:
    """Return the stretch in which the page before ended, and where it ended there."""
    if after is None:
        return 0, None
    for nth, phase in enumerate(phases):
        query = sa.select(phase.key, ArticleRow.number).where(ArticleRow.id == after)
        query = query.where(*phase.conditions, *_within(ArticleRow.place, phase.span))
        last = session.execute(query).first()
        if last is not None:
            return nth, (last[0], last[1])
    return len(phases), None


def _run(session: Session, asked: Asked, ask: _Ask, phase: _Phase, last: _Row | None) -> _Query:
    """Return the query of one alternative in a stretch, after the last row that was shown."""
    is_streamed = bool(ask.match) and phase.key is ArticleRow.place
    if is_streamed and not _is_small(session, asked, ask):
        key: _Key = SEARCH.c.rowid
        query = _searched(key, asked, ask)
    else:
        key = phase.key
        query = sa.select(key, ArticleRow.number).where(*asked.conditions, *_plain(ask))
    place = SEARCH.c.rowid if key is SEARCH.c.rowid else ArticleRow.place
    query = query.where(*phase.conditions, *_within(place, phase.span))
    if last is not None:
        query = query.where(_is_after(key, last, is_descending=phase.is_descending))
    keys = (key,) if _is_alone(key) else (key, ArticleRow.number)
    return query.order_by(*(each.desc() if phase.is_descending else each for each in keys))


def _searched(key: _Key, asked: Asked, ask: _Ask) -> _Query:
    """Return a query that reads the index in the order of dates and then looks at articles."""
    spans = [part for span in ask.spans for part in _within(SEARCH.c.rowid, span)]
    return (
        sa.select(key, ArticleRow.number)
        .select_from(SEARCH)
        # The sum keeps the planner from asking the index article by article.
        .join(ArticleRow, ArticleRow.place == SEARCH.c.rowid + 0)
        .where(is_match(ask.match), *spans, *asked.conditions, *ask.conditions)
    )


def _plain(ask: _Ask) -> list[Condition]:
    """Return the conditions of an alternative on articles alone."""
    found = [part for span in ask.spans for part in _within(ArticleRow.place, span)]
    if ask.match:
        # The sum keeps the planner from going through all hits where few articles are asked for.
        found.append((ArticleRow.place + 0).in_(matching_places(ask.match)))
    return [*found, *ask.conditions]


def _is_small(session: Session, asked: Asked, ask: _Ask) -> bool:
    """Say whether what has to be looked at without the words is little."""
    if not (ask.is_narrow or asked.is_narrow):
        return False
    spans = [part for span in ask.spans for part in _within(ArticleRow.place, span)]
    some = sa.select(ArticleRow.number).where(*asked.conditions, *ask.conditions, *spans)
    counted = sa.select(sa.func.count()).select_from(some.limit(_FEW).subquery())
    return (session.scalar(counted) or 0) < _FEW


def _found(asked: Asked, ask: _Ask) -> sa.Select[int]:
    """Return a query of the numbers of all articles of an alternative."""
    if ask.match:
        searched = _searched(SEARCH.c.rowid, asked, ask)
        return searched.with_only_columns(ArticleRow.number)
    return sa.select(ArticleRow.number).where(*asked.conditions, *_plain(ask))


def _within(place: _Key, span: _Span | None) -> list[Condition]:
    return [] if span is None else [place >= span[0], place <= span[1]]


def _is_alone(key: _Key) -> bool:
    """Say whether no two articles have the same key."""
    return any(key is each for each in (SEARCH.c.rowid, ArticleRow.place, ArticleRow.number))


def _is_after(key: _Key, last: _Row, *, is_descending: bool) -> Condition:
    if _is_alone(key):
        return key < last[0] if is_descending else key > last[0]
    both, end = sa.tuple_(key, ArticleRow.number), sa.tuple_(*map(sa.literal, last))
    return both < end if is_descending else both > end


def _merged(session: Session, queries: Sequence[_Query], *, is_descending: bool) -> Iterator[int]:
    """Give the numbers of several queries that are each in order, in order, each once."""
    runs = [session.execute(query).all() for query in queries]
    before = None
    for row in merge(*runs, key=tuple, reverse=is_descending):
        if row[-1] != before:
            before = row[-1]
            yield row[-1]


def _by_relevance(
    session: Session, asked: Asked, asks: Sequence[_Ask], after: str | None, limit: int
) -> list[int]:
    """Return a page of the articles that fit best, of equal ones the newest first."""
    last = _fit(session, asks, after) if after is not None else None
    if after is not None and last is None:
        return []
    runs: list[_Query] = []
    for ask in asks:
        hits = _scored(asked, ask).subquery()
        query = sa.select(hits.c.score, hits.c.behind, hits.c.number)
        if last is not None:
            query = query.where(sa.tuple_(hits.c.score, hits.c.behind) > sa.tuple_(*last))
        runs.append(query.order_by(hits.c.score, hits.c.behind).limit(limit))
    seen = dict.fromkeys(_merged(session, runs, is_descending=False))
    return list(islice(seen, limit))


def _scored(asked: Asked, ask: _Ask) -> _Query:
    behind = (-ArticleRow.place).label("behind")
    number = ArticleRow.number.label("number")
    if ask.match and not (asked.scope or ask.conditions or asked.is_trash):
        return _scored_by_index(ask)
    if ask.match:
        query = _searched(SEARCH.c.rowid, asked, ask)
        return query.with_only_columns(relevance().label("score"), behind, number)
    score = sa.literal(_NO_FIT).label("score")
    return sa.select(score, behind, number).where(*asked.conditions, *_plain(ask))


def _scored_by_index(ask: _Ask) -> _Query:
    """Return all hits that are not in the trash, without a look at any article."""
    trash = sa.select(ArticleRow.place).where(ArticleRow.trashed_at > "")
    spans = [part for span in ask.spans for part in _within(SEARCH.c.rowid, span)]
    behind = (-SEARCH.c.rowid).label("behind")
    # A place ends with the article's number.
    number = (SEARCH.c.rowid % ROOM).label("number")
    scored = sa.select(relevance().label("score"), behind, number)
    return scored.where(is_match(ask.match), SEARCH.c.rowid.not_in(trash), *spans)


def _fit(session: Session, asks: Sequence[_Ask], after: str) -> tuple[Any, Any] | None:
    """Return how well the last article of the page before fitted, and its place."""
    place = session.scalar(sa.select(ArticleRow.place).where(ArticleRow.id == after))
    if place is None:
        return None
    scores = [
        session.scalar(sa.select(relevance()).where(is_match(ask.match), SEARCH.c.rowid == place))
        for ask in asks
        if ask.match
    ]
    best = min((score for score in scores if score is not None), default=_NO_FIT)
    return sa.literal(best), sa.literal(-place)
