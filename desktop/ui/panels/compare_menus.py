"""The menus of the comparison: two outlets side by side, and what else an event offers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.figures.outlets import OutletColumn


class CompareMenus(QObject):
    """Makes the menus for the outlets shown and emits what was chosen in them.

    `on_article` and `on_event` are commands of the window that the menus have, too.
    """

    diff_chosen = Signal(str, str)
    rename_chosen = Signal()
    why_chosen = Signal()
    report_chosen = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.on_article: Sequence[QAction] = ()
        self.on_event: Sequence[QAction] = ()
        self.columns: Sequence[OutletColumn] = ()

    def pair(self, column: int) -> QMenu:
        """Return a menu that puts one outlet beside each other one."""
        menu, first = QMenu(self._page), self.columns[column]
        for other in self.columns:
            if other is not first:
                words = self.tr("Compare {left} with {right}").format(
                    left=first.name, right=other.name
                )
                action = menu.addAction(words.replace("&", "&&"))
                ids = (first.article.id, other.article.id)
                action.triggered.connect(partial(self._ask_diff, ids))
        return menu

    def show_pair(self, column: int, at: QPoint) -> None:
        """Show the menu of one outlet."""
        if len(self.columns) > 1:
            menu = self.pair(max(0, column))
            if self.on_article:
                menu.addSeparator()
                menu.addActions(self.on_article)
            menu.popup(at)

    def show_more(self, at: QPoint) -> None:
        """Show what else an event offers."""
        menu = QMenu(self._page)
        menu.addAction(self.tr("Rename event"), self.rename_chosen.emit)
        menu.addAction(self.tr("Why one event"), self.why_chosen.emit)
        menu.addAction(self.tr("Report"), self.report_chosen.emit)
        menu.addActions(self.on_event)
        menu.addSeparator()
        for nth, column in enumerate(self.columns):
            pairs = self.pair(nth)
            title = self.tr("Diff of {outlet}").format(outlet=column.name)
            pairs.setTitle(title.replace("&", "&&"))
            menu.addMenu(pairs)
        menu.popup(at)

    def _ask_diff(self, pair: tuple[str, str], _checked: bool = False) -> None:
        self.diff_chosen.emit(*pair)
