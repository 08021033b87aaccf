"""The outlets of an event as columns: which voices are shown, in which order they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.articles import Article
from desktop.services.badges import OutletBadge
from desktop.services.views import EventView


class Voices(IntEnum):
    """Whose words a view shows; the numbers are the places in the switch."""

    BOTH = 0
    OWN = 1
    QUOTED = 2

    @property
    def shown(self) -> tuple[Voice, ...]:
        """Return the voices that are shown, own first."""
        return {
            Voices.BOTH: (Voice.OWN, Voice.QUOTED),
            Voices.OWN: (Voice.OWN,),
            Voices.QUOTED: (Voice.QUOTED,),
        }[self]


class Order(IntEnum):
    """How the outlets stand; the numbers are the places in the switch."""

    ADDED = 0
    LOADED = 1


@dataclass(frozen=True, slots=True)
class OutletColumn:
    """An article of the event with its analysis; `is_tied` where its place is no certain order."""

    article: Article
    analysis: Analysis
    badge: OutletBadge
    is_tied: bool = False

    @property
    def name(self) -> str:
        """Return the outlet's name, or the letters of its badge where no name is stated."""
        return self.badge.name or self.badge.letters

    @property
    def mark(self) -> tuple[str, int]:
        """Return letters and slot, as painters take a badge."""
        return self.badge.letters, self.badge.slot


def outlet_columns(view: EventView, order: Order = Order.ADDED) -> tuple[OutletColumn, ...]:
    """Return the outlets of an event in an order; what no rank names keeps its place at the end."""
    added = [
        OutletColumn(*parts)
        for parts in zip(view.articles, view.analyses, view.badges, strict=True)
    ]
    if order is Order.ADDED:
        return tuple(added)
    by_id = {column.article.id: column for column in added}
    # A rank names one article for a text; who prints the same stands beside it.
    prints = {group[0]: group for group in view.comparison.reprints}
    ranked: list[OutletColumn] = []
    for group in view.comparison.ranks:
        named = [each for article in group for each in prints.get(article, (article,))]
        known = [by_id.pop(article) for article in named if article in by_id]
        tied = len(group) > 1
        ranked += [OutletColumn(c.article, c.analysis, c.badge, tied) for c in known]
    return (*ranked, *by_id.values())
