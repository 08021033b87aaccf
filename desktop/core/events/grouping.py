"""Grouping by event: articles join as long as all of a group stay alike, not only neighbors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from desktop.core.events.bounds import Bounds, Settled, Settling
from desktop.core.events.days import Moment, find_moment, time_factor
from desktop.core.events.labels import BarredWords, label_event
from desktop.core.events.likeness import find_alike
from desktop.core.events.linkage import Pair, link_groups
from desktop.core.events.links import LinkReader
from desktop.core.events.vectors import Vector, to_vectors
from desktop.core.model.articles import Article
from desktop.core.model.events import EventGroup, Link
from desktop.core.model.lexicons import Lexicons

ALIKE = 0.18
_NOT_ALIKE = 0.04

# Reasons are given pair by pair; in a larger group each article shows its nearest only.
_ALL_PAIRS_UP_TO = 12


def group_articles(
    articles: Sequence[Article], lexicons: Lexicons, bounds: Bounds | None = None
) -> tuple[EventGroup, ...]:
    """Sort articles by event; one that shares its event with no other is a group of one.

    Args:
        articles: The articles in any order; two with the same id count once, as the first.
        lexicons: The background frequencies and the words a label must not use.
        bounds: What the user decided about which articles are on one event.

    Returns:
        Every article in exactly one group, groups in the order of their first article.
    """
    collection = Collection(articles, lexicons)
    return tuple(collection.describe(group) for group in collection.group(bounds))


def sort_by_event(articles: Sequence[Article], lexicons: Lexicons) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the groups alone, as `group_articles` finds them: no label, no reason."""
    return tuple(group.members for group in Collection(articles, lexicons).group())


def describe_group(articles: Sequence[Article], lexicons: Lexicons) -> EventGroup:
    """Return one or more articles as one event, whatever speaks against it, with the reasons."""
    ids = dict.fromkeys(article.id for article in articles)
    return Collection(articles, lexicons).describe(Settled("", tuple(ids)))


class Collection:
    """Articles with all that their grouping is made from."""

    def __init__(self, articles: Sequence[Article], lexicons: Lexicons) -> None:
        known = {article.id: article for article in reversed(articles)}
        # Sorted by id: which of two equal pairs comes first must not depend on the order given.
        self._articles = [known[each] for each in sorted(known)]
        self._position = {article.id: n for n, article in enumerate(self._articles)}
        order = dict.fromkeys(article.id for article in articles)
        self._rank = {article_id: n for n, article_id in enumerate(order)}
        self._lexicons = lexicons
        self._barred = BarredWords(lexicons)
        self._vectors = to_vectors(self._articles, lexicons)
        self._moments = [find_moment(article) for article in self._articles]
        self._alike = _find_likenesses(self._vectors, self._moments)

    def group(self, bounds: Bounds | None = None) -> list[Settled]:
        """Return the groups in the order of their first article."""
        place, settling = self._position, Settling(bounds or Bounds(), list(self._rank))
        aside = {place[each] for each in settling.aside}
        found = link_groups(
            len(self._articles),
            _without(self._alike, aside),
            ALIKE,
            [[place[each] for each in unit] for unit in settling.units.values()],
            [(place[left], place[right]) for left, right in settling.apart],
        )
        groups = settling.settle(
            tuple(self._articles[each].id for each in members)
            for members in found
            if aside.isdisjoint(members)
        )
        rank = self._rank.__getitem__
        ordered = [Settled(each.event, tuple(sorted(each.members, key=rank))) for each in groups]
        return sorted(ordered, key=lambda group: rank(group.members[0]))

    def describe(self, group: Settled) -> EventGroup:
        """Return a group with its label and the reasons for it."""
        held = [self._articles[self._position[each]] for each in group.members]
        label = label_event(held, self._lexicons, self._barred)
        return EventGroup(label, group.members, self._links(group.members), group.event)

    def signatures(self) -> Iterator[tuple[str, Vector, Moment]]:
        """Yield what each article was grouped by."""
        for article, vector, moment in zip(
            self._articles, self._vectors, self._moments, strict=True
        ):
            yield article.id, vector, moment

    def _links(self, members: Sequence[str]) -> tuple[Link, ...]:
        ids = [self._position[each] for each in members]
        pairs = list(combinations(ids, 2))
        if len(ids) > _ALL_PAIRS_UP_TO:
            pairs = _nearest(ids, self._alike)
        reader = LinkReader()
        return tuple(
            reader.link(
                (self._articles[left], self._articles[right]),
                (self._vectors[left], self._vectors[right]),
                (self._moments[left], self._moments[right]),
            )
            for left, right in pairs
        )


def _nearest(ids: Sequence[int], alike: Mapping[Pair, float]) -> list[Pair]:
    """Return for each article the pair with the one that is most like it, each pair once."""
    best: dict[int, tuple[float, int]] = {}
    for (n, left), (m, right) in combinations(enumerate(ids), 2):
        value = alike.get((min(left, right), max(left, right)), 0.0)
        for one, other in ((n, m), (m, n)):
            best[one] = max(best.get(one, (-1.0, 0)), (value, -other))
    pairs = {(min(one, -other), max(one, -other)) for one, (_, other) in best.items()}
    return [(ids[one], ids[other]) for one, other in sorted(pairs)]


def _without(alike: dict[Pair, float], aside: set[int]) -> dict[Pair, float]:
    if not aside:
        return alike
    return {pair: value for pair, value in alike.items() if aside.isdisjoint(pair)}


def _find_likenesses(vectors: Sequence[Vector], moments: Sequence[Moment]) -> dict[Pair, float]:
    """Return how alike pairs are by words and time; pairs left out are not alike."""
    found: dict[Pair, float] = {}
    for right, row in enumerate(find_alike(vectors)):
        moment = moments[right]
        for left, value in row:
            likeness = value * time_factor(moments[left], moment)
            if likeness >= _NOT_ALIKE:
                found[left, right] = likeness
    return found
