"""Over the list: what it is sorted by, what it is narrowed to, and keeping a search."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.models.list_orders import (
    BY_MATCH,
    GROUPED,
    ListFilter,
    ListOrder,
    list_filters,
    list_orders,
)
from desktop.ui.panels.flow import FlowLayout
from desktop.ui.theme import theme

_HEIGHT_PX, _CHIP_PX = 30, 26


class ListBar(QWidget):
    """Two buttons with menus and one that keeps a search; `changed` tells of another choice.

    `chips` show what the list is narrowed to; a click on one takes it away.
    """

    changed = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._orders, self._filters = list_orders(), list_filters()
        self._order = self._orders[0]
        self._can_group, self._has_words = True, False
        self._on: list[ListFilter] = []
        self.sort = self._button("", "chevron-down", self.tr("Sort the list"))
        self.narrow = self._button("", "filter", self.tr("Filter the list"))
        self.save = self._button("", "device-floppy", self.tr("Save this search…"))
        self.save.hide()
        self.chips = QWidget(parent)
        self.chips.setAccessibleName(self.tr("Filters"))
        column = QVBoxLayout(self.chips)
        column.setContentsMargins(theme().px(20), 0, theme().px(12), theme().px(8))
        holder = QWidget()
        self._flow = FlowLayout(holder, (6, 6), 4)
        self._flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        column.addWidget(holder)
        self._holder = holder
        self.chips.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self.sort, self.save, self.narrow):
            row.addWidget(button)
        self.sort.clicked.connect(self._open_orders)
        self.narrow.clicked.connect(self._open_filters)
        self.save.clicked.connect(self.save_wanted)
        self._show_order()

    @property
    def order(self) -> ListOrder:
        """Return the order that holds: what cannot be used now gives way to the newest first."""
        is_barred = self._order.name == BY_MATCH and not self._has_words
        if is_barred or (self._order.name == GROUPED and not self._can_group):
            return self._orders[1]
        return self._order

    @property
    def filters(self) -> tuple[str, ...]:
        """Return the queries that the list is narrowed to."""
        return tuple(each.query for each in self._on)

    def allow(self, *, can_group: bool, has_words: bool) -> None:
        """Say whether the list can stand by event, and whether words are looked for."""
        self._can_group, self._has_words = can_group, has_words
        self.save.setVisible(has_words)
        self._show_order()

    def choose_order(self, name: str) -> None:
        """Sort by an order of a name."""
        found = next((each for each in self._orders if each.name == name), self._order)
        if found != self._order:
            self._order = found
            self._show_order()
            self.changed.emit()

    def toggle_filter(self, query: str) -> None:
        """Narrow the list to what a filter asks for, or no longer."""
        chosen = next(each for each in self._filters if each.query == query)
        if chosen in self._on:
            self._on.remove(chosen)
        else:
            self._on.append(chosen)
        self._show_chips()
        self.changed.emit()

    def order_menu(self) -> QMenu:
        """Return the menu of orders."""
        menu, group = QMenu(self), QActionGroup(self)
        for order in self._orders:
            action = QAction(order.text, menu)
            action.setCheckable(True)
            action.setChecked(order == self.order)
            barred = (order.name == GROUPED and not self._can_group) or (
                order.name == BY_MATCH and not self._has_words
            )
            action.setEnabled(not barred)
            action.triggered.connect(partial(self.choose_order, order.name))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def filter_menu(self) -> QMenu:
        """Return the menu of filters."""
        menu = QMenu(self)
        for each in self._filters:
            action = QAction(each.text, menu)
            action.setCheckable(True)
            action.setChecked(each in self._on)
            action.triggered.connect(partial(self.toggle_filter, each.query))
            menu.addAction(action)
        return menu

    def _open_orders(self) -> None:
        self._open(self.order_menu(), self.sort)

    def _open_filters(self) -> None:
        self._open(self.filter_menu(), self.narrow)

    def _open(self, menu: QMenu, button: Button) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _show_order(self) -> None:
        self.sort.setText(self.order.text)
        name = self.tr("Sort the list: {order}").format(order=self.order.text)
        self.sort.setAccessibleName(name)
        self.sort.updateGeometry()

    def _show_chips(self) -> None:
        had_keys = False
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                had_keys = had_keys or widget.hasFocus()
                widget.hide()
                widget.deleteLater()
        for each in self._on:
            chip = Button(each.text, "x", ButtonKind.PLAIN, height_px=_CHIP_PX, parent=self._holder)
            chip.setAccessibleName(self.tr("Remove the filter “{name}”").format(name=each.text))
            chip.clicked.connect(partial(self.toggle_filter, each.query))
            self._flow.addWidget(chip)
            chip.show()
        self.chips.setVisible(bool(self._on))
        self._holder.updateGeometry()
        if had_keys:
            first = self._flow.itemAt(0)
            chip = first.widget() if first is not None else None
            (chip or self.narrow).setFocus()

    def _button(self, text: str, icon_name: str, name: str) -> Button:
        button = Button(text, icon_name, ButtonKind.BARE, height_px=_HEIGHT_PX)
        button.setAccessibleName(name)
        button.setToolTip(plain_tooltip(name))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
