"""The outlets of a library: their names, and which of them are one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.services.outlet_names import Outlet
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.panels.outlet_card import OutletCard
from desktop.ui.panels.rows_table import RowsTable
from desktop.ui.theme import theme

_WIDTH_PX, _HEIGHT_PX, _PAD_PX, _ROW_PX = 780, 640, 20, 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutletsDialog(QDialog):
    """Lists outlets with their other names; the card below changes the one that is chosen."""

    def __init__(self, outlets: Sequence[Outlet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Outlets"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._outlets: tuple[Outlet, ...] = ()
        self._awaited = ""
        self.table, self.card = self._make_table(), OutletCard()
        self.close_button = Button(self.tr("Close"), kind=ButtonKind.PRIMARY)
        self.close_button.clicked.connect(self.accept)
        self.empty = Label(self.tr("No outlet is known yet."), "body", "text2")
        self._lay_out()
        self.card.renamed.connect(self._await)
        self.card.merged.connect(self._await)
        self.resize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))
        self.show_outlets(outlets)
        self.table.setFocus()

    @property
    def chosen(self) -> Outlet | None:
        """Return the outlet that is chosen, or None."""
        nth = self.table.currentRow()
        return self._outlets[nth] if 0 <= nth < len(self._outlets) else None

    def show_outlets(self, outlets: Sequence[Outlet]) -> None:
        """Show the outlets as they are now, by name; the one chosen stays chosen."""
        chosen = self._awaited or (self.chosen.name if self.chosen else "")
        self._awaited = ""
        self._outlets = tuple(sorted(outlets, key=lambda outlet: outlet.name.casefold()))
        rows = [(each.name, str(each.articles), ", ".join(each.aliases)) for each in self._outlets]
        self.table.show_rows(rows, figures=(1,))
        self.empty.setVisible(not self._outlets)
        self.choose(chosen)

    def choose(self, name: str) -> None:
        """Choose an outlet by name; the first where there is none of that name."""
        names = [outlet.name for outlet in self._outlets]
        if names:
            self.table.selectRow(names.index(name) if name in names else 0)
        self._follow()

    def _await(self, _outlet: str, name: str) -> None:
        # The outlet goes on under this name.
        self._awaited = name

    def _follow(self) -> None:
        names = [outlet.name for outlet in self._outlets]
        self.card.show_outlet(self.chosen, names)

    def _make_table(self) -> RowsTable:
        headers = (self.tr("Outlet"), self.tr("Articles"), self.tr("Also called"))
        table = RowsTable(self.tr("Outlets of the library"), headers, _ROW_PX)
        table.itemSelectionChanged.connect(self._follow)
        return table

    def _lay_out(self) -> None:
        about = Label(
            self.tr(
                "Names and site addresses that stand for one outlet are found as that outlet when "
                "articles are added. Every change can be undone."
            ),
            "small",
            "text2",
        )
        about.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        keep_spaced(column, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 10)
        column.addWidget(Label(self.tr("Outlets"), "title"))
        column.addWidget(about)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        column.addLayout(foot)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        parts = self.card.findChildren(QWidget)
        held = next((part for part in parts if part.hasFocus()), None)
        if arg__1.key() not in _ENTER or held is None:
            super().keyPressEvent(arg__1)
        # What Enter did in the card is done: it must not close the window as well.
        elif isinstance(held, Button):
            held.click()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.window)
