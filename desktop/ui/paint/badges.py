"""Outlet badges: two letters first, the outlet's color second."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.ui.fonts import font
from desktop.ui.palettes import Palette

SIZE = QSizeF(27, 22)
_RADIUS = 4


def outlet_color(palette: Palette, slot: int) -> QColor:
    """Return the color of the outlet that entered the library as number `slot`, from 0."""
    count = len(palette.outlets)
    return palette.outlets[slot % count] if 0 <= slot < 2 * count else palette.text2


def draw_badge(painter: QPainter, rect: QRectF, badge: tuple[str, int], palette: Palette) -> None:
    """Draw a badge, given as (letters, slot); from the ninth outlet on it is outlined.

    A slot below 0 stands for an outlet that is not stated.
    """
    letters, slot = badge
    color = outlet_color(palette, slot)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if 0 <= slot < len(palette.outlets):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setPen(palette.on_outlet)
    else:
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), _RADIUS, _RADIUS)
    face = font("badge", rect.height() / SIZE.height())
    painter.setFont(face)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()
