"""Rows of the library's list: heads of events, and articles, fetched page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from desktop.services.badges import OutletBadge
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.dates import date_label
from desktop.ui.words import no_rate

if TYPE_CHECKING:  # the module brings the database along, which first paint must not wait for
    from desktop.services.articles import ArticleSummary
    from desktop.services.snippets import Snippet

Index: TypeAlias = QModelIndex | QPersistentModelIndex

# The ids of articles that are dragged, one a line.
ARTICLES_MIME = "application/x-crosslight-articles"


@dataclass(frozen=True, slots=True)
class EventHead:
    """The head over an event's articles; `dated` of them have a publication date."""

    id: str
    label: str
    outlets: int
    articles: int
    dated: int


@dataclass(frozen=True, slots=True)
class PlainHead:
    """A head in words over the articles that follow; `is_small` parts a group once more.

    `tip` says more than there is room for.
    """

    text: str
    note: str = ""
    is_small: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article of the list with its outlet's badge.

    `held` says in words where the user's decisions hold it, empty where nothing was decided;
    `note` says why the article stands in the collection that is listed, `snippet` where a search
    hit, `tags` are the user's.
    """

    summary: ArticleSummary
    badge: OutletBadge
    held: str = ""
    note: str = ""
    snippet: Snippet | None = None
    tags: tuple[str, ...] = ()


ListRow: TypeAlias = EventHead | PlainHead | ListedArticle


class ArticleListModel(QAbstractListModel):
    """Holds the pages of a list that were fetched; asks for others when a view comes to them.

    A long list has a place for each of its rows and holds few pages of them: a page that nobody
    has looked at for longest makes room. `more_wanted` asks for what follows where it is not known
    how much that is, `page_wanted` for the page that begins with a row.
    """

    ROW = Qt.ItemDataRole.UserRole
    PAGE, _MOST_PAGES = 100, 12
    more_wanted = Signal()
    page_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListRow | None] = []
        self._has_more, self._asked = False, False
        self._pages: dict[int, None] = {}
        self._wanted: set[int] = set()

    def show_rows(self, rows: Sequence[ListRow], *, has_more: bool) -> None:
        """Take the place of all rows."""
        self.beginResetModel()
        self._rows = _waiting(len(rows))
        self._rows[:] = rows
        self._has_more, self._asked = has_more, False
        self._pages, self._wanted = {}, set()
        self.endResetModel()

    def show_pages(self, total: int, pages: Mapping[int, Sequence[ListRow]]) -> None:
        """Take the place of all rows by a long list, with the pages of it that are known."""
        self.beginResetModel()
        self._rows = _waiting(total)
        self._has_more = self._asked = False
        self._pages, self._wanted = {}, set()
        for start, rows in pages.items():
            self._put(start, rows)
        self.endResetModel()

    def extend_to(self, total: int) -> None:
        """Make the first page that is shown that of a long list."""
        self._has_more, first = False, len(self._rows)
        self._pages = dict.fromkeys(range(0, first, self.PAGE))
        if total > first:
            self.beginInsertRows(QModelIndex(), first, total - 1)
            self._rows += _waiting(total - first)
            self.endInsertRows()

    def put_page(self, start: int, rows: Sequence[ListRow]) -> None:
        """Show a page of a long list that was asked for."""
        if start >= len(self._rows):
            return
        self._put(start, rows)
        for oldest in list(self._pages)[: -self._MOST_PAGES]:
            del self._pages[oldest]
            end = min(oldest + self.PAGE, len(self._rows))
            self._rows[oldest:end] = _waiting(end - oldest)
        end = min(start + self.PAGE, len(self._rows)) - 1
        self.dataChanged.emit(self.index(start), self.index(end))

    def append_rows(self, rows: Sequence[ListRow], *, has_more: bool) -> None:
        """Add the page that was asked for."""
        self._has_more, self._asked = has_more, False
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """Return the rows that are held now."""
        return tuple(row for row in self._rows if row is not None)

    @property
    def articles(self) -> tuple[ListedArticle, ...]:
        """Return the articles among the rows that are held now."""
        return tuple(row for row in self._rows if isinstance(row, ListedArticle))

    @property
    def is_long(self) -> bool:
        """Say whether the list has places for rows that are not held."""
        return bool(self._pages)

    def row_of(self, article_id: str) -> int:
        """Return the row of an article, or -1."""
        for nth, row in enumerate(self._rows):
            if isinstance(row, ListedArticle) and row.summary.id == article_id:
                return nth
        return -1

    def _put(self, start: int, rows: Sequence[ListRow]) -> None:
        shown = list(rows)[: len(self._rows) - start]
        self._rows[start : start + len(shown)] = shown
        self._wanted.discard(start)
        self._pages.pop(start, None)
        self._pages[start] = None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> ListRow | str | None:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if row is None:
            start = index.row() - index.row() % self.PAGE
            if start not in self._wanted:
                self._wanted.add(start)
                self.page_wanted.emit(start)
            return self.tr("Being read") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == self.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._sentence(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_row_tip(row))
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self._rows[index.row()]
        if row is None or isinstance(row, ListedArticle):
            flag = Qt.ItemFlag
            return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled
        return Qt.ItemFlag.NoItemFlags

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return [ARTICLES_MIME, "text/plain"]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = (self._rows[nth] for nth in sorted(index.row() for index in indexes))
        dragged = [row for row in rows if isinstance(row, ListedArticle)]
        data = QMimeData()
        data.setData(ARTICLES_MIME, "\n".join(row.summary.id for row in dragged).encode())
        data.setText("\n".join(self._sentence(row) for row in dragged))
        return data

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more and not self._asked

    @override
    def fetchMore(self, parent: Index) -> None:
        self._asked = True
        self.more_wanted.emit()

    def _sentence(self, row: ListRow) -> str:
        if isinstance(row, EventHead):
            return self.tr("Event: {label}").format(label=row.label)
        if isinstance(row, PlainHead):
            return ". ".join(part for part in (row.text, row.tip) if part)
        summary = row.summary
        parts = [summary.outlet or self.tr("Outlet not stated"), summary.title]
        parts.append(date_label(summary.published))
        if summary.own is not None and summary.own.language:
            reason = no_rate(summary.own)
            parts.append(reason[:1].upper() + reason[1:])
        elif summary.own is not None and summary.quoted is not None:
            counts = self.tr("Loaded wording: {own} in own voice, {quoted} in quoted voices")
            parts.append(counts.format(own=summary.own.count, quoted=summary.quoted.count))
        parts += [part for part in (row.held, row.note) if part]
        if row.snippet is not None and row.snippet.text:
            parts.append(row.snippet.text)
        if summary.importance:
            parts.append(self.tr("Importance {level} of 3").format(level=summary.importance))
        if row.tags:
            parts.append(self.tr("Tags: {names}").format(names=", ".join(row.tags)))
        return ". ".join(parts)


def _waiting(count: int) -> list[ListRow | None]:
    """Return the places of rows that are not held."""
    return [None] * count


def dragged_articles(data: QMimeData) -> list[str]:
    """Return the ids of the articles that are dragged; none where something else is."""
    if not data.hasFormat(ARTICLES_MIME):
        return []
    return bytes(data.data(ARTICLES_MIME).data()).decode("utf-8", "replace").splitlines()


def _row_tip(row: ListRow) -> str:
    if isinstance(row, ListedArticle):
        return "\n".join(part for part in (row.held, row.note) if part)
    return row.label if isinstance(row, EventHead) else row.tip
