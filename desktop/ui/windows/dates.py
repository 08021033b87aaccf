"""The date card of the article that is read: a bar where sources disagree, a popup, and edits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services import decisions
from desktop.services.libraries import Library
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.reading import Reading
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.services.date_cards import DateCard
    from desktop.ui.panels.article import ArticlePage

_TOPIC = "date card"


class Dates(QObject):
    """Reads what is stated of each article that is read, shows it, and carries out a choice."""

    def __init__(self, window: MainWindow, workspace: Workspace, reading: Reading) -> None:
        super().__init__(window)
        self._window, self._workspace, self._reading = window, workspace, reading
        self._card: DateCard | None = None
        self._panes = list[ReadingPane]()
        self._follow(reading.pane)
        reading.page_made.connect(self._follow_page)
        reading.article_shown.connect(self._read)
        workspace.changed.connect(self._read)

    def _follow_page(self, page: ArticlePage) -> None:
        self._follow(page.reading)

    def _follow(self, pane: ReadingPane) -> None:
        self._panes.append(pane)
        pane.dates.opened.connect(partial(self._open, pane))
        pane.dates.show_conflicts(self._card)

    def _read(self) -> None:
        shown = self._reading.shown
        if shown is None:
            self._workspace.forget(_TOPIC)
            self._show(None)
            return
        self._workspace.read(partial(_read_card, shown.article.id), self._show, topic=_TOPIC)

    def _show(self, card: DateCard | None) -> None:
        self._card = card
        for pane in self._panes:
            pane.dates.show_conflicts(card)

    def _open(self, pane: ReadingPane) -> None:
        from desktop.ui.panels.date_card_popup import DateCardPopup

        card = self._card
        if card is None:
            return
        popup = DateCardPopup(card, pane, can_write=self._workspace.can_write)
        popup.card.use_wanted.connect(partial(self._use, card.article_id))
        popup.card.edit_wanted.connect(pane.edit_field)
        popup.card.evidence_wanted.connect(pane.text.choose_words)
        popup.show_under(pane.dates if pane.dates.isVisible() else pane.details)

    def _use(self, article_id: str, field: str, value: str) -> None:
        def work(library: Library) -> tuple[str, int | None]:
            from desktop.services.date_cards import use_statement

            use_statement(library, article_id, field, value)
            return decisions.undo_label(library) or "", decisions.last_decision(library)

        def tell(made: tuple[str, int | None]) -> None:
            label, number = made
            self._window.toast.show_message(self.tr("Noted"), label, undoes=number)

        self._workspace.decide(work, tell)


def _read_card(article_id: str, library: Library) -> DateCard:
    from desktop.services.date_cards import get_date_card

    return get_date_card(library, article_id)
