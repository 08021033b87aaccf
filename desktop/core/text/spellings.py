"""One key for the spellings of one name: Zelenskyy, Zelenskiy and Zelensky are the same word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache

_POSSESSIVE = re.compile(r"['’]s?$")
_SLAVIC_ENDING = re.compile(r"(?<=[^aeo\W])(?:iyi|yyi|iy|yy|yi|ij|yj|ii|y|i)$")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_SHORTEST = 5


@lru_cache(maxsize=65536)
def fold_spelling(word: str) -> str:
    """Return a key that spellings of one name share; lower case, no accents, no possessive.

    Short words keep their letters: there a single letter tells names apart.

    >>> fold_spelling("Zelenskyy’s") == fold_spelling("Zelenskiy") == fold_spelling("Zelensky")
    True
    >>> fold_spelling("Iran") == fold_spelling("Iraq")
    False
    """
    plain = _POSSESSIVE.sub("", word.lower())
    if not plain.isascii():
        parts = unicodedata.normalize("NFD", plain)
        plain = "".join(char for char in parts if not unicodedata.combining(char))
    if len(plain) < _SHORTEST:
        return plain
    return _DOUBLED.sub(r"\1", _SLAVIC_ENDING.sub("y", plain))


def commonest(forms: Iterable[str]) -> str:
    """Return the form that stands most often among some, of two even ones the first by letters.

    >>> commonest(["Zelensky", "Zelenskyy", "Zelenskyy"]), commonest(["b", "a"])
    ('Zelenskyy', 'a')
    """
    counts = Counter(forms)
    return min(counts, key=lambda form: (-counts[form], form))


def fullest(forms: Collection[str]) -> str:
    """Return the form of a name that has most words, in its usual spelling.

    >>> fullest(["Zelensky", "Volodymyr Zelensky"])
    'Volodymyr Zelensky'
    """
    most = max(len(form.split()) for form in forms)
    return commonest(form for form in forms if len(form.split()) == most)
