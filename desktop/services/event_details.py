"""The details of an event's comparison: figures, naming, questions and what else views show."""

from __future__ import annotations

from threading import Lock

from desktop.core.analysis.details import detail_comparison
from desktop.core.analysis.revisions import revise_details
from desktop.core.model.details import Details
from desktop.services.lexicons import load_lexicons
from desktop.services.views import EventView


class _Latest:
    """Holds the details that were made last: tab and report ask for those of one event."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[EventView, Details] | None = None

    def get(self, view: EventView) -> Details:
        # One at a time: who waits for the same event takes what the first has made.
        with self._lock:
            if self._made is None or self._made[0] is not view:
                self._made = (view, _make(view))
            return self._made[1]


_latest = _Latest()


def make_details(view: EventView) -> Details:
    """Return the details of an event as it stands with the user's corrections.

    This takes seconds for an event of many articles; asked again for the same view it does not.
    """
    return _latest.get(view)


def _make(view: EventView) -> Details:
    found = detail_comparison(view.articles, view.analyses, load_lexicons(), view.comparison)
    return revise_details(found, view.judgments, view.articles)[0]
