"""The voice of every code point of a text, looked up by span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from desktop.core.model.analyses import Quotation, QuotationKind, Voice
from desktop.core.model.spans import Span, is_inside, merged

_REPORTING = frozenset({QuotationKind.MIXED, QuotationKind.INDIRECT})


class VoiceMap:
    """Answers whose words a span is: quoted in marks, indirect in reported content, else own.

    Scare quotes are own voice, and what the text does not settle is unclear. A span belongs to the
    voice that holds at least half of it; marks win over reported content, and that over unclear.
    """

    __slots__ = ("_indirect", "_quoted", "_unclear", "indirect", "quoted", "unclear")

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        given = [q for q in quotations if q.kind is not QuotationKind.SCARE]
        self.quoted = merged(span for q in given for span in q.marked)
        self.indirect = merged(q.span for q in given if q.kind in _REPORTING)
        self.unclear = merged(q.span for q in given if q.kind is QuotationKind.UNCLEAR)
        self._quoted = _Areas(self.quoted)
        self._indirect = _Areas(self.indirect)
        self._unclear = _Areas(self.unclear)

    def voice_of(self, span: Span) -> Voice:
        """Return the voice that holds at least half of the span."""
        if _holds(self._quoted, span):
            return Voice.QUOTED
        if _holds(self._indirect, span):
            return Voice.INDIRECT
        return Voice.UNCLEAR if _holds(self._unclear, span) else Voice.OWN

    def quoted_near(self, span: Span) -> Sequence[Span]:
        """Return the stretches in marks that share code points with a span."""
        return self._quoted.near(span)

    def indirect_near(self, span: Span) -> Sequence[Span]:
        """Return the stretches of reported content that share code points with a span."""
        return self._indirect.near(span)

    def unclear_near(self, span: Span) -> Sequence[Span]:
        """Return the stretches of unclear voice that share code points with a span."""
        return self._unclear.near(span)


class _Areas:
    """Spans in order that do not overlap, found by what they share code points with."""

    __slots__ = ("_ends", "_spans", "_starts")

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def near(self, span: Span) -> Sequence[Span]:
        starts = self._starts
        first = bisect_right(self._ends, span.start)
        if first == len(starts) or starts[first] >= span.end:
            return ()  # as nearly always
        return self._spans[first : bisect_left(starts, span.end, first)]


def _holds(areas: _Areas, span: Span) -> bool:
    near = areas.near(span)
    return bool(near) and is_inside(span, near)
