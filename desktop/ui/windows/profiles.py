"""The profile of the outlet whose article is shown, by command: worked out beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services.libraries import Library
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.reading import Reading
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when a profile is shown
    from desktop.core.model.profiles import OutletProfile

_TOPIC = "profile"


class Profiles(QObject):
    """Shows how an outlet differs from the others of its events."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        shelves: Shelves,
        pages: EventPages,
        reading: Reading,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._shelves = window, workspace, shelves
        self._pages, self._reading = pages, reading
        window.commands["outlet profile"].triggered.connect(self.show)

    def show(self) -> None:
        """Show the profile of the outlet of the article that is shown."""
        shown = self._reading.shown
        if shown is None:
            return
        outlet = shown.article.outlet
        if not outlet:
            self._window.toast.show_message(
                self.tr("The outlet of this article is not stated"),
                self.tr("Add it in the details of the article; its events then have a profile."),
            )
            return

        def work(library: Library) -> OutletProfile:
            from desktop.services.profiles import profile_library

            return profile_library(library, outlet)[0]

        trouble = self._workspace.troubled.emit
        self._workspace.read_beside(work, self._open, trouble, topic=_TOPIC)

    def _open(self, profile: OutletProfile) -> None:
        from desktop.ui.panels.profile_dialog import ProfileDialog

        labels = {event.id: event.label for event in self._shelves.events}
        dialog = ProfileDialog(profile, labels, self._window)
        dialog.event_opened.connect(self._pages.open_event)
        dialog.open()
