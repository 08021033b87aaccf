"""Words, numbers and marks of a text, and the count of words that every rate divides by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate, filterfalse
from typing import NamedTuple

from desktop.core.model.spans import Span

_LETTER = "[^\\W\\d_]"
# Latin letters stand apart, and first, because they are matched faster than a class of all letters.
_CHAR = "[a-zA-Z0-9_\u0300-\u036f\\w]"
_JOINED = f"(?:['’\u2010\u2011-]{_CHAR}++)*+"
_TOKEN = re.compile(
    rf"([a-zA-Z]{{2}}{_CHAR}*+{_JOINED}"
    rf"|{_LETTER}\.(?:{_LETTER}\.)+"  # U.S., e.g.
    r"|\d+(?:[.,]\d+)+\w*"  # 8,000; 9.5m
    rf"|{_CHAR}++{_JOINED}"  # don't, so-called
    r"|[^\w\s])"
)
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def word_set(words: str) -> frozenset[str]:
    """Return the blank-separated words of a list as a set.

    >>> sorted(word_set("he she they"))
    ['he', 'she', 'they']
    """
    return frozenset(words.split())


class Token(NamedTuple):
    """A word, a number or a single mark; `lower` is its text in lower case, ’ made '."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def span(self) -> Span:
        """Return where the token stands in the text."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Say whether the token holds a letter or a digit, and so is no mark."""
        return self.text[0].isalnum() or len(self.text) > 1


_to_token = partial(tuple[int | str, ...].__new__, Token)


def iter_tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens between two code points of a text, in order."""
    return _tokens_of(text[start:end], start)[1]


def _tokens_of(text: str, offset: int) -> tuple[list[int], Iterator[Token]]:
    """Return where the tokens of a text begin, if it begins at an offset, and the tokens."""
    # What was split off and what stands between take turns and are the whole text.
    parts: list[str] = _TOKEN.split(text)
    edges = list(accumulate(map(len, parts), initial=offset))
    # A word that comes again is one string, and so is one and its lower case where they are the
    # same: that saves half the memory of a long text, each hash is computed once, and whether a
    # word is in lower case is seen without a look at its letters.
    known: dict[str, str] = {}
    words = parts[1::2]
    words = list(map(known.setdefault, words, words))
    # One call for all words: no token holds a line end, and lower case makes none.
    lower = "\n".join(known).lower().replace("’", "'").split("\n")
    same = {word: known.get(low, low) for word, low in zip(known, lower, strict=False)}
    starts = edges[1::2]
    rows = zip(starts, edges[2::2], words, map(same.__getitem__, words), strict=False)
    return starts, map(_to_token, rows)


def find_tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens between two code points of a text, in order.

    >>> [token.lower for token in find_tokens("The U.S. said 8,000 so-called “allies” don’t.")]
    ['the', 'u.s.', 'said', '8,000', 'so-called', '“', 'allies', '”', "don't", '.']
    """
    return tuple(iter_tokens(text, start, end))


def split_tokens(text: str, areas: Sequence[Span]) -> list[tuple[Token, ...]]:
    """Return the tokens of each area, from one reading of the text.

    Args:
        text: The text.
        areas: Areas whose ends cut no token, as those of sentences.
    """
    starts, found = _tokens_of(text, 0)
    tokens = tuple(found)
    return [
        tokens[bisect_left(starts, area.start) : bisect_left(starts, area.end)] for area in areas
    ]


def count_words(text: str, areas: Sequence[Span]) -> int:
    """Return how many words stand in `areas`, which must not overlap.

    A word is a blank-separated token that holds a letter or a digit; one that an area cuts
    counts where the area holds a letter or digit of it.

    >>> count_words("“No,” he said – twice.", [Span(0, 22)])
    4
    """
    count = 0
    for area in areas:
        parts = text[area.start : area.end].split()
        odd = filterfalse(str.isalnum, parts)
        marks = [part for part in odd if not part[0].isalnum() and _is_mark(part)]
        count += len(parts) - len(marks)
    return count


def _is_mark(part: str) -> bool:
    return _LETTER_OR_DIGIT.search(part) is None
