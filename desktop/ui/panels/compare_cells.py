"""How the cells of the event comparison are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QLineF,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.comparisons import Cell, Place, Relation
from desktop.ui.figures.charts import figures_of
from desktop.ui.figures.claims import chip_words, plain_words, said_by
from desktop.ui.figures.outlets import Voices
from desktop.ui.fonts import font, line_height
from desktop.ui.icons import draw_icon
from desktop.ui.models.compare import (
    CELL,
    GridCell,
    RowKind,
    headline_of,
    is_said_by,
)
from desktop.ui.paint.axes import RIGHT, draw_words, words_width
from desktop.ui.paint.focus import draw_focus
from desktop.ui.paint.text import MarkedText
from desktop.ui.paint.tone_axes import ToneDot, draw_tone_axis
from desktop.ui.paint.voices import (
    TALLY_MOST,
    draw_tally,
    draw_voice_bar,
    tally_width,
    voice_color,
)
from desktop.ui.palettes import Palette
from desktop.ui.panels.cell_table import CellTable
from desktop.ui.theme import theme
from desktop.ui.words import no_rate

Index = QModelIndex | QPersistentModelIndex
PAD_PX, HEADLINE_LINES = 14, 5
ROW_PX = {
    RowKind.LOADED_OWN: 26,
    RowKind.LOADED_QUOTED: 26,
    RowKind.TONE: 50,
    RowKind.CLAIMS: 28,
    RowKind.CLAIM: 24,
}
_BY_USER_PX = 13.0
_SQUARE_PX, _GAP_PX, _CHIP_PX, _CHIP_PAD_PX = 11.0, 6.0, 17.0, 5.0


class CellDelegate(QStyledItemDelegate):
    """Draws each cell in logical pixels, scaled by the zoom."""

    def __init__(self, view: CellTable) -> None:
        super().__init__(view)
        self._view = view
        self.voices = Voices.BOTH
        self.selected: frozenset[Place] = frozenset()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell: GridCell = index.data(CELL)
        width = self._view.columnWidth(index.column())
        if cell.kind is RowKind.HEADLINE:
            return QSize(width, headline_height(cell, width))
        return QSize(width, theme().px(ROW_PX[cell.kind]))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: GridCell = index.data(CELL)
        zoom, palette = theme().zoom, theme().palette
        painter.save()
        painter.setClipRect(option.rect)
        painter.translate(option.rect.topLeft())
        painter.scale(zoom, zoom)
        rect = QRectF(0, 0, option.rect.width() / zoom, option.rect.height() / zoom)
        is_row_chosen = self._view.currentIndex().row() == index.row()
        painter.fillRect(rect, cell_ground(cell, palette, is_chosen=is_row_chosen))
        _draw_lines(painter, rect, cell, palette)
        self._draw(painter, rect, cell, palette)
        if option.state & QStyle.StateFlag.State_Selected or self._view.is_at(index):
            draw_focus(painter, rect.adjusted(4, 1, -5, -2), palette)
        elif not self.selected.isdisjoint(cell.places):
            _draw_linked(painter, rect.adjusted(4, 1, -5, -2), palette)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRectF, cell: GridCell, palette: Palette) -> None:
        inner = rect.adjusted(PAD_PX, 0, -PAD_PX, 0)
        if cell.kind is RowKind.HEADLINE:
            _draw_headline(painter, inner, cell, palette)
        elif cell.kind is RowKind.TONE:
            _draw_tone(painter, inner, cell.dots, palette)
        elif cell.kind is RowKind.CLAIMS:
            draw_claim_legend(painter, inner, palette)
        elif cell.cell is not None:
            is_quiet = not is_said_by(cell.cell, self.voices)
            _draw_claim(painter, inner, cell.cell, palette, is_quiet=is_quiet)
        else:
            _draw_loaded(painter, inner, cell, palette)


def _draw_linked(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """Draw the thin frame of a cell whose words were chosen elsewhere."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.accent, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def cell_ground(cell: GridCell, palette: Palette, *, is_chosen: bool) -> QColor:
    """Return the ground of a cell: that of its row, or of the row chosen."""
    if cell.kind is RowKind.CLAIMS:
        return palette.sunken
    return palette.sel if is_chosen and cell.kind is RowKind.CLAIM else palette.surface


def headline_height(cell: GridCell, width_px: int) -> int:
    """Return the height that a headline takes in a column."""
    inner = width_px / theme().zoom - 2 * PAD_PX
    return theme().px(_headline(cell).lay_out(inner, HEADLINE_LINES) + 22)


def _headline(cell: GridCell) -> MarkedText:
    text = headline_of(cell.column)[0]
    return MarkedText(text, font("card"), line_height("card"), cell.marks)


def _draw_headline(painter: QPainter, inner: QRectF, cell: GridCell, palette: Palette) -> None:
    headline = _headline(cell)
    headline.lay_out(inner.width(), HEADLINE_LINES)
    headline.draw(painter, QPointF(inner.left(), inner.top() + 10), palette.text, palette)


def _draw_loaded(painter: QPainter, inner: QRectF, cell: GridCell, palette: Palette) -> None:
    voice = Voice.OWN if cell.kind is RowKind.LOADED_OWN else Voice.QUOTED
    rate = figures_of(cell.column.analysis, voice).loaded
    words, look = _rate_words(rate, palette)
    draw_words(painter, inner, words, look, RIGHT)
    if rate.language:
        return  # a count of none would look like praise
    room = inner.adjusted(0, 0, -words_width(words, look[0]) - _GAP_PX, 0)
    draw_tally_within(painter, room, (voice, rate.count), palette)


def _draw_tone(painter: QPainter, inner: QRectF, dots: Sequence[ToneDot], palette: Palette) -> None:
    """Draw the tones on their axis, or why the text has none."""
    unrated = [dot.rate for dot in dots if dot.rate.language]
    if unrated:
        draw_words(painter, inner, no_rate(unrated[0]), ("small", palette.text2), RIGHT)
        return
    draw_tone_axis(painter, inner.adjusted(0, 0, -4, 0), dots, palette)


def draw_tally_within(
    painter: QPainter, room: QRectF, tally: tuple[Voice, int], palette: Palette
) -> None:
    """Draw a tally; where its squares are wider than the room, they are drawn smaller."""
    voice, count = tally
    number = words_width(str(count), "small-medium") + 2 * _GAP_PX
    squares = room.width() - number
    if tally_width(count) <= squares:
        draw_tally(painter, QPointF(room.left(), room.center().y()), voice, count, palette)
        return
    step = squares / min(count, TALLY_MOST)
    side = step - 1.5
    top = room.center().y() - side / 2
    for nth in range(min(count, TALLY_MOST)):
        box = QRectF(room.left() + nth * step, top, side, side)
        draw_voice_bar(painter, box, voice, palette)
    label = QRectF(room.left() + squares + _GAP_PX - 2, room.top(), number, room.height())
    draw_words(painter, label, str(count), ("small-medium", voice_color(palette, voice)))


def _rate_words(rate: Rate, palette: Palette) -> tuple[str, tuple[str, QColor]]:
    if rate.value is None:
        return no_rate(rate), ("small", palette.text2)
    return f"{rate.value:.1f}", ("small-strong", palette.text)


def _draw_claim(
    painter: QPainter, inner: QRectF, cell: Cell, palette: Palette, *, is_quiet: bool
) -> None:
    if cell.relation is Relation.NOT_FOUND:
        draw_dash(painter, QPointF(inner.left(), inner.center().y()), palette)
        return
    voice = Voice.OWN if cell.attribution is None else Voice.QUOTED
    if cell.by_user:
        side = _BY_USER_PX
        box = QRectF(inner.right() - side, inner.center().y() - side / 2, side, side)
        draw_icon(painter, box, "edit", palette.text2)
        inner = inner.adjusted(0, 0, -side - _GAP_PX, 0)
    top = inner.center().y() - _SQUARE_PX / 2
    painter.setOpacity(0.45 if is_quiet else 1.0)
    draw_voice_bar(painter, QRectF(inner.left(), top, _SQUARE_PX, _SQUARE_PX), voice, palette)
    painter.setOpacity(1.0)
    room = inner.adjusted(_SQUARE_PX + _GAP_PX, 0, 0, 0)
    ink = palette.text3 if is_quiet else palette.text2
    chip = chip_words(cell)
    if chip:
        # The chip says what differs; who says it gives way where both do not fit.
        width = min(words_width(chip, "small-strong") + 2 * _CHIP_PAD_PX, room.width())
        said = min(words_width(said_by(cell), "small"), room.width() - width - _GAP_PX)
        if said >= 36:
            draw_words(painter, QRectF(room.left(), room.top(), said, room.height()),
                       said_by(cell), ("small", ink))  # fmt: skip
            room.setLeft(room.left() + said + _GAP_PX)
        draw_figure_chip(painter, room, chip, cell.relation, palette)
        return
    draw_words(painter, room, plain_words(cell), ("small", ink))


def draw_figure_chip(
    painter: QPainter, room: QRectF, words: str, relation: Relation, palette: Palette
) -> float:
    """Draw a figure in its frame, dashed for another scope; return the chip's width."""
    width = min(words_width(words, "small-strong") + 2 * _CHIP_PAD_PX, room.width())
    box = QRectF(room.left(), room.center().y() - _CHIP_PX / 2, width, _CHIP_PX)
    pen = QPen(palette.accent, 1.5)
    if relation is Relation.OTHER_SCOPE:
        pen.setDashPattern([3.0, 2.0])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(palette.surface)
    painter.drawRoundedRect(box, 4, 4)
    inside = box.adjusted(_CHIP_PAD_PX, 0, -_CHIP_PAD_PX + 2, 0)
    draw_words(painter, inside, words, ("small-strong", palette.accent))
    painter.restore()
    return width


def draw_dash(painter: QPainter, at: QPointF, palette: Palette) -> None:
    """Draw the dash of a claim that was not found; `at` is its left end."""
    painter.setPen(QPen(palette.text3, 1))
    y = round(at.y()) + 0.5
    painter.drawLine(QLineF(at.x(), y, at.x() + 9, y))


def draw_claim_legend(painter: QPainter, room: QRectF, palette: Palette) -> None:
    """Draw what the glyphs of the claims mean, as far as there is room."""
    x, side = room.left(), _SQUARE_PX
    middle = room.center().y()
    for voice, words in ((Voice.OWN, _tr("Own voice")), (Voice.QUOTED, _tr("Attributed"))):
        draw_voice_bar(painter, QRectF(x, middle - side / 2, side, side), voice, palette)
        x = _legend_words(painter, x + side + _GAP_PX, room, words, palette)
    for sign, relation, words in (
        ("≠", Relation.OTHER_FIGURE, _tr("Different figure")),
        ("10", Relation.OTHER_SCOPE, _tr("Other scope, no contradiction")),
    ):
        area = QRectF(x, room.top(), 60, room.height())
        width = draw_figure_chip(painter, area, sign, relation, palette)
        x = _legend_words(painter, x + width + _GAP_PX, room, words, palette)
    draw_dash(painter, QPointF(x, middle), palette)
    _legend_words(painter, x + 9 + _GAP_PX, room, _tr("Not found"), palette)


def _legend_words(painter: QPainter, x: float, room: QRectF, words: str, palette: Palette) -> float:
    width = words_width(words, "small")
    box = QRectF(x, room.top(), width + 1, room.height())
    draw_words(painter, box, words, ("small", palette.text2))
    return x + width + 18


def _draw_lines(painter: QPainter, rect: QRectF, cell: GridCell, palette: Palette) -> None:
    painter.setPen(QPen(palette.hair, 1))
    right, bottom = rect.right() - 0.5, rect.bottom() - 0.5
    if cell.kind is not RowKind.CLAIMS:
        painter.drawLine(QLineF(right, rect.top(), right, rect.bottom()))
    if cell.kind in (RowKind.HEADLINE, RowKind.TONE, RowKind.CLAIM):
        if cell.kind is RowKind.TONE:
            painter.setPen(QPen(palette.border, 1))
        painter.drawLine(QLineF(rect.left(), bottom, rect.right(), bottom))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Compare", words)
