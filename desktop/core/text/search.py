"""Words looked for in a text: where they stand, as they were typed."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from desktop.core.model.spans import Span

MOST_HITS = 2000
# The letters that have forms with marks: Latin, Greek, Cyrillic.
_MARKED_LETTERS = ((0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x2000))
_BETWEEN_WORDS = r"[\W_]+"
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


def fold(text: str) -> str:
    """Return a text as it is compared: in small letters without marks.

    >>> fold("Zelenskýj ÖL")
    'zelenskyj ol'
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared; whatever is no letter or digit parts them.

    >>> folded_words("The «Öl-Plan» of 2024")
    ('the', 'ol', 'plan', 'of', '2024')
    """
    return tuple(_WORD.findall(fold(text)))


def find_terms(
    text: str, terms: Sequence[tuple[str, bool]], areas: Iterable[Span], most: int = MOST_HITS
) -> tuple[Span, ...]:
    """Return where the words of a search stand whole in areas of a text, in text order.

    Args:
        text: The text.
        terms: Words that stand in a row, and whether the last of them may go on.
        areas: Where to look.
        most: How many hits are wanted at most.
    """
    pattern = _terms_pattern(tuple(terms))
    hits: list[Span] = []
    for area in areas if pattern else ():
        for found in pattern.finditer(text, area.start, area.end) if pattern else ():
            hits.append(Span(*found.span()))
            if len(hits) == most:
                return tuple(hits)
    return tuple(hits)


_WORD = re.compile(r"[^\W_]+")


@cache
def _forms() -> dict[str, str]:
    """Return the letters with marks by the letter that they are compared as."""
    found: defaultdict[str, str] = defaultdict(str)
    for first, end in _MARKED_LETTERS:
        for letter in map(chr, range(first, end)):
            plain = fold(letter)
            if len(plain) == 1 and plain != letter:
                found[plain] += letter
    return dict(found)


def _terms_pattern(terms: tuple[tuple[str, bool], ...]) -> re.Pattern[str] | None:
    """Return a pattern of terms, the longer first: of two that begin together it is the hit."""
    made = [_term_pattern(folded_words(words), goes_on) for words, goes_on in terms]
    known = sorted({each for each in made if each}, key=lambda each: (-len(each), each))
    return re.compile("|".join(known), re.IGNORECASE) if known else None


def _term_pattern(words: Sequence[str], goes_on: bool) -> str:
    if not words:
        return ""
    typed = _BETWEEN_WORDS.join("".join(map(_letter_pattern, word)) for word in words)
    end = r"[^\W_]*" if goes_on else r"(?![^\W_])"
    return rf"(?<![^\W_]){typed}{end}"


def _letter_pattern(letter: str) -> str:
    forms = _forms().get(letter, "")
    return f"[{re.escape(letter)}{forms}]" if forms else re.escape(letter)


def _pattern(words: str) -> str:
    """Return a pattern of words as they may stand in a text, empty for blanks alone."""
    return r"\s+".join(re.escape(part).translate(_TYPED) for part in words.split())
