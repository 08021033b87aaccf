"""The voice of every code point of a text, looked up by span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from desktop.core.model.analyses import Quotation, QuotationKind, Voice
from desktop.core.model.spans import Span, is_inside, merged


class VoiceMap:
    """Answers whose words a span is: quoted in marks, indirect in reported content, else own.

    Scare quotes are own voice. A span belongs to the voice that holds at least half of it; marks
    win over reported content.
    """

    __slots__ = ("_indirect", "_quoted", "indirect", "quoted")

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        said = [q for q in quotations if q.kind is not QuotationKind.SCARE]
        self.quoted = merged(span for q in said for span in q.marked)
        self.indirect = merged(q.span for q in said if q.kind is not QuotationKind.DIRECT)
        self._quoted = _Areas(self.quoted)
        self._indirect = _Areas(self.indirect)

    def voice_of(self, span: Span) -> Voice:
        """Return the voice that holds at least half of the span."""
        quoted = self._quoted.near(span)
        if quoted and is_inside(span, quoted):
            return Voice.QUOTED
        indirect = self._indirect.near(span)
        return Voice.INDIRECT if indirect and is_inside(span, indirect) else Voice.OWN

    def quoted_near(self, span: Span) -> Sequence[Span]:
        """Return the stretches in marks that share code points with a span."""
        return self._quoted.near(span)

    def indirect_near(self, span: Span) -> Sequence[Span]:
        """Return the stretches of reported content that share code points with a span."""
        return self._indirect.near(span)


class _Areas:
    """Spans in order that do not overlap, found by what they share code points with."""

    __slots__ = ("_ends", "_spans", "_starts")

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def near(self, span: Span) -> Sequence[Span]:
        first = bisect_right(self._ends, span.start)
        return self._spans[first : bisect_left(self._starts, span.end, first)]
