"""Dates that a person types: full ones, in ISO form, in words, or in figures that mean one day."""

from __future__ import annotations

from datetime import date

from desktop.ingest.dates import AmbiguousDateError, is_future, read_date
from desktop.services.errors import CrosslightError
from desktop.services.metadata import to_published

_HOW = "Write it as 2 November 2024, 2024-11-02 or 2024-11-02T18:37."


def read_typed_date(typed: str) -> str:
    """Return a date that a person typed as ISO 8601, as precise as it was typed.

    Raises:
        CrosslightError: It is not a full date, may be two, or lies ahead.

    >>> read_typed_date("2 November 2024"), read_typed_date("2. November 2024, 18:37")
    ('2024-11-02', '2024-11-02T18:37')
    """
    try:
        iso = read_date(typed)
    except AmbiguousDateError as error:
        first, second = (_told(reading) for reading in error.readings)
        raise CrosslightError(
            f"“{typed}” can be {first} or {second}.", "Write the month in words, or the year first."
        ) from error
    published = to_published(iso) if iso else None
    if published is None:
        raise CrosslightError(f"“{typed}” is not a full date.", _HOW)
    if is_future(published.iso):
        raise CrosslightError(
            f"{_told(published.iso)} lies ahead.", "An article is dated when it has been published."
        )
    return published.iso


def _told(iso: str) -> str:
    day = date.fromisoformat(iso[:10])
    return f"{day.day} {day:%B} {day.year}"
