"""The files of this window's imports that could not be read, or not well, in the jobs panel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.services.progress import FileOutcome, FileStatus
from desktop.ui.panels.jobs_panel import JobsPanel
from desktop.ui.panels.problems import FileProblem


class FileProblems(QObject):
    """Keeps the problems until they are skipped or solved, or another library is opened."""

    def __init__(self, panel: JobsPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._problems: list[FileProblem] = []
        panel.skip_requested.connect(self._skip)

    def begin(self) -> None:
        """Forget the problems: another library is open."""
        self._show([])

    def add(self, outcomes: Sequence[FileOutcome]) -> None:
        """Show what was wrong with the files of an import, after what was shown before."""
        found = [
            FileProblem(
                outcome.path,
                Path(outcome.path).name,
                outcome.error.message,
                refused=outcome.status is FileStatus.REJECTED,
                kept=outcome.kept,
            )
            for outcome in outcomes
            if outcome.error is not None
        ]
        self._show([*self._problems, *found])

    def drop(self, path: str) -> None:
        """Show a file's problems no longer: it was read after all."""
        self._show([kept for kept in self._problems if kept.path != path])

    def _skip(self, problem: FileProblem) -> None:
        self._show([kept for kept in self._problems if kept is not problem])

    def _show(self, problems: list[FileProblem]) -> None:
        self._problems = problems
        self._panel.show_problems(problems)
