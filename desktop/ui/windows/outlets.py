"""The outlets of the library, by command and from the menu of one in the sidebar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.services import decisions
from desktop.services.libraries import Library
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when they are shown
    from desktop.services.outlet_names import Outlet
    from desktop.ui.panels.outlets_dialog import OutletsDialog

_TOPIC = "outlets"


class Outlets(QObject):
    """Opens the dialog and carries out what is said in it; it stays open and shows the change."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._dialog: OutletsDialog | None = None
        window.commands["outlets"].triggered.connect(partial(self.open, ""))
        window.library.sidebar.outlet_menu_requested.connect(self.show_menu)
        workspace.changed.connect(self._refresh)

    def open(self, outlet: str = "") -> None:
        """Open the outlets, with one of them chosen."""
        self._workspace.read(_list, partial(self._open, outlet), topic=_TOPIC)

    def show_menu(self, outlet: str, at: QPoint) -> None:
        """Open the menu of an outlet."""
        menu = QMenu(self._window)
        action = QAction(self.tr("Names and merging…"), menu)
        action.triggered.connect(lambda: self.open(outlet))
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _open(self, chosen: str, outlets: tuple[Outlet, ...]) -> None:
        from desktop.ui.panels.outlets_dialog import OutletsDialog

        dialog = OutletsDialog(outlets, self._window)
        dialog.card.allow(self._workspace.can_write)
        if chosen:
            dialog.choose(chosen)
        dialog.card.renamed.connect(self._rename)
        dialog.card.alias_added.connect(self._add_alias)
        dialog.card.alias_forgotten.connect(self._forget_alias)
        dialog.card.merged.connect(self._merge)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _refresh(self) -> None:
        if self._dialog is not None:
            self._workspace.read(_list, self._show, topic=_TOPIC)

    def _show(self, outlets: tuple[Outlet, ...]) -> None:
        if self._dialog is not None:
            self._dialog.show_outlets(outlets)

    def _rename(self, outlet: str, name: str) -> None:
        from desktop.services.outlet_names import rename_outlet

        self._decide(lambda library: rename_outlet(library, outlet, name))

    def _add_alias(self, name: str, outlet: str) -> None:
        from desktop.services.outlet_names import add_alias

        self._decide(lambda library: add_alias(library, name, outlet))

    def _forget_alias(self, name: str) -> None:
        from desktop.services.outlet_names import forget_alias

        self._decide(lambda library: forget_alias(library, name))

    def _merge(self, outlet: str, into: str) -> None:
        from desktop.services.outlet_names import merge_outlets

        self._decide(lambda library: merge_outlets(library, into, outlet))

    def _decide(self, change: Callable[[Library], None]) -> None:
        def work(library: Library) -> tuple[str, int | None]:
            change(library)
            return decisions.undo_label(library) or "", decisions.last_decision(library)

        def tell(made: tuple[str, int | None]) -> None:
            label, number = made
            self._window.toast.show_message(self.tr("Noted"), label, undoes=number)

        self._workspace.decide(work, tell)


def _list(library: Library) -> tuple[Outlet, ...]:
    from desktop.services.outlet_names import list_outlets

    return list_outlets(library)
