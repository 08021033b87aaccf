"""The sidebar: collections, events and outlets of the library, each with its count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.controls.plates import Ground
from desktop.ui.models.articles import Index
from desktop.ui.models.sidebar import Shelf, SidebarModel, SidebarRow
from desktop.ui.panels.sidebar_rows import HEAD_PX, NOTE_PX, ROW_PX, draw_sidebar_row
from desktop.ui.theme import theme

WIDTH_PX, _EDGE_PX = 228, 20


class Sidebar(Ground):
    """Emits the shelf that was chosen; shows the rows it is given."""

    shelf_chosen = Signal(Shelf)
    event_menu_requested = Signal(str, QPoint)
    outlet_menu_requested = Signal(str, QPoint)
    shelf_menu_requested = Signal(Shelf, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.model = SidebarModel(self)
        self.view = QListView()
        self.view.setAccessibleName(self.tr("Library"))
        self.view.setModel(self.model)
        self._delegate = _SidebarDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setAcceptDrops(False)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.viewport().setAutoFillBackground(False)
        self.view.viewport().setAcceptDrops(False)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._ask_menu)
        self.view.selectionModel().currentChanged.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.addWidget(self.view)
        self._shelf = Shelf()
        self._is_settling = False
        self.setMinimumWidth(150)
        theme().changed.connect(self.view.scheduleDelayedItemsLayout)

    @property
    def shelf(self) -> Shelf:
        """Return the shelf that is shown."""
        return self._shelf

    def query_of(self, shelf: Shelf) -> str:
        """Return what a saved search asks for; an empty text for any other shelf."""
        row = self.model.row_of(shelf)
        return self.model.rows[row].query if row >= 0 else ""

    def show_rows(self, rows: Sequence[SidebarRow]) -> None:
        """Show rows and keep the shelf; where it has gone, all articles take its place."""
        self._is_settling = True
        self.model.show_rows(rows)
        self._is_settling = False
        if rows and self.model.row_of(self._shelf) < 0:
            self.choose(Shelf())
        else:
            self._mark()

    def choose(self, shelf: Shelf) -> None:
        """Show a shelf as chosen and emit it if it is another one."""
        changed = shelf != self._shelf
        self._shelf = shelf
        self._mark()
        if changed:
            self.shelf_chosen.emit(shelf)

    def row_under(self, at: QPoint) -> SidebarRow | None:
        """Return what would take articles dropped at a point of the view: below all, a new event.

        Near its upper or lower edge the view scrolls on.
        """
        port = self.view.viewport().rect()
        if not port.contains(at):
            return None
        edge, bar = theme().px(_EDGE_PX), self.view.verticalScrollBar()
        step = (at.y() > port.height() - edge) - (at.y() < edge)
        bar.setValue(bar.value() + step * edge)
        index = self.view.indexAt(at)
        nth = index.row() if index.isValid() else self.model.event_maker
        return self.model.rows[nth] if nth >= 0 else None

    def aim_at(self, row: SidebarRow | None) -> None:
        """Frame the row that would take what is dragged, or none."""
        self._delegate.aim = row
        self.view.viewport().update()

    def _ask_menu(self, at: QPoint) -> None:
        row = self.view.indexAt(at).data(SidebarModel.ROW)
        if not isinstance(row, SidebarRow) or row.shelf is None:
            return
        shown_at = self.view.viewport().mapToGlobal(at)
        if row.shelf.collection == "event":
            self.event_menu_requested.emit(row.shelf.value, shown_at)
        elif row.shelf.collection == "outlet":
            self.outlet_menu_requested.emit(row.shelf.value, shown_at)
        elif row.shelf.collection in ("tag", "search"):
            self.shelf_menu_requested.emit(row.shelf, shown_at)

    def _mark(self) -> None:
        self._is_settling = True
        index = self.model.index(self.model.row_of(self._shelf))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flag)
        self._is_settling = False

    def _choose(self, current: QModelIndex) -> None:
        row = current.data(SidebarModel.ROW) if current.isValid() else None
        if not self._is_settling and isinstance(row, SidebarRow) and row.shelf is not None:
            self.choose(row.shelf)


class _SidebarDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.aim: SidebarRow | None = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: SidebarRow = index.data(SidebarModel.ROW)
        height = ROW_PX if row.shelf else NOTE_PX if row.is_note else HEAD_PX
        return QSize(theme().px(60), theme().px(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, flag = option.state, QStyle.StateFlag
        lit = " ".join(
            name
            for name, wanted in (
                ("selected", flag.State_Selected),
                ("hovered", flag.State_MouseOver),
                ("focused", flag.State_HasFocus | flag.State_KeyboardFocusChange),
            )
            if state & wanted == wanted
        )
        row: SidebarRow = index.data(SidebarModel.ROW)
        lit += " aimed at" if row is self.aim else ""
        rect = QRectF(option.rect)
        draw_sidebar_row(painter, rect, row, theme().palette, lit=lit)
