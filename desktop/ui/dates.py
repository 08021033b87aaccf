"""Dates with their time as lists print them: "2 Nov 2024, 18:37 IST"."""

from __future__ import annotations

from desktop.core.model.articles import Published
from desktop.ui.words import date_or_not_stated


def date_label(published: Published | None) -> str:
    """Return a publication date no more precise than it was stated, or that none is.

    >>> date_label(Published(2024, 11, 2, 18, 37, 330, "IST"))
    '2 Nov 2024, 18:37 IST'
    >>> date_label(Published(2024, 11, 2))
    '2 Nov 2024'
    """
    day = date_or_not_stated(published)
    if published is None or published.hour is None or published.minute is None:
        return day
    return f"{day}, {published.hour:02}:{published.minute:02} {_zone(published)}".rstrip()


def _zone(published: Published) -> str:
    if published.zone or published.offset_minutes is None:
        return published.zone or ""
    sign = "−" if published.offset_minutes < 0 else "+"
    hours, minutes = divmod(abs(published.offset_minutes), 60)
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
