"""What the library holds: the counts of its shelves, its events, and the badges of its outlets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.services.articles import Counts, count_articles
from desktop.services.badges import OutletBadge, to_badges
from desktop.services.event_holds import Hold, list_holds
from desktop.services.events import EventSummary, list_events
from desktop.services.libraries import Library
from desktop.ui.models.holds import hold_words
from desktop.ui.windows.listed_rows import ListedRows
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.settling import settling_timer
from desktop.ui.windows.sidebar_rows import sidebar_rows
from desktop.ui.windows.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Overview:
    counts: Counts
    events: tuple[EventSummary, ...]
    holds: Mapping[str, Hold]


class Shelves(QObject):
    """Fills the sidebar from the library and keeps it up to date; `rows` lists what is chosen."""

    counted = Signal(Counts)

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._page, self._workspace = window.library, workspace
        self.rows = ListedRows(window, workspace)
        self._overview = _Overview(Counts(), (), {})
        self._badges: dict[str, OutletBadge] = {}
        self._timer = settling_timer(self, self._refresh)
        workspace.opened.connect(self._begin)
        workspace.changed.connect(self._schedule)
        workspace.settled.connect(self._refresh)

    @property
    def counts(self) -> Counts:
        """Return the counts shown last."""
        return self._overview.counts

    @property
    def events(self) -> tuple[EventSummary, ...]:
        """Return the events shown last, the latest first."""
        return self._overview.events

    @property
    def holds(self) -> Mapping[str, Hold]:
        """Return what the user's decisions held articles to when they were shown last."""
        return self._overview.holds

    @property
    def is_settling(self) -> bool:
        """Say whether a refresh or a search waits to be done."""
        return self._timer.isActive() or self.rows.is_settling

    def badge_of(self, outlet: str) -> OutletBadge:
        """Return an outlet's badge as the library shows it."""
        return self._badges.get(outlet) or to_badges([(outlet, -1)])[0]

    def _begin(self) -> None:
        self.rows.begin()
        self._refresh()

    def _schedule(self) -> None:
        # Not restarted while it runs: a long import must show its rows as they come.
        if not self._timer.isActive():
            self._timer.start()

    def _refresh(self) -> None:
        self._timer.stop()

        def work(library: Library) -> _Overview:
            return _Overview(count_articles(library), list_events(library), list_holds(library))

        self._workspace.read(work, self._show, topic="overview")

    def _show(self, overview: _Overview) -> None:
        self._overview = overview
        counts, events = overview.counts, overview.events
        badges = to_badges([(outlet.name, outlet.slot) for outlet in counts.outlets])
        self._badges = {badge.name: badge for badge in badges}
        held = {each: hold_words(hold) for each, hold in overview.holds.items()}
        self.rows.follow((counts.all, events), self._badges, held)
        self._page.sidebar.show_rows(sidebar_rows(counts, events, self.badge_of))
        self._page.show_empty(not counts.all and not counts.trash)
        self.counted.emit(counts)
        self.rows.load_again()
