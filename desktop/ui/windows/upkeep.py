"""What the window does for its library by itself: backups, the trash, and a check each week."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.libraries import Library
from desktop.services.maintenance import check_is_due, check_library, note_check
from desktop.services.stepwise import Teller
from desktop.services.upkeep import Upkeep, keep_up
from desktop.ui.jobs import Worker
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted

_FIRST_MS, _EVERY_MS = 5_000, 60_000


class WindowUpkeep(QObject):
    """Looks after the library each minute, in a thread of its own; `damaged` tells that it is."""

    damaged = Signal(tuple)

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._worker = Worker("upkeep", self)
        self._worker.failed.connect(self._tell_trouble)
        self._teller = Teller()
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        workspace.opened.connect(self._begin)

    def look(self) -> None:
        """See what is to be done for the library, and do it."""
        self._timer.setInterval(_EVERY_MS)
        library = self._workspace.library
        if library is None or library.read_only or not self._worker.is_idle:
            return
        teller = self._teller
        self._worker.run(lambda: keep_up(library, teller=teller), self._tell)
        self._worker.run(lambda: _check(library, teller), self._follow_check)

    @property
    def is_idle(self) -> bool:
        """Say whether nothing is being done for the library now."""
        return self._worker.is_idle

    def close(self) -> None:
        """Give up what is being done; what is half done is undone."""
        self._timer.stop()
        self._teller.stopped.set()
        self._worker.close()

    def _begin(self) -> None:
        # A backup of the library that was open before is given up.
        self._teller.stopped.set()
        self._teller = Teller()
        self._told = set()
        self._timer.start(_FIRST_MS)

    def _tell(self, done: Upkeep) -> None:
        if not done.purged:
            return
        articles = counted(done.purged, self.tr("article"), self.tr("articles"))
        words = self.tr("Deleted {articles} for good").format(articles=articles)
        note = self.tr("They had been in the trash for 30 days. A backup was made before.")
        self._window.toast.show_message(words, note, is_good=True)
        self._workspace.changed.emit()

    def _follow_check(self, problems: tuple[str, ...]) -> None:
        if problems:
            self.damaged.emit(problems)

    def _tell_trouble(self, error: CrosslightError) -> None:
        library = self._workspace.library
        if isinstance(error, LibraryDamagedError) and library is not None:
            self._worker.run(lambda: _checked(library, self._teller), self._follow_check)
        elif error.message not in self._told:
            self._told.add(error.message)  # said once, not each minute
            self._workspace.troubled.emit(error)


def _check(library: Library, teller: Teller) -> tuple[str, ...]:
    return _checked(library, teller) if check_is_due(library.url) else ()


def _checked(library: Library, teller: Teller) -> tuple[str, ...]:
    problems = check_library(library.url, teller)
    note_check(library.url)
    return problems
