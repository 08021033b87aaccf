"""The copies of the article that is read: a bar over it, a dialog, and what is decided there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.model.copies import CopyKind
from desktop.services import decisions
from desktop.services.libraries import Library
from desktop.services.progress import Progress
from desktop.ui.jobs import Job
from desktop.ui.models.copies import ArticleCopies, Choice, CopyRow, article_copies
from desktop.ui.windows.main import LIBRARY, MainWindow
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.reading import Reading
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.ui.panels.article import ArticlePage
    from desktop.ui.panels.copies_dialog import CopiesDialog

_TOPIC, _PAIR_TOPIC, _FIND_TOPIC = "copies", "copies of two", "lacking copies"


class CopyWork(QObject):
    """Keeps the bars of the reading panes, and carries out what is said of two articles."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, reading: Reading, pages: EventPages
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._reading, self._pages = reading, pages
        self._copies: ArticleCopies | None = None
        self._bars = [reading.pane.copies]
        reading.pane.copies.opened.connect(self.open)
        reading.page_made.connect(self._follow_page)
        reading.article_shown.connect(self._read)
        workspace.changed.connect(self._read)
        workspace.opened.connect(self._catch_up)
        window.commands["copies"].triggered.connect(self.open_chosen)

    def open_chosen(self) -> None:
        """Open what is known of the two articles that are chosen, or of the one that is read."""
        ids = self._window.library.list.chosen_ids
        if len(ids) == 2 and self._window.page == LIBRARY:
            self._workspace.read(partial(_read_pair, ids), self._open, topic=_PAIR_TOPIC)
        else:
            self.open()

    def open(self) -> None:
        """Open the copies of the article that is read."""
        if self._copies is not None and self._copies.rows:
            self._open(self._copies)
        elif self._reading.shown is not None:
            title = self.tr("This article has no copies in the library.")
            note = self.tr("Choose two articles in the list to say that they are copies.")
            self._window.toast.show_message(title, note, is_good=True)

    def _catch_up(self) -> None:
        """Find the copies of what came in with a program that did not look for them."""
        if self._workspace.can_write:
            self._workspace.read(_lacks_copies, self._find, topic=_FIND_TOPIC)

    def _find(self, lacks: bool) -> None:
        library = self._workspace.library
        if library is None or not lacks:
            return
        job = Job(self.tr("Finding copies"), "copy", partial(_find_copies, library))
        job.finished.connect(self._workspace.changed)
        self._workspace.jobs.start(job)

    def _read(self) -> None:
        shown = self._reading.shown
        if shown is None:
            self._workspace.forget(_TOPIC)
            self._show(None)
            return
        article = shown.article
        work = partial(read_copies, article.id, article.title)
        self._workspace.read(work, self._show, topic=_TOPIC)

    def _show(self, copies: ArticleCopies | None) -> None:
        self._copies = copies
        for bar in self._bars:
            bar.show_copies(copies)

    def _follow_page(self, page: ArticlePage) -> None:
        self._bars.append(page.reading.copies)
        page.reading.copies.opened.connect(self.open)
        page.reading.copies.show_copies(self._copies)

    def _open(self, copies: ArticleCopies) -> None:
        from desktop.ui.panels.copies_dialog import CopiesDialog

        dialog = CopiesDialog(copies, self._window)
        dialog.card.allow(self._workspace.can_write)
        dialog.compared.connect(partial(self._compare, copies.article))
        dialog.opened.connect(self._reading.turn_to)
        dialog.decided.connect(partial(self._decide, dialog, copies))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _compare(self, article: str, other: str) -> None:
        versions = self._copies
        row = next((r for r in versions.rows if r.id == other), None) if versions else None
        # The earlier version stands left.
        pair = (article, other) if row is not None and row.is_later else (other, article)
        self._pages.open_diff(*pair)

    def _decide(self, dialog: CopiesDialog, copies: ArticleCopies, other: str, choice: str) -> None:
        def work(library: Library) -> tuple[str, int | None]:
            decide_on(library, copies.article, other, Choice(choice))
            return decisions.undo_label(library) or "", decisions.last_decision(library)

        def tell(made: tuple[str, int | None]) -> None:
            label, number = made
            self._window.toast.show_message(self.tr("Noted"), label, undoes=number)

        dialog.accept()
        self._workspace.decide(work, tell)


def _lacks_copies(library: Library) -> bool:
    from desktop.services.copies import lacks_copies

    return lacks_copies(library)


def _find_copies(library: Library) -> Iterator[Progress]:
    from desktop.services.copies import find_copies

    return find_copies(library)


def decide_on(library: Library, article: str, other: str, choice: Choice) -> None:
    """Carry out what the user says of the article that is read and a copy of it."""
    from desktop.services import copy_decisions

    if choice is Choice.MERGED:
        copy_decisions.merge_copies(library, article, other)
    elif choice is Choice.SEPARATE:
        copy_decisions.unlink_copies(library, article, other)
    else:
        copy_decisions.link_copies(library, article, other, CopyKind(choice.value))


def read_copies(article: str, title: str, library: Library) -> ArticleCopies:
    """Return the copies of an article."""
    from desktop.services.copies import list_copies, list_versions

    found = list_copies(library, article_id=article)
    return article_copies(article, title, found, list_versions(library, article))


def _read_pair(ids: Sequence[str], library: Library) -> ArticleCopies:
    """Return what is known of two articles alone."""
    from desktop.services.articles import get_article

    one, other = (get_article(library, article_id) for article_id in ids)
    known = read_copies(one.id, one.title, library)
    rows = tuple(row for row in known.rows if row.id == other.id)
    if not rows:
        facts = (other.id, other.title, other.outlet, other.metadata.published.value)
        rows = (CopyRow(*facts, None, 0.0, by_user=False, is_later=False),)
    return ArticleCopies(one.id, one.title, rows)
