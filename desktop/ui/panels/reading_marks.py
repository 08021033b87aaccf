"""The marks on an article's text, in layers: search hits, loaded wording, the selection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.core.model.analyses import LoadedSpan, Voice
from desktop.core.model.spans import Span
from desktop.ui.paint.marks import Mark, MarkForm, draw_over, draw_under, span_rects
from desktop.ui.palettes import Palette
from desktop.ui.panels.reading_page import ReadingPage

_FORMS = {
    Voice.OWN: MarkForm.OWN,
    Voice.QUOTED: MarkForm.QUOTED,
    Voice.INDIRECT: MarkForm.INDIRECT,
    Voice.UNCLEAR: MarkForm.UNCLEAR,
}


def mark_form(loaded: LoadedSpan) -> MarkForm:
    """Return the form a loaded wording is marked with."""
    return MarkForm.IGNORED if loaded.ignored else _FORMS[loaded.voice]


class ReadingMarks:
    """Draws marks under and over the text, and finds the loaded wording at a point."""

    def __init__(self, page: ReadingPage) -> None:
        self._page = page
        self._loaded: tuple[LoadedSpan, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._hit = 0
        self._selected: tuple[Span, ...] = ()
        self._placed: dict[int, list[tuple[int, int, MarkForm]]] = {}
        self._at: dict[int, list[tuple[int, int, LoadedSpan]]] = {}
        self.visible = True

    @property
    def loaded(self) -> tuple[LoadedSpan, ...]:
        """Return the loaded wordings in text order."""
        return self._loaded

    def set_loaded(self, loaded: Iterable[LoadedSpan]) -> None:
        """Mark loaded wordings in place of those before."""
        self._loaded = tuple(sorted(loaded, key=lambda one: one.span))
        self.place()

    def set_found(self, spans: Sequence[Span], current: int = 0) -> None:
        """Mark search hits in place of those before; the current one stands in a frame."""
        self._found, self._hit = tuple(spans), current
        self.place()

    def set_selected(self, spans: Sequence[Span]) -> None:
        """Frame spans in place of those before."""
        self._selected = tuple(spans)
        self.place()

    def place(self) -> None:
        """Look up where the marks stand; call it when the page was filled anew."""
        self._placed, self._at = {}, {}
        marks = [Mark(span, MarkForm.SEARCH) for span in self._found]
        if self.visible:
            marks += [Mark(one.span, mark_form(one)) for one in self._loaded]
        framed = self._found[self._hit : self._hit + 1] or self._selected
        marks += [Mark(span, MarkForm.SELECTED) for span in framed]
        for mark in marks:
            for part in self._page.map.find(mark.span):
                entry = (part.start, part.length, mark.form)
                self._placed.setdefault(part.piece, []).append(entry)
        for one in self._loaded:
            for part in self._page.map.find(one.span):
                self._at.setdefault(part.piece, []).append((part.start, part.length, one))

    def draw(
        self, painter: QPainter, pieces: Iterable[int], palette: Palette, *, over: bool
    ) -> None:
        """Draw the marks of some pieces: what lies under the text, or what lies over it."""
        paint = draw_over if over else draw_under
        for piece in pieces:
            layout = self._page.block(piece).layout()
            for start, length, form in self._placed.get(piece, ()):
                paint(painter, span_rects(layout, start, length), form, palette)

    def at(self, piece: int, point: QPointF) -> LoadedSpan | None:
        """Return the loaded wording of a piece under a point, None where there is none."""
        if not self.visible:
            return None
        layout = self._page.block(piece).layout()
        for start, length, loaded in self._at.get(piece, ()):
            if any(_near(rect).contains(point) for rect in span_rects(layout, start, length)):
                return loaded
        return None


def _near(rect: QRectF) -> QRectF:
    return rect.adjusted(-1, -1, 1, 2)
