"""Dates as texts print them: publication lines, and the date, minute and zone they state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.model.articles import Published
from desktop.core.model.spans import Span
from desktop.core.text.tokens import word_set

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_DATE = re.compile(
    rf"\b{_MONTH.format('month_a')}\s+{_DAY.format('day_a')},?\s+{_YEAR.format('year_a')}"
    rf"|{_DAY.format('day_b')}\s+(?:of\s+)?{_MONTH.format('month_b')},?\s+{_YEAR.format('year_b')}"
    r"|(?<!\d)(?P<year_c>(?:19|20)\d\d)-(?P<month_c>0[1-9]|1[0-2])-(?P<day_c>[0-2]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"[\s,|•·–—-]*(?:at\s+|T(?=\d))?\(?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?"
    r"(?!\d)\s*(?P<half>[ap])?(?(half)\.?m\b\.?)(?:\s*\(?(?P<zone>Z(?![a-z])|[A-Z]{2,5}\b|(?:UTC|GMT)?"
    r"\s*[+-]\d\d?:?(?:\d\d)?)\)?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d\d?):?(\d\d)?", re.IGNORECASE)
_ZONES = {
    "IST": 330, "GMT": 0, "UTC": 0, "Z": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420, "AEST": 600, "AEDT": 660, "JST": 540, "KST": 540,
    "SGT": 480, "HKT": 480, "PKT": 300, "NZST": 720, "NZDT": 780, "AKST": -540, "HST": -600,
    "WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180, "ET": None, "PT": None, "CT": None, "MT": None,
}  # fmt: skip
_LINE_WORDS = word_set(
    "published publish updated update posted post last modified first created revised issued "
    "date on at by of and the mon tue tues wed thu thur thurs fri sat sun monday tuesday "
    "wednesday thursday friday saturday sunday am pm a.m p.m noon midnight edition print online "
    "web time local jan feb mar apr may jun jul aug sep sept oct nov dec january february march "
    "april june july august september october november december"
)
_DIGIT = re.compile(r"\d")
_PART = re.compile(r"[^\W\d_][\w.'’]*|\d+")
_SHORT_DATE = re.compile(
    rf"\b{_MONTH.format('m1')}\s+{_DAY.format('d1')}|{_DAY.format('d2')}\s+{_MONTH.format('m2')}\b"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date with year, month and day as a text prints it, and the code points that say so."""

    span: Span
    published: Published


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[StatedDate]:
    """Yield the dates that are stated in full, with the minute and zone that follow them.

    >>> [d.published.iso for d in find_dates("Nov 2, 2024 - 07:00; 3 May 2023 6:37 pm IST")]
    ['2024-11-02T07:00', '2023-05-03T18:37+05:30']
    """
    stop = len(text) if end is None else end
    for match in _DATE.finditer(text, start, stop):
        day = _day_of(match)
        if day is None:
            continue
        time = _TIME.match(text, match.end(), stop)
        if time is None:
            yield StatedDate(Span(*match.span()), day)
        else:
            yield _with_time(match.start(), day, time)


def _day_of(match: re.Match[str]) -> Published | None:
    if match["year_c"]:
        year, month, day = int(match["year_c"]), int(match["month_c"]), int(match["day_c"])
    else:
        form = "a" if match["year_a"] else "b"
        name: str = match[f"month_{form}"].lower()
        month = 1 + _MONTHS.index(name[:3]) // 4
        year, day = int(match[f"year_{form}"]), int(match[f"day_{form}"])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = (
        29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )
    return Published(year, month, day) if 1 <= day <= longest else None


def _with_time(start: int, day: Published, time: re.Match[str]) -> StatedDate:
    hour, minute = int(time["hour"]), int(time["minute"])
    half: str = (time["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone, offset = _zone_of(time["zone"])
    end = time.end() if zone else time.end("minute")
    if half and not zone:
        end = _end_of_half(time)
    published = Published(day.year, day.month, day.day, hour, minute, offset, zone)
    return StatedDate(Span(start, end), published)


def _end_of_half(time: re.Match[str]) -> int:
    tail = re.compile(r"\.?m\.?", re.IGNORECASE).match(time.string, time.end("half"))
    return tail.end() if tail else time.end("half")


def _zone_of(stated: str | None) -> tuple[str | None, int | None]:
    """Return a zone's name and its distance from UTC; a word that is no zone gives neither."""
    zone = (stated or "").strip()
    if zone.upper() in _ZONES:
        return zone.upper(), _ZONES[zone.upper()]
    offset = _OFFSET.fullmatch(zone)
    if offset is None:
        return None, None
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    return zone, -minutes if offset[1] == "-" else minutes


def is_date_line(line: str) -> bool:
    """Say whether a line is nothing but a date, perhaps with a time, a place and "Published".

    >>> is_date_line("Published - November 02, 2024 06:37 pm IST - KYIV")
    True
    >>> is_date_line("Troops arrived on November 2, 2024 in Kursk")
    False
    """
    if len(line) > 160 or _DIGIT.search(line) is None:
        return False
    if _DATE.search(line) is None and _SHORT_DATE.search(line) is None:
        return False
    rest = [
        word
        for word in _PART.findall(line)
        if word.lower().rstrip(".") not in _LINE_WORDS
        and word.upper() not in _ZONES
        and not word[0].isdigit()
    ]
    opens = _PART.match(line)
    stated = opens is not None and opens.group().lower() in {
        "published",
        "updated",
        "posted",
        "last",
    }
    return len(rest) <= (5 if stated else 3) and all(word[0].isupper() for word in rest)
