"""The claim grid on paper: a row a claim, a column an outlet, the header on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
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
_LABEL_SHARE, _GLYPH_PX = 0.24, 14.0
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
    """A claim; label and cells wrap, for on paper nothing can be unfolded."""

    def __init__(self, text: str, cells: Sequence[Cell | None], header: Flow) -> None:
        self._label = MarkedText(" ".join(text.split()), font("small"), 16)
        self._cells, self.header = tuple(cells), header
        self._words = [_to_words(cell) for cell in self._cells]

    @override
    def height(self, width_px: float) -> float:
        room = self._room(width_px) - _GLYPH_PX
        tall = [words.lay_out(room) for words in self._words if words is not None]
        return max(self._label.lay_out(width_px * _LABEL_SHARE - 12), *tall, 16.0) + 8

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        self.height(rect.width())
        self._label.draw(painter, rect.topLeft() + QPointF(0, 4), palette.text, palette)
        lefts = _lefts(rect, len(self._cells))
        for left, cell, words in zip(lefts, self._cells, self._words, strict=True):
            at = QPointF(left, rect.top() + 4)
            if cell is None or words is None:
                painter.setFont(font("caption"))
                painter.setPen(palette.text3)
                painter.drawText(QRectF(at, QSizeF(20, 16)), _MIDDLE, "–")
                continue
            voice = Voice.OWN if cell.attribution is None else Voice.QUOTED
            draw_voice_bar(painter, QRectF(at + QPointF(0, 4), QSizeF(8, 8)), voice, palette)
            words.draw(painter, at + QPointF(_GLYPH_PX, 0), palette.text, palette)
        painter.setPen(QPen(palette.hair, 1))
        painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))

    def _room(self, width_px: float) -> float:
        return width_px * (1 - _LABEL_SHARE) / len(self._cells) - 6


def _lefts(rect: QRectF, count: int) -> list[float]:
    start, room = rect.left() + rect.width() * _LABEL_SHARE, rect.width() * (1 - _LABEL_SHARE)
    return [start + nth * room / count for nth in range(count)]


def _to_words(cell: Cell | None) -> MarkedText | None:
    if cell is None or cell.relation is Relation.NOT_FOUND:
        return None
    words = chip_words(cell) or plain_words(cell)
    return MarkedText(words, font("caption"), 16, _marks(cell))


def _marks(cell: Cell) -> tuple[Mark, ...]:
    form = {
        Relation.OTHER_SCOPE: MarkForm.OTHER_SCOPE,
        Relation.OTHER_FIGURE: MarkForm.OTHER_FIGURE,
    }.get(cell.relation)
    shown = chip_words(cell)
    return (Mark(Span(0, len(shown)), form),) if form and shown else ()
