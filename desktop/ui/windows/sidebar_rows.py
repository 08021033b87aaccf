"""The rows of the sidebar, from the counts of the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.services.articles import Counts, OutletCount
from desktop.services.badges import OutletBadge
from desktop.services.events import EventSummary
from desktop.ui.models.sidebar import Shelf, SidebarRow

# More nobody looks through; all others are found by a search.
MOST_EVENTS = 200


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sidebar", text)


def sidebar_rows(
    counts: Counts, events: Sequence[EventSummary], badge_of: Callable[[str], OutletBadge]
) -> list[SidebarRow]:
    """Return collections, events and outlets with their heads, and a note where there are none."""
    rows = [SidebarRow(_tr("Library")), *_collections(counts)]
    rows += _searches(counts)
    rows.append(SidebarRow(_tr("Events"), makes_event=True))
    rows += [
        SidebarRow(event.label, Shelf("event", event.id), event.articles, "calendar-event")
        for event in events[:MOST_EVENTS]
    ]
    if len(events) > MOST_EVENTS:
        left = _tr("And {n} more: search for event: and a word.")
        rows.append(SidebarRow(left.format(n=f"{len(events) - MOST_EVENTS:,}"), is_note=True))
    if not events:
        note = _tr("Events appear when two or more articles report the same story.")
        rows.append(SidebarRow(note, is_note=True))
    rows.append(SidebarRow(_tr("Outlets")))
    for outlet in sorted(counts.outlets, key=_by_name):
        shelf = Shelf("outlet", outlet.name)
        badge = badge_of(outlet.name)
        rows.append(SidebarRow(outlet.name, shelf, outlet.articles, badge=badge))
    if not counts.outlets:
        rows.append(SidebarRow(_tr("None yet"), is_note=True))
    return rows + _tags(counts)


def _searches(counts: Counts) -> list[SidebarRow]:
    if not counts.searches:
        return []
    head = SidebarRow(_tr("Saved searches"))
    rows = [
        SidebarRow(each.name, Shelf("search", str(each.id)), None, "search", query=each.query)
        for each in counts.searches
    ]
    return [head, *rows]


def _tags(counts: Counts) -> list[SidebarRow]:
    rows = [
        SidebarRow(tag.name, Shelf("tag", tag.name), tag.articles, "tag") for tag in counts.tags
    ]
    note = _tr("Press T in the list to tag what is selected.")
    return [SidebarRow(_tr("Tags")), *(rows or [SidebarRow(note, is_note=True)])]


def _collections(counts: Counts) -> list[SidebarRow]:
    collections = (
        ("all", _tr("All articles"), counts.all, "inbox"),
        ("attention", _tr("Needs attention"), counts.attention, "alert-triangle"),
        ("undated", _tr("Undated"), counts.undated, "clock"),
        ("untagged", _tr("Untagged"), counts.untagged, "tag"),
        ("duplicates", _tr("Duplicates"), counts.duplicates, "copy"),
        ("reprints", _tr("Wire reprints"), counts.reprints, "news"),
        ("revisions", _tr("Revisions"), counts.revisions, "history"),
        ("trash", _tr("Trash"), counts.trash, "trash"),
    )
    return [SidebarRow(text, Shelf(name), count, icon) for name, text, count, icon in collections]


def _by_name(outlet: OutletCount) -> str:
    return outlet.name.casefold()
