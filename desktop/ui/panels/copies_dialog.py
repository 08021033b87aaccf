"""The versions and copies of an article, and what the user says of each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.dates import date_label
from desktop.ui.models.copies import ArticleCopies, CopyRow
from desktop.ui.panels.likeness import LikenessCard
from desktop.ui.panels.rows_table import RowsTable
from desktop.ui.theme import theme

_WIDTH_PX, _HEIGHT_PX, _PAD_PX, _ROW_PX, _MOST_TITLE = 860, 740, 20, 34, 300
_SHEET = "QTableWidget { outline: 0; } QTableWidget::item { padding: 4px 10px; border: none; }"


class CopiesDialog(QDialog):
    """Lists the copies of an article; `decided`, `compared` and `opened` name the chosen one."""

    decided = Signal(str, str)
    compared = Signal(str)
    opened = Signal(str)

    def __init__(self, copies: ArticleCopies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Copies and versions"))
        self._copies = copies
        self.table, self.card = self._make_table(), LikenessCard()
        self.close_button = Button(self.tr("Close"), kind=ButtonKind.PRIMARY)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self.card.decided.connect(self.decided)
        self.card.compared.connect(self.compared)
        self.card.opened.connect(self.opened)
        for signal in (self.card.compared, self.card.opened):
            signal.connect(self.accept)
        self.resize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))
        self.show_copies(copies)
        self.table.setFocus()

    def show_copies(self, copies: ArticleCopies) -> None:
        """Show the copies of an article as they are now; the one chosen stays chosen."""
        chosen = self.chosen
        self._copies = copies
        self.table.show_rows([self._cells(row) for row in copies.rows])
        ids = [row.id for row in copies.rows]
        if ids:
            self.table.selectRow(ids.index(chosen.id) if chosen and chosen.id in ids else 0)
        self._follow()

    @property
    def chosen(self) -> CopyRow | None:
        """Return the copy that is chosen, or None."""
        nth = self.table.currentRow()
        return self._copies.rows[nth] if 0 <= nth < len(self._copies.rows) else None

    def _make_table(self) -> RowsTable:
        headers = (self.tr("What"), self.tr("Outlet"), self.tr("Published"), self.tr("Headline"))
        table = RowsTable(self.tr("Copies of the article"), headers, _ROW_PX)
        table.setStyleSheet(_SHEET)
        table.itemSelectionChanged.connect(self._follow)
        table.itemActivated.connect(self._compare)
        return table

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        keep_spaced(column, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 10)
        column.addWidget(ElidedLabel(" ".join(self._copies.title.split()), "section"))
        self._summary = Label("", "small", "text2")
        column.addWidget(self._summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)

    def _cells(self, row: CopyRow) -> tuple[str, str, str, str]:
        title = " ".join(row.title[:_MOST_TITLE].split())
        outlet = row.outlet or self.tr("Not stated")
        return row.what, outlet, date_label(row.published), title

    def _follow(self) -> None:
        self.card.show_row(self.chosen)
        self._summary.setText(self._copies.summary or self.tr("Nothing is known of these two."))

    def _compare(self) -> None:
        if self.chosen is not None:
            self.compared.emit(self.chosen.id)
            self.accept()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)
