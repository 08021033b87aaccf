"""Sentences in a list: badge, number, voice and the words; Enter opens one in its article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from desktop.core.model.comparisons import Place
from desktop.ui.figures.evidence import Evidence, clipped, led
from desktop.ui.models.evidence_rows import EVIDENCE, EvidenceModel
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.text import MarkedText
from desktop.ui.paint.voices import draw_voice_bar
from desktop.ui.palettes import Palette
from desktop.ui.panels.legend import shown_palette
from desktop.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
_PAD_PX, _GAP_PX, _NUMBER_PX, _SQUARE_PX, _MOST_LINES = 8, 10, 40, 10, 3


class EvidenceList(QListView):
    """Lists evidence; `opened` is emitted for Enter and a double click, `chosen` for a choice.

    `is_short` shows one line a row: only the words meant.
    """

    opened = Signal(Place)
    chosen = Signal(Place)

    def __init__(self, name: str, *, is_short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows = EvidenceModel(parent=self)
        self._drawn = _EvidenceDelegate(self, is_short=is_short)
        self.setModel(self._rows)
        self.setItemDelegate(self._drawn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Without it a change of width alone would leave the rows their old heights.
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(self._open)
        self.clicked.connect(self._choose)
        theme().changed.connect(self.doItemsLayout)

    @property
    def rows(self) -> tuple[Evidence, ...]:
        """Return the evidence shown."""
        return self._rows.rows

    def show_evidence(self, rows: Sequence[Evidence]) -> None:
        """Show other evidence; nothing is chosen yet."""
        self._rows.show(rows)
        self.scrollToTop()

    def set_gray(self, is_gray: bool) -> None:
        """Draw without color, or with it again."""
        self._drawn.is_gray = is_gray
        self.viewport().update()

    def focus_first(self) -> None:
        """Go to the first row with the keyboard."""
        if self._rows.rows:
            self.setCurrentIndex(self._rows.index(0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.rows[index.row()].place)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._rows.rows[index.row()].place)


class _EvidenceDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView, *, is_short: bool) -> None:
        super().__init__(view)
        self._view, self._is_short = view, is_short
        self.is_gray = False

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        if self._is_short:
            return QSize(width, theme().px(28))
        text, pad = self._text(index), theme().px(_PAD_PX)
        height = text.lay_out(max(40.0, width - self._text_left() - pad), _MOST_LINES)
        return QSize(width, max(theme().px(SIZE.height()), round(height)) + 2 * pad)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = shown_palette(self.is_gray)
        row: Evidence = index.data(EVIDENCE)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, rect, option, palette)
        pad = theme().px(_PAD_PX)
        left, top = rect.left() + pad, rect.top() + (theme().px(3) if self._is_short else pad)
        badge = QRectF(QPointF(left, top), SIZE * theme().zoom)
        draw_badge(painter, badge, row.badge, palette)
        self._draw_number(painter, badge, row, palette)
        text = self._text(index)
        at = QPointF(rect.left() + self._text_left(), top + theme().px(1))
        text.lay_out(max(40.0, rect.right() - at.x() - pad), 1 if self._is_short else _MOST_LINES)
        text.draw(painter, at, palette.text, palette)
        painter.restore()

    def _draw_number(
        self, painter: QPainter, badge: QRectF, row: Evidence, palette: Palette
    ) -> None:
        side, gap = theme().px(_SQUARE_PX), theme().px(_GAP_PX)
        square = QRectF(badge.right() + gap, badge.center().y() - side / 2, side, side)
        draw_voice_bar(painter, square, row.voice, palette)
        painter.setFont(theme().font("small"))
        painter.setPen(palette.text2)
        room = QRectF(square.right() + 6, badge.top(), theme().px(_NUMBER_PX), badge.height())
        said = QCoreApplication.translate("EvidenceList", "s. {number}").format(number=row.number)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)

    def _text_left(self) -> float:
        badge = SIZE.width() * theme().zoom
        parts = theme().px(_PAD_PX) + theme().px(_GAP_PX) + theme().px(_SQUARE_PX)
        return badge + parts + 6 + theme().px(_NUMBER_PX)

    def _text(self, index: Index) -> MarkedText:
        row: Evidence = index.data(EVIDENCE)
        face, line = theme().font("evidence"), theme().line("evidence")
        shown = led(clipped(row) if self._is_short else row)
        return MarkedText(shown.text, face, line, shown.marks)


def _draw_ground(
    painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, palette: Palette
) -> None:
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, palette.sel)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, palette.hover)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
