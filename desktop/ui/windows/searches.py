"""Saved searches and tags in the sidebar: kept, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu

from desktop.services.libraries import Library
from desktop.services.saved_searches import delete_search, edit_search, save_search
from desktop.services.tags import delete_tag, rename_tag
from desktop.ui.models.sidebar import Shelf
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.telling import decide_and_tell
from desktop.ui.windows.workspace import Workspace


class Searches(QObject):
    """Keeps the search of the list, and changes what the sidebar has of searches and tags."""

    def __init__(self, window: MainWindow, workspace: Workspace, shelves: Shelves) -> None:
        super().__init__(window)
        self._window, self._workspace, self._shelves = window, workspace, shelves
        self._sidebar = window.library.sidebar
        window.library.list.bar.save_wanted.connect(self.ask_save)
        window.commands["save search"].triggered.connect(self.ask_save)
        self._sidebar.shelf_menu_requested.connect(self._open_menu)
        shelves.rows.listed.connect(self._enable)
        self._enable()

    def ask_save(self) -> None:
        """Ask for a name and keep the words and filters of the list under it."""
        query = self._query()
        if not query or not self._workspace.can_write:
            return
        name = self._ask(self.tr("Save search"), self.tr("Name of the search:"), query)
        if name:
            work = partial(save_search, name=name, query=query)
            self._decide(work, self.tr("Search saved"), name)

    def menu_of(self, shelf: Shelf) -> QMenu:
        """Return the menu of a saved search or a tag."""
        menu = QMenu(self._window)
        name = next(row.text for row in self._sidebar.model.rows if row.shelf == shelf)
        entries = [
            (self.tr("Rename…"), partial(self._rename, shelf, name)),
            (self.tr("Delete"), partial(self._delete, shelf, name)),
        ]
        query = self._query()
        if shelf.collection == "search" and query:
            change = partial(self._change_query, shelf, name, query)
            entries.insert(1, (self.tr("Search for “{words}” instead").format(words=query), change))
        for text, act in entries:
            action = QAction(text.replace("&", "&&"), menu)
            action.setEnabled(self._workspace.can_write)
            action.triggered.connect(act)
            menu.addAction(action)
        return menu

    def _query(self) -> str:
        parts = [self._shelves.rows.text, *self._window.library.list.bar.filters]
        return " ".join(part for part in parts if part)

    def _open_menu(self, shelf: Shelf, at: QPoint) -> None:
        menu = self.menu_of(shelf)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _rename(self, shelf: Shelf, name: str) -> None:
        new = self._ask(self.tr("Rename"), self.tr("Name:"), name)
        if not new or new == name:
            return
        if shelf.collection == "tag":
            work = partial(rename_tag, name=name, new_name=new)
        else:
            work = partial(edit_search, search_id=int(shelf.value), name=new)
        self._decide(work, self.tr("Renamed"), new)

    def _change_query(self, shelf: Shelf, name: str, query: str) -> None:
        work = partial(edit_search, search_id=int(shelf.value), query=query)
        self._decide(work, self.tr("Search changed"), name)

    def _delete(self, shelf: Shelf, name: str) -> None:
        if shelf.collection == "tag":
            self._decide(partial(delete_tag, name=name), self.tr("Tag deleted"), name)
        else:
            work = partial(delete_search, search_id=int(shelf.value))
            self._decide(work, self.tr("Search deleted"), name)

    def _ask(self, title: str, asked: str, text: str) -> str:
        plain = QLineEdit.EchoMode.Normal
        name, accepted = QInputDialog.getText(self._window, title, asked, plain, text)
        return name.strip() if accepted else ""

    def _decide(self, work: Callable[[Library], object], words: str, name: str) -> None:
        decide_and_tell(self._window, self._workspace, work, (words, name))

    def _enable(self) -> None:
        can = self._workspace.can_write and bool(self._query())
        self._window.commands["save search"].setEnabled(can)
