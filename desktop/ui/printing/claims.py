"""The claim grid on paper: a row a claim, a column an outlet, the header on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from desktop.core.model.analyses import Voice
from desktop.core.model.comparisons import Cell, Claim, Relation
from desktop.core.model.spans import Span
from desktop.ui.figures.claims import chip_words, plain_words
from desktop.ui.figures.outlets import OutletColumn
from desktop.ui.fonts import font
from desktop.ui.paint.badges import draw_badge
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.paint.text import MarkedText
from desktop.ui.paint.voices import draw_voice_bar
from desktop.ui.palettes import Palette
from desktop.ui.printing.flow import Flow

MOST_COLUMNS = 6
_LABEL_SHARE, _ROW_PX, _CELL_LINES = 0.3, 36.0, 2
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def claim_flows(claims: Sequence[Claim], columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    """Yield the grid; more outlets than fit are printed in further grids below."""
    for first in range(0, len(columns), MOST_COLUMNS):
        shown = columns[first : first + MOST_COLUMNS]
        head = _Head([column.mark for column in shown])
        yield head
        for claim in claims:
            cells = {cell.article: cell for cell in claim.cells}
            yield _Row(claim.text, [cells.get(column.article.id) for column in shown], head)


class _Head(Flow):
    keeps_next = True

    def __init__(self, badges: Sequence[tuple[str, int]]) -> None:
        self._badges = tuple(badges)

    @override
    def height(self, width_px: float) -> float:
        return 26.0

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        painter.setPen(QPen(palette.text, 1.4))
        painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))
        for left, badge in zip(_lefts(rect, len(self._badges)), self._badges, strict=True):
            draw_badge(painter, QRectF(left, rect.top() + 3, 24, 17), badge, palette)


class _Row(Flow):
    def __init__(self, text: str, cells: Sequence[Cell | None], header: Flow) -> None:
        self._text = MarkedText(" ".join(text.split()), font("small"), 16)
        self._cells, self.header = tuple(cells), header

    @override
    def height(self, width_px: float) -> float:
        return max(self._text.lay_out(width_px * _LABEL_SHARE - 12, 3) + 6, _ROW_PX)

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        self.height(rect.width())
        self._text.draw(painter, rect.topLeft() + QPointF(0, 3), palette.text, palette)
        lefts = _lefts(rect, len(self._cells))
        width = rect.width() * (1 - _LABEL_SHARE) / len(self._cells) - 6
        for left, cell in zip(lefts, self._cells, strict=True):
            _draw_cell(painter, QRectF(left, rect.top() + 3, width, 16), cell, palette)
        painter.setPen(QPen(palette.hair, 1))
        painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))


def _lefts(rect: QRectF, count: int) -> list[float]:
    start, room = rect.left() + rect.width() * _LABEL_SHARE, rect.width() * (1 - _LABEL_SHARE)
    return [start + nth * room / count for nth in range(count)]


def _draw_cell(painter: QPainter, rect: QRectF, cell: Cell | None, palette: Palette) -> None:
    if cell is None or cell.relation is Relation.NOT_FOUND:
        painter.setFont(font("caption"))
        painter.setPen(palette.text3)
        painter.drawText(rect, _MIDDLE, "–")
        return
    voice = Voice.OWN if cell.attribution is None else Voice.QUOTED
    square = QRectF(rect.left(), rect.top() + 4, 8, 8)
    draw_voice_bar(painter, square, voice, palette)
    words = MarkedText(_words(cell), font("caption"), 14, _marks(cell))
    words.lay_out(rect.width() - 15, _CELL_LINES)
    words.draw(painter, rect.topLeft() + QPointF(13, 1), palette.text, palette)


def _words(cell: Cell) -> str:
    return chip_words(cell) or plain_words(cell)


def _marks(cell: Cell) -> tuple[Mark, ...]:
    form = {
        Relation.OTHER_SCOPE: MarkForm.OTHER_SCOPE,
        Relation.OTHER_FIGURE: MarkForm.OTHER_FIGURE,
    }.get(cell.relation)
    shown = chip_words(cell)
    return (Mark(Span(0, len(shown)), form),) if form and shown else ()
