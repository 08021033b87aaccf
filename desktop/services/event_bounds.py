"""What the user's standing decisions say about which articles are on one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import DecisionRow
from desktop.core.events.bounds import Bounds

SPLIT_EVENT = "split_event"
JOIN_EVENTS = "join_events"
KEEP_IN_EVENT = "keep_in_event"
KEEP_OUT_OF_EVENT = "keep_out_of_event"
RELEASE_ARTICLES = "release_articles"

Data = dict[str, Any]


def read_bounds(session: Session, places: Mapping[str, str] | None = None) -> Bounds:
    """Return what stands after all decisions about events, in the order they were made.

    Args:
        session: Of the library.
        places: The event that each article is in.
    """
    return read_standing(session).bounds(places or {})


def read_standing(session: Session) -> Standing:
    """Return what stands after all decisions about events, and which side of them was chosen."""
    query = (
        sa.select(DecisionRow.kind, DecisionRow.data)
        .where(DecisionRow.kind.in_(BINDING), ~DecisionRow.undone)
        .order_by(DecisionRow.id)
    )
    standing = Standing()
    for kind, data in session.execute(query):
        standing.take(kind, data)
    return standing


@dataclass(slots=True)
class Standing:
    """What stands so far, decision by decision; the last one on an article holds.

    `apart` holds for both sides, `out` for the articles that were chosen themselves.
    """

    pins: dict[str, str] = field(default_factory=dict[str, str])
    apart: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    out: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def take(self, kind: str, data: Data) -> None:
        """Let a decision follow those before."""
        _TAKEN[kind](self, data["event"], data["articles"], data["others"])

    def bounds(self, places: Mapping[str, str]) -> Bounds:
        """Return what stands now."""
        apart = {one: frozenset(others) for one, others in self.apart.items()}
        return Bounds(self.pins, apart, places)

    def unite(self, event: str, articles: list[str], others: list[str]) -> None:
        """Keep articles in an event that has the others."""
        self.pins |= dict.fromkeys(articles, event)
        united = {*articles, *others}
        for one in articles:
            kept_apart = self.apart.get(one, set())
            for other in kept_apart & united:
                self.apart[other].discard(one)
            kept_apart -= united

    def unite_all(self, event: str, articles: list[str], others: list[str]) -> None:
        """Keep articles and the others in one event."""
        both = [*others, *articles]
        self.unite(event, both, both)

    def part(self, event: str, articles: list[str], others: list[str]) -> None:
        """Keep articles in an event of their own, apart from the others."""
        self.unite(event, articles, articles)
        self._keep_apart(articles, others)

    def exclude(self, event: str, articles: list[str], others: list[str]) -> None:
        """Keep articles out of an event that has the others."""
        for one in articles:
            if self.pins.get(one) == event:
                del self.pins[one]
        self._keep_apart(articles, others)

    def release(self, _event: str, articles: list[str], _others: list[str]) -> None:
        """Forget what was decided about articles."""
        for one in articles:
            self.pins.pop(one, None)
            self.out.pop(one, None)
            for other in self.apart.pop(one, ()):
                self.apart[other].discard(one)

    def _keep_apart(self, articles: Iterable[str], others: Iterable[str]) -> None:
        for one in articles:
            self.out.setdefault(one, set()).update(others)
            for other in {*others} - {one}:
                self.apart.setdefault(one, set()).add(other)
                self.apart.setdefault(other, set()).add(one)


_TAKEN: dict[str, Callable[[Standing, str, list[str], list[str]], None]] = {
    SPLIT_EVENT: Standing.part,
    JOIN_EVENTS: Standing.unite_all,
    KEEP_IN_EVENT: Standing.unite,
    KEEP_OUT_OF_EVENT: Standing.exclude,
    RELEASE_ARTICLES: Standing.release,
}
BINDING = tuple(_TAKEN)
