"""What stands on a page while there is nothing to show: why, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.controls.buttons import Button
from desktop.ui.controls.plates import Ground
from desktop.ui.panels.empty import EmptyNote


class WorkNote(Ground):
    """Says what is missing, that it is being worked out, or why it is not."""

    stopped = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self._note = EmptyNote()
        self.title, self.text = self._note.title, self._note.text
        self.stop, self.again = Button(self.tr("Stop")), Button(self.tr("Try again"))
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(self.stop)
        ways.addWidget(self.again)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note, 2)
        column.addLayout(ways)
        column.addStretch(1)
        self.stop.clicked.connect(self.stopped)
        self.again.clicked.connect(self.again_asked)

    def say(self, title: str, words: str) -> None:
        """Say what will be here, without a way on."""
        self._say(title, words, None)

    def say_working(self, words: str) -> None:
        """Say what is being worked out, with a way to stop it."""
        self._say(self.tr("Working…"), words, self.stop)

    def say_stopped(self, title: str, words: str) -> None:
        """Say why there is nothing, with a way to try again."""
        self._say(title, words, self.again)

    def _say(self, title: str, words: str, way_on: Button | None) -> None:
        self._note.say(title, words)
        for button in (self.stop, self.again):
            button.setVisible(button is way_on)
