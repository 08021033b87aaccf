"""When articles are from: the date stated, the date and the weekdays that a text opens with."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date

from desktop.core.model.articles import Article, Published
from desktop.core.text.dates import find_dates

# Articles of one day get more, those weeks apart less; undated ones are left as they are.
_NEAR_FACTOR = 1.9
_FAR_FACTOR = 0.75
_WINDOW_DAYS = 8.0
_SAME_TIME_DAYS = 1
# What two leads put on different days of the week is seldom one event.
_OTHER_WEEKDAY_FACTOR = 0.7

_HEAD = 600
_LEAD = 250
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEK)})\b")


@dataclass(frozen=True, slots=True)
class Moment:
    """What says when an article is from.

    `stated` is its publication date as the number of a day, None where none is stated; `read` is
    the first full date at the head of a text without one. `weekdays` are those that its lead names.
    """

    stated: int | None = None
    read: int | None = None
    weekdays: frozenset[str] = frozenset()


def find_moment(article: Article) -> Moment:
    """Return when an article is from, as far as it says so."""
    stated = _to_day(article.metadata.published.value)
    read = None
    if stated is None:
        dates = find_dates(article.text, 0, min(len(article.text), _HEAD))
        read = next((_to_day(each.published) for each in dates), None)
    weekdays = frozenset(_WEEKDAY.findall(article.text, 0, _LEAD))
    return Moment(stated, read, weekdays)


def time_factor(left: Moment, right: Moment) -> float:
    """Return by how much two moments raise or lower the likeness of their articles.

    >>> time_factor(Moment(738000), Moment(738001))
    1.9
    >>> time_factor(Moment(weekdays=frozenset({"Monday"})), Moment(weekdays=frozenset({"Friday"})))
    0.7
    """
    if left.stated is not None and right.stated is not None:
        return _date_factor(left.stated - right.stated)
    factor = 1.0
    one, other = _day(left), _day(right)
    if one is not None and other is not None:
        factor = _date_factor(one - other)
    return factor * _OTHER_WEEKDAY_FACTOR if weekdays_differ(left, right) else factor


def days_apart(left: Moment, right: Moment) -> int | None:
    """Return the days between two publication dates, None unless both are stated."""
    if left.stated is None or right.stated is None:
        return None
    return abs(left.stated - right.stated)


def weekdays_differ(left: Moment, right: Moment) -> tuple[str, str] | None:
    """Return the first weekday of each of two leads that have none in common, else None."""
    if not left.weekdays or not right.weekdays or left.weekdays & right.weekdays:
        return None
    return min(left.weekdays, key=_WEEK.index), min(right.weekdays, key=_WEEK.index)


def _day(moment: Moment) -> int | None:
    return moment.read if moment.stated is None else moment.stated


def _date_factor(apart: int) -> float:
    days = max(0, abs(apart) - _SAME_TIME_DAYS)
    return _FAR_FACTOR + (_NEAR_FACTOR - _FAR_FACTOR) * math.exp(-days / _WINDOW_DAYS)


def _to_day(published: Published | None) -> int | None:
    if published is None:
        return None
    try:
        return date(published.year, published.month, published.day).toordinal()
    except ValueError:  # 31 February, as a sidecar may say
        return None
