"""The card of one outlet: its name, its other names, and the outlet that it is one with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.services.outlet_names import Outlet
from desktop.ui.controls.buttons import Button
from desktop.ui.controls.choices import Picker
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Card
from desktop.ui.controls.scaling import keep_sized, keep_spaced

_MOST_NAME, _FIELD_PX, _BUTTON_PX = 200, 32, 104


class OutletCard(Card):
    """Says how the outlet is to be named, which name is added or forgotten, and what is merged.

    `merged` names the outlet that goes and the one that stays; `renamed` the old and the new name.
    """

    renamed = Signal(str, str)
    alias_added = Signal(str, str)
    alias_forgotten = Signal(str)
    merged = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._outlet: Outlet | None = None
        self._can_write = True
        self.name, self.new_name = QLineEdit(), QLineEdit()
        self.names = Picker(self.tr("Also called"))
        self.others = Picker(self.tr("Is one with"))
        self.rename = Button(self.tr("Rename"))
        self.add = Button(self.tr("Add name"))
        self.forget = Button(self.tr("Forget"))
        self.merge = Button(self.tr("Merge"))
        self._lay_out()
        self._connect()

    def allow(self, can_write: bool) -> None:
        """Let the outlet be changed, or only looked at."""
        self._can_write = can_write
        self._enable()

    def show_outlet(self, outlet: Outlet | None, names: Sequence[str]) -> None:
        """Show an outlet; `names` are those of all outlets of the library."""
        self._outlet = outlet
        known = outlet.name if outlet else ""
        self.name.setText(known)
        self.new_name.clear()
        for box, entries in (
            (self.names, outlet.aliases if outlet else ()),
            (self.others, [name for name in names if name != known]),
        ):
            box.clear()
            box.addItems(list(entries))
            box.setCurrentIndex(0 if box is self.names else -1)
        self._enable()

    def _lay_out(self) -> None:
        self.new_name.setPlaceholderText(self.tr("BI, or businessinsider.com"))
        self.others.setPlaceholderText(self.tr("Choose the outlet that it is one with"))
        for edit in (self.name, self.new_name):
            edit.setMaxLength(_MOST_NAME)
            edit.setAcceptDrops(False)
            keep_sized(edit, height=_FIELD_PX)
        rows = (
            (self.tr("Name"), self.name, self.rename),
            (self.tr("Another name"), self.new_name, self.add),
            (self.tr("Also called"), self.names, self.forget),
            (self.tr("Is one with"), self.others, self.merge),
        )
        grid = QGridLayout(self)
        keep_spaced(grid, (16, 12, 16, 12), 8)
        grid.setColumnStretch(1, 1)
        for nth, (words, field, button) in enumerate(rows):
            label = Label(words, "small-medium")
            label.setBuddy(field)
            field.setAccessibleName(words)
            keep_sized(button, width=_BUTTON_PX)
            grid.addWidget(label, nth, 0)
            grid.addWidget(field, nth, 1)
            grid.addWidget(button, nth, 2)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._enable)
        self.new_name.textChanged.connect(self._enable)
        self.others.currentIndexChanged.connect(self._enable)
        self.name.returnPressed.connect(self.rename.click)
        self.new_name.returnPressed.connect(self.add.click)
        self.rename.clicked.connect(self._rename)
        self.add.clicked.connect(self._add)
        self.forget.clicked.connect(self._forget)
        self.merge.clicked.connect(self._merge)
        for button in (self.rename, self.add, self.forget, self.merge):
            button.setAutoDefault(False)

    def _enable(self) -> None:
        known = self._outlet is not None and self._can_write
        typed = self.name.text().strip()
        changed = bool(typed) and self._outlet is not None and typed != self._outlet.name
        self.rename.setEnabled(known and changed)
        self.add.setEnabled(known and bool(self.new_name.text().strip()))
        self.forget.setEnabled(known and self.names.count() > 0)
        self.merge.setEnabled(known and self.others.currentIndex() >= 0)
        for field in (self.name, self.new_name, self.names, self.others):
            field.setEnabled(self._outlet is not None)

    def _rename(self) -> None:
        if self._outlet is not None:
            self.renamed.emit(self._outlet.name, self.name.text().strip())

    def _add(self) -> None:
        if self._outlet is not None:
            self.alias_added.emit(self.new_name.text().strip(), self._outlet.name)

    def _forget(self) -> None:
        self.alias_forgotten.emit(self.names.currentText())

    def _merge(self) -> None:
        if self._outlet is not None:
            self.merged.emit(self._outlet.name, self.others.currentText())
