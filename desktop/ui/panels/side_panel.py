"""A panel at the right of a text, with a thin line towards it and a button that closes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.controls.plates import Ground
from desktop.ui.theme import theme

WIDTH_PX = 540
_HEIGHT_PX = 600


class SidePanel(Ground):
    """Has a `close_button`, which the panel names and puts beside its title."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.close_button = Button("", "x", ButtonKind.BARE, height_px=30)
        self.close_button.setToolTip(plain_tooltip(self.tr("Close")))
        self.close_button.clicked.connect(self.closed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH_PX), theme().px(_HEIGHT_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, 1, self.height(), theme().palette.border)
