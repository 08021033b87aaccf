"""Spans: half-open stretches of a text, counted in Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_set = object.__setattr__


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Code points `start` (inclusive) to `end` (exclusive) of a text; never empty.

    Raises:
        ValueError: `start` is negative or not before `end`.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # The way of a generated one with a check behind it takes half as long again, and an
        # article has hundreds of spans.
        if not 0 <= start < end:
            message = f"no span: {start} to {end}"
            raise ValueError(message)
        _set(self, "start", start)
        _set(self, "end", end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Return how many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: Span) -> bool:
        """Say whether all of `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """Return the span moved by `by` code points."""
        return Span(self.start + by, self.end + by)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span from `start` to `end` without blanks at its ends, or None if all is blank.

    >>> trimmed("  ab ", 0, 5)
    Span(start=2, end=4)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same code points as sorted spans that neither touch nor overlap.

    >>> merged([Span(4, 6), Span(0, 2), Span(1, 4)])
    (Span(start=0, end=6),)
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def is_inside(span: Span, areas: Sequence[Span]) -> bool:
    """Say whether at least half of a span lies in `areas`, which must not overlap."""
    return 2 * sum(span.overlap(area) for area in areas) >= len(span)
