"""Sentences of different articles that state the same, as pairs and as rows over all articles."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from desktop.core.alignment.words import content_words, weigh_keys
from desktop.core.model.analyses import Analysis, QuotationKind, Sentence
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Place
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.spans import Span

# From 0.13 up two sentences count as saying the same.
_ALIKE = 0.13
_LENGTH_SHARE = 0.75
_SHORTEST = 2.25
_POSITION_SHARE = 0.2
_RIVAL_SHARE = 0.6

# One speaker says many things: who says it tells less of a statement than what is said.
_REPORTING_SHARE = 0.4

# Below this two sentences have nothing to do with each other.
_LEAST_ALIKE = 0.05

# Sums differ in their last digits by the order in which they are added up.
_DIGITS = 9

# What stands in more sentences than this of a large event makes no two of them alike by itself.
_MOST_HOLDERS = 400

# Of a row of a large event so many sentences are held against another row: they tell enough.
_MOST_HELD = 24

# Two sentences that count the same unit are alike although their numbers differ.
_UNIT_RARITY = 4.0

# A row states one thing: all of it is more alike than any pair has to be, most of all where two
# sentences alone are a row and no third one says that they belong together. An article gives a
# second sentence only where that repeats the first, as a lead does its headline. Of two articles
# in three, each has to be like the other: a third one may be a bridge between two things.
_ROW_ALIKE = 0.16
_PAIR_ALIKE = 0.24
_MOST_UNLIKE = 1 / 3
_MOST_OF_ONE_ARTICLE = 2
_REPEATED = 0.5


@dataclass(frozen=True, slots=True)
class Statement:
    """A scored sentence of an article; `position` is its share of the text, 0.0 to 1.0.

    `article` is the position of its article among those compared; `words` are the keys of its
    content words with their rarity, `reporting` those of them that only say who reports it.
    """

    article: int
    sentence: Sentence
    place: Place
    words: Mapping[str, float]
    position: float
    reporting: frozenset[str] = frozenset()


class Match(NamedTuple):
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
        self.weights = weigh_keys([each.words for each in self.items])
        self._scores = self._score_pairs()
        said = [item.place.span.of(articles[item.article].text) for item in self.items]
        self.matches = self._sorted_matches(said)

    def score(self, left: int, right: int) -> float:
        """Return how alike two statements are, 0.0 for those of one article."""
        return self._scores[min(left, right)].get(max(left, right), 0.0)

    def alike(self, left: Place, right: Place) -> bool:
        """Say whether the sentences that two places begin in say the same."""
        return self.likeness(left, right) >= _ALIKE

    def likeness(self, left: Place, right: Place) -> float:
        """Return how alike the sentences are that two places of two articles begin in."""
        one, other = self.find(left), self.find(right)
        return 0.0 if one is None or other is None else self.score(one, other)

    def find(self, place: Place) -> int | None:
        """Return the first statement that shares words with a place, by its position."""
        own = self._by_article.get(place.article, ())
        at = bisect_right(own, place.span.start, key=lambda each: self.items[each].place.span.end)
        if at < len(own) and self.items[own[at]].place.span.start < place.span.end:
            return own[at]
        return None

    def of_article(self, article: str) -> Sequence[int]:
        """Return the statements of an article in text order, by their positions."""
        return self._by_article.get(article, ())

    def rows(self) -> list[list[int]]:
        """Return statements of two articles or more that say the same, each in one row."""
        row_of: dict[int, list[int]] = {}
        apart: set[tuple[int, int, int, int]] = set()
        for match in self.matches:
            if match.score < _ROW_ALIKE:
                break
            one = row_of.setdefault(match.left, [match.left])
            other = row_of.setdefault(match.right, [match.right])
            # A row keeps its first statement and only grows: these numbers say what it holds.
            state = one[0], len(one), other[0], len(other)
            if one is other or state in apart:
                continue
            if self._fits(one, other):
                one.extend(other)
                row_of.update(dict.fromkeys(other, one))
            else:
                apart.add(state)
        rows = {id(row): sorted(row) for row in row_of.values()}
        return [row for row in rows.values() if len({self.items[i].article for i in row}) > 1]

    def _fits(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Say whether two rows say the same; an article has a headline and a sentence at most."""
        lefts, rights = self._by_position(one), self._by_position(other)
        both = [[*lefts.get(each, ()), *rights.get(each, ())] for each in lefts | rights]
        return (
            max(map(len, both)) <= _MOST_OF_ONE_ARTICLE
            and self._mean_score(one[:_MOST_HELD], other[:_MOST_HELD])
            >= (_ROW_ALIKE if len(both) > 2 else _PAIR_ALIKE)
            and all(map(self._repeats, both))
            and self._unlike_share(_first(lefts), _first(rights)) <= _MOST_UNLIKE
        )

    def _by_position(self, row: Sequence[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for each in row:
            found.setdefault(self.items[each].article, []).append(each)
        return found

    def _unlike_share(
        self, lefts: Mapping[int, Sequence[int]], rights: Mapping[int, Sequence[int]]
    ) -> float:
        """Return the share of pairs of two articles of which no two sentences are alike."""
        best = [
            max(self.score(left, right) for left in ours for right in theirs)
            for one, ours in lefts.items()
            for other, theirs in rights.items()
            if one != other
        ]
        return sum(score < _ALIKE for score in best) / max(1, len(best))

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

    def _sorted_matches(self, said: Sequence[str]) -> list[Match]:
        """Return the pairs that are alike, best first; `said` are the words of all statements."""
        places = {words: place for place, words in enumerate(sorted(set(said)))}
        order = [places[words] for words in said]
        rows: list[tuple[float, int, int, int, int]] = []
        for left, others in enumerate(self._scores):
            mine = order[left]
            for right, score in others.items():
                if score >= _ALIKE:
                    # Of equals, their words decide, whichever article comes first.
                    first, last = sorted((mine, order[right]))
                    rows.append((-score, first, last, left, right))
        rows.sort()
        return [Match(left, right, -score) for score, _, _, left, right in rows]

    def _score_pairs(self) -> list[dict[int, float]]:
        """Return for each statement how alike the later ones are, if a rival is not more so."""
        found = self._overlaps()
        article_of = [item.article for item in self.items]
        best: list[dict[int, float]] = [{} for _ in self.items]
        for left, others in enumerate(found):
            own, article = best[left], article_of[left]
            for right, score in others.items():
                toward, theirs = article_of[right], best[right]
                own[toward] = max(own.get(toward, 0.0), score)
                theirs[article] = max(theirs.get(article, 0.0), score)
        for left, others in enumerate(found):
            own, article = best[left], article_of[left]
            for right, score in others.items():
                rivals = own[article_of[right]] * best[right][article]
                share = 1 - _RIVAL_SHARE + _RIVAL_SHARE * score / math.sqrt(rivals)
                others[right] = min(1.0, round(score * share, _DIGITS))
        return found

    def _overlaps(self) -> list[dict[int, float]]:
        """Return for each statement the weight it shares with later ones, over that of both."""
        roots = [self._roots(each) for each in self.items]
        postings = _postings(roots)
        common = {key for key, (all_, _) in postings.items() if len(all_) > _MOST_HOLDERS}
        lengths = [math.sqrt(sum(root * root for root in own.values())) for own in roots]
        found: list[dict[int, float]] = []
        for left, own in enumerate(roots):
            shared: defaultdict[int, float] = defaultdict(float)
            end = self._by_article[self.items[left].place.article][-1] + 1
            for key, root in own.items():
                if key in common:
                    continue
                holders, others = postings[key]
                at = bisect_left(holders, end)
                for right, other in zip(holders[at:], others[at:], strict=True):
                    shared[right] += root * other
            often = {key: root for key, root in own.items() if key in common}
            length = _LENGTH_SHARE * lengths[left]
            alike: dict[int, float] = {}
            for right, weight in shared.items():
                more = _dot(often, roots[right]) if often else 0.0
                share = (weight + more) / (length * lengths[right] + _SHORTEST)
                if share >= _LEAST_ALIKE:
                    alike[right] = round(share * self._nearness(left, right), _DIGITS)
            found.append(alike)
        return found

    def _roots(self, item: Statement) -> dict[str, float]:
        return {key: math.sqrt(self._weight(key, item)) for key in item.words}

    def _weight(self, key: str, item: Statement) -> float:
        return self.weights[key] * (_REPORTING_SHARE if key in item.reporting else 1.0)

    def _nearness(self, left: int, right: int) -> float:
        distance = abs(self.items[left].position - self.items[right].position)
        return 1 + _POSITION_SHARE * (0.5 - distance)


def _postings(
    roots: Iterable[Mapping[str, float]],
) -> Mapping[str, tuple[list[int], list[float]]]:
    """Return for each key the statements that have it, in their order, with its root there."""
    found: defaultdict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for position, own in enumerate(roots):
        for key, root in own.items():
            holders, others = found[key]
            holders.append(position)
            others.append(root)
    return found


def _first(rows: Mapping[int, Sequence[int]]) -> Mapping[int, Sequence[int]]:
    return rows if len(rows) <= _MOST_HELD else dict(islice(rows.items(), _MOST_HELD))


def _statements_of(
    index: int, article: Article, analysis: Analysis, lexicons: Lexicons
) -> Iterable[Statement]:
    units: defaultdict[int, dict[str, float]] = defaultdict(dict)
    for figure in analysis.figures:
        if figure.value is not None and figure.unit:
            units[figure.sentence][f"#{figure.unit}"] = _UNIT_RARITY
    reports = _reports(analysis)
    for sentence in analysis.sentences:
        if sentence.scored:
            words = content_words(article.text, sentence.span, lexicons)
            words |= units[sentence.number]
            position = sentence.span.start / len(article.text)
            place = Place(article.id, sentence.span)
            reporting = frozenset(
                key
                for span in reports[sentence.number]
                for key in content_words(article.text, span, lexicons)
            )
            yield Statement(index, sentence, place, words, position, reporting)


def _reports(analysis: Analysis) -> Mapping[int, Sequence[Span]]:
    """Return by sentence the mentions of speakers and the report verbs in it."""
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for quotation in analysis.quotations:
        if quotation.kind is not QuotationKind.SCARE:
            marks = (quotation.speaker, quotation.verb)
            spans[quotation.sentence] += [mark.span for mark in marks if mark and mark.span]
    return spans


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(value * other[key] for key, value in one.items() if key in other)
