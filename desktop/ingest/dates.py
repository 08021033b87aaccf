"""Dates as files state them: ISO 8601, mail headers, months in words, figures; never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from desktop.ingest.month_words import month_of

_EARLIEST, _LATEST = 1000, 2099
_MOST_WRITTEN = 200
_MOST_OFFSET = 14 * 60
# With the vowel signs of Indic scripts, which are no letters.
_WORD = r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd]){1,14}"
_DAY = r"(?<![\d.:/-])(?P<day{0}>[0-3]?\d)(?![\d:])"
_ORDINAL = r"(?:st|nd|rd|th|er|re|º|ª|°|\.|-?го|-?е| του)?"
_OF = r"\s*(?:(?:de|of|del|di)\s+|d['’])?"
_YEAR = r"(?P<year{0}>\d{{4}})(?![\d:])"
_FORMS = (
    # 2024-11-02, 2024/11/2, 2024. 11. 02., 2024年11月2日, 2024년 11월 2일
    (
        r"(?<![\d.:/-])(?P<year1>\d{4})\s?[-/.年년]\s?(?P<month1>[01]?\d)\s?[-/.月월]\s?"
        r"(?P<day1>[0-3]?\d)(?!\d)\s?[日일]?"
    ),
    # 20241102, 20241102T1837
    r"(?<!\d)(?P<year2>(?:19|20)\d\d)(?P<month2>[01]\d)(?P<day2>[0-3]\d)(?=T\d\d|Z|$|\s)",
    # 2 November 2024, 2. listopadu 2024, 2 de noviembre de 2024, 02-Nov-2024
    (
        rf"{_DAY.format(3)}{_ORDINAL}[-/]?{_OF}(?P<month3>{_WORD})[.,]?[-/]?\s*"
        rf"(?:(?:de|del|of)\s+)?{_YEAR.format(3)}"
    ),
    # November 2, 2024
    rf"(?P<month4>{_WORD})\.?\s*{_DAY.format(4)}{_ORDINAL},?\s*{_YEAR.format(4)}",
    # 2024. november 2., 2024 m. lapkričio 2 d.
    rf"(?<!\d){_YEAR.format(5)}\.?\s*(?:m\.\s*)?(?P<month5>{_WORD})\.?\s+(?P<day5>[0-3]?\d)(?!\d)",
    # 2024. gada 2. novembrī
    rf"(?<!\d){_YEAR.format(6)}\. gada (?P<day6>[0-3]?\d)\. (?P<month6>{_WORD})",
    # 2.11.2024
    rf"{_DAY.format(7)}\.\s?(?P<month7>[01]?\d)\.\s?{_YEAR.format(7)}",
    # 2/11/2024, 11/2/2024, 2-11-2024
    rf"{_DAY.format(8)}(?P<mark>\s?[/-]\s?)(?P<month8>[0-3]?\d)(?P=mark){_YEAR.format(8)}",
)
_DATE = re.compile("|".join(_FORMS), re.IGNORECASE)
_YEAR_IN = re.compile(r"\d{4}")
_NAMED_MONTHS = ("3", "4", "5", "6")
_TIME = re.compile(
    r"(?:[\s.,|•·–—T-]|(?:at|um|à|a las|às|as|alle ore|alle|ore|kl\.?|om|o|klo|в|godz\.?)\s)*"
    r"(?P<hour>[01]?[0-9]|2[0-4])(?P<mark>[:.hH]|\sh\s)?(?P<minute>[0-5][0-9])"
    r"(?:[:.]?[0-5]\d(?:[.,]\d{1,9})?)?(?!\d)"
    r"\s*(?:(?P<half>[ap])\.?m\b\.?)?\s*(?P<zone>Z\b|(?:UTC|GMT)?\s?[+-][0-9]{2}:?[0-9]{2}\b|"
    r"(?:UTC|GMT)\b)?",
    re.IGNORECASE,
)
# What programs put behind a time: "(Coordinated Universal Time)", "[Europe/Berlin]".
_ASIDE = re.compile(r"\s?(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\])")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS_BESIDE = 3
_MAIL = re.compile(r"\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d:\d\d ")
_YEAR_LAST = re.compile(
    # As a program prints it: Sat Nov 02 18:37:10 +0000 2024
    r"\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<clock>(?:[01][0-9]|2[0-3]):[0-5][0-9]):\d\d "
    r"(?P<zone>[+-][0-9]{4}|UTC|GMT) (?P<year>\d{4})"
)
_MONTH_FIRST = frozenset({"en-us", "en-ca", "en-ph", "es-us"})
_NOON = 12


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A full date as ISO 8601, as precise as it is written, and where it stands."""

    iso: str
    start: int
    end: int


class AmbiguousDateError(ValueError):
    """A date in figures that is one day or another; `readings` are both, as ISO dates."""

    def __init__(self, readings: tuple[str, str]) -> None:
        super().__init__(" or ".join(readings))
        self.readings = readings


def to_iso(written: str, language: str = "") -> str:
    """Return a full date as ISO 8601, as precise as it is written; an empty text for all else.

    Args:
        written: A date, perhaps with a weekday and a time.
        language: The language of the page, as "en-US"; it tells the order of day and month.

    >>> to_iso("2024-11-02T18:37:10+0530")
    '2024-11-02T18:37+05:30'
    >>> to_iso("Saturday, November 2, 2024"), to_iso("02/11/2024"), to_iso("Nov 2024")
    ('2024-11-02', '', '')
    >>> to_iso("02/11/2024", "fr")
    '2024-11-02'
    """
    plain = " ".join(written[:_MOST_WRITTEN].split())
    if found := _YEAR_LAST.fullmatch(plain):
        month = month_of(found["month"]) or 0
        start = _iso_day(int(found["year"]), month, int(found["day"]))
        return f"{start}T{found['clock']}{_offset(found['zone'])}" if start else ""
    if _MAIL.search(plain):
        return _from_mail(plain)
    bare = _ASIDE.sub("", plain)
    dates = list(find_dates(bare, language))
    if len({found.iso for found in dates}) != 1:
        return ""
    beside = bare[: dates[0].start] + " " + bare[dates[-1].end :]
    return dates[0].iso if len(_WORDS.findall(beside)) <= _MOST_WORDS_BESIDE else ""


def _from_mail(plain: str) -> str:
    try:
        moment = parsedate_to_datetime(plain)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return moment.isoformat(timespec="minutes") if _EARLIEST <= moment.year <= _LATEST else ""


def find_dates(line: str, language: str = "") -> Iterator[WrittenDate]:
    """Give the full dates of a line; one in figures only where it can mean one day only.

    >>> [found.iso for found in find_dates("Publié le 2 novembre 2024 à 18h37")]
    ['2024-11-02T18:37']
    """
    if _YEAR_IN.search(line) is None:
        return
    for match in _DATE.finditer(line):
        day = _day_of(match, language)
        if not day:
            continue
        time = _TIME.match(line, match.end())
        if time is None or not _is_time(time):
            yield WrittenDate(day, match.start(), match.end())
        else:
            yield WrittenDate(day + _clock(time), match.start(), time.end())


def read_date(written: str) -> str:
    """Return a full date that a person wrote as ISO 8601, an empty text for all else.

    Raises:
        AmbiguousDateError: It is in figures, and may be one day or another.

    >>> read_date("2. November 2024")
    '2024-11-02'
    """
    found = re.match(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)", written.strip())
    if found is not None:
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        readings = _iso_day(year, second, first), _iso_day(year, first, second)
        if all(readings) and readings[0] != readings[1]:
            raise AmbiguousDateError(readings)
        if readings[1] and not readings[0]:
            return to_iso(written, "en-us")
    return to_iso(written)


def is_future(iso: str, moment: datetime | None = None) -> bool:
    """Say whether a date lies ahead of a moment, of this one if none is given.

    A day without a zone may have begun elsewhere, so it counts from the day after tomorrow.
    """
    now = moment or datetime.now(UTC)
    stated = datetime.fromisoformat(iso)
    if stated.tzinfo is None:
        return stated.date() > now.date() + timedelta(days=1)
    return stated > now + timedelta(hours=1)


def same_day(one: str, other: str) -> bool:
    """Say whether two ISO dates can be one day: as they are printed, or in one zone.

    >>> same_day("2024-11-02", "2024-11-02T18:37+05:30")
    True
    >>> same_day("2024-11-03T01:00+05:30", "2024-11-02T19:30+00:00")
    True
    """
    return not _days(one).isdisjoint(_days(other))


def _days(iso: str) -> set[str]:
    days = {iso[:10]}
    stated = datetime.fromisoformat(iso)
    if stated.tzinfo is not None:
        days.add(stated.astimezone(UTC).date().isoformat())
    return days


def _day_of(match: re.Match[str], language: str) -> str:
    form = next(str(number) for number in range(1, 9) if match[f"year{number}"])
    year, day, month = (match[f"{part}{form}"] for part in ("year", "day", "month"))
    if form in _NAMED_MONTHS:
        return _iso_day(int(year), month_of(month, language) or 0, int(day))
    if form != "8":
        return _iso_day(int(year), int(month), int(day))
    return _ordered(int(year), int(day), int(month), language)


def _ordered(year: int, first: int, second: int, language: str) -> str:
    """Return the day of two figures and a year, where their order is plain or the language's."""
    day_first, month_first = _iso_day(year, second, first), _iso_day(year, first, second)
    if not day_first or not month_first or day_first == month_first:
        return day_first or month_first
    known = language.replace("_", "-").casefold()
    if known in _MONTH_FIRST:
        return month_first
    return "" if known in {"", "en"} else day_first


def _iso_day(year: int, month: int, day: int) -> str:
    try:
        stated = date(year, month, day)
    except ValueError:
        return ""
    return stated.isoformat() if _EARLIEST <= year <= _LATEST else ""


def _is_time(time: re.Match[str]) -> bool:
    # "2024 1230" is no time, nor is the next figure of a line; "20241102T1837" is one.
    told = time["mark"] is not None or time.group().startswith("T")
    return told and int(time["hour"]) < 24


def _clock(time: re.Match[str]) -> str:
    hour, half = int(time["hour"]), (time["half"] or "").lower()
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"T{hour:02}:{time['minute']}{_offset(time['zone'])}"


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    found = re.search(r"([+-])(\d\d):?(\d\d)", zone)
    if found is None:
        return "+00:00"
    minutes = int(found[2]) * 60 + int(found[3])
    is_zone = minutes <= _MOST_OFFSET and int(found[3]) < 60
    return f"{found[1]}{found[2]}:{found[3]}" if is_zone else ""
