"""Details on paper: the sheets of the screen, whole rows, their head on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QCoreApplication, QLineF, QRectF
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from desktop.ui.paint.axes import draw_words
from desktop.ui.paint.badges import draw_badge
from desktop.ui.paint.sheets import (
    BADGE,
    GAP_PX,
    Column,
    RowKind,
    Sheet,
    SheetRow,
    cell_height,
    column_widths,
    draw_beside,
    draw_cell,
)
from desktop.ui.palettes import Palette
from desktop.ui.printing.flow import Flow
from desktop.ui.printing.pieces import Paragraph

MOST_ROWS = 60
_MOST_LINES, _HEAD_PX, _LABEL_SHARE = 12, 26.0, 0.4


def sheet_flows(sheet: Sheet) -> Iterator[Flow]:
    """Yield a sheet: its head, its rows, and how many rows there are where not all are printed."""
    head = None if sheet.is_headless else _Head(sheet.columns)
    if head is not None:
        yield head
    shown = sheet.rows[:MOST_ROWS]
    for row in shown:
        yield _Row(row, sheet.columns, head)
    if len(shown) < len(sheet.rows):
        words = QCoreApplication.translate("Report", "{shown} of {count} rows; the screen has all.")
        told = words.format(shown=len(shown), count=len(sheet.rows))
        yield Paragraph(told, "small", "text2")


class _Head(Flow):
    keeps_next = True

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = tuple(columns)

    @override
    def height(self, width_px: float) -> float:
        return _HEAD_PX

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        for column, box in zip(self._columns, _boxes(self._columns, rect), strict=True):
            inner = box.adjusted(GAP_PX, 0, -GAP_PX, 0)
            if column.mark is not None:
                badge = QRectF(inner.left(), inner.center().y() - BADGE.height() / 2, 0, 0)
                badge.setSize(BADGE)
                draw_badge(painter, badge, column.mark, palette)
                inner.setLeft(badge.right() + 5)
            draw_words(painter, inner, column.title, ("caption", palette.text2))
        painter.setPen(QPen(palette.text, 1.4))
        painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))


class _Row(Flow):
    """A row; the head of a group stays with the row below it."""

    def __init__(self, row: SheetRow, columns: Sequence[Column], header: Flow | None) -> None:
        self._row, self._columns, self.header = row, tuple(columns), header
        self.keeps_next = row.kind is RowKind.HEAD

    @override
    def height(self, width_px: float) -> float:
        if self._row.kind is not RowKind.ROW:
            return cell_height(self._row.cells[0], self._room(width_px), _MOST_LINES)
        boxes = _boxes(self._columns, QRectF(0, 0, width_px, 0))
        cells = zip(self._row.cells, boxes, strict=True)
        return max(cell_height(cell, box.width(), _MOST_LINES) for cell, box in cells) + 2

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        if self._row.kind is RowKind.ROW:
            cells = zip(self._row.cells, _boxes(self._columns, rect), strict=True)
            for cell, box in cells:
                draw_cell(painter, box, cell, palette, _MOST_LINES)
        else:
            if self._row.kind is RowKind.HEAD:
                painter.fillRect(rect, palette.sunken)
            box = QRectF(rect)
            box.setWidth(self._room(rect.width()))
            draw_beside(painter, rect, self._row, palette)
            draw_cell(painter, box, self._row.cells[0], palette, _MOST_LINES)
        painter.setPen(QPen(palette.hair, 1))
        painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))

    def _room(self, width_px: float) -> float:
        return width_px * (_LABEL_SHARE if self._row.beside else 1.0)


def _boxes(columns: Sequence[Column], rect: QRectF) -> list[QRectF]:
    ends = [0.0, *accumulate(column_widths(columns, rect.width()))]
    return [
        QRectF(rect.left() + left, rect.top(), right - left, rect.height())
        for left, right in pairwise(ends)
    ]
