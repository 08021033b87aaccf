"""The notes of an article: read, written on it or on chosen words, changed and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.choices import Picker
from desktop.ui.controls.labels import Label
from desktop.ui.theme import theme
from desktop.ui.words import in_marks

if TYPE_CHECKING:  # the module brings the database along, which first paint must not wait for
    from collections.abc import Sequence

    from desktop.services.notes import Note

_WIDTH_PX, _PAD_PX, _TEXT_PX, _MOST_SHOWN = 460, 20, 150, 80


class NotesDialog(QDialog):
    """Shows one note at a time; accepted, it says what the user wants done with it.

    `note` is the one that was changed, None for a new one, which `is_on_words` if it is on those
    that were chosen in the text.
    """

    def __init__(
        self,
        article: Article,
        notes: Sequence[Note],
        span: Span | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._article, self._notes, self._span = article, tuple(notes), span
        self._drafts: dict[int, str] = {}
        self.deletes = False
        self.setWindowTitle(self.tr("Notes"))
        self.picker = Picker(self.tr("Which note"))
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(self.tr("Text of the note"))
        self.field.setTabChangesFocus(True)
        self.words = Label("", "small", "text2")
        self.words.setWordWrap(True)
        self.remove = Button(self.tr("Delete"), "trash", ButtonKind.BARE)
        self.cancel = Button(self.tr("Cancel"))
        self.use = Button(self.tr("Save"), kind=ButtonKind.PRIMARY)
        # Enter would press the first button else, which deletes.
        self.use.setDefault(True)
        self._lay_out()
        self._fill()
        self.picker.currentIndexChanged.connect(self._show_note)
        self.field.textChanged.connect(self._keep_draft)
        self.use.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.remove.clicked.connect(self._delete)
        self._show_note()
        self.field.setFocus()

    @property
    def note(self) -> Note | None:
        """Return the note that is shown, or None for a new one."""
        return self.picker.currentData()

    @property
    def text(self) -> str:
        """Return what stands in the field."""
        return self.field.toPlainText()

    @property
    def is_on_words(self) -> bool:
        """Say whether a new note is on the words chosen in the text."""
        return self.note is None and self._span is not None

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(*(px(_PAD_PX),) * 4)
        column.setSpacing(px(8))
        column.addWidget(Label(self.tr("Notes on this article"), "section"))
        for part in (self.picker, self.words, self.field):
            column.addWidget(part)
        self.field.setFixedHeight(px(_TEXT_PX))
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.use)
        column.addLayout(row)
        self.setFixedWidth(px(_WIDTH_PX))

    def _fill(self) -> None:
        self.picker.addItem(self.tr("New note"), None)
        for note in self._notes:
            self.picker.addItem(_cut(note.text), note)
        # Without chosen words, most come to read the note that is there.
        if self._notes and self._span is None:
            self.picker.setCurrentIndex(1)

    def _show_note(self) -> None:
        note = self.note
        span = self._span if note is None else note.span
        words = self.tr("On the whole article")
        if span is not None:
            words = self.tr("On {words}").format(words=in_marks(_cut(span.of(self._article.text))))
        self.words.setText(words)
        before = note.text if note is not None else ""
        self.field.setPlainText(self._drafts.get(self.picker.currentIndex(), before))
        self.remove.setVisible(note is not None)
        self._enable()

    def _keep_draft(self) -> None:
        self._drafts[self.picker.currentIndex()] = self.text
        self._enable()

    def _enable(self) -> None:
        before = self.note.text if self.note is not None else ""
        text = self.text.strip()
        self.use.setEnabled(bool(text) and text != before.strip())

    def _delete(self) -> None:
        self.deletes = True
        self.accept()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)


def _cut(text: str) -> str:
    plain = " ".join(text[: 2 * _MOST_SHOWN].split())
    return f"{plain[:_MOST_SHOWN].rstrip()}…" if len(plain) > _MOST_SHOWN else plain
