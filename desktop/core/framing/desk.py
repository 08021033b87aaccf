"""The number desk: every figure with its scope, period and source, and which stand together.

Two figures are called different only where they count the same of the same place at the same
time; what is not known of a figure never sets it against another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from desktop.core.alignment.relations import counts_same, same_scope
from desktop.core.framing.sources import Sources
from desktop.core.framing.times import find_times, rate_period
from desktop.core.model.analyses import Analysis, Figure, Quotation, QuotationKind
from desktop.core.model.articles import Article
from desktop.core.model.details import DeskFigure, FigureDesk, FigureGroup, FigureRelation
from desktop.core.model.places import Place
from desktop.core.model.spans import Span

Likeness = Callable[[Place, Place], float]
"""Says how alike the sentences of two places are, 0.0 to 1.0."""

_PERSONS = "persons"
_ROUNDED = frozenset(
    "about around approximately roughly some nearly almost close to an estimated estimated".split()
) | {"close to", "an estimated", "approx."}
_AT_LEAST = frozenset(
    {"at least", "more than", "over", "no fewer than", "no less than", "upwards of"}
)
_AT_MOST = frozenset(
    {
        "at most",
        "up to",
        "less than",
        "fewer than",
        "under",
        "as many as",
        "as much as",
        "no more than",
    }
)
_ROUNDING = 0.05
_NEARLY_THE_SAME = 0.3
_AROUND = 80
# Pairs of units that measure one thing, and how many of the second make one of the first.
_CONVERSIONS = {
    ("km", "miles"): 0.621, ("kilometers", "miles"): 0.621, ("meters", "feet"): 3.281,
    ("meters", "yards"): 1.094, ("centimeters", "inches"): 0.394, ("kg", "pounds"): 2.205,
    ("kilograms", "pounds"): 2.205, ("tonnes", "tons"): 1.102, ("hectares", "acres"): 2.471,
    ("liters", "gallons"): 0.264, ("km/h", "mph"): 0.621, ("kph", "mph"): 0.621,
    ("inches", "feet"): 0.083,
}  # fmt: skip
_SPELLINGS = {
    "kilometre": "km", "kilometer": "km", "mile": "miles", "metre": "meters", "meter": "meters",
    "foot": "feet", "ft": "feet", "kilogram": "kg", "pound": "pounds", "tonne": "tonnes",
    "ton": "tons", "hectare": "hectares", "acre": "acres", "litre": "liters", "liter": "liters",
    "gallon": "gallons", "inch": "inches", "inche": "inches",
}  # fmt: skip
_CONVERTED_WITHIN = 0.12
_CURRENCIES = re.compile(
    r"[$€£¥₹]|dollars?|euros?|roubles?|rubles?|rupees?|yuan|yen", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"\s?(?:[(\[]|,?\s?or\s|,\s|/\s?)\s?(?:(?:about|around|roughly|approximately|nearly|some)\s)?",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|on|near|at|across|outside|inside)\s(?:the\s)?"
    r"((?:[A-Z][\w’'-]*\s?)+(?:(?:region|province|district|city|oblast)\b)?)"
)
_SUBJECT = re.compile(
    r"(?:^|[,;]\s|\bthat\s)(?:the|a|an|its|their|his|her)\s((?:[\w’'-]+\s){0,5}?[\w’'-]+)"
    r"(?=\s(?:[(—–]|which|that|has|have|had|is|was|were|are|will|would|can|could|flew|ran|[\w]+ed\b)|,)",
    re.IGNORECASE,
)
_TIME_WORD = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|sept?|oct|nov|dec|jan|feb|aug",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\w.,:/’'-])\d[\d.,]*(?![\w:/’'-])")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def build_desk(sources: Sources, likeness: Likeness) -> FigureDesk:
    """Return the figures of the scored blocks of all articles and how they stand together.

    Args:
        sources: The articles and their analyses.
        likeness: Says how alike the sentences around two figures are.
    """
    entries = [
        _Entry(index, article, figure, to_desk_figure(article, analysis, figure))
        for index, (article, analysis) in enumerate(
            zip(sources.articles, sources.analyses, strict=True)
        )
        for figure in _scored(analysis)
    ]
    unparsed = [
        Place(article.id, span)
        for article, analysis in zip(sources.articles, sources.analyses, strict=True)
        for span in find_unparsed(article.text, analysis)
    ]
    return FigureDesk(
        tuple(entry.shown for entry in entries),
        tuple(_groups(entries, likeness)),
        tuple(unparsed),
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    article: int
    source: Article
    figure: Figure
    shown: DeskFigure


def _scored(analysis: Analysis) -> list[Figure]:
    return [each for each in analysis.figures if analysis.sentence(each.sentence).scored]


def to_desk_figure(article: Article, analysis: Analysis, figure: Figure) -> DeskFigure:
    """Return a figure with the scope, the period and the source that its sentence gives it."""
    area = analysis.sentence(figure.sentence).span
    return DeskFigure(
        place=Place(article.id, figure.span),
        value=figure.value,
        unit=figure.unit,
        counts=figure.counts,
        scope=find_scope(article.text, area, figure),
        period=_period_of(article.text, analysis, figure),
        source=_source_of(analysis, figure.span),
        modifier=figure.modifier,
        is_conversion=_is_conversion(article.text, analysis, figure),
    )


def find_scope(text: str, area: Span, figure: Figure) -> str:
    """Return where or of what a figure speaks: what is measured, or the place it counts in.

    A measure in kilometers, minutes or percent tells of the subject of its clause; a count of
    people or things tells of the place after it, else of the nearest place before it.
    """
    if figure.unit and figure.unit != _PERSONS and not figure.counts:
        subject = _subject_before(text, area, figure.span.start)
        if subject:
            return subject
    if figure.scope:
        return figure.scope
    places = [
        match[1].strip()
        for match in _PLACE_BEFORE.finditer(text, area.start, figure.span.start)
        if not _TIME_WORD.match(match[1])
    ]
    return places[-1].removesuffix("'s").removesuffix("’s") if places else ""


def _subject_before(text: str, area: Span, end: int) -> str:
    found = [match[1] for match in _SUBJECT.finditer(text[area.start : end])]
    return " ".join(found[-1].split()) if found else ""


def _period_of(text: str, analysis: Analysis, figure: Figure) -> str:
    """Return the time told nearest to a figure in its sentence; a figure itself is no time."""
    area = analysis.sentence(figure.sentence).span
    figures = [each.span for each in analysis.figures if each.sentence == figure.sentence]
    rate = rate_period(text, figure.span.end, min(area.end, figure.span.end + 40))
    if rate:
        return rate
    times = [
        span for span in find_times(text, area) if not any(span.overlap(each) for each in figures)
    ]
    middle = figure.span.start
    nearest = min(times, key=lambda span: abs(span.start - middle), default=None)
    return " ".join(nearest.of(text).split()) if nearest else ""


def _source_of(analysis: Analysis, span: Span) -> str | None:
    """Return the speaker whose words hold a figure; None where the text names nobody."""
    holding = [
        quotation
        for quotation in analysis.quotations
        if quotation.kind is not QuotationKind.SCARE and quotation.span.covers(span)
    ]
    inner = min(holding, key=_size, default=None)
    named = [quotation for quotation in holding if quotation.speaker]
    if inner is None or not named:
        return None
    speaker = min(named, key=_size).speaker
    return speaker.name if speaker else None


def _size(quotation: Quotation) -> int:
    return len(quotation.span)


def _is_conversion(text: str, analysis: Analysis, figure: Figure) -> bool:
    """Say whether a figure gives the measure just before it in another unit."""
    before = [
        each
        for each in analysis.figures
        if each.sentence == figure.sentence and each.span.end <= figure.span.start
    ]
    if not before or not _BETWEEN.fullmatch(text, before[-1].span.end, figure.span.start):
        return False
    first = before[-1]
    if first.value is None or figure.value is None:
        return False
    one, other = _unit(first.unit), _unit(figure.unit)
    if _CURRENCIES.search(one) and _CURRENCIES.search(other):
        return one != other
    factor = _CONVERSIONS.get((one, other)) or 1 / _CONVERSIONS.get((other, one), 1e-9)
    expected = first.value * factor
    return abs(figure.value - expected) <= _CONVERTED_WITHIN * expected


def _unit(unit: str) -> str:
    plain = unit.strip()
    return _SPELLINGS.get(plain.removesuffix("s"), plain)


def _groups(entries: Sequence[_Entry], likeness: Likeness) -> Iterable[FigureGroup]:
    """Return figures of one value that count the same, then values that stand side by side."""
    clusters = _clusters(entries)
    for cluster in clusters:
        if len({entries[each].article for each in cluster}) > 1:
            yield FigureGroup(tuple(cluster), FigureRelation.SAME)
    for one, other in combinations(clusters, 2):
        relation = _relate(one, other, entries, likeness)
        if relation is not None:
            yield FigureGroup(tuple(sorted((*one, *other))), relation)


def _clusters(entries: Sequence[_Entry]) -> list[list[int]]:
    """Return figures of one value that count the same, in order.

    Those that say most of what they count are looked at first: one that says little joins them, and
    never brings two of them together. So the order of the articles does not matter.
    """
    clusters: list[list[int]] = []
    telling = sorted(range(len(entries)), key=lambda each: _telling(entries[each]))
    for each in telling:
        entry = entries[each]
        if entry.shown.value is None or entry.shown.is_conversion:
            continue
        home = next((c for c in clusters if _is_same(entries[c[0]], entry)), None)
        if home is None:
            clusters.append([each])
        else:
            home.append(each)
    return sorted(map(sorted, clusters))


def _telling(entry: _Entry) -> tuple[bool, bool, str, str, str]:
    shown, sentence = entry.shown, entry.source.text[entry.shown.place.span.start :][:_AROUND]
    return not shown.scope, not shown.counts, shown.scope, shown.counts, sentence


def _is_same(one: _Entry, other: _Entry) -> bool:
    same_value = one.figure.value == other.figure.value
    return same_value and _count_alike(one, other) and not _differ_in_scope(one, other)


def _count_alike(one: _Entry, other: _Entry) -> bool:
    if one.figure.counts or other.figure.counts:
        return counts_same(one.figure, other.figure)
    return bool(one.figure.unit) and one.figure.unit == other.figure.unit


def _differ_in_scope(one: _Entry, other: _Entry) -> bool:
    """Say whether both state a scope, and not the same one."""
    if not one.shown.scope or not other.shown.scope:
        return False
    return not same_scope(_scoped(one), _scoped(other))


def _scoped(entry: _Entry) -> Figure:
    figure, scope = entry.figure, entry.shown.scope
    return Figure(figure.span, figure.value, figure.unit, figure.counts, scope, "", 0)


def _relate(
    one: Sequence[int], other: Sequence[int], entries: Sequence[_Entry], likeness: Likeness
) -> FigureRelation | None:
    """Return how two values stand to each other; None where they have nothing in common."""
    left, right = [entries[each] for each in one], [entries[each] for each in other]
    if not _count_alike(left[0], right[0]):
        return None
    if len({entry.article for entry in (*left, *right)}) < 2:
        return None
    if any(_differ_in_scope(a, b) for a in left for b in right):
        return FigureRelation.OTHER_SCOPE
    if left[0].figure.value == right[0].figure.value or _rounds(left[0], right[0]):
        return FigureRelation.SAME
    if not any(_stand_against(a, b, likeness) for a in left for b in right):
        return FigureRelation.OTHER_SCOPE if left[0].figure.counts else None
    both = {entry.article for entry in left} & {entry.article for entry in right}
    return FigureRelation.OTHER_SCOPE if both else FigureRelation.DIFFERENT


def _stand_against(one: _Entry, other: _Entry, likeness: Likeness) -> bool:
    """Say whether two figures count the same, of the same place, in sentences nearly the same.

    A measure alone, "three hours", can be of anything: only a thing counted tells.
    """
    if one.article == other.article or one.shown.period != other.shown.period:
        return False
    if one.figure.counts.lower() != other.figure.counts.lower() and not one.shown.scope:
        return False
    if bool(one.shown.scope) is not bool(other.shown.scope):
        return False
    if not one.figure.counts:
        return False
    return likeness(one.shown.place, other.shown.place) >= _NEARLY_THE_SAME


def _rounds(one: _Entry, other: _Entry) -> bool:
    """Say whether two values can be the same figure: one is rounded, or only a bound."""
    left, right = one.figure, other.figure
    if left.value is None or right.value is None:
        return False
    low, high = sorted((left, right), key=_value)
    if low.modifier in _AT_LEAST or high.modifier in _AT_MOST:
        return True
    is_close = _value(high) - _value(low) <= _ROUNDING * _value(high)
    is_rounded = bool({left.modifier, right.modifier} & _ROUNDED)
    return is_close and (is_rounded or _digits(left) != _digits(right))


def _value(figure: Figure) -> float:
    return figure.value or 0.0


def _digits(figure: Figure) -> int:
    """Return how many digits of a number tell something: 11,500,000 has three, 11,000,000 two."""
    return len(f"{_value(figure):.10g}".replace(".", "").rstrip("0"))


def find_unparsed(text: str, analysis: Analysis) -> Iterable[Span]:
    """Yield numbers in digits that are neither a figure nor a date, a year or part of a name."""
    known = [figure.span for figure in analysis.figures]
    for sentence in analysis.sentences:
        if not sentence.scored:
            continue
        times = list(find_times(text, sentence.span))
        for match in _DIGITS.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(match.start(), match.start() + len(match.group().rstrip(".,")))
            taken = any(each.overlap(span) for each in (*known, *times))
            if not taken and not _YEAR.fullmatch(span.of(text)) and not _in_name(text, span):
                yield span


def _in_name(text: str, span: Span) -> bool:
    """Say whether a number follows a capitalized word inside a sentence: "Boeing 737"."""
    before = re.search(r"(\w[\w.’'-]*)\s$", text[max(0, span.start - 24) : span.start])
    return before is not None and before[1][0].isupper() and len(before[1]) > 1
