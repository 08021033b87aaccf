"""Sentences of different articles that state the same, as pairs and as rows over all articles."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.alignment.words import content_words, name_keys, weigh_keys
from desktop.core.model.analyses import Analysis, Sentence
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Place
from desktop.core.model.lexicons import Lexicons

# From 0.13 up two sentences count as saying the same.
_ALIKE = 0.13
_SHORTEST = 3.0
_POSITION_SHARE = 0.2
_RIVAL_SHARE = 0.6

# Two sentences that count the same unit are alike although their numbers differ.
_UNIT_RARITY = 4.0

# A row states one thing: all of it is more alike than any pair has to be, and an article gives a
# second sentence only where that repeats the first, as a lead does its headline.
_ROW_ALIKE = 0.16
_MOST_OF_ONE_ARTICLE = 2
_REPEATED = 0.5


@dataclass(frozen=True, slots=True)
class Statement:
    """A scored sentence of an article; `position` is its share of the text, 0.0 to 1.0.

    `article` is the position of its article among those compared; `words` are the keys of its
    content words with their rarity.
    """

    article: int
    sentence: Sentence
    place: Place
    words: Mapping[str, float]
    position: float


@dataclass(frozen=True, slots=True)
class Match:
    """Two statements, by their positions in the list, that say the same; `score` is 0.0 to 1.0."""

    left: int
    right: int
    score: float


class Statements:
    """All statements of some articles, the weights of their words, and the pairs that match."""

    __slots__ = ("_by_article", "_scores", "items", "matches", "weights")

    def __init__(
        self, articles: Sequence[Article], analyses: Sequence[Analysis], lexicons: Lexicons
    ) -> None:
        self.items = [
            statement
            for index, (article, analysis) in enumerate(zip(articles, analyses, strict=True))
            for statement in _statements_of(index, article, analysis, lexicons)
        ]
        self._by_article: defaultdict[str, list[int]] = defaultdict(list)
        for each, item in enumerate(self.items):
            self._by_article[item.place.article].append(each)
        names = frozenset[str]().union(
            *(
                name_keys(article.text, (each.span for each in analysis.sentences))
                for article, analysis in zip(articles, analyses, strict=True)
            )
        )
        self.weights = weigh_keys([each.words for each in self.items], names)
        self._scores = self._score_pairs()
        self.matches = sorted(
            (
                Match(left, right, score)
                for (left, right), score in self._scores.items()
                if score >= _ALIKE
            ),
            key=lambda match: (-match.score, match.left, match.right),
        )

    def score(self, left: int, right: int) -> float:
        """Return how alike two statements are, 0.0 for those of one article."""
        return self._scores.get((min(left, right), max(left, right)), 0.0)

    def alike(self, left: Place, right: Place) -> bool:
        """Say whether the sentences that two places begin in say the same."""
        return self.likeness(left, right) >= _ALIKE

    def likeness(self, left: Place, right: Place) -> float:
        """Return how alike the sentences are that two places of two articles begin in."""
        one, other = self._at(left), self._at(right)
        return 0.0 if one is None or other is None else self.score(one, other)

    def _at(self, place: Place) -> int | None:
        for each in self._by_article.get(place.article, ()):
            if self.items[each].place.span.overlap(place.span):
                return each
        return None

    def rows(self) -> list[list[int]]:
        """Return statements of two articles or more that say the same, each in one row."""
        row_of: dict[int, list[int]] = {}
        for match in self.matches:
            if match.score < _ROW_ALIKE:
                break
            one = row_of.setdefault(match.left, [match.left])
            other = row_of.setdefault(match.right, [match.right])
            if one is not other and self._fits(one, other):
                one.extend(other)
                row_of.update(dict.fromkeys(other, one))
        rows = {id(row): sorted(row) for row in row_of.values()}
        return [row for row in rows.values() if len({self.items[i].article for i in row}) > 1]

    def _fits(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Say whether two rows say the same; an article has a headline and a sentence at most."""
        by_article: defaultdict[int, list[int]] = defaultdict(list)
        for each in (*one, *other):
            by_article[self.items[each].article].append(each)
        return (
            max(map(len, by_article.values())) <= _MOST_OF_ONE_ARTICLE
            and self._mean_score(one, other) >= _ROW_ALIKE
            and all(self._repeats(own) for own in by_article.values())
        )

    def _repeats(self, own: Sequence[int]) -> bool:
        """Say whether two sentences of one article share half of what the shorter one tells."""
        if len(own) < 2:
            return True
        one, other = (self.items[each].words for each in own)
        shared = sum(self.weights[key] for key in one.keys() & other.keys())
        shorter = min(sum(self.weights[key] for key in words) for words in (one, other))
        return shared >= _REPEATED * shorter

    def _mean_score(self, one: Sequence[int], other: Sequence[int]) -> float:
        """Return the mean over pairs of two articles; two sentences of one text go unweighed."""
        scores = [
            self.score(left, right)
            for left in one
            for right in other
            if self.items[left].article != self.items[right].article
        ]
        return sum(scores) / len(scores) if scores else 0.0

    def _score_pairs(self) -> dict[tuple[int, int], float]:
        raw = self._overlaps()
        best: defaultdict[tuple[int, int], float] = defaultdict(float)
        for (left, right), score in raw.items():
            toward_right = left, self.items[right].article
            toward_left = right, self.items[left].article
            best[toward_right] = max(best[toward_right], score)
            best[toward_left] = max(best[toward_left], score)
        scores: dict[tuple[int, int], float] = {}
        for (left, right), score in raw.items():
            rivals = best[left, self.items[right].article] * best[right, self.items[left].article]
            share = score / math.sqrt(rivals)
            scores[left, right] = min(1.0, score * (1 - _RIVAL_SHARE + _RIVAL_SHARE * share))
        return scores

    def _overlaps(self) -> dict[tuple[int, int], float]:
        """Return the shared weight of each pair of two articles, over that of both."""
        sums = [sum(self.weights[key] for key in each.words) for each in self.items]
        shared: defaultdict[tuple[int, int], float] = defaultdict(float)
        for key, holders in _postings(self.items).items():
            weight = self.weights[key]
            for at, left in enumerate(holders):
                article = self.items[left].article
                for right in holders[at + 1 :]:
                    if self.items[right].article != article:
                        shared[left, right] += weight
        return {
            (left, right): weight
            / (math.sqrt(sums[left] * sums[right]) + _SHORTEST)
            * self._nearness(left, right)
            for (left, right), weight in shared.items()
        }

    def _nearness(self, left: int, right: int) -> float:
        distance = abs(self.items[left].position - self.items[right].position)
        return 1 + _POSITION_SHARE * (0.5 - distance)


def _statements_of(
    index: int, article: Article, analysis: Analysis, lexicons: Lexicons
) -> Iterable[Statement]:
    units: defaultdict[int, dict[str, float]] = defaultdict(dict)
    for figure in analysis.figures:
        if figure.value is not None and figure.unit:
            units[figure.sentence][f"#{figure.unit}"] = _UNIT_RARITY
    for sentence in analysis.sentences:
        if sentence.scored:
            words = content_words(article.text, sentence.span, lexicons)
            words |= units[sentence.number]
            position = sentence.span.start / len(article.text)
            place = Place(article.id, sentence.span)
            yield Statement(index, sentence, place, words, position)


def _postings(items: Sequence[Statement]) -> Mapping[str, Sequence[int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for position, item in enumerate(items):
        for key in item.words:
            holders[key].append(position)
    return holders
