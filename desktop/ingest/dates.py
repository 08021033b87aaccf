"""Dates as files state them: ISO 8601, mail headers, and months in words; never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z|[+-]\d{4})?)?")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)
_EARLIEST, _LATEST = 1000, 2099


def to_iso(written: str) -> str:
    """Return a full date as ISO 8601, as precise as it is written; an empty text for all else.

    >>> to_iso("2024-11-02T18:37:10+0530")
    '2024-11-02T18:37+05:30'
    >>> to_iso("November 2, 2024"), to_iso("02/11/2024"), to_iso("Nov 2024")
    ('2024-11-02', '', '')
    """
    plain = " ".join(written.split())
    for pattern in (_ISO, _COMPACT):
        if found := pattern.fullmatch(plain):
            groups = found.groups()
            return _joined(groups[:3], groups[3:5], groups[-1])
    if found := _DAY_FIRST.fullmatch(plain):
        return _in_words(found[3], found[2], found[1])
    if found := _MONTH_FIRST.fullmatch(plain):
        return _in_words(found[3], found[1], found[2])
    return _from_mail(plain)


def _joined(day: tuple[str, ...], clock: tuple[str | None, ...], zone: str | None) -> str:
    stated = _day(*(int(part) for part in day))
    hour, minute = clock
    if not stated or hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return stated
    if zone is None:
        return f"{stated}T{hour}:{minute}"
    offset = "+00:00" if zone in "Zz" else f"{zone[:3]}:{zone[-2:]}"
    return f"{stated}T{hour}:{minute}{offset}"


def _in_words(year: str, month: str, day: str) -> str:
    short = month[:3].lower()
    return _day(int(year), _MONTHS.index(short) + 1, int(day)) if short in _MONTHS else ""


def _day(year: int, month: int, day: int) -> str:
    try:
        stated = date(year, month, day)
    except ValueError:
        return ""
    return stated.isoformat() if _EARLIEST <= year <= _LATEST else ""


def _from_mail(plain: str) -> str:
    if not re.search(r"\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d", plain):
        return ""
    try:
        moment: datetime = parsedate_to_datetime(plain)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    if not _EARLIEST <= moment.year <= _LATEST:
        return ""
    return moment.isoformat(timespec="minutes")
