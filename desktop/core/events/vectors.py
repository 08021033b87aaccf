"""Articles as weighted words: rare words, names and figures say most about an event.

Document frequencies come from a background collection, so that the first two articles of an
empty library can be told apart or put together as well as the thousandth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.core.events.terms import TermReader
from desktop.core.model.articles import Article
from desktop.core.model.lexicons import Lexicons
from desktop.core.text.spellings import fold_spelling

_YEARS = range(1900, 2100)

# Names say a quarter more, and words of more than half of all articles say nothing.
_NAME_FACTOR = 1.25
_MOST_COMMON = 0.5
_UNKNOWN_COUNT = 1
_DATE_NUMBER_SHARE = 0.09
_FIGURE_SHARE = 0.001
_TERMS_KEPT = 120


@dataclass(frozen=True, slots=True)
class Vector:
    """An article's weighted terms, of length one; `names` are the terms written as names."""

    weights: Mapping[str, float]
    names: frozenset[str]


def to_vectors(articles: Iterable[Article], lexicons: Lexicons) -> list[Vector]:
    """Return the terms of each article's title and text, weighted by how much they tell."""
    reader, roots = TermReader(), dict[str, float]()
    return [_to_vector(article, lexicons, reader, roots) for article in articles]


def _to_vector(
    article: Article, lexicons: Lexicons, reader: TermReader, roots: dict[str, float]
) -> Vector:
    """Return one article's vector; `roots` keeps the square roots of rarities found so far."""
    counts, names = reader.read(article)
    weights: list[tuple[float, str]] = []
    for term, count in counts.items():
        root = roots.get(term)
        if root is None:
            root = roots[term] = math.sqrt(term_rarity(term, lexicons))
        if root:
            weight = root if count == 1 else root * (1 + math.log(count))
            # Negative, so that the plain order of pairs puts the strongest first.
            weights.append((-weight * _NAME_FACTOR if term in names else -weight, term))
    weights.sort()
    del weights[_TERMS_KEPT:]
    length = math.sqrt(sum(weight * weight for weight, _ in weights)) or 1.0
    kept = {
        (fold_spelling(term) if term in names else term): -weight / length
        for weight, term in weights
    }
    return Vector(kept, frozenset(fold_spelling(name) for name in names))


def term_rarity(term: str, lexicons: Lexicons) -> float:
    """Return how rare a lower-case form is, 0.0 for words that half of all articles have."""
    size = max(lexicons.background_size, 1)
    if term[0].isdigit():
        share = _DATE_NUMBER_SHARE if _is_date_number(term) else _FIGURE_SHARE
    else:
        share = lexicons.background.get(term, _UNKNOWN_COUNT) / size
    return 0.0 if share > _MOST_COMMON else -math.log(share)


def _is_date_number(term: str) -> bool:
    is_number = term.isdecimal()  # "²" is a digit that int() refuses
    return is_number and (len(term) <= 2 or (len(term) == 4 and int(term) in _YEARS))
