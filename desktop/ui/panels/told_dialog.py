"""Lines to read and copy, such as what is damaged; and a question before what is lost for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.panels.quiet_edit import QuietEdit
from desktop.ui.theme import theme

_WIDTH_PX, _TEXT_PX, _PAD_PX, _ASK_PX = 620, 280, 20, 440


class ToldDialog(QDialog):
    """Shows lines under a title and a sentence."""

    def __init__(
        self, title: str, about: str, lines: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QuietEdit(title)
        self.text.setPlainText("\n".join(lines))
        self.text.setFixedHeight(theme().px(_TEXT_PX))
        self.close_button = Button(self.tr("Close"), kind=ButtonKind.PRIMARY)
        self.close_button.clicked.connect(self.accept)
        note = Label(about, "small", "text2")
        note.setWordWrap(True)
        note.setVisible(bool(about))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        keep_spaced(column, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 10)
        for part in (Label(title, "title"), note, self.text):
            column.addWidget(part)
        column.addLayout(foot)
        self.setFixedWidth(theme().px(_WIDTH_PX))
        self.close_button.setFocus()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)


class AskDialog(QDialog):
    """Asks before what cannot be undone; `accepted` tells that it is wanted."""

    def __init__(self, title: str, about: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.use = Button(verb)
        self.cancel = Button(self.tr("Cancel"), kind=ButtonKind.PRIMARY)
        self.use.setAutoDefault(False)
        self.cancel.setDefault(True)
        self.use.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        note = Label(about, "body", "text2")
        note.setWordWrap(True)
        foot = QHBoxLayout()
        keep_spaced(foot, (0, 0, 0, 0), 8)
        foot.addStretch(1)
        foot.addWidget(self.use)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        keep_spaced(column, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 10)
        column.addWidget(Label(title, "section"))
        column.addWidget(note)
        column.addLayout(foot)
        self.setFixedWidth(theme().px(_ASK_PX))
        self.cancel.setFocus()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)
