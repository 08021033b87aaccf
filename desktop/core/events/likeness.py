"""How alike articles are by their weighted words, found without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from desktop.core.events.vectors import Vector

# Names add little where no other words are shared.
_NAMES_PER_WORDS = 3.0
_NAMES_ALONE = 0.05

# A pair is a candidate through a term of few articles, or through one of the strongest of an
# article, of which the latest articles are looked at; all the other terms only add to it.
_RARE_ENOUGH = 64
_STRONG = 8
_LATEST = 500
_FLOOR = 0.06

Postings = list[tuple[int, float]]
Held = dict[str, tuple[float, float]]


def cosines(vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """Return the cosine of each pair of vectors that is alike at all, by their positions.

    Names count only so far as other words bear them out: one person and one country make many
    events.
    """
    return {
        (earlier, position): value
        for position, row in enumerate(find_alike(vectors))
        for earlier, value in row
    }


def find_alike(vectors: Sequence[Vector]) -> Iterator[list[tuple[int, float]]]:
    """Yield for each vector the earlier ones that are alike, by position, with the cosine."""
    sizes = Counter(term for vector in vectors for term in vector.weights)
    index = _Index(
        frozenset(term for term, size in sizes.items() if size > 1),
        frozenset(term for term, size in sizes.items() if size > _RARE_ENOUGH),
    )
    for vector in vectors:
        yield index.enter(vector)


def cosine(left: Vector, right: Vector) -> float:
    """Return how alike two vectors are, as `cosines` says it of a pair."""
    words = names = 0.0
    others = right.weights
    for term in left.weights.keys() & others.keys():
        value = left.weights[term] * others[term]
        as_name = ((term in left.names) + (term in right.names)) / 2
        names += value * as_name
        words += value * (1 - as_name)
    return _blend(words, names)


def _blend(words: float, names: float) -> float:
    # A sum of floats depends on their order; once rounded, it does not depend on the articles'.
    return round(words + min(names, _NAMES_PER_WORDS * words + _NAMES_ALONE), 9)


class _Index:
    """The articles entered so far, by the terms that they have as a word and as a name."""

    def __init__(self, shared: frozenset[str], common: frozenset[str]) -> None:
        self._shared = shared
        self._common = common
        self._entries: dict[str, tuple[Postings, Postings]] = {}
        self._held: list[Held] = []

    def enter(self, vector: Vector) -> list[tuple[int, float]]:
        """Enter the next article; return the earlier ones that are alike."""
        held = self._hold_common(vector)
        asked = list(islice(vector.weights, _STRONG))
        asked += [term for term in islice(vector.weights, _STRONG, None) if term not in held]
        words, names = self._look_up(vector, asked)
        rest = {term: both for term, both in held.items() if term not in set(asked[:_STRONG])}
        found: list[tuple[int, float]] = []
        named = names.get
        near = [
            (other, as_words)
            for other, as_words in words.items()
            if as_words + named(other, 0.0) >= _FLOOR / 2
        ]
        for other, as_words in near:
            more = _share_common(rest, self._held[other]) if rest else (0.0, 0.0)
            value = _blend(as_words + more[0], named(other, 0.0) + more[1])
            if value >= _FLOOR:
                found.append((other, value))
        self._add(vector)
        self._held.append(held)
        return found

    def _look_up(
        self, vector: Vector, terms: Sequence[str]
    ) -> tuple[dict[int, float], dict[int, float]]:
        """Return what the terms add to each cosine as words and as names."""
        words: defaultdict[int, float] = defaultdict(float)
        names: defaultdict[int, float] = defaultdict(float)
        for term in terms:
            entry = self._entries.get(term)
            if entry is None:
                continue
            weight, is_name = vector.weights[term], term in vector.names
            same = names if is_name else words
            for other, value in entry[is_name][-_LATEST:]:
                same[other] += weight * value
            for other, value in entry[not is_name][-_LATEST:]:
                half = weight * value / 2
                words[other] += half
                names[other] += half
        return words, names

    def _add(self, vector: Vector) -> None:
        position, entries = len(self._held), self._entries
        # Half of the terms stand in one article alone: nobody will ask for them.
        shared = self._shared
        for term, weight in vector.weights.items():
            if term not in shared:
                continue
            entry = entries.get(term)
            if entry is None:
                entry = entries[term] = ([], [])
            entry[term in vector.names].append((position, weight))

    def _hold_common(self, vector: Vector) -> Held:
        return {
            term: (0.0, weight) if term in vector.names else (weight, 0.0)
            for term, weight in vector.weights.items()
            if term in self._common
        }


def _share_common(left: Held, right: Held) -> tuple[float, float]:
    """Return what common terms add as words and as names; a term of both kinds is half of each."""
    words = names = 0.0
    for term in left.keys() & right.keys():
        word, name = left[term]
        other_word, other_name = right[term]
        mixed = (word * other_name + name * other_word) / 2
        words += word * other_word + mixed
        names += name * other_name + mixed
    return words, names
