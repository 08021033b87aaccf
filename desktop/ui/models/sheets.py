"""Rows of a sheet for a table view, a page of them at a time, and the sheet as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.model.places import Place
from desktop.ui.models.twins import Twin, TwinRow
from desktop.ui.paint.sheets import RowKind, Sheet, SheetCell, SheetRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CELL, COLUMN, ROW = (Qt.ItemDataRole.UserRole + nth for nth in (1, 2, 3))
PAGE = 100


class SheetModel(QAbstractTableModel):
    """Gives the cells of a sheet; CELL, ROW and COLUMN give what the painters draw.

    `most_rows` keeps the rows to the first ones, 0 is no limit; more than a page come on demand.
    `tooltip` makes foreign words safe to show.
    """

    def __init__(
        self,
        sheet: Sheet,
        most_rows: int = 0,
        tooltip: Callable[[str], str] = str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tooltip = tooltip
        self.sheet = sheet
        self._rows = sheet.rows[:most_rows] if most_rows else sheet.rows
        self._loaded = min(PAGE, len(self._rows))

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """Return the rows that are loaded."""
        return self._rows[: self._loaded]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._loaded

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.sheet.columns)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._loaded < len(self._rows)

    @override
    def fetchMore(self, parent: Index) -> None:
        last = min(self._loaded + PAGE, len(self._rows))
        self.beginInsertRows(_ROOT, self._loaded, last - 1)
        self._loaded = last
        self.endInsertRows()

    def cell(self, row: int, column: int) -> SheetCell:
        """Return a cell; a row that spans has its one cell everywhere."""
        cells = self._rows[row].cells
        return cells[column] if column < len(cells) else cells[0]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, cell = self._rows[index.row()], self.cell(index.row(), index.column())
        if role in (CELL, ROW):
            return cell if role == CELL else row
        said = cell.said if row.kind is RowKind.ROW else row.said
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._in_full(index, said)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(said)
        return said if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.sheet.columns[section]
        if role == COLUMN:
            return column
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return column.title if role in words else None

    def _in_full(self, index: Index, said: str) -> str:
        title = self.sheet.columns[index.column()].title
        is_plain = self._rows[index.row()].kind is RowKind.ROW
        return f"{title}: {said}" if title and is_plain and not self.sheet.is_headless else said


def sheet_twin(sheet: Sheet) -> Twin:
    """Return a sheet as rows of words; the head of a group and a remark stand in the first column.

    Tabs between cells and one line a row are what spreadsheets take.
    """
    width = len(sheet.columns)
    rows: list[TwinRow] = []
    for row in sheet.rows:
        said = (row.said,) if row.kind is not RowKind.ROW else tuple(c.said for c in row.cells)
        filled = (*said, *("" for _ in range(width - len(said))))
        rows.append(TwinRow(filled, places_of(row.cells)))
    return Twin(tuple(column.title for column in sheet.columns), tuple(rows))


def places_of(cells: Sequence[SheetCell]) -> tuple[Place, ...]:
    """Return the places of some cells, each once, in their order."""
    return tuple(dict.fromkeys(place for cell in cells for place in cell.places))
