"""Words of a text that say when: weekdays, dates, and times told from another time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.core.model.spans import Span

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan\.|feb\.|mar\.|apr\.|aug\.|sept?\.|oct\.|nov\.|dec\.)"
)
_DATE = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}}\b)?)"
)
_PART = r"(?:morning|afternoon|evening|night|noon|midnight)"
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a\s+few|many)"
_UNIT = r"(?:minutes?|hours?|days?|weeks?|weekend|months?|years?|decades?)"
_LONG = r"(?:(?:at|on|in|by|since|until|from|during)\s+)?"
_WHEN = re.compile(
    rf"\b{_LONG}(?:(?:late|early|earlier)\s+(?:on\s+)?)?(?:"
    rf"(?:last\s+|next\s+|this\s+)?{_DAY}\b(?:\s+{_PART}\b)?(?:[,\s]*\(?{_DATE}\)?)?"
    rf"|{_DATE}"
    rf"|(?:early\s+|mid-|late\s+)?{_MONTH}(?:\s+\d{{4}})?\b(?=[\s,.;:)]|$)"
    rf"|(?:(?:in|since|by|until)\s+)(?:19|20)\d\d\b"
    rf"|(?:yesterday|today|tonight|tomorrow)\b(?:\s+{_PART}\b)?"
    rf"|(?:last|this|next)\s+(?:week|weekend|month|year|night|spring|summer|autumn|fall|winter)\b"
    rf"|(?:the\s+)?(?:recent|coming|past|following)\s+(?:{_NUMBER}\s+)?{_UNIT}\b"
    rf"|(?:within|over|for)\s+(?:the\s+(?:past|last|next)\s+)?(?:{_NUMBER}\s+)?{_UNIT}\b"
    rf"|{_NUMBER}\s+{_UNIT}\s+(?:ago|earlier|later|before|after)\b"
    r")",
    re.IGNORECASE,
)
_PRECISE = re.compile(rf"{_DAY}|{_MONTH}|\d{{4}}|yesterday|today|tonight|tomorrow", re.IGNORECASE)
_LOWER_MAY = re.compile(r"\b(?:may|march|mar\.)\b")
_A_YEAR = re.compile(r"\s(?:a|per|each|every)\s(?:day|week|month|year)\b", re.IGNORECASE)


def find_times(text: str, area: Span) -> Iterator[Span]:
    """Yield the stretches of an area that say when, in order; "may" is no month.

    >>> text = "It may open on Friday night, officials said in recent days."
    >>> [span.of(text) for span in find_times(text, Span(0, len(text)))]
    ['on Friday night', 'in recent days']
    """
    for match in _WHEN.finditer(text, area.start, area.end):
        if not _LOWER_MAY.search(match.group()):
            yield Span(match.start(), match.start() + len(match.group().rstrip(" ,(")))


def is_precise(words: str) -> bool:
    """Say whether words name a day, a month or a year.

    >>> is_precise("on Friday night"), is_precise("in recent days")
    (True, False)
    """
    return _PRECISE.search(words) is not None


def rate_period(text: str, start: int, end: int) -> str:
    """Return the period of a rate that follows a number: "a year", or an empty string."""
    match = _A_YEAR.search(text, start, end)
    return match.group().strip() if match else ""
