"""Rows of the library's list: heads of events, and articles, fetched page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from desktop.services.badges import OutletBadge
from desktop.ui.dates import date_label
from desktop.ui.words import no_rate

if TYPE_CHECKING:  # the module brings the database along, which first paint must not wait for
    from desktop.services.articles import ArticleSummary

Index: TypeAlias = QModelIndex | QPersistentModelIndex


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
    """A head in words over the articles that follow; `is_small` parts a group once more."""

    text: str
    note: str = ""
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article of the list with its outlet's badge."""

    summary: ArticleSummary
    badge: OutletBadge


ListRow: TypeAlias = EventHead | PlainHead | ListedArticle


class ArticleListModel(QAbstractListModel):
    """Holds the pages fetched so far; asks for the next when a view comes to the end."""

    ROW = Qt.ItemDataRole.UserRole
    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListRow] = []
        self._has_more, self._asked = False, False

    def show_rows(self, rows: Sequence[ListRow], *, has_more: bool) -> None:
        """Take the place of all rows."""
        self.beginResetModel()
        self._rows, self._has_more, self._asked = list(rows), has_more, False
        self.endResetModel()

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
        """Return the rows fetched so far."""
        return tuple(self._rows)

    @property
    def articles(self) -> tuple[ListedArticle, ...]:
        """Return the articles among the rows."""
        return tuple(row for row in self._rows if isinstance(row, ListedArticle))

    def row_of(self, article_id: str) -> int:
        """Return the row of an article, or -1."""
        for nth, row in enumerate(self._rows):
            if isinstance(row, ListedArticle) and row.summary.id == article_id:
                return nth
        return -1

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> ListRow | str | None:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._sentence(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], ListedArticle):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

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
            return row.text
        summary = row.summary
        parts = [summary.outlet or self.tr("Outlet not stated"), summary.title]
        parts.append(date_label(summary.published))
        if summary.own is not None and summary.own.language:
            reason = no_rate(summary.own)
            parts.append(reason[:1].upper() + reason[1:])
        elif summary.own is not None and summary.quoted is not None:
            counts = self.tr("Loaded wording: {own} in own voice, {quoted} in quoted voices")
            parts.append(counts.format(own=summary.own.count, quoted=summary.quoted.count))
        return ". ".join(parts)
