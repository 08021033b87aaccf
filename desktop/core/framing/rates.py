"""Rates of one article by voice, with the range that redrawing its sentences gives.

Each redraw takes as many sentences as the article has, with repetition; the range holds the middle
95 % of 1,000 redraws (percentile bootstrap, Efron 1979). The draws depend on the number of
sentences alone, so the same article gives the same range on every machine.

Redraws of nothing are nothing, however few the words: where no wording was counted, the range
reaches to 3 in the number of words, the rate that so many words rule out at 95 % (the rule of
three, Hanley and Lippman-Hand 1983).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.core.framing.redraws import draw_lanes, lane_totals
from desktop.core.model.analyses import Rate, VoiceFigures

MINIMUM_WORDS = 50
REDRAWS = 1000
_RULE_OF_THREE = 3.0
_MOST_UNITS = 300  # longer articles are redrawn by runs of neighbors: the cost stays the same
_TONE_STEPS = 10_000  # of the ranges of tone: lanes hold whole numbers


class SentenceCounts(NamedTuple):
    """What one scored sentence adds: words and loaded spans by voice, and its tone."""

    own_words: int
    own_spans: int
    quoted_words: int
    quoted_spans: int
    tone: float


class Column(NamedTuple):
    """One voice in one sentence or run of sentences; `tone` is weighed by its words."""

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
    own = [Column(s.own_words, s.own_spans, s.tone * s.own_words) for s in sentences]
    quoted = [Column(s.quoted_words, s.quoted_spans, s.tone * s.quoted_words) for s in sentences]
    return column_figures(own, redraws), column_figures(quoted, redraws)


def column_figures(column: Sequence[Column], redraws: int = REDRAWS) -> VoiceFigures:
    """Return the figures of one voice from what each sentence has of it."""
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


def _sum(parts: Sequence[Column]) -> Column:
    return Column(
        sum(part.words for part in parts),
        sum(part.spans for part in parts),
        sum(part.tone for part in parts),
    )


def _units(column: Sequence[Column]) -> Sequence[Column]:
    run = -(-len(column) // _MOST_UNITS)
    if run <= 1:
        return column
    return [_sum(column[start : start + run]) for start in range(0, len(column), run)]


Range = tuple[float | None, float | None]


def _ranges(units: Sequence[Column], redraws: int) -> tuple[Range, Range]:
    """Return the ranges of the rate of wording and of the tone."""
    if not redraws:
        return (None, None), (None, None)
    drawn = draw_lanes(len(units), redraws, seed=len(units))
    words = lane_totals(drawn, [unit.words for unit in units], redraws)
    spans = lane_totals(drawn, [unit.spans for unit in units], redraws)
    # Counted from -1, a tone is never negative: lanes hold no sign.
    steps = [round((unit.tone + unit.words) * _TONE_STEPS) for unit in units]
    tones = lane_totals(drawn, steps, redraws)
    rates = [100.0 * count / size for count, size in zip(spans, words, strict=True) if size]
    means = [
        tone / (size * _TONE_STEPS) - 1.0 for tone, size in zip(tones, words, strict=True) if size
    ]
    return middle(rates), middle(means)


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
