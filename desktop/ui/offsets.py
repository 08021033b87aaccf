"""Code points to UTF-16 units and back: Qt counts the second, everything of ours the first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from desktop.core.model.spans import Span

_LAST_SINGLE_UNIT = 0xFFFF


class Offsets:
    """Converts positions of one text; both directions cost a binary search over its wide signs.

    >>> Offsets("a😀b").to_qt(2)
    3
    """

    __slots__ = ("_wide", "_wide_qt")

    def __init__(self, text: str) -> None:
        self._wide = [i for i, sign in enumerate(text) if ord(sign) > _LAST_SINGLE_UNIT]
        self._wide_qt = [i + nth for nth, i in enumerate(self._wide)]

    def to_qt(self, position: int) -> int:
        """Return the UTF-16 position of a code point position."""
        return position + bisect_left(self._wide, position)

    def from_qt(self, position: int) -> int:
        """Return the code point position of a UTF-16 position; inside a pair, that of the pair."""
        before = bisect_right(self._wide_qt, position - 1)
        inside = before and self._wide_qt[before - 1] == position - 1
        return self._wide[before - 1] if inside else position - before

    def span_to_qt(self, span: Span) -> tuple[int, int]:
        """Return start and length of a span in UTF-16 units."""
        start = self.to_qt(span.start)
        return start, self.to_qt(span.end) - start
