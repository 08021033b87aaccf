"""Rates of one article by voice, with the range that redrawing its sentences gives.

Each redraw takes as many sentences as the article has, with repetition; the range holds the middle
95 % of 1,000 redraws (percentile bootstrap, Efron 1979). The draws depend on the number of
sentences alone, so the same article gives the same range on every machine.

Redraws of nothing are nothing, however few the words: where no wording was counted, the range
reaches to 3 in the number of words, the rate that so many words rule out at 95 % (the rule of
three, Hanley and Lippman-Hand 1983).
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import NamedTuple

from desktop.core.model.analyses import Rate, VoiceFigures

MINIMUM_WORDS = 50
REDRAWS = 1000
_RULE_OF_THREE = 3.0
_MOST_UNITS = 300  # longer articles are redrawn by runs of neighbors: the cost stays the same
_TONE_STEPS = 10_000  # of the ranges of tone: lanes hold whole numbers
_LANE = array("Q").itemsize


class SentenceCounts(NamedTuple):
    """What one scored sentence adds: words and loaded spans by voice, and its tone."""

    own_words: int
    own_spans: int
    quoted_words: int
    quoted_spans: int
    tone: float


class _Column(NamedTuple):
    """One voice in one sentence or run of sentences."""

    words: int
    spans: int
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
    own = [_Column(s.own_words, s.own_spans, s.tone * s.own_words) for s in sentences]
    quoted = [_Column(s.quoted_words, s.quoted_spans, s.tone * s.quoted_words) for s in sentences]
    return _figures(own, redraws), _figures(quoted, redraws)


def _figures(column: Sequence[_Column], redraws: int) -> VoiceFigures:
    total = _sum(column)
    sentences = sum(part.words > 0 for part in column)
    if total.words < MINIMUM_WORDS:
        loaded = Rate(None, total.spans, total.words)
        return VoiceFigures(total.words, loaded, Rate(None, sentences, total.words))
    loaded_range, tone_range = _ranges(_units(column), redraws)
    if redraws and not total.spans:
        loaded_range = 0.0, 100.0 * _RULE_OF_THREE / total.words
    return VoiceFigures(
        total.words,
        Rate(100.0 * total.spans / total.words, total.spans, total.words, *loaded_range),
        Rate(total.tone / total.words, sentences, total.words, *tone_range),
    )


def _sum(parts: Sequence[_Column]) -> _Column:
    return _Column(
        sum(part.words for part in parts),
        sum(part.spans for part in parts),
        sum(part.tone for part in parts),
    )


def _units(column: Sequence[_Column]) -> Sequence[_Column]:
    run = -(-len(column) // _MOST_UNITS)
    if run <= 1:
        return column
    return [_sum(column[start : start + run]) for start in range(0, len(column), run)]


Range = tuple[float | None, float | None]


def _ranges(units: Sequence[_Column], redraws: int) -> tuple[Range, Range]:
    """Return the ranges of the rate of wording and of the tone."""
    if not redraws:
        return (None, None), (None, None)
    drawn = _draws(len(units), redraws)
    words = _totals(drawn, [unit.words for unit in units], redraws)
    spans = _totals(drawn, [unit.spans for unit in units], redraws)
    # Counted from -1, a tone is never negative: lanes hold no sign.
    steps = [round((unit.tone + unit.words) * _TONE_STEPS) for unit in units]
    tones = _totals(drawn, steps, redraws)
    rates = [100.0 * count / size for count, size in zip(spans, words, strict=True) if size]
    means = [
        tone / (size * _TONE_STEPS) - 1.0 for tone, size in zip(tones, words, strict=True) if size
    ]
    return middle(rates), middle(means)


@lru_cache(maxsize=64)
def _draws(size: int, redraws: int) -> tuple[int, ...]:
    """Return for each unit how often each redraw took it, one lane of a long number a redraw.

    Long numbers make the totals of all redraws a few multiplications instead of a million steps.
    """
    taken = [array("Q", bytes(_LANE * redraws)) for _ in range(size)]
    random = Random(size)  # noqa: S311
    for redraw in range(redraws):
        for unit in random.choices(taken, k=size):
            unit[redraw] += 1
    return tuple(int.from_bytes(unit.tobytes(), sys.byteorder) for unit in taken)


def _totals(drawn: Sequence[int], values: Sequence[int], redraws: int) -> Sequence[int]:
    """Return the total of the values in each redraw."""
    packed = sum(lanes * value for lanes, value in zip(drawn, values, strict=True) if value)
    return array("Q", packed.to_bytes(_LANE * redraws, sys.byteorder))


def middle(values: Sequence[float]) -> Range:
    """Return the ends of the middle 95 % of the values, or None twice where there are none.

    >>> middle([float(value) for value in range(1000)])
    (25.0, 974.0)
    """
    if not values:
        return None, None
    ordered = sorted(values)
    aside = len(ordered) // 40
    return ordered[aside], ordered[-1 - aside]
