"""Plates that float: a round-cornered ground with a border and a soft shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.ui.palettes import Palette

SHADOW_PX = 14
_DROP_PX, _STEPS, _RADIUS = 5, 7, 10.0
_STRENGTH_LIGHT, _STRENGTH_DARK = 0.16, 0.35


def draw_plate(painter: QPainter, rect: QRectF, ground: QColor, palette: Palette) -> None:
    """Draw a plate; its shadow reaches SHADOW_PX past `rect` and a little further down."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if not palette.is_high_contrast:
        _draw_shadow(painter, rect, _STRENGTH_DARK if palette.is_dark else _STRENGTH_LIGHT)
    painter.setPen(QPen(palette.border, 2 if palette.is_high_contrast else 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.restore()


def _draw_shadow(painter: QPainter, rect: QRectF, strength: float) -> None:
    # A few frames laid over one another: graphics effects would redraw the whole widget.
    for nth in range(_STEPS):
        reach = (SHADOW_PX - _DROP_PX) * (_STEPS - nth) / _STEPS
        painter.setBrush(QColor.fromRgbF(0.0, 0.0, 0.0, strength / _STEPS))
        frame = rect.translated(0, _DROP_PX).adjusted(-reach, -reach, reach, reach)
        painter.drawRoundedRect(frame, _RADIUS + reach, _RADIUS + reach)
