"""Words looked for in a text: where they stand, as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.core.model.spans import Span

MOST_HITS = 2000
# A keyboard has straight marks, a newspaper seldom.
_TYPED = str.maketrans({"'": "['’‘‚‛]", '"': '["“”„‟«»]'})


def find_words(text: str, words: str, areas: Iterable[Span]) -> tuple[Span, ...]:
    """Return where words stand inside areas of a text, capitals or not, at most MOST_HITS times.

    A blank in `words` stands for any blanks, line breaks too, and a straight mark for any of its
    kind.
    """
    typed = _pattern(words)
    if not typed:
        return ()
    pattern = re.compile(typed, re.IGNORECASE)
    hits: list[Span] = []
    for area in areas:
        for found in pattern.finditer(text, area.start, area.end):
            hits.append(Span(*found.span()))
            if len(hits) == MOST_HITS:
                return tuple(hits)
    return tuple(hits)


def find_whole_words(text: str, words: str) -> tuple[Span, ...]:
    """Return where words stand whole in a text; where they nowhere do, where they are parts.

    >>> find_whole_words("He warned of war.", "war"), find_whole_words("He warned.", "war")
    ((Span(start=13, end=16),), (Span(start=3, end=6),))
    """
    typed = _pattern(words)
    if not typed or not text:
        return ()
    whole = re.compile(rf"(?:\b|(?=\W)){typed}(?:\b|(?<=\W))", re.IGNORECASE)
    found = tuple(Span(*each.span()) for each in whole.finditer(text))
    return found or find_words(text, words, (Span(0, len(text)),))


def _pattern(words: str) -> str:
    """Return a pattern of words as they may stand in a text, empty for blanks alone."""
    return r"\s+".join(re.escape(part).translate(_TYPED) for part in words.split())
