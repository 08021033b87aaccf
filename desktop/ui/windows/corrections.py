"""What the user decides: marks, blocks, fields, names and the trash, each with undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from desktop.core.model.spans import Span
from desktop.services import decisions
from desktop.services.libraries import Library
from desktop.ui.jobs import Job
from desktop.ui.panels.article import ArticlePage
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace


class Corrections(QObject):
    """Places decisions, keeps the labels of Undo and Redo, and empties or fills the trash.

    `last_read` tells which decision Undo would take back, None where there is none.
    """

    last_read = Signal(object)

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._undo, self._redo = window.commands["undo"], window.commands["redo"]
        self._undo.triggered.connect(self.undo)
        self._redo.triggered.connect(self.redo)
        window.commands["trash"].triggered.connect(self._trash_chosen)
        window.commands["restore"].triggered.connect(self._restore_chosen)
        window.library.list.delete_requested.connect(self._trash_chosen)
        window.library.list.menu_requested.connect(self._show_menu)
        window.library.list.chosen.connect(self._follow_choice)
        window.library.sidebar.shelf_chosen.connect(self._follow_choice)
        window.toast.undo_requested.connect(lambda: self._undo_only(window.toast.undoes))
        window.jobs_panel.undo_requested.connect(self._undo_job)
        workspace.opened.connect(self._begin)
        workspace.changed.connect(self._read_labels)
        self._show_labels((None, None))
        self._follow_choice()

    def follow(self, page: ReadingPane | ArticlePage) -> None:
        """Take the corrections that a page emits."""
        page.wording_ignored.connect(partial(self._correct, decisions.ignore_wording))
        page.wording_counted.connect(partial(self._correct, decisions.count_wording))
        page.block_kept.connect(partial(self._correct, decisions.keep_block))
        page.block_set_apart.connect(partial(self._correct, decisions.set_apart_block))
        page.field_edited.connect(self._edit)

    def undo(self) -> None:
        """Take back the last decision."""
        self._workspace.decide(decisions.undo, partial(self._tell, self.tr("Undone")))

    def _undo_job(self, job: Job) -> None:
        self._undo_only(job.decision)

    def _undo_only(self, decision: int | None) -> None:
        def work(library: Library) -> str | None:
            # What was decided since must stay.
            stands = decision is not None and decisions.last_decision(library) == decision
            return decisions.undo(library) if stands else None

        self._workspace.decide(work, partial(self._tell, self.tr("Undone")))

    def redo(self) -> None:
        """Take up the decision undone last."""
        self._workspace.decide(decisions.redo, partial(self._tell, self.tr("Done again")))

    def rename_event(self, event_id: str, label: str) -> None:
        """Give an event another name."""
        self._workspace.decide(lambda library: decisions.rename_event(library, event_id, label))

    def ask_event_name(self, event_id: str, label: str) -> None:
        """Ask for an event's name and give it."""
        title, words = self.tr("Rename event"), self.tr("Name of the event:")
        name, accepted = QInputDialog.getText(self._window, title, words, text=label)
        if accepted:
            self.rename_event(event_id, name)

    def _correct(
        self, decide: Callable[[Library, str, Span], None], article_id: str, span: Span
    ) -> None:
        self._workspace.decide(lambda library: decide(library, article_id, span))

    def _edit(self, article_id: str, field: str, value: str) -> None:
        self._workspace.decide(
            lambda library: decisions.edit_field(library, article_id, field, value)
        )

    @property
    def _is_trash(self) -> bool:
        return self._window.library.sidebar.shelf.collection == "trash"

    def _trash_chosen(self) -> None:
        ids = self._window.library.list.chosen_ids
        if ids and not self._is_trash:
            work = partial(decisions.trash_articles, ids=ids)
            self._move(work, self.tr("Moved to Trash"), len(ids))

    def _restore_chosen(self) -> None:
        ids = self._window.library.list.chosen_ids
        if ids and self._is_trash:
            work = partial(decisions.restore_articles, ids=ids)
            self._move(work, self.tr("Restored from Trash"), len(ids))

    def _move(self, move: Callable[[Library], None], words: str, count: int) -> None:
        note = self.tr("1 article") if count == 1 else self.tr("{n} articles").format(n=count)

        def work(library: Library) -> int | None:
            before = decisions.last_decision(library)
            move(library)
            made = decisions.last_decision(library)
            return made if made != before else None

        def offer(made: int | None) -> None:
            self._window.toast.show_message(words, note, undoes=made, is_good=True)

        self._workspace.decide(work, offer)

    def _tell(self, words: str, label: str | None) -> None:
        if label:
            self._window.toast.show_message(words, label, is_good=True)

    def _begin(self) -> None:
        self._window.toast.keep_undo(None)  # it was about another library
        self._read_labels()

    def _read_labels(self) -> None:
        def work(library: Library) -> tuple[tuple[str | None, str | None], int | None]:
            labels = decisions.undo_label(library), decisions.redo_label(library)
            return labels, decisions.last_decision(library)

        self._workspace.read(work, self._show_state, topic="labels")

    def _show_state(self, state: tuple[tuple[str | None, str | None], int | None]) -> None:
        labels, last = state
        self._show_labels(labels)
        self._window.toast.keep_undo(last)
        self.last_read.emit(last)

    def _show_labels(self, labels: tuple[str | None, str | None]) -> None:
        can_write = self._workspace.can_write
        pairs: tuple[tuple[QAction, str, str | None], ...] = (
            (self._undo, self.tr("&Undo"), labels[0]),
            (self._redo, self.tr("&Redo"), labels[1]),
        )
        for action, word, label in pairs:
            action.setProperty("label", label or "")
            action.setEnabled(can_write and label is not None)
            action.setText(f"{word} {label}".replace("\n", " ") if label else word)

    def _follow_choice(self) -> None:
        chosen = bool(self._window.library.list.chosen_ids) and self._workspace.can_write
        self._window.commands["trash"].setEnabled(chosen and not self._is_trash)
        self._window.commands["restore"].setEnabled(chosen and self._is_trash)

    def _show_menu(self, _ids: list[str], at: QPoint) -> None:
        menu = QMenu(self._window)
        commands = self._window.commands
        menu.addAction(commands["page article"])
        menu.addAction(commands["compare"])
        menu.addAction(commands["diff"])
        menu.addSeparator()
        menu.addAction(commands["restore" if self._is_trash else "trash"])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
