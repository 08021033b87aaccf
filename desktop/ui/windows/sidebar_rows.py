"""The rows of the sidebar, from the counts of the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.services.articles import Counts, OutletCount
from desktop.services.badges import OutletBadge
from desktop.services.events import EventSummary
from desktop.ui.models.sidebar import Shelf, SidebarRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sidebar", text)


def sidebar_rows(
    counts: Counts, events: Sequence[EventSummary], badge_of: Callable[[str], OutletBadge]
) -> list[SidebarRow]:
    """Return collections, events and outlets with their heads, and a note where there are none."""
    rows = [SidebarRow(_tr("Library")), *_collections(counts)]
    rows.append(SidebarRow(_tr("Events"), makes_event=True))
    rows += [
        SidebarRow(event.label, Shelf("event", event.id), event.articles, "calendar-event")
        for event in events
    ]
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
    return rows


def _collections(counts: Counts) -> list[SidebarRow]:
    collections = (
        ("all", _tr("All articles"), counts.all, "inbox"),
        ("attention", _tr("Needs attention"), counts.attention, "alert-triangle"),
        ("duplicates", _tr("Duplicates"), counts.duplicates, "copy"),
        ("reprints", _tr("Wire reprints"), counts.reprints, "news"),
        ("revisions", _tr("Revisions"), counts.revisions, "history"),
        ("trash", _tr("Trash"), counts.trash, "trash"),
    )
    return [SidebarRow(text, Shelf(name), count, icon) for name, text, count, icon in collections]


def _by_name(outlet: OutletCount) -> str:
    return outlet.name.casefold()
