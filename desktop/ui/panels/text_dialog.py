"""The text of an article to be corrected by hand, with the way back to the text as read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut, QTextOption
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.spans import Span
from desktop.core.text.tokens import count_words
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.theme import theme
from desktop.ui.words import words_count

MOST_LINE, MOST_TEXT = 20_000, 1_000_000
"""What a text widget can still show while one types in it."""

_PARAGRAPH_END = "\u2029"
_WIDTH_PX, _HEIGHT_PX, _PAD_PX = 760, 640, 20


class TextDialog(QDialog):
    """A plain editor; `saved` has the whole text. Nothing is changed before the user saves.

    What was typed is given up only when that is said twice.
    """

    saved = Signal(str)

    def __init__(
        self, title: str, text: str, first: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first = first
        self.setWindowTitle(self.tr("Correct the text"))
        self.edit = QTextEdit()
        self.words = Label("", "small-medium", "text2")
        self.as_read = Button(self.tr("Back to the text as read"), "arrow-back-up")
        self.save = Button(self.tr("Save"), kind=ButtonKind.PRIMARY)
        self.cancel = Button(self.tr("Cancel"))
        self._is_warned = False
        self.edit.setPlainText(text)
        self._text = self.text
        self._set_up()
        self._lay_out(" ".join(title.split()))
        self.resize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))
        self._follow()
        self.edit.setFocus()

    def _set_up(self) -> None:
        self.edit.setAcceptRichText(False)
        self.edit.setAccessibleName(self.tr("Text of the article"))
        self.edit.setTabChangesFocus(True)
        self.edit.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.edit.textChanged.connect(self._follow)
        self.as_read.setVisible(self._first is not None)
        self.as_read.clicked.connect(self._take_first)
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save.click)
        theme().changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        keep_spaced(column, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 8)
        column.addWidget(ElidedLabel(title, "section"))
        note = Label(
            self.tr(
                "One paragraph a line, a blank line between. The text as it was read is kept; what "
                "you decided on its words moves along with them."
            ),
            "small",
            "text2",
        )
        note.setWordWrap(True)
        column.addWidget(note)
        column.addWidget(self.edit, 1)
        foot = QHBoxLayout()
        keep_spaced(foot, (0, 4, 0, 0), 8)
        foot.addWidget(self.words)
        foot.addStretch(1)
        for button in (self.as_read, self.cancel, self.save):
            foot.addWidget(button)
        column.addLayout(foot)

    @property
    def text(self) -> str:
        """Return the text as it is typed."""
        # The plain text would have other blanks than were typed.
        return self.edit.document().toRawText().replace(_PARAGRAPH_END, "\n")

    @override
    def accept(self) -> None:
        self.saved.emit(self.text)
        super().accept()

    @override
    def reject(self) -> None:
        if self.text != self._text and not self._is_warned:
            self._is_warned = True
            self.cancel.setText(self.tr("Discard changes"))
            self.cancel.updateGeometry()
            return
        super().reject()

    def _take_first(self) -> None:
        self.edit.setPlainText(self._first or "")
        self.edit.setFocus()

    def _follow(self) -> None:
        text = self.text
        if self._is_warned:
            self._is_warned = False
            self.cancel.setText(self.tr("Cancel"))
        count = count_words(text, [Span(0, len(text))]) if text else 0
        said = words_count(count)
        before = count_words(self._text, [Span(0, len(self._text))]) if self._text else 0
        if count != before:
            sign = "+" if count > before else "−"
            said = f"{said} ({sign}{abs(count - before):,})"
        self.words.setText(said)
        self.save.setEnabled(text != self._text and any(map(str.isalnum, text)))
        self.as_read.setEnabled(text != self._first)

    def _restyle(self) -> None:
        self.edit.setFont(theme().font("read"))

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)


def is_editable(text: str) -> bool:
    """Say whether a text is short enough to be typed in, as any article is."""
    return len(text) <= MOST_TEXT and all(len(line) <= MOST_LINE for line in text.split("\n"))
