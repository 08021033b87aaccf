"""Files that could not be read: listed by command, saved as they came, and tried again by a job."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop.services.kept_files import (
    Retry,
    UnsettledFile,
    get_unsettled,
    list_unsettled,
    retry_steps,
    save_original,
)
from desktop.services.libraries import Library
from desktop.services.progress import Progress
from desktop.ui.jobs import Job, JobState
from desktop.ui.panels.problems import FileProblem
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.ui.panels.files_dialog import FilesDialog

_TOPIC = "kept files"


class KeptFiles(QObject):
    """Shows the files of the library that need attention, and does what is asked of one.

    `added` says that articles came out of one that was tried again.
    """

    added = Signal()
    settled = Signal(str)

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._dialog: FilesDialog | None = None
        window.commands["files"].triggered.connect(self.show)
        window.jobs_panel.save_requested.connect(partial(self._with_id, self.ask_place))
        window.jobs_panel.retry_requested.connect(partial(self._with_id, self.retry))
        workspace.changed.connect(self._read)

    def show(self) -> None:
        """Show the list."""
        from desktop.ui.panels.files_dialog import FilesDialog

        dialog = FilesDialog(can_write=self._workspace.can_write, parent=self._window)
        self._dialog = dialog
        dialog.retry_asked.connect(self.retry)
        dialog.save_asked.connect(self.ask_place)
        dialog.folder_asked.connect(_show_folder)
        dialog.finished.connect(self._forget)
        dialog.open()
        self._read()

    def ask_place(self, file_id: int) -> None:
        """Ask where a file is to be saved, and save it there as it came."""
        self._workspace.read(lambda library: get_unsettled(library, file_id), self._ask_place)

    def retry(self, file_id: int) -> None:
        """Read a file again, in a job."""
        library = self._workspace.library
        if library is None or library.read_only:
            return
        steps = _Retry(library, file_id)
        job = Job(self.tr("Reading a file again"), "refresh", steps)
        job.finished.connect(partial(self._finish, job, steps))
        self._say(self.tr("The file is being read…"))
        self._workspace.jobs.start(job)

    def _ask_place(self, file: UnsettledFile) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self._dialog or self._window, self.tr("Save original"), file.name
        )
        if name:
            self._workspace.read(
                lambda library: _save(library, file.id, Path(name)),
                lambda trouble: self._tell_saved(Path(name), trouble),
            )

    def _tell_saved(self, path: Path, trouble: str) -> None:
        if trouble:
            self._window.toast.show_message(self.tr("The file could not be saved"), trouble)
        else:
            self._window.toast.show_message(self.tr("Saved as it came"), str(path), is_good=True)
        self._say(trouble or self.tr("Saved: {path}").format(path=path))

    def _finish(self, job: Job, steps: _Retry) -> None:
        result = steps.result
        if result is None:
            self._say(job.error.message if job.error else "")
            if job.state is JobState.FAILED and job.error is not None:
                self._workspace.troubled.emit(job.error)
            return
        job.note = result.message
        self._say(result.message)
        title = self.tr("Read again") if result.outcome else self.tr("Read no better than before")
        self._window.toast.show_message(title, result.message, is_good=result.outcome is not None)
        self._workspace.changed.emit()
        if result.outcome is not None:
            self.settled.emit(result.outcome.path)
            self.added.emit()

    def _with_id(self, action: Callable[[int], None], problem: FileProblem) -> None:
        """Do something with the file of a problem, which knows its path alone."""

        def find(library: Library) -> int | None:
            found = (file.id for file in list_unsettled(library) if file.path == problem.path)
            return next(found, None)

        def act(file_id: int | None) -> None:
            if file_id is not None:
                action(file_id)

        self._workspace.read(find, act)

    def _read(self) -> None:
        if self._dialog is not None:
            self._workspace.read(list_unsettled, self._show_files, topic=_TOPIC)

    def _show_files(self, files: tuple[UnsettledFile, ...]) -> None:
        if self._dialog is not None:
            self._dialog.show_files(files)

    def _say(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.say(words)

    def _forget(self) -> None:
        self._dialog = None


class _Retry:
    """The steps of another attempt, and what it came to."""

    def __init__(self, library: Library, file_id: int) -> None:
        self._library, self._file_id = library, file_id
        self.result: Retry | None = None

    def __call__(self) -> Iterator[Progress]:
        self.result = yield from retry_steps(self._library, self._file_id)


def _save(library: Library, file_id: int, path: Path) -> str:
    """Save a file; return what stood in the way, if anything did."""
    try:
        save_original(library, file_id, path)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _show_folder(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))
