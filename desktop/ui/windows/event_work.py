"""What a page of an event shows once it is worked out, beside all reading, when it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

from desktop.services.errors import CrosslightError
from desktop.services.views import EventView
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.workspace import Workspace

T = TypeVar("T")
_PATIENCE_MS = 200


class WorkedPage(Protocol):
    """A page that can say that there is no event, that it waits, and why it shows nothing."""

    def clear(self) -> None:
        """Show that no event is chosen."""
        ...

    def show_working(self, texts: int) -> None:
        """Show that so many texts are being worked on."""
        ...

    def show_stopped(self, title: str, words: str) -> None:
        """Show why there is nothing, with a way to try again."""
        ...


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """The page by its name, how it is got, what is made of an event in a thread, who shows it."""

    name: str
    page: Callable[[], WorkedPage]
    make: Callable[[EventView], T]
    show: Callable[[EventView, T], None]


class EventWork(QObject):
    """Makes what a page shows when it is looked at, and lets go of it with its event."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, pages: EventPages, work: Work[Any]
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._pages, self._work = window, workspace, pages, work
        self.asked: EventView | None = None
        self._shown_event = ""
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(_PATIENCE_MS)
        self.patience.timeout.connect(self._show_working)
        pages.view_changed.connect(self._follow_view)
        window.page_shown.connect(self._feed)

    def begin(self) -> None:
        """Work out what the page shows; what it shows of the same event stays for a moment."""
        view = self._pages.view
        if view is None:
            return
        self.asked = view
        if self._shown_event == view.id:
            self.patience.start()
        else:
            self._show_working()

        def show(made: object) -> None:
            self.patience.stop()
            self._shown_event = view.id
            self._work.show(view, made)
            self._window.pages.settle_focus()

        make = self._work.make
        self._workspace.work_out(lambda: make(view), show, self.fail, topic=self._work.name)

    def stop(self) -> None:
        """Wait no longer, and say so."""
        words = self.tr("Nothing was changed. The other pages of the event are complete.")
        self._end(self.tr("Stopped"), words)

    def fail(self, error: CrosslightError) -> None:
        """Say why there is nothing to show."""
        self._end(error.message, error.remedy)

    def _follow_view(self) -> None:
        """Let go of another event; nothing is worked out before it is looked at."""
        self.asked = None
        self._drop()
        self._feed(self._window.page)

    def _feed(self, page: str) -> None:
        if page != self._work.name:
            return
        view = self._pages.view
        if view is None or not view.articles:
            self._shown_event = ""
            self._work.page().clear()
        elif self.asked is not view:
            self.begin()

    def _show_working(self) -> None:
        if self.asked is not None:
            self._shown_event = ""
            self._work.page().show_working(len(self.asked.articles))

    def _end(self, title: str, words: str) -> None:
        self._drop()
        self._shown_event = ""
        self._work.page().show_stopped(title, words)

    def _drop(self) -> None:
        self.patience.stop()
        self._workspace.forget(self._work.name)
