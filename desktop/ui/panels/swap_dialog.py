"""The swap test on the article that is read: who changed places, and what that moved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.analysis.swaps import SwapTest
from desktop.services.views import SwapView
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Card, Ground
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.icons import draw_icon
from desktop.ui.models.swaps import Named, Outcome, SwapLine, swap_headline, swap_lines
from desktop.ui.offsets import Offsets
from desktop.ui.panels.quiet_edit import QuietEdit
from desktop.ui.panels.swap_table import SwapTable
from desktop.ui.theme import theme

_WIDTH_PX, _HEIGHT_PX, _SLIM_PX = 980, 680, 520
_PAD_PX, _GAP_PX, _SIGN_PX, _TEXT_PX = 20, 8, 16, 84
_SIGNS = {
    Outcome.SAME: ("check", "ok"),
    Outcome.MOVED: ("arrows-diff", "text2"),
    Outcome.WRONG: ("alert-triangle", "warn_text"),
}


class SwapDialog(QDialog):
    """Says what came of a swap test, with a table of the sentences and the chosen one twice."""

    def __init__(self, view: SwapView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Swap test"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.headline = Label(swap_headline(view), "title")
        self.headline.setWordWrap(True)
        self.close_button = Button(self.tr("Close"), kind=ButtonKind.PRIMARY)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.lines: tuple[str, ...] = ()
        self._body = Ground("raised")
        self._column = QVBoxLayout(self._body)
        keep_spaced(self._column, (0, 0, 0, 0), _GAP_PX)
        about = self.tr("Swap test · {title}").format(title=" ".join(view.article.title.split()))
        self._column.addWidget(ElidedLabel(about, "small-medium", "text2"))
        self._column.addWidget(self.headline)
        self._foot = QHBoxLayout()
        self._whole = QVBoxLayout(self)
        keep_spaced(self._whole, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 12)
        if view.test is None:
            self.setFixedWidth(theme().px(_SLIM_PX))
            self._whole.addWidget(self._body)
        else:
            self._show_test(view, view.test)
        self._foot.addStretch(1)
        self._foot.addWidget(self.close_button)
        self._whole.addLayout(self._foot)
        self.setAccessibleDescription(". ".join((self.headline.text(), *self.lines)))

    def _show_test(self, view: SwapView, test: SwapTest) -> None:
        lines = swap_lines(test)
        self.lines = tuple(line.words for line in lines)
        for line in lines:
            self._column.addWidget(_ResultLine(line))
        self.table = SwapTable(view)
        self.printed = _Sentence(self.tr("As printed"))
        self.exchanged = _Sentence(self.tr("Exchanged"))
        pair = QHBoxLayout()
        keep_spaced(pair, (0, 0, 0, 0), 12)
        pair.addWidget(self.printed)
        pair.addWidget(self.exchanged)
        self._column.addSpacing(theme().px(4))
        self._column.addWidget(self.table, 1)
        self._column.addLayout(pair)
        self._column.addWidget(self._note())
        self._text = test.text
        self.copy_text = Button(self.tr("Copy exchanged text"), "copy")
        self.copy_text.setAutoDefault(False)
        self.copy_text.clicked.connect(self._copy)
        self._foot.addWidget(self.copy_text)
        self._whole.addWidget(self._scrolled())
        self.table.row_chosen.connect(self._show_row)
        if test.sentences:
            self.table.selectRow(self.table.shown.first_moved)
        self.table.setFocus()

    def _scrolled(self) -> QScrollArea:
        """Return the body so that it can be scrolled on a screen too low for it."""
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Result of the swap test"))
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._body)
        room = self.screen().availableSize()
        wanted = QSize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))
        self.resize(wanted.boundedTo(room - QSize(40, 60)))
        return scroll

    def _note(self) -> Label:
        note = Label(
            self.tr(
                "Pronouns and words made of a name stay as they are. Your corrections are left "
                "out on both sides."
            ),
            "small",
            "text2",
        )
        note.setWordWrap(True)
        return note

    def _show_row(self, row: int) -> None:
        self.printed.show_sentence(self.table.shown.printed(row))
        self.exchanged.show_sentence(self.table.shown.exchanged(row))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy_text.setText(self.tr("Copied"))

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)


class _ResultLine(QWidget):
    """A sign and a line of the result."""

    def __init__(self, line: SwapLine) -> None:
        super().__init__()
        label = Label(line.words, "body-medium")
        label.setWordWrap(True)
        row = QHBoxLayout(self)
        keep_spaced(row, (0, 0, 0, 0), _GAP_PX)
        row.addWidget(_Sign(line.outcome), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)


class _Sign(QWidget):
    """The sign of an outcome; the words beside it say the same."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self._icon, self._color = _SIGNS[outcome]
        keep_sized(self, _SIGN_PX, _SIGN_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        color = getattr(theme().palette, self._color)
        draw_icon(QPainter(self), QRectF(self.rect()), self._icon, color)


class _Sentence(Card):
    """A sentence to read and to copy, with the names that were exchanged underlined."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.text = QuietEdit(name)
        keep_sized(self.text, height=_TEXT_PX)
        self.text.document().setDocumentMargin(0)
        self.shown = Named("", ())
        column = QVBoxLayout(self)
        keep_spaced(column, (10, 10, 10, 10), 4)
        column.addWidget(Label(name, "small-medium", "text2"))
        column.addWidget(self.text)
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_sentence(self, sentence: Named) -> None:
        """Show a sentence and underline its names."""
        self.shown = sentence
        self.text.setPlainText(sentence.text)
        self._restyle()

    def _restyle(self) -> None:
        self.text.setFont(theme().font("evidence"))
        offsets, marks = Offsets(self.shown.text), list[QTextEdit.ExtraSelection]()
        look = QTextCharFormat()
        look.setBackground(theme().palette.diff_tint)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(theme().palette.accent)
        for span in self.shown.names:
            start, length = offsets.span_to_qt(span)
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.text.setExtraSelections(marks)
