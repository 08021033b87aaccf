"""Words, numbers and marks of a text, and the count of words that every rate divides by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.core.model.spans import Span

_LETTER = "[^\\W\\d_]"
_WORD = "[\\w\u0300-\u036f]+"
TOKEN = re.compile(
    rf"(?:{_LETTER}\.){{2,}}"  # U.S., e.g.
    r"|\d+(?:[.,]\d+)+\w*"  # 8,000; 9.5m
    rf"|{_WORD}(?:['’\u2010\u2011-]{_WORD})*"  # don't, so-called
    r"|[^\w\s]"
)
_BLANK_SEPARATED = re.compile(r"\S+")
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


def iter_tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens between two code points of a text, in order."""
    stop = len(text) if end is None else end
    words: list[str] = TOKEN.findall(text, start, stop)
    # One call for all words: no token holds a line end, and lower case makes none.
    lower = "\n".join(words).lower().replace("’", "'").split("\n")
    # Only blanks stand between tokens, so that the next one is found where it begins.
    starts: list[int] = []
    ends: list[int] = []
    find, place = text.find, start
    for word in words:
        place = find(word, place)
        starts.append(place)
        place += len(word)
        ends.append(place)
    return map(Token._make, zip(starts, ends, words, lower, strict=False))


def find_tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens between two code points of a text, in order.

    >>> [token.lower for token in find_tokens("The U.S. said 8,000 so-called “allies” don’t.")]
    ['the', 'u.s.', 'said', '8,000', 'so-called', '“', 'allies', '”', "don't", '.']
    """
    return tuple(iter_tokens(text, start, end))


def count_words(text: str, areas: Sequence[Span]) -> int:
    """Return how many words stand in `areas`, which must not overlap.

    A word is a blank-separated token that holds a letter or a digit; one that an area cuts
    counts where the area holds a letter or digit of it.

    >>> count_words("“No,” he said – twice.", [Span(0, 22)])
    4
    """
    count = 0
    for area in areas:
        for match in _BLANK_SEPARATED.finditer(text, area.start, area.end):
            count += _LETTER_OR_DIGIT.search(text, match.start(), match.end()) is not None
    return count
