"""Where the words of a text stand in a newer version of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher

from desktop.core.model.spans import Span

_WORD = re.compile(r"\S+")
# A block that begins and ends as before is the same block, if most of it is.
_MOSTLY = 0.6


class SpanMover:
    """Moves spans of a text to where their words stand in a newer version of it.

    >>> mover = SpanMover("He slammed the plan.", "On Friday he slammed the plan.")
    >>> mover.move(Span(3, 10))
    Span(start=13, end=20)
    >>> mover.move(Span(0, 10)) is None
    True
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._kept = _kept_stretches(old, new)
        self._starts = [start for start, _, _ in self._kept]

    def move(self, span: Span) -> Span | None:
        """Return where a span's words stand now, letter for letter; None where they were changed.

        Words that stand elsewhere as well are found by what stands around them.
        """
        start = self._at(span.start, span.end)
        return None if start is None else Span(start, start + len(span))

    def move_block(self, span: Span) -> Span | None:
        """Return where a paragraph stands now, also where something in it was changed.

        It must begin and end with the same words as before, keep most of them, and be one paragraph
        still.
        """
        moved = self.move(span)
        if moved is not None:
            return moved
        words = list(_WORD.finditer(self._old, span.start, span.end))
        if len(words) < 2:
            return None
        start, last = self._at(*words[0].span()), self._at(*words[-1].span())
        if start is None or last is None or last < start:
            return None
        end = last + len(words[-1].group())
        kept = sum(self._at(*word.span()) is not None for word in words)
        if kept < _MOSTLY * len(words) or "\n\n" in self._new[start:end]:
            return None
        return Span(start, end)

    def _at(self, start: int, end: int) -> int | None:
        nth = bisect_right(self._starts, start) - 1
        if nth < 0:
            return None
        old_start, new_start, length = self._kept[nth]
        return new_start + start - old_start if end <= old_start + length else None


def _kept_stretches(old: str, new: str) -> list[tuple[int, int, int]]:
    """Return the stretches that both texts have, in order: starts in both, and the length.

    A stretch begins and ends with a whole word, but for what both texts begin and end with.
    """
    left, right = ([word.span() for word in _WORD.finditer(text)] for text in (old, new))
    words = [[text[a:b] for a, b in places] for text, places in ((old, left), (new, right))]
    stretches: list[tuple[int, int, int]] = []
    for at, other, size in _same_words(*words):
        for step in range(size):
            start, end = left[at + step]
            place = right[other + step][0]
            if stretches and _goes_on(stretches[-1], start, place, old, new):
                begun, moved, _ = stretches[-1]
                stretches[-1] = begun, moved, end - begun
            else:
                stretches.append((start, place, end - start))
    return stretches


def _goes_on(stretch: tuple[int, int, int], start: int, place: int, old: str, new: str) -> bool:
    """Say whether a word follows a stretch in both texts with the same blanks between."""
    begun, moved, length = stretch
    gap = old[begun + length : start]
    return gap == new[moved + length : place] and not gap.strip()


def _same_words(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return where words agree; the like ends are taken off first, as an edit leaves most alone."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    inner = SequenceMatcher(
        None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False
    )
    found = [(a + head, b + head, size) for a, b, size in inner.get_matching_blocks() if size]
    ends = [(0, 0, head), *found, (len(old) - tail, len(new) - tail, tail)]
    return [each for each in ends if each[2]]
