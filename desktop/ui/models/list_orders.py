"""What the list can be sorted by and narrowed to, as menus offer it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

GROUPED, BY_DATE, BY_MATCH = "grouped", "newest", "match"
# A larger library is listed by date: nobody scrolls through thousands of events.
MOST_GROUPED = 2_000


@dataclass(frozen=True, slots=True)
class ListOrder:
    """An order as a menu names it; `key` is what articles are sorted by."""

    name: str
    text: str
    key: str = ""
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class ListFilter:
    """A filter as a menu names it, and the query that it is."""

    text: str
    query: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListOrders", text)


def list_orders() -> tuple[ListOrder, ...]:
    """Return the orders in the order of the menu, the one of a new window first."""
    return (
        ListOrder(GROUPED, _tr("By event"), "date", True),
        ListOrder(BY_DATE, _tr("Newest first"), "date", True),
        ListOrder("oldest", _tr("Oldest first"), "date"),
        ListOrder(BY_MATCH, _tr("Best match first"), "relevance"),
        ListOrder("added", _tr("Last added first"), "added", True),
        ListOrder("title", _tr("By headline"), "title"),
        ListOrder("outlet", _tr("By outlet"), "outlet"),
        ListOrder("loaded", _tr("Most loaded first"), "loaded", True),
        ListOrder("critical", _tr("Most critical first"), "tone"),
        ListOrder("favorable", _tr("Most favorable first"), "tone", True),
        ListOrder("important", _tr("Most important first"), "importance", True),
    )


def list_filters() -> tuple[ListFilter, ...]:
    """Return the filters in the order of the menu."""
    return (
        ListFilter(_tr("Rated important"), "importance:1.."),
        ListFilter(_tr("With a note"), "has:note"),
        ListFilter(_tr("With a tag"), "has:tag"),
        ListFilter(_tr("Without a tag"), "is:untagged"),
        ListFilter(_tr("Without a date"), "is:undated"),
        ListFilter(_tr("Not analyzed yet"), "is:unanalyzed"),
        ListFilter(_tr("Needs attention"), "is:attention"),
        ListFilter(_tr("In another language"), "-lang:en"),
    )
