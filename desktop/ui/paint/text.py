"""Marked text: one painter for lists, columns, hover cards, evidence and the printed report."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop.ui.offsets import Offsets
from desktop.ui.paint.marks import Mark, draw_over, draw_under, span_rects
from desktop.ui.palettes import Palette

_ELIDE, _ELLIPSIS = Qt.TextElideMode.ElideRight, "…"
_STRONG = frozenset(("L", "R", "AL"))
_SPARE_PX = (1, 4, 12, 32, 64)


class MarkedText:
    """A paragraph laid out to a width in fixed line boxes, with marks on its words.

    Text past `most_lines` lines ends in an ellipsis. Sizes are logical pixels.
    """

    def __init__(self, text: str, face: QFont, line_px: float, marks: Sequence[Mark] = ()) -> None:
        self._text, self._face, self._line_px = text, face, line_px
        self._offsets, self._marks = Offsets(text), tuple(marks)
        self._layout = QTextLayout(text, face)
        self._kept = self._shown = self._offsets.to_qt(len(text))

    def lay_out(self, width_px: float, most_lines: int = 0) -> float:
        """Break the text to a width and return its height; `most_lines` 0 is no limit."""
        self._show(self._text)
        ends = self._break(self._layout, width_px)
        if most_lines and len(ends) > most_lines:
            cut = self._offsets.from_qt(ends[most_lines - 2]) if most_lines > 1 else 0
            head, rest = self._text[:cut], self._text[cut:].lstrip()
            # Metrics and layout measure a long line differently: what breaks again is cut shorter.
            for spare_px in _SPARE_PX:
                tail = QFontMetricsF(self._face).elidedText(rest, _ELIDE, width_px - spare_px)
                self._show(head + tail)
                ends = self._break(self._layout, width_px)
                if len(ends) <= most_lines:
                    break
            ends = ends[:most_lines]
        return len(ends) * self._line_px

    def _show(self, text: str) -> None:
        self._layout = QTextLayout(text, self._face)
        self._shown = Offsets(text).to_qt(len(text))
        self._kept = self._shown if text == self._text else self._shown - len(_ELLIPSIS)

    def _break(self, layout: QTextLayout, width_px: float) -> list[int]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Set by hand: a layout leaves what reads from right to left at the left.
        if is_rtl(layout.text()):
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        ends: list[int] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width_px)
            gap = (self._line_px - line.height()) / 2
            line.setPosition(QPointF(0, len(ends) * self._line_px + gap))
            ends.append(line.textStart() + line.textLength())
        layout.endLayout()
        return ends

    def draw(self, painter: QPainter, at: QPointF, color: QColor, palette: Palette) -> None:
        """Draw the text with its marks; `at` is the upper left corner."""
        placed = [(self.rects(mark, at), mark.form) for mark in self._marks]
        for rects, form in placed:
            draw_under(painter, rects, form, palette)
        painter.setPen(color)
        self._layout.draw(painter, at)
        for rects, form in placed:
            draw_over(painter, rects, form, palette)

    def rects(self, mark: Mark, at: QPointF) -> list[QRectF]:
        """Return where a mark's words stand, one rectangle a line."""
        start, length = self._offsets.span_to_qt(mark.span)
        if start >= self._kept:
            return []
        length = min(length, self._shown - start)
        return [rect.translated(at) for rect in span_rects(self._layout, start, length)]

    def mark_at(self, point: QPointF, at: QPointF) -> Mark | None:
        """Return the last mark under a point, or None."""
        for mark in reversed(self._marks):
            if any(rect.contains(point) for rect in self.rects(mark, at)):
                return mark
        return None


def is_rtl(text: str) -> bool:
    """Say whether the first letter that has a direction reads from right to left."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way in _STRONG), "L") != "L"
