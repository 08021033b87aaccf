"""Choices painted flat: a picker of one of many, and a check box."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.icons import draw_icon
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.theme import theme

_BOX_PX = 18


class Picker(QComboBox):
    """A flat combo box; its items are plain text with an optional icon."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setIconSize(SIZE.toSize())

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + theme().px(18), theme().px(34))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        focused = self.hasFocus()
        color = palette.accent if focused else palette.border_strong
        painter.setPen(QPen(color, 2 if focused else 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        left, middle = 10.0, self.height() / 2
        icon = self.itemIcon(self.currentIndex())
        if not icon.isNull():
            size = self.iconSize()
            icon.paint(
                painter, round(left), round(middle - size.height() / 2), size.width(), size.height()
            )
            left += size.width() + 8
        painter.setFont(theme().font("body-strong"))
        painter.setPen(palette.text if self.isEnabled() else palette.text_dis)
        room = QRectF(left, 0, self.width() - left - 30, self.height())
        shown = painter.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags, shown)
        arrow = QRectF(self.width() - 26, middle - 8, 16, 16)
        draw_icon(painter, arrow, "chevron-down", palette.text2)


class Check(QCheckBox):
    """A flat check box: petrol with a tick when it is on."""

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + _BOX_PX + 14, max(super().sizeHint().height(), theme().px(24)))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        box = QRectF(1, (self.height() - _BOX_PX) / 2, _BOX_PX, _BOX_PX)
        on, ready = self.isChecked(), self.isEnabled()
        ground = palette.accent if on and ready else palette.text_dis if on else palette.surface
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(palette.border_strong, 1.4))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        if on:
            draw_icon(painter, box.adjusted(2, 2, -2, -2), "check", palette.on_accent)
        if self.hasFocus():
            painter.setPen(QPen(palette.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 5, 5)
        painter.setPen(palette.text if ready else palette.text_dis)
        painter.setFont(theme().font("body"))
        room = QRectF(box.right() + 8, 0, self.width() - box.right() - 8, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(flags | Qt.TextFlag.TextShowMnemonic), self.text())


def badge_icon(letters: str, slot: int) -> QIcon:
    """Return an outlet's badge as an icon for lists and menus, in the theme in use."""
    made = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap((SIZE * ratio).toSize())
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        draw_badge(
            painter, QRectF(0, 0, SIZE.width(), SIZE.height()), (letters, slot), theme().palette
        )
        painter.end()
        made.addPixmap(pixmap)
    return made
