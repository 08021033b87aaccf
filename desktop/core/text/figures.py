"""Figures: numbers that count or measure something, with what they count and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from desktop.core.model.analyses import Figure
from desktop.core.model.spans import Span
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import word_set

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "dozen": 12,
}  # fmt: skip
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12.0,
}  # fmt: skip
_MODIFIER = (
    r"(?:more than|less than|fewer than|at least|at most|up to|as many as|as much as|as few as|"
    r"close to|nearly|almost|about|around|approximately|approx\.|roughly|some|over|under|"
    r"an estimated|estimated|exactly|only|just|an? additional|another)"
)
_UNIT = (
    r"(?:%|percentage points?|per ?cent|kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|feet|foot|ft|"
    r"inch(?:es)?|kilograms?|kg|pounds?|tons?|tonnes?|lit(?:er|re)s?|gallons?|acres?|hectares?|"
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|dollars?|euros?|rubles?|"
    r"roubles?|yuan|yen|rupees?|degrees?|mph|kph|km/h|megawatts?|MW|barrels?|points?)"
)
_DIGITS = re.compile(r"\d+")
_NO_NUMBER_AFTER = frozenset("_.,:/'’-")
_NUMBER = re.compile(
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"|(?:dozens|scores|hundreds|thousands|millions|billions)\b"
    rf"|(?:{'|'.join(_WORDS)})(?:-(?:{'|'.join(_WORDS)}))?\b(?!-))"
    r"(?![\d:/]|[.,]\d)(?:-(?!\d))?"
    r"(?:[ \u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|tn|mn|[mk])\b)?"
    rf"(?:[ \u00a0-]?(?P<unit>{_UNIT})(?![\w]))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:\b(?P<modifier>{_MODIFIER})[ \u00a0]+)?"
    r"(?P<currency>(?:US|A|C|HK|NZ)?[$€£¥₹][ ]?|\bRs\.?[ ]?)?"
    r"(?:\b(?:a|one|two|several|tens of|hundreds of) )*$",
    re.IGNORECASE,
)
# Where numbers in words begin: "six" is found for "sixteen" and "sixty", too.
_NUMBER_STARTS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fifteen", "twenty", "thirty", "forty", "fifty", "ninety", "hundred",
    "dozen", "scores", "thousands", "millions", "billions",
)  # fmt: skip
_LOOK_BACK = 32
_VAGUE = re.compile(r"dozens|scores|hundreds|thousands|millions|billions", re.IGNORECASE)
_COUNTED = re.compile(
    r"[ \u00a0]+(?:of[ ]+(?:the[ ]+|its[ ]+|their[ ]+)?)?((?:[\w’'-]+[ \u00a0]*){1,5})"
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
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|GMT|UTC)", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?P<word>\b[A-Z][\w’'-]*|\bNo\.|#)\s$")
# A capital of these only opens a sentence: "The 40 boats", "In 12 towns".
_OPENERS = word_set(
    "the a an in on at by of to from with for within after before since until and but or so then "
    "when while all some these those both each every another only just about around over under "
    "up nearly almost roughly approximately these their its his her our that there they we more"
)
_STOPS = word_set(
    "and or but in on at to from for with by of as is are was were be been have has had will "
    "would could may might can who which that than per a the into over under near inside across "
    "after before during while when since until say says said per not now do does did already "
    "also remain remained left including took went came it he she they we you i his her their"
)
_PERSONS = word_set(
    "people persons troops soldiers dead wounded injured killed men women children civilians "
    "officers police voters residents workers students refugees migrants victims fighters "
    "members protesters employees passengers deaths casualties personnel demonstrators "
    "prisoners hostages patients officials delegates"
)
_DIMENSIONS = word_set("long tall high wide deep away old later earlier ago north south")
_LONGEST_COUNT = 4


class _Number(NamedTuple):
    """A number with what stands directly before it; `start` is where the figure begins."""

    match: re.Match[str]
    start: int
    modifier: str
    currency: str

    @property
    def digits(self) -> str:
        return self.match["number"]

    @property
    def end(self) -> int:
        return self.match.end()


def find_figures(text: str, sentences: Sequence[SentenceSpan]) -> tuple[Figure, ...]:
    """Return the numbers that count or measure something, in order.

    Dates, clock times, ages in brackets of commas, years and numbers that are part of a name
    ("Boeing 737", "F-16") are no figures.
    """
    starts = _number_starts(text)
    return tuple(
        figure
        for number, sentence in enumerate(sentences, start=1)
        for figure in _figures_of(text, sentence.span, number, starts)
    )


def _number_starts(text: str) -> list[int]:
    """Return where numbers may begin. Plain searches: one pattern of all words is slower."""
    starts = {
        match.start()
        for match in _DIGITS.finditer(text)
        if not _goes_on_from(text[max(0, match.start() - 1) : match.start()])
    }
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    for word in _NUMBER_STARTS:
        place = lower.find(word)
        while place >= 0:
            if place == 0 or not (lower[place - 1].isalnum() or lower[place - 1] == "-"):
                starts.add(place)
            place = lower.find(word, place + len(word))
    return sorted(starts)


def _goes_on_from(before: str) -> bool:
    return before.isalnum() or before in _NO_NUMBER_AFTER


def _figures_of(text: str, area: Span, number: int, starts: Sequence[int]) -> Iterator[Figure]:
    last = area.start
    for start in islice(starts, bisect_left(starts, area.start), None):
        if start >= area.end:
            break
        found = _number_at(text, max(last, area.start), start, area) if start >= last else None
        if found is None:
            continue
        last = found.end
        figure = _to_figure(text, found, area, number)
        if figure is not None:
            yield figure


def _number_at(text: str, left: int, start: int, area: Span) -> _Number | None:
    match = _NUMBER.match(text, start, area.end)
    if match is None:
        return None
    before = _BEFORE.search(text, max(left, start - _LOOK_BACK), start)
    begin = before.start() if before else start
    modifier = (before["modifier"] or "") if before else ""
    currency = (before["currency"] or "") if before else ""
    return _Number(match, begin, modifier.lower(), currency.strip())


def _to_figure(text: str, found: _Number, area: Span, number: int) -> Figure | None:
    if _is_other_number(text, found, area):
        return None
    counts, head = _counted(text, found.match, area)
    unit = _unit_of(found, head)
    if not unit and not counts:
        return None
    if not found.digits[0].isdigit() and not (unit or _is_plural(head)):
        return None
    return Figure(
        span=Span(found.start, found.end),
        value=_value_of(found.digits, found.match["scale"]),
        unit=unit,
        counts=counts,
        scope=_scope_of(text, found.end, area),
        modifier=found.modifier,
        sentence=number,
    )


def _is_other_number(text: str, found: _Number, area: Span) -> bool:
    """Say whether a number is a date, a time, an age, a year or part of a name."""
    start, end = found.match.start(), found.end
    if found.currency or found.match["unit"] or found.match["scale"]:
        return False
    if not found.digits[0].isdigit():
        return False
    before = text[max(area.start, start - 14) : start]
    after = text[end : min(area.end, end + 12)]
    if _YEAR.fullmatch(found.digits):
        return True
    if _MONTH_BEFORE.search(before) or _MONTH.match(after.lstrip()) or _CLOCK.match(after):
        return True
    if before.endswith(", ") and after[:1] in {",", ")", "."}:
        return True
    named = _NAME_BEFORE.search(before)
    return named is not None and not found.modifier and named["word"].lower() not in _OPENERS


def _counted(text: str, match: re.Match[str], area: Span) -> tuple[str, str]:
    """Return the noun phrase after a number and its last word: "North Korean troops"."""
    found = _COUNTED.match(text, match.end(), area.end)
    if found is None:
        return "", ""
    words: list[str] = []
    if match["unit"] and found[1].split()[0].lower() in _DIMENSIONS:
        return "", ""
    for word in found[1].split()[:_LONGEST_COUNT]:
        lower = word.lower()
        if lower in _STOPS:
            break
        words.append(word.removesuffix("'s").removesuffix("’s"))
        if _is_plural(lower):
            break
    if not words:
        return "", ""
    if not _is_plural(words[-1].lower()) and not words[0][0].isupper():
        words = words[:1]
    return " ".join(words), words[-1].lower()


def _is_plural(head: str) -> bool:
    return head in _PERSONS or (head.endswith("s") and not head.endswith("ss"))


def _unit_of(found: _Number, head: str) -> str:
    if found.currency:
        return found.currency
    if found.match["unit"]:
        unit: str = found.match["unit"].lower()
        return "%" if unit.replace(" ", "") == "percent" else unit
    return "persons" if head in _PERSONS else ""


def _value_of(number: str, scale: str | None) -> float | None:
    if _VAGUE.search(number):
        return None
    factor = _SCALES[scale.lower()] if scale else 1.0
    if number[0].isdigit():
        return float(number.replace(",", "")) * factor
    parts = number.lower().split("-")
    return float(sum(_WORDS[part] for part in parts)) * factor


def _scope_of(text: str, end: int, area: Span) -> str:
    found = _SCOPE.search(text, end, min(area.end, end + 120))
    if found is None:
        return ""
    words: str = found[1].removesuffix("'s").removesuffix("’s")
    return words if "." in words[:-1] else words.removesuffix(".")
