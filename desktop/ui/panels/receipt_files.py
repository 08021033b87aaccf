"""The files of an import, each with what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from desktop.services.progress import FileStatus
from desktop.ui.icons import draw_icon
from desktop.ui.models.receipts import FileLine
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.palettes import Palette
from desktop.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
_ROW_PX, _SIDE_PX, _ICON_PX, _BAR_PX, _MOST_SHOWN = 60, 20, 16, 3, 300
_LINE = Qt.ItemDataRole.UserRole
_SIGNS = {
    FileStatus.IMPORTED: ("circle-check", "ok"),
    FileStatus.ATTENTION: ("alert-triangle", "warn_text"),
    FileStatus.DUPLICATE: ("copy", "text2"),
    FileStatus.REJECTED: ("alert-triangle", "err"),
}


class ReceiptFiles(QListWidget):
    """A list of files; `chosen` has the index of the one that is looked at."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_FileDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Files of the import"))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentRowChanged.connect(self.chosen)
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_lines(self, lines: Sequence[FileLine]) -> None:
        """Show files; the one at the same place stays chosen."""
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.name)
            item.setData(_LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.name}. {line.said}")
            self.addItem(item)
        self.setCurrentRow(min(max(row, 0), len(lines) - 1))
        self.blockSignals(False)

    def _restyle(self) -> None:
        self.setStyleSheet(f"QListWidget {{ background: {theme().palette.window.name()}; }}")
        self.doItemsLayout()


class _FileDelegate(QStyledItemDelegate):
    """Draws a file: sign, badge and name, and what became of it below."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: FileLine = index.data(_LINE)
        rect, palette = QRectF(option.rect), theme().palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.sel)
            painter.fillRect(
                QRectF(rect.left(), rect.top(), _BAR_PX, rect.height()), palette.accent
            )
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), palette.hair)
        _draw_line(painter, rect, line, palette)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.accent, 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -3))
        painter.restore()


def _draw_line(painter: QPainter, rect: QRectF, line: FileLine, palette: Palette) -> None:
    px = theme().px
    name, color = _SIGNS[line.status]
    left, top = rect.left() + px(_SIDE_PX), rect.top() + px(11)
    draw_icon(painter, QRectF(left, top, px(_ICON_PX), px(_ICON_PX)), name, _ink(palette, color))
    left += px(_ICON_PX + 10)
    text_left = left
    if line.letters:
        size = SIZE * theme().zoom
        badge = QRectF(left, top + (px(_ICON_PX) - size.height()) / 2, size.width(), size.height())
        draw_badge(painter, badge, (line.letters, line.slot), palette)
        text_left += size.width() + px(8)
    room = rect.right() - px(_SIDE_PX)
    first = QRectF(text_left, rect.top() + px(8), room - text_left, px(22))
    second = QRectF(left, rect.top() + px(32), room - left, px(18))
    _draw_words(painter, first, line.name, ("body-strong", palette.text))
    _draw_words(painter, second, line.said, ("small", palette.text2))


def _draw_words(painter: QPainter, rect: QRectF, words: str, look: tuple[str, QColor]) -> None:
    painter.setFont(theme().font(look[0]))
    painter.setPen(look[1])
    metrics, mode = QFontMetricsF(painter.font()), Qt.TextElideMode.ElideRight
    shown = metrics.elidedText(words[:_MOST_SHOWN], mode, max(rect.width(), 10))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _ink(palette: Palette, name: str) -> QColor:
    return getattr(palette, name)
