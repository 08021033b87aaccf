"""Joining what is alike into groups, the most alike first, as far as the user's word allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

_LEAST_SHARE = 0.65

Pair = tuple[int, int]


def link_groups(
    count: int,
    alike: Mapping[Pair, float],
    threshold: float,
    together: Iterable[Sequence[int]] = (),
    apart: Iterable[Pair] = (),
) -> list[list[int]]:
    """Join positions into groups, the most alike first, while groups stay alike.

    How alike two groups are depends on their least alike pair most, and on their average pair:
    complete linkage alone splits large events, average linkage alone chains events of one topic.

    Args:
        count: The positions are those below it.
        alike: How alike pairs are, the lower position first; pairs left out are not alike.
        threshold: How alike groups must be to be joined.
        together: Positions that are one group however unlike they are; no two sets overlap.
        apart: Pairs that no group may hold, unless `together` puts them there.

    >>> link_groups(3, {(0, 1): 0.5, (1, 2): 0.4}, 0.21)
    [[0, 1], [2]]
    >>> link_groups(3, {(0, 1): 0.5, (1, 2): 0.4}, 0.21, together=[(0, 2)], apart=[(0, 1)])
    [[0, 2], [1]]
    """
    sets = [sorted(each) for each in together]
    edges = [pair for pair, value in alike.items() if value >= threshold]
    parts = _parts(count, [*edges, *((each[0], other) for each in sets for other in each[1:])])
    # No group reaches from one part into another, so what is alike across parts is never asked for.
    inner = {pair: value for pair, value in alike.items() if parts[pair[0]] == parts[pair[1]]}
    state = _Groups(count, inner, apart)
    heap = [(-value, *pair, 0, 0) for pair, value in inner.items() if value >= threshold]
    heapify(heap)
    for first, *others in sets:
        for other in others:
            _push(heap, state, first, state.join(first, other), threshold)
    while heap:
        _, left, right, left_version, right_version = heappop(heap)
        if state.version.get(left) != left_version or state.version.get(right) != right_version:
            continue
        if right not in state.apart.get(left, ()):
            _push(heap, state, left, state.join(left, right), threshold)
    return sorted(sorted(members) for members in state.members.values())


def _push(
    heap: list[tuple[float, int, int, int, int]],
    state: _Groups,
    group: int,
    likenesses: Iterable[tuple[int, float]],
    threshold: float,
) -> None:
    for other, value in likenesses:
        if value >= threshold:
            low, high = min(group, other), max(group, other)
            heappush(heap, (-value, low, high, state.version[low], state.version[high]))


def _parts(count: int, edges: Iterable[Pair]) -> list[int]:
    """Return for each position the lowest one that edges lead to from it."""
    root = list(range(count))

    def find(position: int) -> int:
        while root[position] != position:
            root[position] = root[root[position]]
            position = root[position]
        return position

    for left, right in edges:
        one, other = sorted((find(left), find(right)))
        root[other] = one
    return [find(position) for position in range(count)]


class _Groups:
    """Groups under construction: members, versions, and the least and the mean likeness."""

    __slots__ = ("apart", "least", "mean", "members", "version")

    def __init__(self, count: int, alike: Mapping[Pair, float], apart: Iterable[Pair]) -> None:
        self.members = {each: [each] for each in range(count)}
        self.version = dict.fromkeys(range(count), 0)
        self.mean: list[dict[int, float]] = [{} for _ in range(count)]
        for (left, right), value in alike.items():
            self.mean[left][right] = self.mean[right][left] = value
        self.least = [dict(row) for row in self.mean]
        self.apart: dict[int, set[int]] = {}
        for left, right in apart:
            self.apart.setdefault(left, set()).add(right)
            self.apart.setdefault(right, set()).add(left)

    def join(self, left: int, right: int) -> Iterable[tuple[int, float]]:
        """Put `right` into `left` and return each other group with its new likeness to it."""
        sizes = len(self.members[left]), len(self.members[right])
        self.members[left] += self.members.pop(right)
        self.version[left] += 1
        del self.version[right]
        self._move_apart(left, right)
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
        return [(each, blend(self.least[left][each], means[each])) for each in sorted(others)]

    def _move_apart(self, left: int, right: int) -> None:
        for other in self.apart.pop(right, ()):
            self.apart[other].discard(right)
            if other != left:
                self.apart[other].add(left)
                self.apart.setdefault(left, set()).add(other)

    @staticmethod
    def _set(table: list[dict[int, float]], left: int, right: int, value: float) -> None:
        table[left][right] = table[right][left] = value


def blend(least: float, mean: float) -> float:
    """Return how alike two groups are by their least alike pair and the mean of all pairs."""
    return _LEAST_SHARE * least + (1 - _LEAST_SHARE) * mean
