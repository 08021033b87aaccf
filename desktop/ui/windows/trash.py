"""The trash: what is chosen in the list goes there, and comes back from there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from desktop.services import decisions
from desktop.services.libraries import Library
from desktop.ui.windows.grouping_rules import ON_ARTICLES
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.telling import decide_and_tell
from desktop.ui.windows.workspace import Workspace


class Trash(QObject):
    """Moves the chosen articles to the trash and back, by command, by key and from their menu."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._sidebar, self._list = window.library.sidebar, window.library.list
        self.read_chosen: Callable[[], Callable[[Library], list[str]]] = self._held
        window.commands["trash"].triggered.connect(self._trash_chosen)
        window.commands["restore"].triggered.connect(self._restore_chosen)
        self._list.delete_requested.connect(self._trash_chosen)
        self._list.menu_requested.connect(self._show_menu)
        self._list.chosen.connect(self._enable)
        self._sidebar.shelf_chosen.connect(self._enable)
        self._enable()

    @property
    def _is_shown(self) -> bool:
        return self._sidebar.shelf.collection == "trash"

    def put_away(self, ids: list[str]) -> None:
        """Move articles to the trash."""
        work = partial(decisions.trash_articles, ids=ids)
        self._move(work, self.tr("Moved to Trash"), len(ids))

    def _held(self) -> Callable[[Library], list[str]]:
        """Return what reads the ids of what is chosen, of those that the list holds."""
        ids = self._list.chosen_ids
        return lambda _library: ids

    def _trash_chosen(self) -> None:
        read, count = self.read_chosen(), len(self._list.chosen_rows)
        if count and not self._is_shown:
            change = decisions.trash_articles
            self._move(lambda lib: change(lib, read(lib)), self.tr("Moved to Trash"), count)

    def _restore_chosen(self) -> None:
        read, count = self.read_chosen(), len(self._list.chosen_rows)
        if count and self._is_shown:
            change = decisions.restore_articles
            words = self.tr("Restored from Trash")
            self._move(lambda lib: change(lib, read(lib)), words, count)

    def _move(self, move: Callable[[Library], None], words: str, count: int) -> None:
        note = self.tr("1 article") if count == 1 else self.tr("{n} articles").format(n=count)
        decide_and_tell(self._window, self._workspace, move, (words, note))

    def _enable(self) -> None:
        chosen = bool(self._list.chosen_ids) and self._workspace.can_write
        self._window.commands["trash"].setEnabled(chosen and not self._is_shown)
        self._window.commands["restore"].setEnabled(chosen and self._is_shown)

    def _show_menu(self, _ids: list[str], at: QPoint) -> None:
        menu = QMenu(self._window)
        commands = self._window.commands
        menu.addAction(commands["page article"])
        menu.addAction(commands["compare"])
        menu.addAction(commands["diff"])
        menu.addSeparator()
        if not self._is_shown:
            for name in ON_ARTICLES:
                menu.addAction(commands[name])
            menu.addSeparator()
            for name in ("tag", "rate", "note"):
                menu.addAction(commands[name])
            menu.addSeparator()
        menu.addAction(commands["restore" if self._is_shown else "trash"])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
