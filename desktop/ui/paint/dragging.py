"""What hangs on the pointer while something is dragged: a plate with its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPixmap

from desktop.ui.theme import theme

_PAD_PX, _HEIGHT_PX = 12, 28


def drag_picture(words: str) -> QPixmap:
    """Return a plate with words, in the colors of a toast and sharp on the screen in use."""
    face, px = theme().font("small-strong"), theme().px
    width = QFontMetrics(face).horizontalAdvance(words) + 2 * px(_PAD_PX)
    size, ratio = QSize(width, px(_HEIGHT_PX)), QGuiApplication.primaryScreen().devicePixelRatio()
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().palette.tip)
    room = QRectF(0, 0, size.width(), size.height())
    painter.drawRoundedRect(room, 6, 6)
    painter.setFont(face)
    painter.setPen(theme().palette.on_tip)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
