"""The bar over an article that has copies: which, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel
from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.icons import draw_icon
from desktop.ui.models.copies import ArticleCopies
from desktop.ui.theme import theme

_SIDE_PX, _ICON_PX = 20, 16


class CopiesBar(Ground):
    """Says how many versions and copies an article has; `opened` asks to see them."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent)
        self.words = ElidedLabel("", "small-medium", "text2")
        self.show_them = Button(self.tr("See them"), kind=ButtonKind.LINK, height_px=24)
        self.show_them.clicked.connect(self.opened)
        row = QHBoxLayout(self)
        keep_spaced(row, (_SIDE_PX, 4, _SIDE_PX, 4), 8)
        row.addWidget(_CopySign())
        row.addWidget(self.words, 1)
        row.addWidget(self.show_them)
        self.hide()

    def show_copies(self, copies: ArticleCopies | None) -> None:
        """Show what copies an article has; the bar is gone where it has none."""
        summary = copies.summary if copies is not None else ""
        self.words.set_whole(summary)
        self.show_them.setAccessibleName(f"{self.show_them.text()}: {summary}")
        self.setVisible(bool(summary))


class _CopySign(QWidget):
    """The sign of copies; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        keep_sized(self, _ICON_PX, _ICON_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), QRectF(self.rect()), "copy", theme().palette.text2)
