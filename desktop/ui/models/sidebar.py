"""Rows of the sidebar: collections, events and outlets with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from typing_extensions import override

from desktop.services.badges import OutletBadge
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.models.articles import Index


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a row of the sidebar lists: a collection, and which event or outlet of it."""

    collection: str = "all"
    value: str = ""


@dataclass(frozen=True, slots=True)
class SidebarRow:
    """A row: with a shelf it can be chosen; without one it is a head, or a note under one.

    Articles that are dropped on a head that `makes_event` become an event of their own. A `count`
    of None is not shown; `query` is what a saved search asks for.
    """

    text: str
    shelf: Shelf | None = None
    count: int | None = 0
    icon_name: str = ""
    badge: OutletBadge | None = None
    is_note: bool = False
    makes_event: bool = False
    query: str = ""


class SidebarModel(QAbstractListModel):
    """The rows of the sidebar, replaced as a whole when counts change."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SidebarRow, ...] = ()

    def show_rows(self, rows: Sequence[SidebarRow]) -> None:
        """Take the place of all rows; where only counts differ, the view keeps its place."""
        same = [row.shelf for row in rows] == [row.shelf for row in self._rows]
        if same and len(rows) == len(self._rows):
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @property
    def rows(self) -> tuple[SidebarRow, ...]:
        """Return the rows as they stand."""
        return self._rows

    @property
    def event_maker(self) -> int:
        """Return the row that makes an event of what is dropped on it, or -1."""
        return next((nth for nth, row in enumerate(self._rows) if row.makes_event), -1)

    def row_of(self, shelf: Shelf) -> int:
        """Return the row of a shelf, or -1."""
        for nth, row in enumerate(self._rows):
            if row.shelf == shelf:
                return nth
        return -1

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> SidebarRow | str | None:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text}, {row.count}" if row.shelf and row.count is not None else row.text
        if role == Qt.ItemDataRole.ToolTipRole and row.shelf is not None:
            return plain_tooltip(row.text)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].shelf is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags
