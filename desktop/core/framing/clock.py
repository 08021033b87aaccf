"""The fair clock: which articles had been printed by the hour of each, where that can be known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from desktop.core.framing.sources import Sources
from desktop.core.model.articles import Article, Published
from desktop.core.model.details import ClockHour, FairClock

_DAY = 24 * 60
_ZONES_APART = 26 * 60


def build_clock(sources: Sources) -> FairClock:
    """Return what had been printed by the hour of each article with a date."""
    dated = [article for article in sources.articles if article.metadata.published.value]
    hours: list[ClockHour] = []
    for article in dated:
        printed = [
            other.id for other in dated if other is article or is_earlier(other, article) is True
        ]
        published = article.metadata.published.value
        hours.append(ClockHour(article.id, published.iso if published else "", tuple(printed)))
    known = {article.id for article in dated}
    return FairClock(
        hours=tuple(sorted(hours, key=lambda hour: len(hour.printed))),
        unknown=tuple(each.id for each in sources.articles if each.id not in known),
        undecided=tuple(_undecided(dated)),
    )


def _undecided(dated: Sequence[Article]) -> list[tuple[str, str]]:
    return [
        (one.id, other.id)
        for one, other in combinations(dated, 2)
        if is_earlier(one, other) is None and is_earlier(other, one) is None
    ]


def is_earlier(one: Article, other: Article) -> bool | None:
    """Say whether one article was surely printed before another; None where it cannot be known.

    A date without an hour may be any hour of the day, one without a zone any zone's.
    """
    first, second = one.metadata.published.value, other.metadata.published.value
    if first is None or second is None:
        return None
    begin, end = _bounds(first, second)
    start, stop = _bounds(second, first)
    if end < start:
        return True
    return False if stop < begin else None


def _bounds(published: Published, other: Published) -> tuple[int, int]:
    """Return the first and the last minute at which an article can have been printed."""
    day = date(published.year, published.month, published.day).toordinal() * _DAY
    if published.hour is None or published.minute is None:
        first, last = day, day + _DAY - 1
    else:
        first = last = day + 60 * published.hour + published.minute
    if published.offset_minutes is not None:
        return first - published.offset_minutes, last - published.offset_minutes
    if other.offset_minutes is None:
        return first, last  # neither names a zone: both are read as printed in one
    return first - _ZONES_APART // 2, last + _ZONES_APART // 2
