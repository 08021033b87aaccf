"""Content words of sentences: stems, names and figures, each with how much it tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import cast

from Stemmer import Stemmer  # pyright: ignore[reportUnknownVariableType]

from desktop.core.model.lexicons import Lexicons
from desktop.core.model.spans import Span
from desktop.core.text.spellings import fold_spelling
from desktop.core.text.tokens import Token, iter_tokens

_STEM = cast(
    "Callable[[str], str]",
    Stemmer("english").stemWord,  # pyright: ignore[reportUnknownMemberType]
)
_FIGURE_RARITY = 6.0
_UNKNOWN_COUNT = 2

# Words of three in ten background articles say nothing about what a sentence states.
LEAST_RARITY = 1.2

# An event's own words and its actors stand in most of its sentences: they tell less apart.
_NAME_FACTOR = 0.6
_EVENT_DAMPING = 0.7


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """Return the stem of a lower-case English word.

    >>> stem_of("watching") == stem_of("watches")
    True
    """
    return _STEM(word)


def key_of(token: Token) -> str:
    """Return what a word is compared by: digits alone, a name without its spelling, a stem."""
    word = token.lower.removesuffix("'s")
    if word[0].isdigit():
        return word.replace(",", "")
    return stem_of(fold_spelling(word) if token.text[0].isupper() else word)


def content_words(text: str, span: Span, lexicons: Lexicons) -> dict[str, float]:
    """Return the keys of a stretch of text with their rarity, function words left out."""
    found: dict[str, float] = {}
    for token in iter_tokens(text, span.start, span.end):
        if not token.is_word:
            continue
        rarity = rarity_of(token, lexicons)
        if rarity >= LEAST_RARITY:
            key = key_of(token)
            found[key] = max(found.get(key, 0.0), rarity)
    return found


def name_keys(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """Return the keys of words written with a capital inside the sentences given."""
    found: set[str] = set()
    for span in spans:
        tokens = [token for token in iter_tokens(text, span.start, span.end) if token.is_word]
        found.update(key_of(token) for token in tokens[1:] if token.text[0].isupper())
    return frozenset(found)


def weigh_keys(sentences: Sequence[Mapping[str, float]], names: frozenset[str]) -> dict[str, float]:
    """Return the weight of each key over all sentences of an event."""
    spread = Counter(key for sentence in sentences for key in sentence)
    rarity: dict[str, float] = {}
    for sentence in sentences:
        for key, value in sentence.items():
            rarity[key] = max(rarity.get(key, 0.0), value)
    return {
        key: math.sqrt(rarity[key]) * _damped(count) * (_NAME_FACTOR if key in names else 1.0)
        for key, count in spread.items()
    }


def _damped(count: int) -> float:
    return 1 - _EVENT_DAMPING + _EVENT_DAMPING / (1 + math.log(count))


def rarity_of(token: Token, lexicons: Lexicons) -> float:
    """Return how rare a word is, 0.0 where every background article has it; figures are rare."""
    word = token.lower.removesuffix("'s")
    if word[0].isdigit():
        return _FIGURE_RARITY
    size = max(lexicons.background_size, 1)
    return -math.log(min(1.0, lexicons.background.get(word, _UNKNOWN_COUNT) / size))
