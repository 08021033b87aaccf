"""Figures: numbers that count or measure something, with what they count and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.core.model.analyses import Figure
from desktop.core.model.spans import Span
from desktop.core.text.numbers import (
    GAP,
    NUMBER_STARTS,
    Number,
    ReadNumber,
    read_foreign_number,
    read_number,
)
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import word_set

# What the number goes on from is looked at last: to look for a digit first is faster.
_DIGITS = re.compile(r"\d(?<![\w.,:/'’-]\d)")
_COUNTED = re.compile(
    rf"\s{{1,4}}(?:of{GAP}(?:the{GAP}|its{GAP}|their{GAP})?)?((?:[\w’'-]+\s{{0,4}}){{1,5}})"
)
_SCOPE = re.compile(
    r"\b(?:in|inside|near|across|throughout|within)\s+(?:the\s+)?"
    r"((?:[\w-]+\s+){0,3}?[A-Z][\w.-]*(?:['’]s)?"
    r"(?:\s+(?:[A-Z][\w-]*|region|province|oblast|city|district))*"
    r"(?:\s+(?:[a-z]+\s+){0,2}of\s+(?:the\s+)?[A-Z][\w-]*)?)"
)
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(_MONTH.pattern + r"\s+$", re.IGNORECASE)
_TIME_NAME = re.compile(
    _MONTH.pattern + r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|GMT|UTC)", re.IGNORECASE)
_AGE = re.compile(r"-old\b", re.IGNORECASE)
_AGED = re.compile(r"\bage[ds]?\s$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?P<word>\b[A-Z][\w’'-]*|\bNo\.|#)\s$")
# A capital of these only opens a sentence: "The 40 boats", "In 12 towns".
_OPENERS = word_set(
    "the a an in on at by of to from with for within after before since until and but or so then "
    "when while all some these those both each every another only just about around over under "
    "up nearly almost roughly approximately these their its his her our that there they we more "
    "between"
)
_STOPS = word_set(
    "and or but in on at to from for with by of as is are was were be been being have has had will "
    "would could may might can must should who which that than per a an the into over under near "
    "inside across after before during while when since until say says said per not now do does "
    "did already also remain remained left including took went came it he she they we you i his "
    "her their its our against between among amid along about above below behind beyond despite "
    "off out up down around through throughout toward towards within without because although "
    "though if so then there here again later earlier ago yet still just only even both each them "
    "us him me this these those such"
)
_PERSONS = word_set(
    "people persons troops soldiers dead wounded injured killed men women children civilians "
    "officers police voters residents workers students refugees migrants victims fighters "
    "members protesters employees passengers deaths casualties personnel demonstrators "
    "prisoners hostages patients officials delegates"
)
_DIMENSIONS = word_set("long tall high wide deep away old later earlier ago north south east west")
_LONGEST_COUNT = 4
_SHORTEST_FOREIGN = 4  # shorter words of other languages are articles and prepositions
# "8,000 to 10,000 troops", "between 10 and 12 boats", "10–12 boats": the last says what they are.
_RANGE = re.compile(r"(?:\s?[-–—]\s?|\s{1,2}(?:to|and|or)\s{1,2})(?=\d)")
# "The death toll rose to 45", "the number of victims stands at 45".
_TALLY = re.compile(
    r"\b(?:(?P<toll>(?:death\s|casualty\s)?toll)|number\sof\s(?P<of>[\w’'-]+(?:\s[\w’'-]+)?))\s"
    r"(?:[\w-]+\s){0,4}?(?:to|at|is|was|reached|hit|reaches|passed|nears)\s$",
    re.IGNORECASE,
)
# "1,200 people across Sweden and 300 in Norway".
_GOES_ON = re.compile(r"(?:[,;]|\b(?:and|while|but|with))\s$", re.IGNORECASE)
_PLACE_FOLLOWS = re.compile(r"\s(?:in|across|from|near|at)\s(?:the\s)?[A-Z]")
_TALLY_BACK = 80
_LONGEST_IN_NAME = 4


def find_figures(
    text: str, sentences: Sequence[SentenceSpan], *, is_english: bool = True
) -> tuple[Figure, ...]:
    """Return the numbers that count or measure something, in order.

    Dates, clock times, ages, years and numbers that are part of a name ("Boeing 737", "F-16") are
    no figures. A part of a whole ("one in five") is one in percent.

    Args:
        text: The article's text.
        sentences: Its sentences.
        is_english: Whether numbers are read as English writes them, and numbers in words at all.
    """
    starts = _number_starts(text, is_english=is_english)
    read = read_number if is_english else read_foreign_number
    return tuple(
        figure
        for number, sentence in enumerate(sentences, start=1)
        for figure in _figures_of(text, sentence.span, number, starts, read)
    )


def _number_starts(text: str, *, is_english: bool) -> list[int]:
    """Return where numbers may begin. Plain searches: one pattern of all words is slower."""
    starts = {match.start() for match in _DIGITS.finditer(text)}
    lower = text.lower() if is_english else ""
    if len(lower) != len(text):
        lower = text if is_english else ""
    for word in NUMBER_STARTS:
        place = lower.find(word)
        while place >= 0:
            if place == 0 or not (lower[place - 1].isalnum() or lower[place - 1] == "-"):
                starts.add(place)
            place = lower.find(word, place + len(word))
    return sorted(starts)


def _figures_of(
    text: str, area: Span, sentence: int, starts: Sequence[int], read: ReadNumber
) -> Iterator[Figure]:
    last = area.start
    before: Figure | None = None
    first = bisect_left(starts, area.start)
    for start in starts[first : bisect_left(starts, area.end, first)]:
        found = read(text, max(last, area.start), start, area.end) if start >= last else None
        if found is None:
            continue
        last = found.end
        if _is_other_number(text, found, area):
            continue
        figure = _to_figure(text, found, area, sentence, read)
        if figure is None and before is not None and before.counts:
            figure = _like_before(text, found, area, before)
        if figure is not None:
            before = figure
            yield figure


def _to_figure(
    text: str, found: Number, area: Span, sentence: int, read: ReadNumber
) -> Figure | None:
    counts, unit = _counted(text, found, area)
    if not counts and not unit:
        counts, unit = _from_range(text, found, area, read) or _from_tally(text, found, area)
    if not unit and not counts:
        return None
    if not found.in_digits and not (found.unit or unit or _is_plural(counts.split()[-1].lower())):
        return None
    return Figure(
        span=Span(found.start, found.end),
        value=found.value,
        unit=found.unit or unit,
        counts=counts,
        scope=_scope_of(text, found.end, area),
        modifier=found.modifier,
        sentence=sentence,
    )


def _like_before(text: str, found: Number, area: Span, before: Figure) -> Figure | None:
    """Return a number without a noun as one more of what was counted before it."""
    if not found.is_bare:
        return None
    if not _GOES_ON.search(text, max(before.span.end, found.start - 8), found.start):
        return None
    if not _PLACE_FOLLOWS.match(text, found.end, area.end):
        return None
    return replace(
        before,
        span=Span(found.start, found.end),
        value=found.value,
        modifier=found.modifier,
        scope=_scope_of(text, found.end, area),
    )


def _from_range(text: str, found: Number, area: Span, read: ReadNumber) -> tuple[str, str] | None:
    """Return what the upper end of a range counts: "8,000 to 10,000 troops"."""
    joint = _RANGE.match(text, found.end, area.end) if found.is_bare else None
    upper = read(text, joint.end(), joint.end(), area.end) if joint else None
    if upper is None or found.value is None or (upper.value or 0.0) <= found.value:
        return None
    counts, unit = _counted(text, upper, area)
    return (counts, upper.unit or unit) if counts or upper.unit else None


def _from_tally(text: str, found: Number, area: Span) -> tuple[str, str]:
    """Return what a number counts by the words before it: "the death toll rose to 45"."""
    if not found.is_bare:
        return "", ""
    tally = _TALLY.search(text, max(area.start, found.start - _TALLY_BACK), found.start)
    if tally is None:
        return "", ""
    if tally["toll"]:
        return " ".join(tally["toll"].split()), "persons"
    words = [word for word in tally["of"].split() if word.lower() not in _STOPS]
    head = words[-1].lower() if words else ""
    return " ".join(words), "persons" if head in _PERSONS else ""


def _is_other_number(text: str, found: Number, area: Span) -> bool:
    """Say whether a number is a date, a time, an age, a year or part of a name."""
    if found.unit.startswith(("year", "month")):
        return _AGE.match(text, found.end, area.end) is not None
    if not found.is_bare:
        return False
    before = text[max(area.start, found.first - 14) : found.first]
    after = text[found.end : min(area.end, found.end + 12)]
    if _YEAR.fullmatch(text, found.first, found.end):
        return True
    if _MONTH_BEFORE.search(before) or _MONTH.match(after.lstrip()) or _CLOCK.match(after):
        return True
    if (before.endswith(", ") and after[:1] in {",", ")", "."}) or _AGED.search(before):
        return True
    if found.end - found.first > _LONGEST_IN_NAME:
        return False
    named = _NAME_BEFORE.search(before)
    return named is not None and not found.modifier and named["word"].lower() not in _OPENERS


def _counted(text: str, found: Number, area: Span) -> tuple[str, str]:
    """Return the noun phrase after a number and its unit: "North Korean troops", "persons"."""
    match = _COUNTED.match(text, found.end, area.end)
    if match is None:
        return "", found.unit
    words: list[str] = []
    if found.unit and match[1].split()[0].lower() in _DIMENSIONS:
        return "", found.unit
    for word in match[1].split()[:_LONGEST_COUNT]:
        lower = word.lower()
        if lower in _STOPS or (not found.is_english and len(word) < _SHORTEST_FOREIGN):
            break
        owner = lower.endswith(("'s", "’s", "s'", "s’"))
        words.append(word.removesuffix("'s").removesuffix("’s"))
        if not owner and _is_plural(lower):
            break
    if not words:
        return "", found.unit
    is_phrase = found.is_english and (_is_plural(words[-1].lower()) or words[0][0].isupper())
    if not is_phrase:
        words = words[:1]
    is_people = words[-1].lower() in _PERSONS and not found.unit
    return " ".join(words), "persons" if is_people else found.unit


def _is_plural(head: str) -> bool:
    return head in _PERSONS or (head.endswith("s") and not head.endswith("ss"))


def _scope_of(text: str, end: int, area: Span) -> str:
    """Return the place or the whole that a figure speaks of; a month or a day is none."""
    start, stop = end, min(area.end, end + 120)
    while (found := _SCOPE.search(text, start, stop)) is not None:
        words: str = found[1].removesuffix("'s").removesuffix("’s")
        if _TIME_NAME.match(words.rsplit(maxsplit=1)[-1]) is None:
            plain = " ".join(words.split())
            return plain if "." in plain[:-1] else plain.removesuffix(".")
        start = found.end()
    return ""
