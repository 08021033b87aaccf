"""The order of articles by loaded wording in own voice, with what cannot be told apart as a tie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.core.framing.redraws import draw_lanes, lane_totals
from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.tokens import count_words

REDRAWS = 400
_TURNS_ALLOWED = 0.05
_ON = 0.5


class Unit(NamedTuple):
    """What one scored sentence adds to its article's rate: words, and spans or steps of tone."""

    words: int
    spans: int


def rank_articles(
    articles: Sequence[Article], analyses: Sequence[Analysis]
) -> tuple[tuple[str, ...], ...]:
    """Return article ids by loaded wording in own voice, highest first, in groups of ties.

    Two articles are a tie if redrawing their sentences reverses them more often than once in 20.
    An article with too little own-voice text for a rate, or in another language than English, is
    not ranked.
    """
    ranked = rated_articles(articles, analyses)
    return order_units([(each.id, own_units(each.text, analysis)) for each, analysis in ranked])


def rated_articles(
    articles: Sequence[Article], analyses: Sequence[Analysis]
) -> list[tuple[Article, Analysis]]:
    """Return the articles with a rate of loaded wording, sorted by their words.

    Each one draws by its place here: so no tie depends on the order that articles stand in.
    """
    rated = [
        (article, analysis)
        for article, analysis in zip(articles, analyses, strict=True)
        if analysis.own.loaded.value is not None
    ]
    return sorted(rated, key=lambda pair: (pair[0].text, pair[0].id))


def own_units(text: str, analysis: Analysis) -> list[Unit]:
    """Return own-voice words and spans of each scored sentence; words in marks are not own."""
    quoted = VoiceMap(analysis.quotations).quoted
    spans: dict[int, int] = {}
    for loaded in analysis.loaded:
        if loaded.voice is Voice.OWN and not loaded.ignored and loaded.weight >= _ON:
            spans[loaded.sentence] = spans.get(loaded.sentence, 0) + 1
    return [
        Unit(count_words(text, _outside(each.span, quoted)), spans.get(each.number, 0))
        for each in analysis.sentences
        if each.scored
    ]


def order_units(ranked: Sequence[tuple[str, Sequence[Unit]]]) -> tuple[tuple[str, ...], ...]:
    """Order articles by spans per word, highest first, and put those that tie into one group.

    >>> plain, loaded = [Unit(20, 0)] * 9, [Unit(20, 1)] * 9
    >>> order_units([("a", plain), ("b", loaded), ("c", plain)])
    (('b',), ('a', 'c'))
    """
    rates = [_rate(units) for _, units in ranked]
    order = sorted(range(len(ranked)), key=lambda each: (-rates[each], each))
    draws = [_redraw(units, number) for number, (_, units) in enumerate(ranked)]
    groups: list[list[int]] = []
    for each in order:
        if groups and _is_tie(draws[groups[-1][0]], draws[each]):
            groups[-1].append(each)
        else:
            groups.append([each])
    return tuple(tuple(ranked[each][0] for each in group) for group in groups)


def _is_tie(higher: Sequence[float], lower: Sequence[float]) -> bool:
    """Say whether redraws reverse two articles more often than once in 20; even counts as half."""
    pairs = list(zip(higher, lower, strict=True))
    turns = sum(low > high for high, low in pairs) + sum(low == high for high, low in pairs) / 2
    return turns > _TURNS_ALLOWED * len(pairs)


def _redraw(units: Sequence[Unit], seed: int) -> list[float]:
    """Return the rates of all redraws; each article draws by a seed of its own."""
    if not units:
        return [0.0] * REDRAWS
    drawn = draw_lanes(len(units), REDRAWS, seed)
    spans = lane_totals(drawn, [unit.spans for unit in units], REDRAWS)
    words = lane_totals(drawn, [unit.words for unit in units], REDRAWS)
    return [count / max(1, size) for count, size in zip(spans, words, strict=True)]


def _rate(units: Sequence[Unit]) -> float:
    return sum(unit.spans for unit in units) / max(1, sum(unit.words for unit in units))


def _outside(span: Span, areas: Sequence[Span]) -> list[Span]:
    """Return what is left of a span where sorted areas are taken out."""
    left: list[Span] = []
    start = span.start
    for area in areas:
        if area.end <= start or area.start >= span.end:
            continue
        if area.start > start:
            left.append(Span(start, area.start))
        start = area.end
    if start < span.end:
        left.append(Span(start, span.end))
    return left
