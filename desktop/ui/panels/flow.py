"""A row of controls that moves together, then goes on in a second row, where room is short."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from desktop.ui.theme import theme


class FlowLayout(QLayout):
    """Lays controls out from the left, each as wide as it asks for.

    `gaps_px` are the least and the most gap between two: a smaller one keeps all in one row.
    """

    def __init__(self, parent: QWidget, gaps_px: tuple[int, int], row_gap_px: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gaps, self._row_gap = gaps_px, row_gap_px

    @override
    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return self._arrange(QRect(0, 0, arg__1, 0), move=False)

    @override
    def minimumSize(self) -> QSize:
        hints = [item.sizeHint() for item in self._items]
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._arrange(arg__1, move=True)

    def _gap(self, width: int) -> int:
        least, most = theme().px(self._gaps[0]), theme().px(self._gaps[1])
        spaces = max(1, len(self._items) - 1)
        spare = (width - sum(item.sizeHint().width() for item in self._items)) // spaces
        return min(spare, most) if spare >= least else most

    def _arrange(self, room: QRect, *, move: bool) -> int:
        gap, row_gap = self._gap(room.width()), theme().px(self._row_gap)
        x, y, tallest = room.left(), room.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > room.left() and x + size.width() > room.left() + room.width():
                x, y, tallest = room.left(), y + tallest + row_gap, 0
            if move:
                width = min(size.width(), room.width())
                item.setGeometry(QRect(x, y, width, size.height()))
            x += size.width() + gap
            tallest = max(tallest, size.height())
        return y + tallest - room.top()
