"""Plates, badges and grounds: what words stand on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.chips import draw_chip
from desktop.ui.theme import theme


class Chip(QWidget):
    """A small plate with a word or two: an origin, a kind, a count."""

    def __init__(
        self, text: str, ground: str = "sunken", color: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._ground, self._color = text, ground, color
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font("caption"))
        return QSize(metrics.horizontalAdvance(self._text) + theme().px(14), theme().px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = theme().palette
        ground, ink = getattr(palette, self._ground), getattr(palette, self._color)
        draw_chip(painter, QRectF(self.rect()), self._text, (ground, ink))


class Badge(QWidget):
    """An outlet's badge as a widget; its accessible name is the outlet's."""

    def __init__(self, letters: str, slot: int, outlet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = (letters, slot)
        self.setAccessibleName(outlet)
        self.setToolTip(plain_tooltip(outlet))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return (SIZE * theme().zoom).toSize()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_badge(painter, QRectF(self.rect()), self._badge, theme().palette)


class Hairline(QWidget):
    """A line one pixel thin, across."""

    def __init__(self, color: str = "hair", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = color
        self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), getattr(theme().palette, self._color))


class Card(QFrame):
    """A plate with a thin border and round corners, on the surface color."""

    def __init__(self, ground: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().palette.border, 1))
        painter.setBrush(getattr(theme().palette, self._ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


class Ground(QWidget):
    """A plain area in a palette color; it repaints itself when the theme changes."""

    def __init__(self, color: str = "window", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = color
        theme().changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), getattr(theme().palette, self._color))
