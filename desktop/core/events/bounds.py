"""What the user decided about events: articles kept in one, and articles kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Decisions that a grouping keeps to, all by ids of articles and events.

    `pins` gives the event that an article stays in, `apart` the articles that it never shares an
    event with, and `places` the event that each article is in now: a pinned article follows it.
    """

    pins: Mapping[str, str] = field(default_factory=dict[str, str])
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    places: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Settled:
    """A group of articles; `event` is the event that it has to be, empty for any."""

    event: str
    members: tuple[str, ...]


class Settling:
    """Bounds applied to some articles: before they are grouped, and to the groups found.

    Articles pinned to an event stand aside while the others are grouped, and then go where most of
    the event has gone. Where all of an event are pinned to it, they are a unit that more may join.
    """

    def __init__(self, bounds: Bounds, ids: Sequence[str]) -> None:
        pinned: dict[str, list[str]] = {}
        for each in ids:
            if each in bounds.pins:
                pinned.setdefault(bounds.pins[each], []).append(each)
        self._rest = Counter[str]()
        self._places: dict[str, str] = {}
        for each in ids:
            event = bounds.places.get(each, "")
            if event in pinned and each not in bounds.pins:
                self._rest[event] += 1
                self._places[each] = event
        self.units = {event: some for event, some in pinned.items() if not self._rest[event]}
        self._waiting = {event: some for event, some in pinned.items() if self._rest[event]}
        self.aside = frozenset(each for some in self._waiting.values() for each in some)
        self.apart = [*self._kept_apart(bounds, frozenset(ids))]

    def _kept_apart(self, bounds: Bounds, present: frozenset[str]) -> Iterator[Pair]:
        for one, others in bounds.apart.items():
            if one in present:
                yield from ((one, other) for other in sorted(others & present) if other != one)
        yield from combinations((unit[0] for unit in self.units.values()), 2)

    def settle(self, groups: Iterable[tuple[str, ...]]) -> list[Settled]:
        """Return the groups with the events that they have to be and the articles pinned to them.

        Args:
            groups: All the articles but those that stand aside.
        """
        found = list(groups)
        events = dict.fromkeys(range(len(found)), "")
        place = {each: n for n, group in enumerate(found) for each in group}
        for event, unit in self.units.items():
            events[place[unit[0]]] = event
        homes = Counter((place[each], event) for each, event in self._places.items())
        for (home, event), _count in sorted(homes.items(), key=lambda item: (-item[1], item[0])):
            if not events[home] and event in self._waiting:
                events[home] = event
                found[home] += tuple(self._waiting.pop(event))
        left = [Settled(event, tuple(some)) for event, some in self._waiting.items()]
        return [*(Settled(events[n], group) for n, group in enumerate(found)), *left]
