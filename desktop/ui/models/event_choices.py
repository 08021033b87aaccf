"""Events to choose one from: their labels, outlets and dates, narrowed by words typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt
from typing_extensions import override

from desktop.core.model.articles import Published
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.models.articles import Index
from desktop.ui.words import counted, date_or_not_stated

_OUTLETS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class EventChoice:
    """An event as the chooser shows it, of `articles`, and printed on `first` to `last`."""

    id: str
    label: str
    outlets: tuple[str, ...]
    articles: int
    first: Published | None = None
    last: Published | None = None

    @property
    def about(self) -> str:
        """Return how many articles it has, of which outlets, and when they were published."""
        count = counted(self.articles, _tr("article"), _tr("articles"))
        return " · ".join(part for part in (count, self._outlets, self._dates) if part)

    @property
    def sought(self) -> str:
        """Return all in which words that are typed are looked for."""
        return " ".join((self.label, *self.outlets, self._dates)).casefold()

    @property
    def _outlets(self) -> str:
        shown, more = self.outlets[:_OUTLETS_SHOWN], len(self.outlets) - _OUTLETS_SHOWN
        words = ", ".join(shown)
        return words if more <= 0 else _tr("{outlets} and {n} more").format(outlets=words, n=more)

    @property
    def _dates(self) -> str:
        first, last = date_or_not_stated(self.first), date_or_not_stated(self.last)
        return first if first == last else _tr("{first} to {last}").format(first=first, last=last)


class EventChoices(QAbstractListModel):
    """The events that have all the words typed, in the order given."""

    CHOICE = Qt.ItemDataRole.UserRole

    def __init__(self, choices: Sequence[EventChoice], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = [(choice, choice.sought) for choice in choices]
        self._shown = list(choices)

    def narrow(self, words: str) -> None:
        """Show those that have all of some words, whole or in part."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._shown = [
            choice for choice, sought in self._all if all(word in sought for word in wanted)
        ]
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> EventChoice | str | None:
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        if role == self.CHOICE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.label}. {choice.about}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{choice.label}\n{', '.join(choice.outlets)}".strip())
        return None


def _tr(words: str) -> str:
    return QCoreApplication.translate("EventChooser", words)
