"""Choices painted flat: a picker of one of many, a check box, and a radio button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from desktop.ui.icons import draw_icon
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.focus import draw_focus
from desktop.ui.theme import theme

_BOX_PX, _BUTTON_PX = 18, 24


class Picker(QComboBox):
    """A flat combo box; its items are plain text with an optional icon."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.setIconSize((SIZE * theme().zoom).toSize())
        self.updateGeometry()

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
        px = theme().px
        left, middle = float(px(10)), self.height() / 2
        icon = self.itemIcon(self.currentIndex())
        if not icon.isNull():
            size = self.iconSize()
            icon.paint(
                painter, round(left), round(middle - size.height() / 2), size.width(), size.height()
            )
            left += size.width() + px(8)
        painter.setFont(theme().font("body-strong"))
        painter.setPen(palette.text if self.isEnabled() else palette.text_dis)
        room = QRectF(left, 0, self.width() - left - px(30), self.height())
        shown = painter.fontMetrics().elidedText(
            self.currentText() or self.placeholderText(),
            Qt.TextElideMode.ElideRight,
            int(room.width()),
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags, shown)
        arrow = QRectF(self.width() - px(26), middle - px(8), px(16), px(16))
        draw_icon(painter, arrow, "chevron-down", palette.text2)


class Check(QCheckBox):
    """A flat check box: petrol with a tick when it is on."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme().changed.connect(self.updateGeometry)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        # The whole row: the words stand where this paints them, not where Qt would.
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return _button_size(self)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, box = theme().palette, _button_box(self)
        on, ready = self.isChecked(), self.isEnabled()
        ground = palette.accent if on and ready else palette.text_dis if on else palette.surface
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(palette.border_strong, 1.4))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        if on:
            draw_icon(painter, box.adjusted(2, 2, -2, -2), "check", palette.on_accent)
        if self.hasFocus():
            draw_focus(painter, box.adjusted(-2, -2, 2, 2), palette, 5)
        _draw_words(painter, self, box)


class Radio(QRadioButton):
    """A flat radio button: a petrol ring with a dot when it is on."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme().changed.connect(self.updateGeometry)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        # The whole row: the words stand where this paints them, not where Qt would.
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return _button_size(self)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, box, on = theme().palette, _button_box(self), self.isChecked()
        ink = palette.accent if on else palette.border_strong
        painter.setPen(QPen(ink if self.isEnabled() else palette.text_dis, 2 if on else 1.4))
        painter.setBrush(palette.surface)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if on:
            inset = box.width() * 0.28
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink if self.isEnabled() else palette.text_dis)
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        words = _draw_words(painter, self, box)
        if self.hasFocus():
            # Round the words: one more ring round the circle would look like another state.
            draw_focus(painter, words.adjusted(-5, 0, 5, 0), palette)


def _button_size(button: QAbstractButton) -> QSize:
    words = button.text().replace("&", "")
    width = QFontMetrics(theme().font("body")).horizontalAdvance(words)
    return QSize(width + theme().px(_BOX_PX + 14), theme().px(_BUTTON_PX))


def _button_box(button: QAbstractButton) -> QRectF:
    side = theme().px(_BOX_PX)
    return QRectF(1, (button.height() - side) / 2, side, side)


def _draw_words(painter: QPainter, button: QAbstractButton, box: QRectF) -> QRectF:
    """Draw what a button says beside its box, and return where the words stand."""
    palette = theme().palette
    painter.setPen(palette.text if button.isEnabled() else palette.text_dis)
    painter.setFont(theme().font("body"))
    left = box.right() + theme().px(8)
    room = QRectF(left, 0, button.width() - left, button.height())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    words = painter.fontMetrics().elidedText(
        button.text(),
        Qt.TextElideMode.ElideRight,
        int(room.width()),
        Qt.TextFlag.TextShowMnemonic.value,
    )
    painter.drawText(room, int(flags | Qt.TextFlag.TextShowMnemonic), words)
    width = painter.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
    return QRectF(left, 0, min(room.width(), width), room.height())


def badge_icon(letters: str, slot: int) -> QIcon:
    """Return an outlet's badge as an icon for lists and menus, in the theme in use."""
    made, size = QIcon(), SIZE * theme().zoom
    for ratio in (1, 2):
        pixmap = QPixmap((size * ratio).toSize())
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        draw_badge(painter, QRectF(QPointF(0, 0), size), (letters, slot), theme().palette)
        painter.end()
        made.addPixmap(pixmap)
    return made
