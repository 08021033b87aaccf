"""The ledger of an article: each voice with its words, its tone and its loaded wording.

And what a figure would be without a part of it, for the explanation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.framing.ledger import sentence_ledger
from desktop.core.framing.rates import MINIMUM_WORDS
from desktop.core.model.analyses import Analysis, Ledger, Rate, Voice
from desktop.core.model.voices import VoiceMap
from desktop.core.text.languages import is_english


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice of an article, by itself: reported words are not counted with the own ones.

    `share` is that of all words, 0.0 to 1.0. `sentences` counts those that hold words of the voice.
    `tone` is None under the stated minimum of words; it and `wordings` are None in a text that is
    not in English.
    """

    voice: Voice
    words: int
    share: float
    sentences: int
    wordings: int | None
    tone: float | None


@dataclass(frozen=True, slots=True)
class SentencePart:
    """The words of each voice in a scored sentence, and its tone."""

    number: int
    ledger: Ledger
    tone: float


def sentence_parts(text: str, analysis: Analysis) -> tuple[SentencePart, ...]:
    """Return the scored sentences with their words by voice."""
    voices = VoiceMap(analysis.quotations)
    return tuple(
        SentencePart(one.number, sentence_ledger(text, one.span, voices), one.tone)
        for one in analysis.sentences
        if one.scored
    )


def voice_rows(parts: Sequence[SentencePart], analysis: Analysis) -> tuple[VoiceRow, ...]:
    """Return the four voices with their figures, in the order of the glossary."""
    scored = {part.number for part in parts}
    counted = [one for one in analysis.loaded if not one.ignored and one.sentence in scored]
    total = sum(part.ledger.total for part in parts)
    is_scored = is_english(analysis.language)
    rows = list[VoiceRow]()
    for voice in Voice:
        held = [(words_of(part.ledger, voice), part.tone) for part in parts]
        words = sum(count for count, _ in held)
        weighed = sum(count * tone for count, tone in held)
        rows.append(
            VoiceRow(
                voice,
                words,
                words / total if total else 0.0,
                sum(count > 0 for count, _ in held),
                sum(one.voice is voice for one in counted) if is_scored else None,
                weighed / words if is_scored and words >= MINIMUM_WORDS else None,
            )
        )
    return tuple(rows)


def words_of(ledger: Ledger, voice: Voice) -> int:
    """Return the words of one voice."""
    return {
        Voice.OWN: ledger.own,
        Voice.QUOTED: ledger.quoted,
        Voice.INDIRECT: ledger.indirect,
        Voice.UNCLEAR: ledger.unclear,
    }[voice]


def rate_without(rate: Rate, wordings: int) -> float | None:
    """Return a rate per 100 words with so many wordings less, or more where it is negative.

    >>> rate_without(Rate(5.0, 5, 100), 2)
    3.0
    """
    if rate.value is None or not rate.words:
        return None
    return 100.0 * max(0, rate.count - wordings) / rate.words


class ToneTotals:
    """The tone of the quoted voice and of all other words, whole and without one sentence."""

    __slots__ = ("_parts", "_totals")

    def __init__(self, parts: Sequence[SentencePart]) -> None:
        self._parts = {part.number: part for part in parts}
        self._totals = {
            is_quoted: (
                sum(_words(part, is_quoted=is_quoted) for part in parts),
                sum(_words(part, is_quoted=is_quoted) * part.tone for part in parts),
            )
            for is_quoted in (False, True)
        }

    def part(self, number: int) -> SentencePart | None:
        """Return a scored sentence, None where it is not scored."""
        return self._parts.get(number)

    def without(self, number: int, *, is_quoted: bool = False) -> float | None:
        """Return the tone without one sentence, None where too few words are left for it."""
        words, tone = self._totals[is_quoted]
        part = self._parts.get(number)
        gone = _words(part, is_quoted=is_quoted) if part else 0
        left = words - gone
        if left < MINIMUM_WORDS:
            return None
        return (tone - gone * (part.tone if part else 0.0)) / left


def _words(part: SentencePart, *, is_quoted: bool) -> int:
    return part.ledger.quoted if is_quoted else part.ledger.total - part.ledger.quoted
