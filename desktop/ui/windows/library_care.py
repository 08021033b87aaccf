"""Looking after the library that is open: backups, checks, and salvage where it is damaged."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.services.backups import Backup, back_up, list_backups
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.libraries import WINDOW, library_path, open_library
from desktop.services.maintenance import check_in_steps, remember_damage, restore_library
from desktop.services.progress import Progress
from desktop.services.salvage import Salvaged, salvage_library
from desktop.ui.jobs import Job, JobState
from desktop.ui.panels.backups_dialog import BackupsDialog
from desktop.ui.panels.told_dialog import ToldDialog
from desktop.ui.windows.library_banner import LibraryBanner
from desktop.ui.windows.library_moves import LIBRARY_ENDING, changed, library_filter
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

T = TypeVar("T")


class LibraryCare(QObject):
    """Joins the commands that keep a library safe to its services, and tells what came of them."""

    def __init__(self, window: MainWindow, workspace: Workspace, banner: LibraryBanner) -> None:
        super().__init__(window)
        self._window, self._workspace, self._banner = window, workspace, banner
        self._asked = ""
        self._missed: CrosslightError | None = None
        commands = window.commands
        for name, does in (
            ("back up", self.back_up),
            ("restore backup", self.ask_backup),
            ("check library", self.check),
            ("salvage", self.ask_salvage),
        ):
            commands[name].triggered.connect(does)
        banner.salvage_wanted.connect(self.ask_salvage)
        banner.restore_wanted.connect(self.ask_backup)
        banner.details_wanted.connect(self._show_damage)
        banner.again_wanted.connect(self._open_again)
        workspace.opened.connect(self._tell_missed)

    def note_place(self, where: str) -> None:
        """Remember which library was asked for: it may be too damaged to be opened."""
        self._asked = where

    def note(self, missed: CrosslightError) -> None:
        """Keep what went wrong until the library that is opened all the same is shown."""
        self._missed = missed

    def back_up(self) -> None:
        """Write a backup of the library among its own."""
        library = self._workspace.library
        if library is not None and library.path is not None:
            steps = _Result(partial(back_up, library))

            def tell(path: Path) -> None:
                self._window.toast.show_message(self.tr("Backed up"), str(path), is_good=True)

            self._start(self.tr("Backing up"), "device-floppy", steps, tell)

    def check(self) -> None:
        """Look for damage in the library."""
        library = self._workspace.library
        if library is not None and library.path is not None:
            steps = _Result(partial(check_in_steps, library.url))
            icon_name = "heart-rate-monitor"
            self._start(self.tr("Checking the library"), icon_name, steps, self._tell_check)

    def ask_backup(self) -> None:
        """Ask for a backup of the library and bring it back."""
        where = self._where
        if where:
            self._workspace.work_out(
                partial(list_backups, where),
                self._offer_backups,
                self._workspace.troubled.emit,
                topic="backups",
            )

    def restore(self, backup: Path) -> None:
        """Bring a backup back in place of the library, which is kept among the backups."""
        where = self._where
        if where:

            def change() -> None:
                restore_library(where, backup)

            self._workspace.open(
                partial(changed, self._workspace.library, where, change, self.note)
            )

    def ask_salvage(self) -> None:
        """Ask where the new library is to be and salvage what is sound into it."""
        path = self._path
        if path is None:
            return
        offered = str(path.with_name(f"{path.stem} salvaged{LIBRARY_ENDING}"))
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("Salvage into a new library"), offered, library_filter()
        )
        if name:
            target = Path(name) if Path(name).suffix else Path(name).with_suffix(LIBRARY_ENDING)
            steps = _Result(partial(salvage_library, path, target))
            self._start(self.tr("Salvaging"), "file-import", steps, self._tell_saved)

    @property
    def _where(self) -> str:
        """Return the library that is open, or the one that could not be opened."""
        library = self._workspace.library
        return library.url if library is not None and not self._asked else self._asked

    @property
    def _path(self) -> Path | None:
        where = self._where
        path = library_path(where) if where else None
        return path.absolute() if path is not None else None

    def _start(
        self, title: str, icon_name: str, steps: _Result[T], then: Callable[[T], None]
    ) -> None:
        job = Job(title, icon_name, steps)

        def finish() -> None:
            if job.state is JobState.FAILED and isinstance(job.error, CrosslightError):
                self._tell_failed(job.error)
            elif job.state is JobState.DONE:
                then(steps.value)

        job.finished.connect(finish)
        self._workspace.jobs.start(job)

    def _tell_failed(self, error: CrosslightError) -> None:
        self._workspace.troubled.emit(error)
        if isinstance(error, LibraryDamagedError):
            self.check()

    def _tell_check(self, problems: Sequence[str]) -> None:
        if not problems:
            words = self.tr("The library is sound.")
            note = self.tr("Every text and all that is known of it is as it was stored.")
            self._window.toast.show_message(words, note, is_good=True)
        self.follow_check(problems)

    def follow_check(self, problems: Sequence[str]) -> None:
        """Open the library for reading alone where a check has found damage, or as it was."""
        library = self._workspace.library
        if library is None or (not problems and not library.damage):
            return
        # Closing it has changed its file: what was found is noted of the file as it is then.
        note = partial(remember_damage, library.url, tuple(problems))
        self._workspace.open(partial(changed, library, library.url, note, self.note))

    def _tell_saved(self, saved: Salvaged) -> None:
        self._asked = ""
        self._workspace.open(partial(open_library, saved.target, access=WINDOW))
        about = self.tr("The damaged library was only read, and is where it was.")
        ToldDialog(self.tr("What was saved"), about, saved.lines, self._window).open()

    def _show_damage(self) -> None:
        library = self._workspace.library
        if library is not None:
            about = self.tr("These articles and parts of the file are not as they were stored.")
            title = self.tr("What is damaged")
            ToldDialog(title, about, library.damage, self._window).open()

    def _offer_backups(self, backups: Sequence[Backup]) -> None:
        dialog = BackupsDialog(backups, datetime.now(UTC), self._window)
        dialog.chosen.connect(self.restore)
        dialog.file_wanted.connect(self._ask_file)
        dialog.open()

    def _ask_file(self) -> None:
        path = self._path
        name, _filter = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Restore from a backup"),
            str(path.parent if path is not None else ""),
            library_filter(),
        )
        if name:
            self.restore(Path(name))

    def _open_again(self) -> None:
        where = self._where
        if where:
            library = self._workspace.library
            self._workspace.open(partial(changed, library, where, lambda: None, self.note))

    def _tell_missed(self) -> None:
        self._asked = ""
        missed, self._missed = self._missed, None
        if missed is not None:
            self._workspace.troubled.emit(missed)


class _Result(Generic[T]):
    """The steps of a job that returns something at its end."""

    def __init__(self, make: Callable[[], Generator[Progress, None, T]]) -> None:
        self._make = make
        self._value: list[T] = []

    @property
    def value(self) -> T:
        """Return what the job has returned."""
        return self._value[0]

    def __call__(self) -> Generator[Progress]:
        self._value.append((yield from self._make()))
