"""The diff as a table: the same pairs and the same differences, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from desktop.ui.models.diff import DiffRow, DiffSides, is_quotation, is_reworded
from desktop.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_SHEET = "DiffTable { border: none; } DiffTable::item { padding: 4px 8px; }"


class DiffTableModel(QAbstractTableModel):
    """One row an aligned pair, then the sentences that stand on one side only."""

    def __init__(self, sides: DiffSides, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [*self._pairs(sides), *self._singles(sides)]

    def _pairs(self, sides: DiffSides) -> list[tuple[int | None, str, str, str]]:
        rows: list[tuple[int | None, str, str, str]] = []
        for nth, pair in enumerate(sides.pairs):
            kind = self.tr("quotation") if is_quotation(pair) else self.tr("statement")
            state = pair.note or (
                self.tr("reworded") if is_reworded(sides, nth) else self.tr("same words")
            )
            left, right = _told(sides.left, nth), _told(sides.right, nth)
            rows.append((nth, f"{kind}, {state}", left, right))
        return rows

    def _singles(self, sides: DiffSides) -> list[tuple[int | None, str, str, str]]:
        only_left = [
            (None, self.tr("only in A"), _numbered(row), "")
            for row in sides.left
            if row.pair is None
        ]
        only_right = [
            (None, self.tr("only in B"), "", _numbered(row))
            for row in sides.right
            if row.pair is None
        ]
        return [*only_left, *only_right]

    def pair(self, row: int) -> int | None:
        """Return the pair that a row shows, or None for a sentence of one side."""
        return self._rows[row][0]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 3

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        return self._rows[index.row()][index.column() + 1] if role in _WORDS else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return (self.tr("Relation"), self.tr("Article A"), self.tr("Article B"))[section]


class DiffTable(QTableView):
    """Shows the diff as rows; choosing one chooses its pair."""

    pair_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Differences as a table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setStyleSheet(_SHEET)
        theme().changed.connect(self._fit)
        self.verticalHeader().setVisible(False)
        self._shown: DiffTableModel | None = None
        self.activated.connect(self._activated)

    def show_sides(self, sides: DiffSides) -> None:
        """Show the pairs and single sentences of a diff."""
        self._shown = DiffTableModel(sides, self)
        self.setModel(self._shown)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def _fit(self) -> None:
        # A table under a style sheet does not follow the application's font.
        for part in (self, self.horizontalHeader()):
            part.setFont(theme().font("small"))
        self.resizeRowsToContents()

    def _activated(self, index: QModelIndex) -> None:
        pair = self._shown.pair(index.row()) if self._shown else None
        if pair is not None:
            self.pair_chosen.emit(pair)


def _told(rows: Sequence[DiffRow], pair: int) -> str:
    return " ".join(_numbered(row) for row in rows if row.pair == pair)


def _numbered(row: DiffRow) -> str:
    return f"{row.number}. {row.text}"
