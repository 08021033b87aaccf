"""Tags, importance and notes: given to what is chosen, by key, by menu and by dragging."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu

from desktop.services.articles import TagCount
from desktop.services.libraries import Library
from desktop.services.notes import Note, add_note, delete_note, edit_note, list_notes
from desktop.services.tags import list_tags, rate_articles, tag_articles, tags_of, untag_articles
from desktop.ui.panels.notes_dialog import NotesDialog
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.reading import Reading
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.telling import decide_and_tell
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted

_MOST_OFFERED = 30
Reads = Callable[[Library], list[str]]
Offered = tuple[tuple[TagCount, ...], dict[str, int]]


class Marks(QObject):
    """Opens the menus of tags and importance, and the notes of the article that is read."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, shelves: Shelves, reading: Reading
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._shelves, self._reading = shelves, reading
        self._list = window.library.list
        commands = window.commands
        commands["tag"].triggered.connect(self.ask_tag)
        commands["rate"].triggered.connect(self.ask_level)
        commands["note"].triggered.connect(self.ask_note)
        self._list.view.tag_requested.connect(self.ask_tag)
        self._list.view.rating_requested.connect(self.rate)
        self._list.chosen.connect(self._enable)
        reading.article_shown.connect(self._enable)
        workspace.opened.connect(self._enable)
        self._enable()

    def tag_dropped(self, ids: list[str], name: str) -> None:
        """Give a tag to articles that were dropped on it."""
        self._tag(lambda _library: ids, len(ids), name)

    def ask_tag(self) -> None:
        """Offer the tags of the library for what is chosen."""
        count, read = self._chosen()
        if not count or not self._workspace.can_write:
            return

        def work(library: Library) -> Offered:
            ids = read(library)
            given: dict[str, int] = {}
            for names in tags_of(library, ids).values():
                for name in names:
                    given[name] = given.get(name, 0) + 1
            return list_tags(library), given

        self._workspace.read(work, partial(self._offer, read, count), topic="tags")

    def tag_menu(self, read: Reads, count: int, offered: Offered) -> QMenu:
        """Return the menu of tags: those that all of the articles have are checked."""
        tags, given = offered
        menu = QMenu(self._window)
        for tag in sorted(tags, key=lambda tag: -tag.articles)[:_MOST_OFFERED]:
            # The words of a tag may hold an ampersand, which would mark a key in a menu.
            action = QAction(tag.name.replace("&", "&&"), menu)
            action.setCheckable(True)
            has_all = given.get(tag.name, 0) == count
            action.setChecked(has_all)
            change = self._untag if has_all else self._tag
            action.triggered.connect(partial(change, read, count, tag.name))
            menu.addAction(action)
        if tags:
            menu.addSeparator()
        new = QAction(self.tr("New tag…"), menu)
        new.triggered.connect(partial(self._ask_name, read, count))
        menu.addAction(new)
        return menu

    def ask_level(self) -> None:
        """Offer the levels of importance for what is chosen."""
        if self._chosen()[0] and self._workspace.can_write:
            self._pop(self.level_menu())

    def level_menu(self) -> QMenu:
        """Return the menu of levels."""
        menu = QMenu(self._window)
        words = (self.tr("Not rated"), self.tr("Low"), self.tr("Medium"), self.tr("High"))
        for level, text in enumerate(words):
            action = QAction(f"{text}\t{level}", menu)
            action.triggered.connect(partial(self.rate, level))
            menu.addAction(action)
        return menu

    def rate(self, level: int) -> None:
        """Give what is chosen an importance."""
        count, read = self._chosen()
        if count and self._workspace.can_write:
            words = self.tr("Importance {level}").format(level=level)
            self._change(lambda lib: rate_articles(lib, read(lib), level), words, count)

    def ask_note(self) -> None:
        """Open the notes of the article that is read."""
        shown = self._reading.shown
        if shown is None or not self._workspace.can_write:
            return
        read = partial(list_notes, article_id=shown.article.id)
        self._workspace.read(read, self._open_notes, topic="notes")

    def _open_notes(self, notes: tuple[Note, ...]) -> None:
        shown = self._reading.shown
        if shown is None:
            return
        article, span = shown.article, self._reading.looked_at.text.chosen_span()
        dialog = NotesDialog(article, notes, span, self._window)
        if not dialog.exec():
            return
        text, note = dialog.text, dialog.note
        if dialog.deletes and note is not None:
            self._change(partial(delete_note, note_id=note.id), self.tr("Note deleted"), 1)
        elif note is not None:
            change = partial(edit_note, note_id=note.id, text=text)
            self._change(change, self.tr("Note changed"), 1)
        else:
            on = span if dialog.is_on_words else None
            change = partial(add_note, article_id=article.id, text=text, span=on)
            self._change(change, self.tr("Note added"), 1)

    def _chosen(self) -> tuple[int, Reads]:
        return len(self._list.chosen_rows), self._shelves.rows.long.chosen()

    def _offer(self, read: Reads, count: int, offered: Offered) -> None:
        self._pop(self.tag_menu(read, count, offered))

    def _pop(self, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        view = self._list.view
        at = view.visualRect(view.currentIndex()).bottomLeft() + QPoint(20, -20)
        menu.popup(view.viewport().mapToGlobal(at))

    def _ask_name(self, read: Reads, count: int) -> None:
        title, asked = self.tr("New tag"), self.tr("Name of the tag:")
        plain = QLineEdit.EchoMode.Normal
        name, accepted = QInputDialog.getText(self._window, title, asked, plain, "")
        if accepted and name.strip():
            self._tag(read, count, name)

    def _tag(self, read: Reads, count: int, name: str) -> None:
        words = self.tr("Tagged “{name}”").format(name=name)
        self._change(lambda library: tag_articles(library, read(library), name), words, count)

    def _untag(self, read: Reads, count: int, name: str) -> None:
        words = self.tr("Tag “{name}” taken away").format(name=name)
        self._change(lambda library: untag_articles(library, read(library), name), words, count)

    def _change(self, change: Callable[[Library], object], words: str, count: int) -> None:
        note = counted(count, self.tr("article"), self.tr("articles"))
        decide_and_tell(self._window, self._workspace, change, (words, note))

    def _enable(self) -> None:
        can = self._workspace.can_write
        for name in ("tag", "rate"):
            self._window.commands[name].setEnabled(can and bool(self._list.chosen_rows))
        self._window.commands["note"].setEnabled(can and self._reading.shown is not None)
