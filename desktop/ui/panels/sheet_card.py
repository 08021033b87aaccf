"""A card with one sheet of the event: its first rows, or every row of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.model.places import Place
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label, plain_tooltip
from desktop.ui.controls.plates import Card
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.paint.sheets import RowKind, Sheet, SheetCell
from desktop.ui.panels.sheet_table import SheetTable

MOST_SHORT = 10


class SheetCard(Card):
    """Shows one sheet; every cell opens its sentences, `all_asked` asks for every row."""

    cell_chosen = Signal(SheetCell)
    cell_opened = Signal(SheetCell)
    all_asked = Signal()
    row_shown = Signal(QRect)

    def __init__(
        self,
        title: str,
        subtitle: str,
        most_short: int = MOST_SHORT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surface", parent)
        self.title, self._subtitle, self._most_short = title, subtitle, most_short
        self.setAccessibleName(self.title)
        self.table = SheetTable(self.title)
        self.empty = Label("", "body", "text2")
        self.show_all = Button("", kind=ButtonKind.LINK, height_px=28)
        self.more = Button("", "dots", ButtonKind.BARE, height_px=26)
        self._is_whole = False
        self._lay_out()
        self.table.cell_chosen.connect(self.cell_chosen)
        self.table.cell_opened.connect(self.cell_opened)
        self.table.row_shown.connect(self.row_shown)
        self.show_all.clicked.connect(self.all_asked)
        self.more.clicked.connect(self._show_menu)

    @property
    def is_whole(self) -> bool:
        """Say whether every row is shown."""
        return self._is_whole

    def show_sheet(self, sheet: Sheet, *, is_whole: bool) -> None:
        """Show every row of a sheet, or its first ones with a way to all of them."""
        self._is_whole = is_whole
        most = 0 if is_whole else self._most_short
        count = len(sheet.rows)
        if not is_whole and most + 1 >= count:
            most = count  # a link in place of one row would gain nothing
        self.empty.setText(sheet.empty)
        self.empty.setVisible(not count)
        self.table.setVisible(bool(count))
        self.more.setVisible(bool(count))
        if count:
            self.table.show_sheet(sheet, most)
        hidden = not is_whole and count > most
        rows = sum(row.kind is RowKind.ROW for row in sheet.rows)
        self.show_all.setText(self.tr("Show all {count}").format(count=rows))
        self.show_all.setAccessibleName(f"{self.title}: {self.show_all.text()}")
        self.show_all.setVisible(hidden)
        vertical = QSizePolicy.Policy.Expanding if is_whole else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        # What a short card has to spare stands at its foot, so that titles are in line.
        fills = is_whole and count > 0
        self._column.setStretchFactor(self.table, 1 if fills else 0)
        self._column.setStretch(self._column.count() - 1, 0 if fills else 1)

    def show_selection(self, places: Sequence[Place]) -> None:
        """Frame the cells whose words were chosen."""
        self.table.show_selection(places)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        copy = QKeySequence(QKeySequence.StandardKey.Copy)
        menu.addAction(self.tr("Copy as table"), copy, self.table.copy_all)
        if self.show_all.isVisible():
            menu.addAction(self.tr("Show every row"), self.all_asked.emit)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _lay_out(self) -> None:
        name = self.tr("More for {title}").format(title=self.title)
        self.more.setAccessibleName(name)
        self.more.setToolTip(plain_tooltip(name))
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(16, 4, 16, 14)
        head = QHBoxLayout()
        keep_spaced(head, (16, 0, 10, 0), 10)
        head.addWidget(Label(self.title, "section"))
        head.addWidget(ElidedLabel(self._subtitle, "small", "text2"), 1)
        head.addWidget(self.more)
        column = self._column = QVBoxLayout(self)
        keep_spaced(column, (1, 8, 1, 2), 6)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self.empty)
        self.foot = QHBoxLayout()
        keep_spaced(self.foot, (16, 0, 16, 4), 0)
        self.foot.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(self.foot)
        column.addStretch(1)
        # Last of the children: whoever goes from card to card comes to the table first.
        self.more.raise_()
