"""A table of cells: what the cursor comes to is chosen, and so is a click on where it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget
from typing_extensions import override


class CellTable(QTableView):
    """Tells each cell that the cursor chooses; coming in by Tab chooses none."""

    cursor_chose = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_entering = False

    def set_up(self) -> None:
        """Set what such tables have in common, once the parts that lay them out are there."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        # Tab goes on to the next control; arrows move inside the table.
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def follow_cursor(self) -> None:
        """Follow the cursor of the model that was set last."""
        self.selectionModel().currentChanged.connect(self._follow)

    def is_at(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether the keys are in a cell."""
        return self.hasFocus() and self.currentIndex() == index

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Coming in makes the first cell current; what is selected elsewhere stays all the same.
        self._is_entering = True
        super().focusInEvent(event)
        self._is_entering = False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex()
        super().mousePressEvent(event)
        # The cursor does not move, but another view may have chosen something else meanwhile.
        if before.isValid() and before == self.indexAt(event.position().toPoint()):
            self._follow(before)

    def _follow(self, current: QModelIndex) -> None:
        self.viewport().update()
        if current.isValid() and not self._is_entering:
            self.cursor_chose.emit(current)
