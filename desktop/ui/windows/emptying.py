"""Emptying the trash: the one change that cannot be undone, and so the one that is asked about."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.trash import empty_trash, trash_state
from desktop.ui.panels.told_dialog import AskDialog
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted


class Emptying(QObject):
    """Asks before the trash is emptied, and tells what was deleted."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._command = window.commands["empty trash"]
        self._command.triggered.connect(self.ask)
        workspace.opened.connect(self._enable)
        self._enable()

    def ask(self) -> None:
        """Ask whether the trash is to be emptied, and do it."""
        if self._workspace.can_write:
            self._workspace.read(trash_state, lambda state: self._ask(state.articles))

    def _enable(self) -> None:
        self._command.setEnabled(self._workspace.can_write)

    def _ask(self, count: int) -> None:
        if not count:
            self._window.toast.show_message(self.tr("The trash is empty."), is_good=True)
            return
        dialog = AskDialog(
            self.tr("Delete {articles} for good?").format(articles=self._articles(count)),
            self.tr(
                "This cannot be undone. A backup is made before, from which the library as it is "
                "now can be restored."
            ),
            self.tr("Delete for good"),
            self._window,
        )
        dialog.accepted.connect(self._empty)
        dialog.open()

    def _empty(self) -> None:
        def tell(count: int) -> None:
            words = self.tr("Deleted {articles} for good").format(articles=self._articles(count))
            note = self.tr("The library as it was before is among its backups.")
            self._window.toast.show_message(words, note, is_good=True)

        self._workspace.decide(empty_trash, tell)

    def _articles(self, count: int) -> str:
        return counted(count, self.tr("article"), self.tr("articles"))
