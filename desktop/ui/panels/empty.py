"""An empty state: a sentence on what is missing, and the way to get it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Ground
from desktop.ui.theme import theme

_WIDTH_PX = 460


class EmptyNote(Ground):
    """Says what will be here once there is something to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.title, self.text = Label("", "title"), Label("", "body", "text2")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self.title, self.text):
            column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme().changed.connect(self._fit)

    def say(self, title: str, text: str) -> None:
        """Show a title and a sentence below it."""
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(f"{title}. {text}")
        self._fit()

    def _fit(self) -> None:
        """Give the sentence the size it needs: a layout that centers it asks for one line only."""
        line = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 2
        width = min(line, theme().px(_WIDTH_PX))
        self.text.setFixedSize(width, self.text.heightForWidth(width))
