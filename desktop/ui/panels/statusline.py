"""The line at the window's foot: counts on the left, the promise of privacy on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Ground
from desktop.ui.icons import draw_icon
from desktop.ui.theme import theme

_HEIGHT_PX, _LEFT_PX = 26, 84
SEPARATOR = "  ·  "


class StatusLine(Ground):
    """Says in words what the window shows and what is going on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self._words = ElidedLabel("", "small", "text2")
        self._promise = Label(self.tr("Everything stays on this computer"), "small", "text2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._promise)
        theme().changed.connect(self._resize)
        self._resize()

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show parts of a sentence with dots between them."""
        self._words.set_whole(SEPARATOR.join(part for part in parts if part))

    @property
    def text(self) -> str:
        """Return what the left side says."""
        return self._words.accessibleName()

    def _resize(self) -> None:
        self.setFixedHeight(theme().px(_HEIGHT_PX))
        self._row.setContentsMargins(theme().px(_LEFT_PX), 1, theme().px(38), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        palette = theme().palette
        painter.fillRect(0, 0, self.width(), 1, palette.border)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().px(14)
        left = self._promise.geometry().left() - theme().px(18)
        box = QRectF(left, (self.height() - side) / 2 + 0.5, side, side)
        draw_icon(painter, box, "lock", palette.text2)
