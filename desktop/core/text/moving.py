"""Where the words of a text stand in a newer version of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher

from desktop.core.model.spans import Span

_WORD = re.compile(r"\S+")
_GAP = "\n\n"
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

        It must be one paragraph still, which has most of the words from before and few others.
        """
        moved = self.move(span)
        if moved is not None:
            return moved
        words = list(_WORD.finditer(self._old, span.start, span.end))
        places = [at for word in words if (at := self._at(*word.span())) is not None]
        if not places or len(places) < _MOSTLY * len(words):
            return None
        block = _line_around(self._new, min(places), max(places) + 1)
        is_one = _GAP not in self._new[block.start : block.end]
        count = len(_WORD.findall(self._new, block.start, block.end))
        return block if is_one and len(places) >= _MOSTLY * count else None

    def _at(self, start: int, end: int) -> int | None:
        nth = bisect_right(self._starts, start) - 1
        if nth < 0:
            return None
        old_start, new_start, length = self._kept[nth]
        return new_start + start - old_start if end <= old_start + length else None


def _line_around(text: str, start: int, end: int) -> Span:
    """Return the whole lines around a place, without the blanks at their ends."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    line = text[begin : stop if stop >= 0 else len(text)]
    lead = len(line) - len(line.lstrip())
    return Span(begin + lead, begin + len(line.rstrip()))


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
    # Words that stand everywhere are no landmarks, and to try each of their places takes long.
    inner = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail])
    found = [(a + head, b + head, size) for a, b, size in inner.get_matching_blocks() if size]
    ends = [(0, 0, head), *found, (len(old) - tail, len(new) - tail, tail)]
    return [each for each in ends if each[2]]
