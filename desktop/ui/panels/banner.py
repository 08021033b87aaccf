"""A strip over the page that says one thing about the library, until it no longer holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel
from desktop.ui.icons import draw_icon
from desktop.ui.theme import theme

Way = tuple[str, Callable[[], object]]


class Banner(QWidget):
    """What is so, what was left unchanged, and what one can do; hidden while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel("", "body", "warn_text")
        self._close = Button("", "x", ButtonKind.BARE, height_px=28)
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._icon_name = "alert-triangle"
        self._ways: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(44, 4, 12, 5)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)
        self.hide()

    def show_message(
        self, message: str, ways: Sequence[Way] = (), icon_name: str = "alert-triangle"
    ) -> None:
        """Show a message with ways on, each a text and what it does; an empty one hides it."""
        self._words.set_whole(message)
        self.setAccessibleName(message)
        self._icon_name = icon_name
        for button in self._ways:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._ways = [self._way(*way) for way in ways]
        for nth, button in enumerate(self._ways, start=1):
            self._row.insertWidget(nth, button)
        self.setVisible(bool(message))
        self.update()

    @property
    def ways(self) -> tuple[Button, ...]:
        """Return the buttons beside the message."""
        return tuple(self._ways)

    def _way(self, text: str, does: Callable[[], object]) -> Button:
        button = Button(text, height_px=28, parent=self)
        button.clicked.connect(lambda _checked=False: does())
        button.show()
        return button

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = theme().palette
        painter.fillRect(self.rect(), palette.warn_tint)
        painter.fillRect(0, self.height() - 1, self.width(), 1, palette.border)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().px(18)
        box = QRectF(theme().px(16), (self.height() - side) / 2, side, side)
        draw_icon(painter, box, self._icon_name, palette.warn_text)
