"""The notes beside an article: what the other texts of its event say, worked out when asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services.errors import CrosslightError
from desktop.services.views import EventView
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.reading import Reading
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when the page is made, and when notes are asked for
    from desktop.ui.figures.notes import Notes
    from desktop.ui.panels.article import ArticlePage

_TOPIC = "notes"


class Others(QObject):
    """Joins the notes of the article page to the details of the event."""

    def __init__(self, workspace: Workspace, pages: EventPages, reading: Reading) -> None:
        super().__init__(reading)
        self._workspace, self._pages, self._reading = workspace, pages, reading
        reading.page_made.connect(self._join)

    def _join(self, page: ArticlePage) -> None:
        page.notes_wanted.connect(partial(self._make, page))
        page.bar.switched.connect(self._drop)
        page.base_chosen.connect(self._reading.turn_to)
        page.open_article.connect(self._pages.open_article)

    def _drop(self, with_others: bool) -> None:
        if not with_others:
            self._workspace.forget(_TOPIC)

    def _make(self, page: ArticlePage) -> None:
        view, shown = self._pages.view, page.reading.article
        if view is None or shown is None:
            return

        def fail(error: CrosslightError) -> None:
            page.others.say(" ".join((error.message, error.remedy)).strip())

        work = partial(_make_notes, shown.id, view)
        self._workspace.work_out(work, page.show_notes, fail, topic=_TOPIC)


def _make_notes(article: str, view: EventView) -> Notes:
    from desktop.services.event_details import make_details
    from desktop.ui.figures.notes import make_notes

    return make_notes(article, view, make_details(view))
