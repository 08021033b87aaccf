"""Undo and redo: by command, from the toast, beside a job, and what the two would do now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from desktop.services import decisions
from desktop.services.libraries import Library
from desktop.ui.jobs import Job
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _State:
    """What undo and redo would do, None for nothing, and the decision that undo takes back."""

    undo: str | None = None
    redo: str | None = None
    last: int | None = None


class History(QObject):
    """Takes decisions back and up again, and keeps the labels of Undo and Redo.

    `last_read` tells which decision Undo would take back, None where there is none.
    """

    last_read = Signal(object)

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._workspace, self._toast = workspace, window.toast
        self._undo, self._redo = window.commands["undo"], window.commands["redo"]
        self._undo.triggered.connect(self.undo)
        self._redo.triggered.connect(self.redo)
        window.toast.undo_requested.connect(self._undo_told)
        window.jobs_panel.undo_requested.connect(self._undo_job)
        workspace.opened.connect(self._begin)
        workspace.changed.connect(self._read)
        self._label(_State())

    def undo(self) -> None:
        """Take back the last decision."""
        self._workspace.decide(decisions.undo, partial(self._tell, self.tr("Undone")))

    def redo(self) -> None:
        """Take up the decision undone last."""
        self._workspace.decide(decisions.redo, partial(self._tell, self.tr("Done again")))

    def _undo_told(self) -> None:
        self._undo_only(self._toast.undoes)

    def _undo_job(self, job: Job) -> None:
        self._undo_only(job.decision)

    def _undo_only(self, decision: int | None) -> None:
        def work(library: Library) -> str | None:
            # What was decided since must stay.
            stands = decision is not None and decisions.last_decision(library) == decision
            return decisions.undo(library) if stands else None

        self._workspace.decide(work, partial(self._tell, self.tr("Undone")))

    def _tell(self, words: str, label: str | None) -> None:
        if label:
            self._toast.show_message(words, label, is_good=True)

    def _begin(self) -> None:
        self._toast.keep_undo(None)  # it was about another library
        self._read()

    def _read(self) -> None:
        self._workspace.read(_read_state, self._show, topic="labels")

    def _show(self, state: _State) -> None:
        self._label(state)
        self._toast.keep_undo(state.last)
        self.last_read.emit(state.last)

    def _label(self, state: _State) -> None:
        can_write = self._workspace.can_write
        pairs: tuple[tuple[QAction, str, str | None], ...] = (
            (self._undo, self.tr("&Undo"), state.undo),
            (self._redo, self.tr("&Redo"), state.redo),
        )
        for action, word, label in pairs:
            action.setProperty("label", label or "")
            action.setEnabled(can_write and label is not None)
            # The words of an article may hold an ampersand, which would mark a key in a menu.
            shown = (label or "").replace("\n", " ").replace("&", "&&")
            action.setText(f"{word} {shown}" if label else word)


def _read_state(library: Library) -> _State:
    return _State(
        decisions.undo_label(library),
        decisions.redo_label(library),
        decisions.last_decision(library),
    )
