"""The marks on an article's text, in layers: search hits, loaded wording, the selection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from desktop.core.model.analyses import LoadedSpan, Voice
from desktop.core.model.spans import Span
from desktop.ui.models.pieces import Stretch
from desktop.ui.paint.marks import Mark, MarkForm, draw_over, draw_under, span_rects
from desktop.ui.palettes import Palette
from desktop.ui.panels.reading_page import ReadingPage

_T = TypeVar("_T")
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
    """Draws marks under and over the text, and finds the loaded wording at a point.

    Where they stand is looked up piece by piece, when a piece comes into view.
    """

    def __init__(self, page: ReadingPage) -> None:
        self._page = page
        self._loaded: tuple[LoadedSpan, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._hit = 0
        self._selected: tuple[Span, ...] = ()
        self._stated: tuple[Span, ...] = ()
        self._noted: tuple[Mark, ...] | None = None
        self._placed: dict[int, list[tuple[Stretch, MarkForm]]] = {}
        self._visible = True

    @property
    def loaded(self) -> tuple[LoadedSpan, ...]:
        """Return the loaded wordings in text order."""
        return self._loaded

    @property
    def visible(self) -> bool:
        """Say whether loaded wordings are marked."""
        return self._visible

    def set_visible(self, *, visible: bool) -> None:
        """Mark loaded wordings, or leave them unmarked."""
        self._visible = visible
        self.forget()

    def set_loaded(self, loaded: Iterable[LoadedSpan]) -> None:
        """Mark loaded wordings in place of those before."""
        self._loaded = tuple(sorted(loaded, key=lambda one: one.span))
        self.forget()

    def set_found(self, spans: Sequence[Span], current: int = 0) -> None:
        """Mark search hits in place of those before; the current one stands in a frame."""
        self._found, self._hit = tuple(sorted(spans)), current
        self.forget()

    def set_stated(self, spans: Iterable[Span]) -> None:
        """Put flags on passages whose voice or speaker the user stated."""
        self._stated = tuple(spans)
        self.forget()

    def set_noted(self, marks: Sequence[Mark] | None) -> None:
        """Mark what notes speak of, in place of loaded wordings; None marks those again."""
        self._noted = None if marks is None else tuple(marks)
        self.forget()

    def set_selected(self, spans: Sequence[Span]) -> None:
        """Frame spans in place of those before."""
        self._selected = tuple(spans)
        self.forget()

    def forget(self) -> None:
        """Look up anew where the marks stand; call it when the page was filled."""
        self._placed = {}

    def _marks(self, piece: int) -> list[tuple[Stretch, MarkForm]]:
        if piece not in self._placed:
            self._placed[piece] = [
                (part, mark.form)
                for mark in self._marks_near(self._page.pieces[piece].span)
                if (part := self._page.map.part(piece, mark.span)) is not None
            ]
        return self._placed[piece]

    def _marks_near(self, area: Span | None) -> list[Mark]:
        if area is None:
            return []
        marks = [Mark(span, MarkForm.SEARCH) for span in _near(self._found, area, lambda s: s)]
        if self._noted is not None:
            marks += [mark for mark in self._noted if mark.span.overlap(area)]
        elif self._visible:
            near = _near(self._loaded, area, lambda one: one.span)
            marks += [Mark(one.span, mark_form(one)) for one in near]
            marks += [Mark(one.span, MarkForm.BY_USER) for one in near if one.by_user]
            marks += [Mark(s, MarkForm.STATED) for s in self._stated if s.overlap(area)]
        framed = self._found[self._hit : self._hit + 1] or self._selected
        return marks + [Mark(span, MarkForm.SELECTED) for span in framed]

    def draw(
        self, painter: QPainter, pieces: Iterable[int], palette: Palette, *, over: bool
    ) -> None:
        """Draw the marks of some pieces: what lies under the text, or what lies over it."""
        paint = draw_over if over else draw_under
        for piece in pieces:
            layout = self._page.block(piece).layout()
            for part, form in self._marks(piece):
                paint(painter, span_rects(layout, part.start, part.length), form, palette)

    def at(self, piece: int, point: QPointF) -> LoadedSpan | None:
        """Return the loaded wording of a piece under a point, None where there is none."""
        area = self._page.pieces[piece].span
        if not self._visible or self._noted is not None or area is None:
            return None
        layout = self._page.block(piece).layout()
        for one in _near(self._loaded, area, lambda one: one.span):
            part = self._page.map.part(piece, one.span)
            rects = span_rects(layout, part.start, part.length) if part else []
            if any(rect.adjusted(-1, -1, 1, 2).contains(point) for rect in rects):
                return one
        return None


def _near(marks: Sequence[_T], area: Span, span_of: Callable[[_T], Span]) -> Sequence[_T]:
    """Return the marks that may reach into an area; they are sorted and do not overlap."""
    first = bisect_left(marks, area.start, key=lambda one: span_of(one).start)
    last = bisect_left(marks, area.end, key=lambda one: span_of(one).start)
    return marks[max(0, first - 1) : last]
