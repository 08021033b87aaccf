"""The tone of sentences by the program's own measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from desktop.core.model.analyses import ToneWord
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.voices import VoiceMap
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import Token, find_tokens
from desktop.core.tone.readings import Reading, known_words, read_words
from desktop.core.tone.words import RatedWord, rate_units, tones_among, word_tones

_CALM = 1.5


class SentenceTone(NamedTuple):
    """The tone of one sentence, as in `Sentence`, and the words that make it.

    `reading` holds the sentence's units, and `rated` those of them that are `words`, in order.
    """

    tone: float
    words: tuple[ToneWord, ...]
    reading: Reading
    rated: Sequence[RatedWord]


def score_sentences(
    text: str,
    sentences: Sequence[SentenceSpan],
    voices: VoiceMap,
    lexicons: Lexicons,
    tokens: Sequence[Sequence[Token]] | None = None,
    borne: frozenset[int] = frozenset(),
) -> tuple[SentenceTone, ...]:
    """Return the tone of each sentence, in order.

    Args:
        text: The article's text.
        sentences: Its sentences.
        voices: The voice of each stretch of the text.
        lexicons: The word lists.
        tokens: The tokens of each sentence, where they are already known.
        borne: Where words begin that are names of somebody in the text, whatever else they mean.
    """
    split = tokens or [find_tokens(text, each.span.start, each.span.end) for each in sentences]
    known = known_words(lexicons)
    plain = tones_among({token[3] for row in split for token in row}, word_tones(lexicons))
    tones: list[SentenceTone] = []
    for number, row in enumerate(split, start=1):
        reading = read_words(row, known, borne)
        rated = rate_units(reading, plain)
        spans = [row[reading.places[word.unit]].span for word in rated]
        words = tuple(
            [
                ToneWord(span, word.tone, voices.voice_of(span), number)
                for span, word in zip(spans, rated, strict=True)
            ]
        )
        tone = score_tone([word.tone for word in rated])
        tones.append(SentenceTone(tone, words, reading, rated))
    return tuple(tones)


def score_tone(values: Iterable[float]) -> float:
    """Return one tone, -1.0 to 1.0, of the values of words: the more of them, the nearer to 1.

    >>> score_tone([0.5, -0.5])
    0.0
    """
    total = sum(values)
    return total / sqrt(total * total + _CALM)
