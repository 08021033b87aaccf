"""The jobs panel joined to the runner: what runs, Cancel, Undo, and what the toast leads to."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.ui.jobs import Job
from desktop.ui.windows.main import LIBRARY, MainWindow
from desktop.ui.windows.workspace import Workspace


class JobsList(QObject):
    """Shows the jobs of a workspace in the window's panel."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._panel = window.jobs_panel
        self._last: int | None = None
        window.commands["jobs"].triggered.connect(self.toggle)
        window.toast.show_requested.connect(self._show_added)
        self._panel.closed.connect(self._panel.hide)
        self._panel.cancel_requested.connect(Job.cancel)
        self._panel.pause_requested.connect(_turn)
        workspace.jobs.changed.connect(self._refresh)
        workspace.opened.connect(self._begin)

    def toggle(self) -> None:
        """Open the panel, or close it."""
        if self._panel.isVisible():
            self._panel.hide()
        else:
            self._open()

    def follow_decision(self, last: int | None) -> None:
        """Offer Undo only beside the import that is the last decision."""
        self._last = last
        self._refresh()

    def _begin(self) -> None:
        # Another library counts its decisions anew.
        for job in self._workspace.jobs.jobs:
            job.decision = None
        self.follow_decision(None)

    def _open(self) -> None:
        self._refresh()
        self._panel.show()
        self._panel.raise_()
        self._panel.take_focus()

    def _show_added(self) -> None:
        """Show what the toast spoke of: problems in the jobs, articles in the list."""
        if self._panel.problems:
            self._open()
        else:
            self._window.show_page(LIBRARY)
            self._window.library.list.view.setFocus()

    def _refresh(self) -> None:
        jobs = self._workspace.jobs.jobs
        latest = next((job.decision for job in jobs if job.has_added), None)
        stands = latest is not None and latest == self._last
        self._panel.show_jobs(jobs, can_undo=stands and self._workspace.can_write)


def _turn(job: Job) -> None:
    """Pause a job, or let a paused one go on."""
    if job.is_paused:
        job.go_on()
    else:
        job.pause()
