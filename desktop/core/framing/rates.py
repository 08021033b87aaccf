"""Rates of one article by voice, with the range that redrawing its sentences gives.

Each redraw takes as many sentences as the article has, with repetition; the range holds the middle
95 % of 1,000 redraws (percentile bootstrap, Efron 1979). The draws follow from the counts alone,
so the same article gives the same range on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from desktop.core.model.analyses import Rate, VoiceFigures

MINIMUM_WORDS = 50
REDRAWS = 1000
_MOST_UNITS = 300  # longer articles are redrawn by runs of neighbors: the cost stays the same
_TONE_STEPS = 10_000
_BITS = 40
_MASK = (1 << _BITS) - 1


class SentenceCounts(NamedTuple):
    """What one scored sentence adds: words and loaded spans by voice, and its tone."""

    own_words: int
    own_spans: int
    quoted_words: int
    quoted_spans: int
    tone: float


def voice_figures(
    sentences: Sequence[SentenceCounts], redraws: int = REDRAWS
) -> tuple[VoiceFigures, VoiceFigures]:
    """Return the figures of the own voice and of the quoted voice.

    The count of a tone is the number of sentences that hold words of the voice.

    Args:
        sentences: The scored sentences in order.
        redraws: How often to redraw for the ranges; 0 leaves them out.
    """
    columns = _columns(sentences)
    totals = tuple(map(sum, columns)) if sentences else (0,) * len(columns)
    drawn = _redrawn(columns, redraws) if redraws and max(totals[0], totals[3]) else []
    return (
        _figures(totals[:3], sum(map(bool, columns[0])), drawn, 0),
        _figures(totals[3:], sum(map(bool, columns[3])), drawn, 3),
    )


def _columns(sentences: Sequence[SentenceCounts]) -> tuple[list[int], ...]:
    """Return words, spans and tone times words, of the own and then of the quoted voice.

    Tone is kept as a whole number of steps and counted from -1, so that it is never negative.
    """
    steps = [round((s.tone + 1.0) * _TONE_STEPS) for s in sentences]
    return (
        [s.own_words for s in sentences],
        [s.own_spans for s in sentences],
        [step * s.own_words for step, s in zip(steps, sentences, strict=True)],
        [s.quoted_words for s in sentences],
        [s.quoted_spans for s in sentences],
        [step * s.quoted_words for step, s in zip(steps, sentences, strict=True)],
    )


def _redrawn(columns: tuple[list[int], ...], redraws: int) -> list[int]:
    """Return the totals of each redraw, all columns packed into one number: one sum for six."""
    units = [
        sum(value << (_BITS * place) for place, value in enumerate(row))
        for row in zip(*columns, strict=True)
    ]
    if len(units) > _MOST_UNITS:
        run = -(-len(units) // _MOST_UNITS)
        units = [sum(units[start : start + run]) for start in range(0, len(units), run)]
    size = len(units)
    draws = Random(sum(units) * size).choices(units, k=size * redraws)  # noqa: S311
    return [sum(draws[start : start + size]) for start in range(0, size * redraws, size)]


def _figures(
    totals: Sequence[int], sentences: int, drawn: Sequence[int], place: int
) -> VoiceFigures:
    words, spans, tone = totals
    if words < MINIMUM_WORDS:
        return VoiceFigures(words, Rate(None, spans, words), Rate(None, sentences, words))
    shift = _BITS * place
    parts = [(packed >> shift & _MASK, packed >> shift + _BITS) for packed in drawn]
    rates = [100.0 * (rest & _MASK) / count for count, rest in parts if count]
    tones = [_tone(rest >> _BITS & _MASK, count) for count, rest in parts if count]
    return VoiceFigures(
        words,
        Rate(100.0 * spans / words, spans, words, *middle(rates)),
        Rate(_tone(tone, words), sentences, words, *middle(tones)),
    )


def _tone(steps: int, words: int) -> float:
    return steps / (words * _TONE_STEPS) - 1.0


def middle(values: Sequence[float]) -> tuple[float | None, float | None]:
    """Return the ends of the middle 95 % of the values, or None twice where there are none.

    >>> middle([float(value) for value in range(1000)])
    (25.0, 974.0)
    """
    if not values:
        return None, None
    ordered = sorted(values)
    aside = len(ordered) // 40
    return ordered[aside], ordered[-1 - aside]
