"""Reading an event for its pages: beside all other reading, with a way to stop."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.comparisons import view_event
from desktop.services.errors import CrosslightError
from desktop.services.events import list_events
from desktop.services.libraries import Library
from desktop.services.views import EventView
from desktop.ui.panels.compare import ComparePage
from desktop.ui.windows.workspace import Workspace

_TOPIC = "event"
_PATIENCE_MS = 400


class ViewReader(QObject):
    """Tells `found`, the event or None if there is none; an event of many texts takes a while.

    A new event that takes long gives way to a note on the page that compares. Read again after a
    change, what is shown stays until its successor is there.
    """

    found = Signal(object)

    def __init__(self, workspace: Workspace, page: ComparePage, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._page = workspace, page
        self._asked = self._label = self._shown = ""
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(_PATIENCE_MS)
        self.patience.timeout.connect(self._show_working)
        page.note.stopped.connect(self._stop)
        page.note.again_asked.connect(self._begin)

    def read(self, event_id: str | None, label: str = "") -> None:
        """Read an event, or drop the one on its way where there is none."""
        self._asked, self._label = event_id or "", label
        if event_id is None:
            self._drop()
            self._tell(None)
        else:
            self._begin()

    def fail(self, error: CrosslightError) -> None:
        """Say why there is nothing to show."""
        self._end(error.message, error.remedy)

    def _begin(self) -> None:
        if self._asked != self._shown:
            self.patience.start()
        work = partial(_find_view, event_id=self._asked)
        self._workspace.read_beside(work, self._tell, self.fail, topic=_TOPIC)

    def _tell(self, view: EventView | None) -> None:
        self.patience.stop()
        self._shown = view.id if view is not None else ""
        self.found.emit(view)

    def _drop(self) -> None:
        self.patience.stop()
        self._workspace.forget(_TOPIC)

    def _show_working(self) -> None:
        words = self.tr("The texts on “{event}” are being compared.")
        self._page.note.say_working(words.format(event=self._label))
        self._page.show_note()

    def _stop(self) -> None:
        words = self.tr("Nothing was changed. The articles can be read one by one.")
        self._end(self.tr("Stopped"), words)

    def _end(self, title: str, words: str) -> None:
        self._drop()
        self._tell(None)
        self._page.note.say_stopped(title, words)
        self._page.show_note()


def _find_view(library: Library, event_id: str) -> EventView | None:
    """Return an event as its pages show it, or None when all its articles are in the trash."""
    if all(event.id != event_id for event in list_events(library)):
        return None
    return view_event(library, event_id)
