"""Articles as weighted words: rare words, names and figures say most about an event.

Document frequencies come from a background collection, so that the first two articles of an
empty library can be told apart or put together as well as the thousandth.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.model.articles import Article
from desktop.core.model.lexicons import Lexicons
from desktop.core.text.spellings import fold_spelling

_FORM = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:'\w+)*")
_INITIAL = re.compile(r"(?:^|[.!?:…\n]['\"“”]?\s+|[\n“\"]\s*)([A-Z]\w+(?:'\w+)*)")
_YEARS = range(1900, 2100)

# Title words say twice as much, names a quarter more, and words of more than half of all articles
# say nothing. Names add little where no other words are shared.
_TITLE_COUNT = 2
_NAME_FACTOR = 1.25
_MOST_COMMON = 0.5
_UNKNOWN_COUNT = 1
_DATE_NUMBER_SHARE = 0.09
_FIGURE_SHARE = 0.001
_TERMS_KEPT = 120
_NAMES_PER_WORDS = 3.0
_NAMES_ALONE = 0.05

# A pair is a candidate through a word of at most so many articles; commoner words only add.
_RARE_ENOUGH = 256
_FLOOR = 0.04


@dataclass(frozen=True, slots=True)
class Vector:
    """An article's weighted terms, of length one; `names` are the terms written as names."""

    weights: Mapping[str, float]
    names: frozenset[str]


def to_vectors(articles: Iterable[Article], lexicons: Lexicons) -> list[Vector]:
    """Return the terms of each article's title and text, weighted by how much they tell."""
    roots: dict[str, float] = {}
    return [_to_vector(article, lexicons, roots) for article in articles]


def _to_vector(article: Article, lexicons: Lexicons, roots: dict[str, float]) -> Vector:
    """Return one article's vector; `roots` keeps the square roots of rarities found so far."""
    counts, names = _count_terms(article)
    weights: dict[str, float] = {}
    for term, count in counts.items():
        root = roots.get(term)
        if root is None:
            root = roots[term] = math.sqrt(term_rarity(term, lexicons))
        weight = root * (1 + math.log(count))
        if weight:
            weights[term] = weight * (_NAME_FACTOR if term in names else 1.0)
    strongest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_TERMS_KEPT]
    length = math.sqrt(sum(weight * weight for _, weight in strongest)) or 1.0
    kept = {_key(term, names): weight / length for term, weight in strongest}
    return Vector(kept, frozenset(_key(name, names) for name in names))


def term_rarity(term: str, lexicons: Lexicons) -> float:
    """Return how rare a lower-case form is, 0.0 for words that half of all articles have."""
    size = max(lexicons.background_size, 1)
    if term[0].isdigit():
        share = _DATE_NUMBER_SHARE if _is_date_number(term) else _FIGURE_SHARE
    else:
        share = lexicons.background.get(term, _UNKNOWN_COUNT) / size
    return 0.0 if share > _MOST_COMMON else -math.log(share)


def cosines(vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """Return the cosine of each pair of vectors that is alike at all, by their positions.

    Names count only so far as other words bear them out: one person and one country make many
    events.
    """
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for position, vector in enumerate(vectors):
        for term, weight in vector.weights.items():
            postings[term].append((position, weight))
    common = {term for term, entries in postings.items() if len(entries) > _RARE_ENOUGH}
    shares = _share_rare(vectors, postings, common)
    if common:
        _add_common(shares, vectors, common)
    found = {pair: _blend(words, names) for pair, (words, names) in shares.items()}
    return {pair: value for pair, value in found.items() if value >= _FLOOR}


def _blend(words: float, names: float) -> float:
    return words + min(names, _NAMES_PER_WORDS * words + _NAMES_ALONE)


def _share_rare(
    vectors: Sequence[Vector],
    postings: Mapping[str, Sequence[tuple[int, float]]],
    common: set[str],
) -> dict[tuple[int, int], tuple[float, float]]:
    """Return what words and what names add to the cosine of each pair, common terms left out."""
    shares: dict[tuple[int, int], tuple[float, float]] = {}
    for left, vector in enumerate(vectors):
        words: defaultdict[int, float] = defaultdict(float)
        names: defaultdict[int, float] = defaultdict(float)
        for term, weight in vector.weights.items():
            if term in common:
                continue
            is_name = term in vector.names
            for right, other in reversed(postings[term]):
                if right <= left:
                    break
                value = weight * other
                if is_name is (term in vectors[right].names):
                    (names if is_name else words)[right] += value
                else:
                    names[right] += value / 2
                    words[right] += value / 2
        for right in words.keys() | names.keys():
            pair = words.get(right, 0.0), names.get(right, 0.0)
            if sum(pair) >= _FLOOR / 2:
                shares[left, right] = pair
    return shares


def _add_common(
    shares: dict[tuple[int, int], tuple[float, float]],
    vectors: Sequence[Vector],
    common: set[str],
) -> None:
    held = [
        {term: weight for term, weight in vector.weights.items() if term in common}
        for vector in vectors
    ]
    for (left, right), (words, names) in shares.items():
        sums = [words, names]
        others = held[right]
        for term, weight in held[left].items():
            share = sum(term in vectors[each].names for each in (left, right)) / 2
            value = weight * others.get(term, 0.0)
            sums[0] += value * (1 - share)
            sums[1] += value * share
        shares[left, right] = sums[0], sums[1]


def _count_terms(article: Article) -> tuple[Counter[str], frozenset[str]]:
    """Count lower-case terms, and tell which are written with a capital inside sentences."""
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for form, count in Counter(_forms(article.text)).items():
        term = form.lower().removesuffix("'s")
        if len(term) > 1 or term.isdigit():
            counts[term] += count
            capitals[term] += count if form[0].isupper() else -count
    for form in _INITIAL.findall(article.text.replace("’", "'")):
        # A sentence's first word has a capital anyway.
        capitals[form.lower().removesuffix("'s")] -= 1
    names = frozenset(term for term, balance in capitals.items() if balance > 0)
    for form in _forms(article.title):
        # A title's capitals are no sign of a name.
        counts[form.lower().removesuffix("'s")] += _TITLE_COUNT
    return counts, names


def _forms(text: str) -> list[str]:
    return _FORM.findall(text.replace("’", "'"))


def _key(term: str, names: frozenset[str]) -> str:
    return fold_spelling(term) if term in names else term


def _is_date_number(term: str) -> bool:
    is_number = term.isdecimal()  # "²" is a digit that int() refuses
    return is_number and (len(term) <= 2 or (len(term) == 4 and int(term) in _YEARS))
