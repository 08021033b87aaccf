"""Which articles are on one event, as the user decides it: each decision told, each undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from desktop.services import decisions, event_decisions
from desktop.services.libraries import Library
from desktop.ui.models.sidebar import Shelf
from desktop.ui.windows.grouping_rules import Known, Target, empties
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.telling import decide_and_tell
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted


class Grouping(QObject):
    """Splits, joins, keeps, releases and renames; pages and sidebar follow where an event goes.

    `released` tells that a grouping has to find anew where articles belong.
    """

    released = Signal()

    def __init__(
        self, window: MainWindow, workspace: Workspace, shelves: Shelves, pages: EventPages
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._shelves, self._pages = shelves, pages

    @property
    def known(self) -> Known:
        """Return what the library holds."""
        shelves = self._shelves
        return Known.of(shelves.events, shelves.holds, can_write=self._workspace.can_write)

    def target(self, articles: Sequence[str], event_id: str = "") -> Target:
        """Return articles with the events that they are in."""
        view = self._pages.view
        inside = {article.id for article in view.articles} if view is not None else set[str]()
        shown = view.id if view is not None else ""
        listed = self._shelves.rows.events_of(articles)
        events = (listed.get(each) or (shown if each in inside else "") for each in articles)
        return Target(tuple(articles), tuple(events), event_id)

    def split(self, articles: Sequence[str]) -> None:
        """Make articles an event of their own, wherever they are now."""
        words = self.tr("Split off into an event of their own"), self._count(articles)
        if len(articles) == 1:
            words = self.tr("Split off into an event of its own"), self._count(articles)
        change = partial(event_decisions.make_event, article_ids=list(articles))
        self._decide(change, words)

    def move(self, articles: Sequence[str], event_id: str) -> None:
        """Put articles into an event, or into one of their own where none is named."""
        target = self.target(articles)
        if not event_id:
            self.split(articles)
        elif target.home == event_id:
            words = self.tr("Already in “{event}”").format(event=self.label(event_id))
            self._window.toast.show_message(words, is_good=True)
        else:
            words = self.tr("Moved to “{event}”").format(event=self.label(event_id))
            gone = target.home if empties(target, self.known) else ""
            self._decide(
                _keeping(event_id, articles), (words, self._count(articles)), gone, event_id
            )

    def keep(self, articles: Sequence[str], event_id: str) -> None:
        """Keep articles in their event, whatever is grouped later."""
        title = self.tr("Kept in “{event}”").format(event=self.label(event_id))
        note = self.tr("{articles}, whatever is grouped later")
        words = title, note.format(articles=self._count(articles))
        self._decide(_keeping(event_id, articles), words)

    def keep_out(self, articles: Sequence[str], event_id: str) -> None:
        """Take articles out of an event and keep them out of it."""
        title = self.tr("Kept out of “{event}”").format(event=self.label(event_id))
        note = self.tr("{articles}, whatever is grouped later")

        def change(library: Library) -> None:
            event_decisions.keep_out_of_event(library, event_id, list(articles))

        self._decide(change, (title, note.format(articles=self._count(articles))))

    def release(self, articles: Sequence[str]) -> None:
        """Forget what was decided about articles, and group again."""
        words = self.tr("Released {articles}").format(articles=self._count(articles))

        def change(library: Library) -> None:
            event_decisions.release_articles(library, list(articles))

        told = words, self.tr("The grouping decides again where they belong.")
        decide_and_tell(
            self._window, self._workspace, change, told, lambda _none: self.released.emit()
        )

    def join(self, event_id: str, other: str) -> None:
        """Make two events one, the first, which keeps its name."""
        words = self.tr("Joined with “{event}”").format(event=self.label(other))
        change = partial(event_decisions.join_events, event_ids=[event_id, other])
        self._decide(change, (words, self.label(event_id)), other, event_id)

    def rename(self, event_id: str, label: str) -> None:
        """Give an event another name; an empty one brings the found one back."""
        shown = " ".join(label.split()) or self.tr("It has the name again that was found for it.")
        change = partial(decisions.rename_event, event_id=event_id, label=label)
        self._decide(change, (self.tr("Event renamed"), shown))

    def ask_name(self, event_id: str) -> None:
        """Ask for an event's name and give it."""
        title, asked = self.tr("Rename event"), self.tr("Name of the event:")
        label = self.label(event_id)
        name, accepted = QInputDialog.getText(self._window, title, asked, text=label)
        if accepted and name != label:
            self.rename(event_id, name)

    def label(self, event_id: str) -> str:
        """Return the label of an event as it is shown."""
        return next((e.label for e in self._shelves.events if e.id == event_id), "")

    def _count(self, articles: Sequence[str]) -> str:
        return counted(len(articles), self.tr("article"), self.tr("articles"))

    def _decide(
        self,
        change: Callable[[Library], object],
        words: tuple[str, str],
        gone: str = "",
        instead: str = "",
    ) -> None:
        """Change the library, tell it, and show an event in place of one that is gone by that."""

        def follow(_result: object) -> None:
            sidebar = self._window.library.sidebar
            if gone and self._pages.event_id == gone:
                self._pages.choose_event(instead)
            if gone and sidebar.shelf == Shelf("event", gone):
                sidebar.choose(Shelf("event", instead))

        decide_and_tell(self._window, self._workspace, change, words, follow)


def _keeping(event_id: str, articles: Sequence[str]) -> Callable[[Library], None]:
    chosen = list(articles)
    return lambda library: event_decisions.keep_in_event(library, event_id, chosen)
