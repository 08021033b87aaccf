"""A strip over the page that says one thing about the library, until it no longer holds."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel
from desktop.ui.icons import draw_icon
from desktop.ui.theme import theme


class Banner(QWidget):
    """What is so, what was left unchanged, and what one can do; hidden while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel("", "body", "warn_text")
        close = Button("", "x", ButtonKind.BARE, height_px=28)
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(44, 4, 12, 5)
        row.addWidget(self._words, 1)
        row.addWidget(close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)
        self.hide()

    def show_message(self, message: str) -> None:
        """Show a message; an empty one hides the strip."""
        self._words.set_whole(message)
        self.setAccessibleName(message)
        self.setVisible(bool(message))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = theme().palette
        painter.fillRect(self.rect(), palette.warn_tint)
        painter.fillRect(0, self.height() - 1, self.width(), 1, palette.border)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().px(18)
        box = QRectF(theme().px(16), (self.height() - side) / 2, side, side)
        draw_icon(painter, box, "alert-triangle", palette.warn_text)
