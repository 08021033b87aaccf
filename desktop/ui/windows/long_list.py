"""A long list: the numbers of all its articles, and the pages of it that are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.services.articles import ArticleQuery, ids_of_numbers, list_numbers, live_among
from desktop.services.libraries import Library
from desktop.ui.models.articles import ArticleListModel, ListedArticle, ListRow
from desktop.ui.panels.library import LibraryPage
from desktop.ui.windows.listing import Flat, numbered_rows
from desktop.ui.windows.workspace import Workspace

# So many of the chosen articles stay chosen where they are out of sight.
_MOST_KEPT = 4


@dataclass(frozen=True, slots=True)
class _Again:
    """A long list read again: its numbers, the pages in sight, and what left it and still is."""

    numbers: array[int]
    pages: Mapping[int, Sequence[ListRow]]
    kept: frozenset[str]


class LongList(QObject):
    """Gives each article of a list its place, and reads pages as the view comes to them.

    `extended` tells that the places are there, `filled` that a page is, `shown_again` that the list
    was read again, with what left it and is in the library still: then `show` shows it.
    """

    extended = Signal()
    filled = Signal()
    shown_again = Signal(object)

    def __init__(self, page: LibraryPage, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._list, self._workspace = page.list, workspace
        self._numbers: array[int] = array("q")
        self._again: _Again | None = None

    @property
    def total(self) -> int:
        """Return how many articles the list has, 0 where it is not a long one."""
        return len(self._numbers)

    def chosen(self) -> Callable[[Library], list[str]]:
        """Return what reads the ids of all that is chosen, also of what the list does not hold."""
        rows, held = self._list.chosen_rows, self._list.chosen_ids
        if len(rows) == len(held) or not self._numbers:
            return lambda _library: held
        numbers = [self._numbers[row] for row in rows if row < len(self._numbers)]
        return lambda library: list(ids_of_numbers(library, numbers))

    def forget(self) -> None:
        """Be no long list, until one is begun."""
        self._numbers = array("q")
        self._workspace.forget("numbers")

    def begin(self, query: ArticleQuery) -> None:
        """Read the numbers of a list whose first page is shown."""
        work, trouble = partial(list_numbers, query=query), self._workspace.troubled.emit
        self._workspace.read_beside(work, self._extend, trouble, topic="numbers")

    def load_page(self, start: int, flat: Flat, held: Mapping[str, str]) -> None:
        """Read a page that the view came to."""
        if start >= len(self._numbers):
            return
        shown = self._numbers
        numbers = shown[start : start + ArticleListModel.PAGE]

        def put(rows: list[ListRow]) -> None:
            if shown is self._numbers:
                self._list.model.put_page(start, rows)
                self.filled.emit()

        self._workspace.read(partial(_read_rows, flat=flat, numbers=numbers, held=held), put)

    def load_again(self, flat: Flat, held: Mapping[str, str]) -> None:
        """Read the numbers again, and the pages that are in sight or have what is chosen."""
        size, chosen = ArticleListModel.PAGE, self._list.chosen_ids
        rows_kept = (*self._list.rows_in_sight, *self._list.chosen_rows[:_MOST_KEPT])
        starts = sorted({row - row % size for row in rows_kept})

        def work(library: Library) -> _Again:
            numbers = list_numbers(library, flat.query)
            pages = {
                start: _read_rows(library, flat, numbers[start : start + size], held)
                for start in starts
            }
            known = [row for rows in pages.values() for row in rows]
            return _Again(numbers, pages, kept_elsewhere(library, known, chosen))

        self._workspace.read(work, self._take, topic="page")

    def show(self, empty: str) -> None:
        """Show the list as it was read again; `empty` says what there is where nothing is."""
        if self._again is not None:
            self._list.show_pages(len(self._again.numbers), self._again.pages, empty)
            self._again = None

    def _extend(self, numbers: array[int]) -> None:
        self._numbers = numbers
        self._list.model.extend_to(len(numbers))
        self.extended.emit()

    def _take(self, again: _Again) -> None:
        self._again, self._numbers = again, again.numbers
        self.shown_again.emit(again.kept)


def with_hold(row: ListRow, held: Mapping[str, str]) -> ListRow:
    """Return a row with the words on where the user holds its article."""
    if not isinstance(row, ListedArticle) or row.summary.id not in held:
        return row
    return replace(row, held=held[row.summary.id])


def kept_elsewhere(
    library: Library, rows: Sequence[ListRow], chosen: Sequence[str]
) -> frozenset[str]:
    """Return those of the chosen articles that are not among rows and are in the library still."""
    listed = {row.summary.id for row in rows if isinstance(row, ListedArticle)}
    lost = [article_id for article_id in chosen if article_id not in listed]
    return live_among(library, lost) if lost else frozenset()


def _read_rows(
    library: Library, flat: Flat, numbers: Sequence[int], held: Mapping[str, str]
) -> list[ListRow]:
    return [with_hold(row, held) for row in numbered_rows(library, flat, numbers)]
