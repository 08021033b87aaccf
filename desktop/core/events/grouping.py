"""Grouping by event: articles join as long as all of a group stay alike, not only neighbors."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from heapq import heapify, heappop, heappush

from desktop.core.events.labels import BarredWords, label_event
from desktop.core.events.links import link_articles
from desktop.core.events.vectors import Vector, cosines, to_vectors
from desktop.core.model.articles import Article, Published
from desktop.core.model.events import EventGroup, Link
from desktop.core.model.lexicons import Lexicons

_ALIKE = 0.18
_LEAST_SHARE = 0.65

# Articles of one day get more, those weeks apart less; undated ones are left as they are.
_NEAR_FACTOR = 1.9
_FAR_FACTOR = 0.75
_WINDOW_DAYS = 8.0
_SAME_TIME_DAYS = 1

# Reasons are given pair by pair; in a larger group each article shows its nearest only.
_ALL_PAIRS_UP_TO = 12


def group_articles(articles: Sequence[Article], lexicons: Lexicons) -> tuple[EventGroup, ...]:
    """Sort articles by event; one that shares its event with no other is a group of one.

    Args:
        articles: The articles in any order; two with the same id count once, as the first.
        lexicons: The background frequencies and the words a label must not use.

    Returns:
        Every article in exactly one group, groups in the order of their first article.
    """
    unique = list({article.id: article for article in reversed(articles)}.values())[::-1]
    vectors = to_vectors(unique, lexicons)
    days = [_day(article.metadata.published.value) for article in unique]
    plain, barred = cosines(vectors), BarredWords(lexicons)
    alike = {
        (left, right): value * _date_factor(days[left], days[right])
        for (left, right), value in plain.items()
    }
    return tuple(
        EventGroup(
            label=label_event([unique[each] for each in members], lexicons, barred),
            articles=tuple(unique[each].id for each in members),
            links=_links(members, unique, vectors, plain),
        )
        for members in link_groups(len(unique), alike, _ALIKE)
    )


def link_groups(
    count: int, alike: dict[tuple[int, int], float], threshold: float
) -> list[list[int]]:
    """Join positions into groups, the most alike first, while groups stay alike.

    How alike two groups are depends on their least alike pair most, and on their average pair:
    complete linkage alone splits large events, average linkage alone chains events of one topic.

    >>> link_groups(3, {(0, 1): 0.5, (1, 2): 0.4}, 0.21)
    [[0, 1], [2]]
    """
    state = _Groups(count, alike)
    heap = [(-value, *pair, 0, 0) for pair, value in alike.items() if value >= threshold]
    heapify(heap)
    while heap:
        _, left, right, left_version, right_version = heappop(heap)
        if state.version.get(left) != left_version or state.version.get(right) != right_version:
            continue
        for other, value in state.join(left, right):
            if value >= threshold:
                low, high = min(left, other), max(left, other)
                heappush(heap, (-value, low, high, state.version[low], state.version[high]))
    return sorted(sorted(members) for members in state.members.values())


class _Groups:
    """Groups under construction: members, versions, and the least and the mean likeness."""

    __slots__ = ("least", "mean", "members", "version")

    def __init__(self, count: int, alike: dict[tuple[int, int], float]) -> None:
        self.members = {each: [each] for each in range(count)}
        self.version = dict.fromkeys(range(count), 0)
        self.mean: list[dict[int, float]] = [{} for _ in range(count)]
        for (left, right), value in alike.items():
            self.mean[left][right] = self.mean[right][left] = value
        self.least = [dict(row) for row in self.mean]

    def join(self, left: int, right: int) -> Iterable[tuple[int, float]]:
        """Put `right` into `left` and yield each other group with its new likeness to it."""
        sizes = len(self.members[left]), len(self.members[right])
        self.members[left] += self.members.pop(right)
        self.version[left] += 1
        del self.version[right]
        means, other_means = self.mean[left], self.mean[right]
        others = (means.keys() | other_means.keys()) - {left, right}
        for other in sorted(others):
            total = sizes[0] * means.get(other, 0.0) + sizes[1] * other_means.get(other, 0.0)
            self._set(self.mean, left, other, total / sum(sizes))
            least = min(self.least[left].get(other, 0.0), self.least[right].get(other, 0.0))
            self._set(self.least, left, other, least)
            self.mean[other].pop(right, None)
            self.least[other].pop(right, None)
        means.pop(right, None)
        self.mean[right] = self.least[right] = {}
        return [(each, _blend(self.least[left][each], means[each])) for each in sorted(others)]

    @staticmethod
    def _set(table: list[dict[int, float]], left: int, right: int, value: float) -> None:
        table[left][right] = table[right][left] = value


def _blend(least: float, mean: float) -> float:
    return _LEAST_SHARE * least + (1 - _LEAST_SHARE) * mean


def _links(
    members: Sequence[int],
    articles: Sequence[Article],
    vectors: Sequence[Vector],
    plain: dict[tuple[int, int], float],
) -> tuple[Link, ...]:
    pairs = [(left, right) for left in members for right in members if left < right]
    if len(members) > _ALL_PAIRS_UP_TO:
        pairs = _nearest(members, plain)
    return tuple(
        link_articles(
            (articles[left], articles[right]),
            (vectors[left], vectors[right]),
            plain.get((left, right), 0.0),
            _days_apart(articles[left], articles[right]),
        )
        for left, right in pairs
    )


def _nearest(members: Sequence[int], plain: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    def ordered(one: int, other: int) -> tuple[int, int]:
        return min(one, other), max(one, other)

    pairs: set[tuple[int, int]] = set()
    for one in members:
        others = [each for each in members if each != one]
        nearest = max(others, key=lambda other: (plain.get(ordered(one, other), 0.0), -other))
        pairs.add(ordered(one, nearest))
    return sorted(pairs)


def _date_factor(left: int | None, right: int | None) -> float:
    if left is None or right is None:
        return 1.0
    days = max(0, abs(left - right) - _SAME_TIME_DAYS)
    return _FAR_FACTOR + (_NEAR_FACTOR - _FAR_FACTOR) * math.exp(-days / _WINDOW_DAYS)


def _days_apart(left: Article, right: Article) -> int | None:
    one, other = _day(left.metadata.published.value), _day(right.metadata.published.value)
    return None if one is None or other is None else abs(one - other)


def _day(published: Published | None) -> int | None:
    if published is None:
        return None
    try:
        return date(published.year, published.month, published.day).toordinal()
    except ValueError:  # 31 February, as a sidecar may say
        return None
