"""The date card: each date and the outlet with its origin, and what else is stated of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.model.spans import Span
from desktop.services.date_cards import DateCard
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label, plain_tooltip
from desktop.ui.controls.plates import Chip, Ground, Hairline
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.models.date_card import CardLine, card_lines
from desktop.ui.theme import theme

_LABEL_PX, _PAD_PX, _ROW_GAP_PX = 96, 16, 7
_MOST_LETTERS, _SHORT, _LINE_PX = 300, 24, 20


class DateCardPanel(QWidget):
    """Shows a card; it says which stated value is to be used, or which field is to be typed.

    With `framed` unset it has neither head nor sides, to stand in a popup that has them.
    """

    use_wanted = Signal(str, str)
    edit_wanted = Signal(str)
    evidence_wanted = Signal(Span)

    def __init__(self, *, framed: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framed, self._side = framed, _PAD_PX if framed else 0
        self.setAccessibleName(self.tr("Date card"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown = QWidget()
        self._column.addWidget(self._shown)

    def show_card(self, card: DateCard, *, can_write: bool = True) -> None:
        """Show what is stated of an article.

        Args:
            card: The statements.
            can_write: Offer to use another value or to type one.
        """
        self._column.removeWidget(self._shown)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = QWidget()
        rows = QVBoxLayout(self._shown)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        if self._framed:
            rows.addLayout(self._head())
        for conflict in card.conflicts:
            rows.addWidget(self._conflict(conflict))
        for line in card_lines(card, can_write=can_write):
            rows.addWidget(Hairline())
            rows.addWidget(self._row(line))
        self._column.addWidget(self._shown)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        keep_spaced(head, (_PAD_PX, 12, _PAD_PX, 10), 10)
        head.addWidget(Label(self.tr("Date card"), "section"))
        head.addWidget(Label(self.tr("Each date with its origin"), "small", "text2"))
        head.addStretch(1)
        return head

    def _conflict(self, words: str) -> QWidget:
        ground = Ground("warn_tint")
        column = QVBoxLayout(ground)
        keep_spaced(column, (self._side or 10, 8, self._side or 10, 8), 2)
        said = Label(words, "small-medium", "warn_text")
        said.setWordWrap(True)
        column.addWidget(said)
        return ground

    def _row(self, line: CardLine) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        keep_spaced(grid, (self._side, _ROW_GAP_PX, self._side, _ROW_GAP_PX), 2)
        grid.setHorizontalSpacing(theme().px(10))
        grid.setColumnStretch(1, 1)
        kind = "small" if line.is_other else "small-medium"
        label = Label(line.label, kind, "text2" if line.is_other else "text")
        keep_sized(label, _LABEL_PX, _LINE_PX)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._value(line), 0, 1)
        if button := self._button(line):
            top_right = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
            grid.addWidget(button, 0, 2, top_right)
        if line.note:
            note = Label(line.note, "small", "text2")
            note.setWordWrap(True)
            grid.addWidget(note, 1, 1, 1, 2)
        row.setAccessibleName(f"{line.label}: {line.words}, {line.origin or line.note}")
        return row

    def _value(self, line: CardLine) -> QHBoxLayout:
        value = QHBoxLayout()
        value.setSpacing(theme().px(8))
        color = "text2" if line.is_missing else "text"
        kind = "body" if line.is_missing or line.is_other else "body-strong"
        long = len(line.words) > _SHORT
        # An address has no blanks to be broken at.
        if long and " " not in line.words:
            words: Label = ElidedLabel(line.words, kind, color)
        else:
            words = Label(line.words[:_MOST_LETTERS], kind, color)
            words.setWordWrap(long)
        value.addWidget(words, 1 if long else 0)
        if line.origin and line.evidence is not None:
            link = Button(line.origin, kind=ButtonKind.LINK, height_px=_LINE_PX)
            link.setToolTip(plain_tooltip(self.tr("Show the words that state it")))
            link.setAccessibleName(self.tr("{label}: show the words").format(label=line.label))
            link.clicked.connect(partial(self.evidence_wanted.emit, line.evidence))
            value.addWidget(link)
        elif line.origin:
            value.addWidget(Chip(line.origin), 0, Qt.AlignmentFlag.AlignTop)
        if not long:
            value.addStretch(1)
        return value

    def _button(self, line: CardLine) -> Button | None:
        if line.field:
            button = Button(self.tr("Use this instead"), kind=ButtonKind.LINK, height_px=_LINE_PX)
            said = self.tr("Use this instead: {words}").format(words=line.words[:80])
            button.clicked.connect(partial(self.use_wanted.emit, line.field, line.value))
        elif line.edits:
            words = self.tr("Add") if line.is_missing else self.tr("Edit")
            button = Button(words, kind=ButtonKind.LINK, height_px=_LINE_PX)
            said = f"{words}: {line.label}"
            button.clicked.connect(partial(self.edit_wanted.emit, line.edits))
        else:
            return None
        button.setAccessibleName(said)
        return button
