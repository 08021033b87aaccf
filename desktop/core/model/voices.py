"""The voice of every code point of a text, looked up by span."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.core.model.analyses import Quotation, QuotationKind, Voice
from desktop.core.model.spans import Span, is_inside, merged


class VoiceMap:
    """Answers whose words a span is: quoted in marks, indirect in reported content, else own.

    Scare quotes are own voice. A span belongs to the voice that holds at least half of it; marks
    win over reported content.
    """

    __slots__ = ("indirect", "quoted")

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        said = [q for q in quotations if q.kind is not QuotationKind.SCARE]
        self.quoted = merged(span for q in said for span in q.marked)
        self.indirect = merged(q.span for q in said if q.kind is not QuotationKind.DIRECT)

    def voice_of(self, span: Span) -> Voice:
        """Return the voice that holds at least half of the span."""
        if is_inside(span, _near(span, self.quoted)):
            return Voice.QUOTED
        return Voice.INDIRECT if is_inside(span, _near(span, self.indirect)) else Voice.OWN


def _near(span: Span, areas: Sequence[Span]) -> list[Span]:
    return [area for area in areas if area.start < span.end and span.start < area.end]
