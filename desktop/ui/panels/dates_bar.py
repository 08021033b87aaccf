"""The bar over an article whose sources disagree, and the popup with its date card."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.services.date_cards import DateCard
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel
from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.icons import draw_icon
from desktop.ui.theme import theme

_SIDE_PX, _ICON_PX = 20, 16


class DatesBar(Ground):
    """Says what an article's sources disagree about; `opened` asks for the date card."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn_tint", parent)
        self.words = ElidedLabel("", "small-medium", "warn_text")
        self.show_card = Button(self.tr("See what is stated"), kind=ButtonKind.LINK, height_px=24)
        self.show_card.clicked.connect(self.opened)
        row = QHBoxLayout(self)
        keep_spaced(row, (_SIDE_PX, 4, _SIDE_PX, 4), 8)
        row.addWidget(_Sign())
        row.addWidget(self.words, 1)
        row.addWidget(self.show_card)
        self.hide()

    def show_conflicts(self, card: DateCard | None) -> None:
        """Show what is not settled; the bar is gone where everything is."""
        words = " ".join(card.conflicts) if card is not None else ""
        self.words.set_whole(words)
        self.show_card.setAccessibleName(f"{self.show_card.text()}: {words}")
        self.setVisible(bool(words))


class _Sign(QWidget):
    """The sign of attention; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        keep_sized(self, _ICON_PX, _ICON_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), QRectF(self.rect()), "alert-triangle", theme().palette.warn_text)
