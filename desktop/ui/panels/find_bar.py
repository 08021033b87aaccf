"""Find in a text: words to look for, how many there are, and steps between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from desktop.core.text.search import MOST_HITS
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label, plain_tooltip
from desktop.ui.controls.plates import Ground
from desktop.ui.theme import theme


class FindBar(Ground):
    """A field with its count and two steps; Enter goes on, Shift+Enter back, Esc closes."""

    words_changed = Signal(str)
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in this text"))
        self.field.setAccessibleName(self.tr("Find in this text"))
        self.field.setFixedHeight(theme().px(30))
        self.field.setMaximumWidth(theme().px(260))
        self.field.setAcceptDrops(False)
        self.field.textChanged.connect(self.words_changed)
        self.count = Label("", "small", "text2")
        up = self._button("arrow-up", self.tr("Previous hit (Shift+F3)"))
        down = self._button("arrow-down", self.tr("Next hit (F3)"))
        close = self._button("x", self.tr("Close (Esc)"))
        up.clicked.connect(lambda: self.step_wanted.emit(-1))
        down.clicked.connect(lambda: self.step_wanted.emit(1))
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(48), theme().px(6), theme().px(16), theme().px(6))
        row.setSpacing(theme().px(6))
        row.addWidget(self.field, 1)
        for control in (up, down):
            row.addWidget(control)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(close)

    def _button(self, icon_name: str, name: str) -> Button:
        button = Button("", icon_name, ButtonKind.BARE, height_px=30)
        button.setAccessibleName(name)
        button.setToolTip(plain_tooltip(name))
        return button

    def open(self, words: str = "") -> None:
        """Show the bar; `words` take the place of what was looked for before."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus()

    def say_count(self, current: int, count: int) -> None:
        """Say which hit is shown, from 1, and how many there are."""
        if not self.field.text().strip():
            said = ""
        elif not count:
            said = self.tr("Not found")
        else:
            most = f"{count}+" if count == MOST_HITS else f"{count}"
            said = self.tr("{current} of {count}").format(current=current, count=most)
        self.count.setText(said)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step_wanted.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
