"""The place of an article in the order of dates, as one number that an index and a search keep.

It is the moment as printed, twelve digits from the year to the minute, times `ROOM`, plus the
article's number; an article without a date has its number alone. So undated articles come before
all dated ones, and no two articles have one place.
"""

from __future__ import annotations

ROOM = 2**25
_MOMENT = (
    "CAST(SUBSTR(REPLACE(REPLACE(REPLACE(published, '-', ''), 'T', ''), ':', '') || '0000', 1, 12)"
    " AS BIGINT)"
)
PLACE = f"COALESCE({_MOMENT}, 0) * {ROOM} + number"
FIRST_DATED = ROOM
LAST_PLACE = 2**63 - 1
_DIGITS = 12


def first_place(digits: str) -> int:
    """Return the place before which nothing of a year, month, day or minute stands.

    Args:
        digits: The year and what follows it, without marks.

    >>> first_place("2024") < first_place("20241102") < first_place("20241103")
    True
    """
    return int(digits.ljust(_DIGITS, "0")) * ROOM


def last_place(digits: str) -> int:
    """Return the place after which nothing of a year, month, day or minute stands.

    >>> last_place("2024") < first_place("2025")
    True
    """
    return int(digits.ljust(_DIGITS, "9")) * ROOM + ROOM - 1
