"""Chips: small plates with a word or two."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.ui.theme import theme


def draw_chip(painter: QPainter, rect: QRectF, text: str, colors: tuple[QColor, QColor]) -> None:
    """Draw a chip; `colors` are its ground and its ink."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors[0])
    painter.drawRoundedRect(rect, 4, 4)
    painter.setFont(theme().font("caption"))
    painter.setPen(colors[1])
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
