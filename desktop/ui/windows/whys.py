"""Why articles are on one event, or why one is not: read beside the window and shown in a popup."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.comparisons import view_event
from desktop.services.event_holds import list_holds
from desktop.services.libraries import Library
from desktop.services.views import EventView
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.models.holds import hold_words
from desktop.ui.models.links import link_reasons, lone_reason
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when something is explained
    from desktop.services.event_nearest import Nearest

_TOPIC = "why"


class Whys(QObject):
    """Opens the popups and passes on what is decided in them.

    `split_requested` tells articles, `move_requested` and `keep_requested` the event as well.
    """

    split_requested = Signal(list)
    keep_requested = Signal(list, str)
    move_requested = Signal(list, str)

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace

    def explain_event(self, event_id: str, anchor: QWidget | None = None) -> None:
        """Say what each pair of an event's articles shares; of a single one, what is nearest."""

        def work(library: Library) -> tuple[EventView, dict[str, str]]:
            held = {each: hold_words(hold) for each, hold in list_holds(library).items()}
            return view_event(library, event_id), held

        self._workspace.read(work, partial(self._show_event, anchor), topic=_TOPIC)

    def explain_article(self, article_id: str, *, is_in_event: bool) -> None:
        """Say which event is nearest to an article, and what is missing."""
        from desktop.services.event_nearest import find_nearest
        from desktop.ui.panels.why_alone import AlonePopup

        def show(nearest: Nearest | None) -> None:
            lone = lone_reason(nearest, is_in_event=is_in_event)
            popup = AlonePopup(lone, self._window, can_decide=self._workspace.can_write)
            popup.move_requested.connect(partial(self.move_requested.emit, [article_id]))
            popup.show_under(self._window.topbar)

        self._workspace.read(lambda library: find_nearest(library, article_id), show, topic=_TOPIC)

    def _show_event(
        self, anchor: QWidget | None, found: tuple[EventView, Mapping[str, str]]
    ) -> None:
        from desktop.ui.panels.why import WhyPopup

        view, held = found
        if len(view.articles) == 1:
            self.explain_article(view.articles[0].id, is_in_event=True)
            return
        reasons = link_reasons(view.links, outlet_columns(view))
        can_decide = self._workspace.can_write
        popup = WhyPopup(reasons, held, self._window, can_decide=can_decide)
        popup.split_requested.connect(self.split_requested)
        popup.keep_requested.connect(partial(self._keep, view.id))
        popup.show_under(anchor or self._window.topbar)

    def _keep(self, event_id: str, articles: list[str]) -> None:
        self.keep_requested.emit(articles, event_id)
