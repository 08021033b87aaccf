"""Content words of sentences: stems, names and figures, each with how much it tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import cast

from Stemmer import Stemmer  # pyright: ignore[reportUnknownVariableType]

from desktop.core.alignment.families import family_words
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

_SPREAD_POWER = 1.5

# In an event of a few sentences, standing in two of them says little.
_FEWEST_SENTENCES = 10


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """Return the stem of a lower-case English word.

    >>> stem_of("watching") == stem_of("watches")
    True
    """
    return _STEM(word)


# By the keys of their words; a word that belongs to two families is in the first.
_FAMILY_OF = {
    fold_spelling(stem_of(word)): f"~{name}" for word, name in reversed([*family_words()])
}


def key_of(token: Token) -> str:
    """Return what a word is compared by: digits alone, a name without its spelling, a stem."""
    word = token.lower.removesuffix("'s")
    if word[0].isdigit():
        return word.replace(",", "")
    return stem_of(fold_spelling(word) if token.text[0].isupper() else word)


def content_key(token: Token) -> str:
    """Return what a word of a statement is compared by: words of one family are one.

    >>> content_key(Token(0, 6, "Stolen", "stolen")) == content_key(Token(0, 5, "theft", "theft"))
    True
    """
    return _content_key(token.lower)


@lru_cache(maxsize=65536)
def _content_key(word: str) -> str:
    plain = word.removesuffix("'s")
    if plain[:1].isdigit():
        return plain.replace(",", "")
    # A headline writes all words with a capital: they cannot be told from names by it.
    key = fold_spelling(stem_of(plain))
    return _FAMILY_OF.get(key, key)


def content_words(text: str, span: Span, lexicons: Lexicons) -> dict[str, float]:
    """Return the keys of a stretch of text with their rarity, function words left out."""
    found: dict[str, float] = {}
    for token in iter_tokens(text, span.start, span.end):
        if not token.is_word:
            continue
        rarity = rarity_of(token, lexicons)
        if rarity >= LEAST_RARITY:
            key = content_key(token)
            found[key] = max(found.get(key, 0.0), rarity)
    return found


def name_keys(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """Return the keys of words written with a capital inside the sentences given."""
    found: set[str] = set()
    for span in spans:
        tokens = [token for token in iter_tokens(text, span.start, span.end) if token.is_word]
        found.update(content_key(token) for token in tokens[1:] if token.text[0].isupper())
    return frozenset(found)


def weigh_keys(sentences: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the weight of each key over all sentences of an event.

    Rare words weigh more than common ones; what stands in most sentences of the event, as its
    actors do, tells none of them apart and weighs next to nothing.
    """
    spread = Counter(key for sentence in sentences for key in sentence)
    rarity = rarity_by_key(sentences)
    whole = math.log(len(sentences) + _FEWEST_SENTENCES)
    return {
        key: math.sqrt(rarity[key]) * (1 - math.log(count) / whole) ** _SPREAD_POWER
        for key, count in spread.items()
    }


def rarity_by_key(sentences: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return the rarity of each key: of words of one key the rarest counts.

    >>> rarity_by_key([{"~theft": 2.0}, {"~theft": 3.0}])
    {'~theft': 3.0}
    """
    found: dict[str, float] = {}
    for sentence in sentences:
        for key, value in sentence.items():
            found[key] = max(found.get(key, 0.0), value)
    return found


def rarity_of(token: Token, lexicons: Lexicons) -> float:
    """Return how rare a word is, 0.0 where every background article has it; figures are rare."""
    word = token.lower.removesuffix("'s")
    if word[0].isdigit():
        return _FIGURE_RARITY
    size = max(lexicons.background_size, 1)
    return -math.log(min(1.0, lexicons.background.get(word, _UNKNOWN_COUNT) / size))
