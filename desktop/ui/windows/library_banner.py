"""The strip over the page: why a library is only read, a risky folder, and the trash's days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library, ReadOnly, is_free, tell_holder
from desktop.services.risky_places import find_risk
from desktop.services.trash import TRASH_DAYS, TrashState, trash_state
from desktop.ui.panels.banner import Way
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted

_LOOK_MS = 3000


class LibraryBanner(QObject):
    """Says what is so with the library that is open, and what can be done about it."""

    again_wanted = Signal()
    other_wanted = Signal()
    salvage_wanted = Signal()
    restore_wanted = Signal()
    details_wanted = Signal()
    move_wanted = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._sidebar = window.library.sidebar
        self._state: tuple[str, Sequence[Way], str] = ("", (), "")
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        workspace.opened.connect(self._show_opened)
        workspace.changed.connect(self._count_trash)
        self._sidebar.shelf_chosen.connect(self._follow_shelf)

    def show_failure(self, error: CrosslightError) -> None:
        """Say that a library could not be opened because it is damaged, and what to do."""
        self._set(f"{error.message} {error.remedy}".strip(), self._mending(), "alert-triangle")

    def close(self) -> None:
        """Look no more whether another program has finished."""
        self._timer.stop()

    def _show_opened(self) -> None:
        library = self._workspace.library
        if library is None:
            return
        tell = {
            ReadOnly.HELD: self._tell_held,
            ReadOnly.DAMAGED: self._tell_damage,
            ReadOnly.NEWER: self._tell_newer,
            ReadOnly.OLDER: self._tell_older,
        }.get(library.reason, self._tell_place if library.read_only else None)
        if tell is not None:
            tell(library)
        else:
            self._set("", (), "")
            path = library.path
            if path is not None:
                # A folder on a network may take long to answer.
                self._workspace.read(
                    lambda _library: find_risk(path), self._tell_risk, topic="risk"
                )
        (self._timer.start if library.reason is ReadOnly.HELD else self._timer.stop)()

    def _tell_held(self, library: Library) -> None:
        words = self.tr(
            "“{name}” is being written by {program}. You can read here; changes wait until it "
            "closes."
        ).format(name=library.name, program=tell_holder(library.holder))
        self._set(words, [(self.tr("Try again"), self.again_wanted.emit)], "lock")

    def _tell_newer(self, _library: Library) -> None:
        words = self.tr(
            "Made by a newer Crosslight. It opens for reading, and nothing in it is changed."
        )
        self._set(words, [(self.tr("Choose another…"), self.other_wanted.emit)], "stack-2")

    def _tell_older(self, _library: Library) -> None:
        words = self.tr(
            "Made by an older Crosslight, where nothing can be written. A copy is shown, and "
            "nothing is changed."
        )
        self._set(words, [(self.tr("Choose another…"), self.other_wanted.emit)], "lock")

    def _tell_place(self, _library: Library) -> None:
        words = self.tr("This library opens for reading, and nothing in it is changed.")
        self._set(words, (), "lock")

    def _tell_damage(self, library: Library) -> None:
        places = counted(len(library.damage), self.tr("place"), self.tr("places"))
        words = self.tr(
            "This library is damaged in {places}. It opens for reading, and nothing in it is "
            "changed."
        ).format(places=places)
        details: Way = (self.tr("Details"), self.details_wanted.emit)
        self._set(words, [*self._mending(), details], "alert-triangle")

    def _tell_risk(self, risk: str) -> None:
        if risk:
            self._set(risk, [(self.tr("Move library…"), self.move_wanted.emit)], "alert-triangle")

    def _mending(self) -> list[Way]:
        return [
            (self.tr("Salvage…"), self.salvage_wanted.emit),
            (self.tr("Restore a backup…"), self.restore_wanted.emit),
        ]

    def _set(self, message: str, ways: Sequence[Way], icon_name: str) -> None:
        self._state = (message, ways, icon_name)
        self._follow_shelf()

    def _follow_shelf(self) -> None:
        """Say what holds for the trash while it is shown, and for the library otherwise."""
        if self._is_trash_shown:
            self._count_trash()
        else:
            self._window.banner.show_message(*self._state)

    @property
    def _is_trash_shown(self) -> bool:
        return self._sidebar.shelf.collection == "trash"

    def _count_trash(self) -> None:
        if self._is_trash_shown and not self._state[0]:
            self._workspace.read(trash_state, self._tell_trash, topic="trash")

    def _tell_trash(self, state: TrashState) -> None:
        if not self._is_trash_shown or self._state[0]:
            return
        if state.next_goes is None:
            self._window.banner.show_message("")
            return
        goes = f"{state.next_goes.day} {state.next_goes:%b %Y}"
        words = self.tr(
            "{articles} in the trash. What lies here for {days} days is deleted for good: the "
            "first on {date}."
        ).format(
            articles=counted(state.articles, self.tr("article"), self.tr("articles")),
            days=TRASH_DAYS,
            date=goes,
        )
        empty = self._window.commands["empty trash"]
        ways: list[Way] = [(self.tr("Empty Trash…"), empty.trigger)] if empty.isEnabled() else []
        self._window.banner.show_message(words, ways, "trash")

    def _look(self) -> None:
        """See whether the other program has finished: then the library can be written again."""
        library = self._workspace.library
        if library is None or library.reason is not ReadOnly.HELD:
            self._timer.stop()
            return
        self._workspace.read(is_free, self._open_again, topic="held")

    def _open_again(self, free: bool) -> None:
        if free:
            self.again_wanted.emit()
