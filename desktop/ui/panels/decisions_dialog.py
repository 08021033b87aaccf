"""All decisions in a list, each judgment to be taken back alone, and the precision of each rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.analysis.precision import LEAST_DECISIONS
from desktop.core.model.judgments import Precision
from desktop.services.decision_review import ReviewedDecision
from desktop.ui.controls.buttons import Button, ButtonKind, Segmented
from desktop.ui.controls.labels import Label
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.models.decisions import decision_rows, precision_rows
from desktop.ui.panels.chart_card import TwinTable
from desktop.ui.panels.empty import EmptyNote
from desktop.ui.panels.swap_table import RowFrames
from desktop.ui.theme import theme

_WIDTH_PX, _HEIGHT_PX, _PAD_PX = 980, 560, 20
_ROW_PX, _LEAST_PX, _MOST_PX = 30, 240, 230
_SHEET = (
    "_WordTable { border: none; } _WordTable::item { padding: 2px 5px; }"
    " QHeaderView::section { padding: 2px 8px; }"
)


class DecisionsDialog(QDialog):
    """Shows what was decided and how often each rule was right; `taken_back` names a judgment."""

    taken_back = Signal(int)

    def __init__(self, *, can_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Decisions"))
        self._reviewed: tuple[ReviewedDecision, ...] = ()
        self._can_write = can_write
        self.views = Segmented(
            [self.tr("What you decided"), self.tr("How often each rule was right")],
            self.tr("What to show"),
        )
        self.list = _WordTable(self.tr("Decisions, the latest first"))
        self.rules = _WordTable(self.tr("Precision of each rule"))
        self.note, self.empty = Label("", "small", "text2"), EmptyNote()
        self.empty.say(*self._nothing(shows_rules=False))
        self.note.setWordWrap(True)
        self.take_back = Button(self.tr("Take back"), "arrow-back-up")
        self.close_button = Button(self.tr("Close"), kind=ButtonKind.PRIMARY)
        self._stack = QStackedWidget()
        self._lay_out()
        self.views.chosen.connect(self._show_chosen)
        self.take_back.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.accept)
        self.list.setFocus()

    def show_decisions(
        self, reviewed: Sequence[ReviewedDecision], precisions: Sequence[Precision]
    ) -> None:
        """Show decisions and rules; the row that was chosen stays."""
        row = self.list.currentIndex().row()
        self._reviewed = tuple(reversed(reviewed))
        self.list.show_twin(decision_rows(reviewed))
        self.rules.show_twin(precision_rows(precisions))
        self.list.selectionModel().currentRowChanged.connect(self._enable)
        if self._reviewed:
            self._select(min(max(0, row), len(self._reviewed) - 1))
        self._show_chosen()

    def _select(self, row: int) -> None:
        """Choose a row, also while the keys that opened the dialog are still held down."""
        flag = QItemSelectionModel.SelectionFlag
        at = self.list.model().index(row, 0)
        self.list.selectionModel().setCurrentIndex(at, flag.ClearAndSelect | flag.Rows)

    def _show_chosen(self) -> None:
        shows_rules = self.views.current == 1
        table = self.rules if shows_rules else self.list
        is_empty = not table.twin.rows
        self._stack.setCurrentWidget(self.empty if is_empty else table)
        if is_empty:
            self.empty.say(*self._nothing(shows_rules=shows_rules))
        self.note.setText(self._about(shows_rules=shows_rules))
        self.take_back.setVisible(not shows_rules)
        self._enable()

    def _nothing(self, *, shows_rules: bool) -> tuple[str, str]:
        if not shows_rules:
            return self.tr("No decisions yet"), self.tr("What you correct is listed here.")
        return (
            self.tr("Nothing was judged yet"),
            self.tr(
                "Choose “Right” or “Dismiss” beside a key difference, correct a cell of the "
                "comparison, or a wording or a voice in an article."
            ),
        )

    def _about(self, *, shows_rules: bool) -> str:
        if shows_rules:
            return self.tr(
                "Counted is only what you judged yourself, on the texts of this library. Under "
                "{count} decisions nothing is said of a rule. What the rule missed is no part of "
                "its share."
            ).format(count=LEAST_DECISIONS)
        return self.tr(
            "Undo takes back the latest decision of all. A judgment on a comparison can be taken "
            "back alone at any time."
        )

    def _enable(self) -> None:
        chosen = self._chosen()
        self.take_back.setEnabled(self._can_write and chosen is not None and chosen.can_take_back)

    def _chosen(self) -> ReviewedDecision | None:
        row = self.list.currentIndex().row()
        return self._reviewed[row] if 0 <= row < len(self._reviewed) else None

    def _take_back(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.take_back.setEnabled(False)  # until the list is read again
            self.taken_back.emit(chosen.decision.id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Decisions"), "title"))
        head.addStretch(1)
        head.addWidget(self.views)
        for page in (self.list, self.rules, self.empty):
            self._stack.addWidget(page)
        for button in (self.take_back, self.close_button):
            button.setAutoDefault(False)
        self.close_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.take_back)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        keep_spaced(column, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        room = self.screen().availableSize() - QSize(40, 60)
        wanted = QSize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))
        self.resize(wanted.boundedTo(room))

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)


class _WordTable(TwinTable):
    """A table whose first column takes the room that the others leave, and gives way first."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setStyleSheet(_SHEET)
        self.setAlternatingRowColors(False)
        self._frames = RowFrames(self)
        self.setItemDelegate(self._frames)

    @override
    def _fit(self) -> None:
        px, header = theme().px, self.horizontalHeader()
        for part in (self, header):
            part.setFont(theme().font("small"))
        self.verticalHeader().setDefaultSectionSize(px(_ROW_PX))
        self.resizeColumnsToContents()
        others = range(1, len(self.twin.headers))
        for nth in others:
            self.setColumnWidth(nth, min(self.columnWidth(nth) + px(4), px(_MOST_PX)))
        if self.twin.headers:
            left = self.viewport().width() - sum(map(self.columnWidth, others))
            self.setColumnWidth(0, max(px(_LEAST_PX), left))
