"""Numbers as texts write them: in digits or words, with scale, unit, rounding and currency."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

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
_PARTS = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
# Where numbers in words begin: "six" is found for "sixteen" and "sixty", too.
NUMBER_STARTS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fifteen", "twenty", "thirty", "forty", "fifty", "ninety", "hundred",
    "dozen", "tens of", "scores", "thousands", "millions", "billions", "half", "a third",
    "a quarter",
)  # fmt: skip

# A blank of any kind, or the end of a line in a paragraph that was broken into lines.
GAP = r"\s{1,4}"
_MODIFIER = (
    r"(?:no more than|no less than|no fewer than|not more than|more than|less than|fewer than|"
    r"at least|at most|up to|upwards? of|as many as|as much as|as few as|close to|nearly|almost|"
    r"about|around|approximately|approx\.|roughly|some|over|under|an estimated|estimated|exactly|"
    r"only|just|an? additional|another)"
).replace(" ", GAP)
_UNIT = (
    r"(?:%|percentage points?|per ?cent|kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|feet|foot|ft|"
    r"inch(?:es)?|kilograms?|kg|pounds?|tons?|tonnes?|lit(?:er|re)s?|gallons?|acres?|hectares?|"
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|dollars?|euros?|rubles?|"
    r"roubles?|yuan|yen|rupees?|degrees?|mph|kph|km/h|megawatts?|MW|barrels?|points?)"
).replace("percentage ", "percentage" + GAP).replace("per ?", r"per\s?")  # fmt: skip
_ANY_WORD = "|".join(_WORDS)
_SMALL_WORD = "one|two|three|four|five|six|seven|eight|nine|ten"
_TAIL = (
    rf"(?:(?:-|{GAP})?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|tn|mn|[mk])\b)?"
    rf"(?:(?:-|{GAP})?(?P<unit>{_UNIT})(?![\w]))?"
)
# No-break and thin blanks group digits in any language; plain blanks and stops do so in others.
_NUMBER = re.compile(
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
    rf"|(?:(?:tens|dozens|scores|hundreds|thousands|millions){GAP}of{GAP}"
    r"(?:thousands|millions|billions)|dozens|scores|hundreds|thousands|millions|billions)\b"
    rf"|(?:{_ANY_WORD})(?:-(?:{_ANY_WORD}))?\b(?!-))"
    rf"(?![\d:/]|[.,]\d)(?:-(?!\d))?{_TAIL}",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
# Parts of a whole: "one in five", "nine out of 10", "two-thirds of", "half of", "a third of".
_SHARE = re.compile(
    rf"(?:(?P<of>\d{{1,2}}|{_SMALL_WORD}){GAP}(?:out{GAP}of(?:{GAP}every)?|in{GAP}every)"
    rf"{GAP}(?P<all>\d{{1,3}}|{_SMALL_WORD})"
    rf"|(?P<few>[1-9]|{_SMALL_WORD}){GAP}in{GAP}(?P<round>[2-9]|10|20|50|100|{_SMALL_WORD}))"
    rf"\b(?![,.:]?\d|-|{GAP}(?:{_UNIT}|million|billion))"
    rf"|(?P<times>one|two|three|four|nine)[-\s](?P<part>thirds?|quarters?|fifths?|sixth|tenths?)\b"
    rf"|(?P<alone>half|a{GAP}third|a{GAP}quarter)(?={GAP}of\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:\b(?P<modifier>{_MODIFIER}){GAP})?"
    rf"(?P<currency>(?:US|A|C|HK|NZ)?[$€£¥₹]\s?|\bRs\.?\s?)?"
    rf"(?:\b(?:a|one|two|several|tens{GAP}of|hundreds{GAP}of){GAP})*$",
    re.IGNORECASE,
)
# What ends the words before a number that belong to it.
_LAST_WORDS = word_set(
    "than as least most to of many much few nearly almost about around approximately approx. "
    "roughly some over under estimated exactly only just additional another a one two several "
    "rs rs."
)
_CURRENCIES = frozenset("$€£¥₹")
_LOOK_BACK = 32
_LONGEST = 32  # longer rows of digits are keys and serial numbers

_FOREIGN_NUMBER = re.compile(
    r"(?P<number>(?:\d{1,3}(?:[. \u00a0\u2009\u202f'’]\d{3})+(?!\d)|\d+)(?:,\d+)?"
    r"|\d{1,3}(?:,\d{3}){2,})(?![\d:/]|[.,]\d)"
    r"(?:\s{0,2}(?P<scale>(?:mil\s(?:millones|milhões)|milliard\w*|miliard\w*|miljard\w*|mrd|mld"
    r"|млрд|миллиард\w*|мільярд\w*|million\w*|millon\w*|millón|milion\w*|milión\w*|miljon\w*"
    r"|miljoen|milhão|milhões|milyon|mln|mio|млн|миллион\w*|мільйон\w*|милион\w*"
    r"|tausend|mille|mil|mila|duizend|tusen|tusind|tisíc\w*|tysi\w*|tys|тыс\w*|тис\w*)(?!\w))\.?)?"
    r"(?:\s{0,2}(?:d[eio]?['’\s])?(?P<unit>%|prozent|pour\scent|por\sciento|por\scento|per\scento|procent\w*|prosent"
    r"|процент\w*|відсотк\w*|km|kilom[eèé]t\w*|kilómetros?|chilometri|км|euros?|€|\$|£|dollars?"
    r"|dólares|dollari|долларов|доларів|рубл\w*|гривень|kronor|kroner|złotych)(?!\w))?",
    re.IGNORECASE,
)
_FOREIGN_PERCENT = re.compile(r"pro[cs]ent|prozent|p[oe]u?r?\s*c|процент|відсотк", re.IGNORECASE)
_BILLIONS = re.compile(r"mil\s|\w{3,5}ard|mrd|mld|млрд|\w{4,5}ард|мільярд", re.IGNORECASE)
_THOUSANDS = re.compile(r"tausend|mille$|mila?$|duiz|tus|tis|tys|тыс|тис", re.IGNORECASE)


class Number(NamedTuple):
    """A number and what belongs to it; `start` is where its rounding word or currency begins.

    `first` is where the number itself begins. `value` is None for a vague number; `is_bare` says
    that it is written in digits with neither currency, scale nor unit.
    """

    start: int
    first: int
    end: int
    value: float | None
    unit: str
    modifier: str
    is_bare: bool
    in_digits: bool
    is_english: bool = True


ReadNumber = Callable[[str, int, int, int], Number | None]
"""Reads the number at a place: the text, how far to look back, where it begins, where to end."""


def read_number(text: str, left: int, start: int, end: int) -> Number | None:
    """Read the number that begins at `start` in an English text, or return None.

    Args:
        text: The text.
        left: How far to look back for a rounding word and a currency.
        start: Where the number begins.
        end: Where its sentence ends.
    """
    match = _SHARE.match(text, start, end)
    if match is not None:
        share = _share_of(match)
        if share is not None:
            begin, modifier, _ = _before(text, left, start)
            return Number(
                begin, start, match.end(), share, "%", modifier, is_bare=False, in_digits=False
            )
    match = _NUMBER.match(text, start, end)
    if match is None or len(match["number"]) > _LONGEST:
        return None
    begin, modifier, currency = _before(text, left, start)
    unit = _plain(match["unit"] or "")
    digits, scale = match["number"], match["scale"]
    return Number(
        start=begin,
        first=start,
        end=match.end(),
        value=_value_of(digits, scale),
        unit=currency or ("%" if unit.replace(" ", "") == "percent" else unit),
        modifier=modifier,
        is_bare=digits[0].isdigit() and not (currency or unit or scale),
        in_digits=digits[0].isdigit(),
    )


def read_foreign_number(text: str, left: int, start: int, end: int) -> Number | None:
    """Read a number in digits in a text that is not in English: "40.000", "3,5 Millionen"."""
    match = _FOREIGN_NUMBER.match(text, start, end)
    if match is None or len(match["number"]) > _LONGEST:
        return None
    begin, _, currency = _before(text, left, start)
    found = _plain(match["unit"] or "")
    unit = "%" if _FOREIGN_PERCENT.match(found) else found
    scale = match["scale"]
    return Number(
        start=begin,
        first=start,
        end=match.end(),
        value=_foreign_value(match["number"]) * _foreign_factor(scale),
        unit=currency or unit,
        modifier="",
        is_bare=not (currency or unit or scale),
        in_digits=True,
        is_english=False,
    )


def _before(text: str, left: int, start: int) -> tuple[int, str, str]:
    """Return where a figure begins before its number, its rounding word and its currency."""
    left = max(left, start - _LOOK_BACK)
    if not _may_belong(text[left:start]):
        return start, "", ""
    found = _BEFORE.search(text, left, start)
    if found is None:
        return start, "", ""
    return found.start(), _plain(found["modifier"] or ""), (found["currency"] or "").strip()


def _may_belong(before: str) -> bool:
    """Say whether words before a number may belong to it; the search for them is slow."""
    words = before.split()
    if not words:
        return False
    last = words[-1].lower()
    return last[-1] in _CURRENCIES or last in _LAST_WORDS


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _share_of(match: re.Match[str]) -> float | None:
    """Return a part of a whole in percent; None where the part is larger: "five in two"."""
    if match["alone"]:
        return 100 * _PARTS[match["alone"].split()[-1].lower()]
    if match["part"]:
        return 100 * _WORDS[match["times"].lower()] * _PARTS[match["part"].lower()]
    part, whole = _whole(match["of"] or match["few"]), _whole(match["all"] or match["round"])
    return 100 * part / whole if 0 < part < whole else None


def _whole(number: str) -> int:
    return int(number) if number.isdecimal() else _WORDS[number.lower()]


def _value_of(number: str, scale: str | None) -> float | None:
    if _VAGUE.match(number):
        return None
    factor = _SCALES[scale.lower()] if scale else 1.0
    if number[0].isdigit():
        return float("".join(c for c in number if c.isdigit() or c == ".")) * factor
    parts = number.lower().split("-")
    return float(sum(_WORDS[part] for part in parts)) * factor


def _foreign_value(number: str) -> float:
    whole, _, fraction = number.partition(",")
    if "," in fraction:
        whole, fraction = number, ""
    digits = "".join(filter(str.isdigit, whole))
    return float(f"{digits}.{fraction or 0}")


def _foreign_factor(scale: str | None) -> float:
    if not scale:
        return 1.0
    if _BILLIONS.match(scale):
        return 1e9
    return 1e3 if _THOUSANDS.match(scale) else 1e6
