"""A popup with a title, a sentence and a column of reasons, inside its screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.labels import Label
from desktop.ui.panels.card_scroll import fill_with_card, move_inside
from desktop.ui.theme import theme

_WIDTH_PX, _HEIGHT_PX, _PAD_PX = 460, 480, 16


class ReasonsPopup(QFrame):
    """Filled by adding to `column`; Esc or a click elsewhere closes it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX)
        self.column.setSpacing(8)
        self.column.addWidget(Label(title, "section"))

    def say(self, words: str, color: str = "text2") -> None:
        """Add a sentence."""
        said = Label(words, "small", color)
        said.setWordWrap(True)
        self.column.addWidget(said)

    def finish(self) -> None:
        """Take the size of what was added, as far as there is room."""
        self.column.addStretch(1)
        fill_with_card(self, self._inner)
        width = theme().px(_WIDTH_PX)
        asked = max(self._inner.heightForWidth(width - 16), self._inner.sizeHint().height())
        self.resize(width, min(theme().px(_HEIGHT_PX), asked + 4))

    def show_under(self, widget: QWidget) -> None:
        """Open below a control, inside its screen."""
        corner = QPoint(widget.width() - self.width(), widget.height() + 4)
        room = widget.screen().availableGeometry()
        move_inside(self, widget.mapToGlobal(corner), room)
        self.show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.findChild(QAbstractButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)
