"""The tone of sentences: TextBlob's measure for reference, and the program's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from desktop.core.model.analyses import ToneWord
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.voices import VoiceMap
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import Token, find_tokens
from desktop.core.tone.reference import score_reference
from desktop.core.tone.words import rate_words

_CALM = 1.5


@dataclass(frozen=True, slots=True)
class SentenceTone:
    """The tone of one sentence and the words that make it; numbers as in `Sentence`."""

    tone: float
    polarity: float
    subjectivity: float
    words: tuple[ToneWord, ...]


def score_sentences(
    text: str,
    sentences: Sequence[SentenceSpan],
    voices: VoiceMap,
    lexicons: Lexicons,
    tokens: Sequence[Sequence[Token]] | None = None,
) -> tuple[SentenceTone, ...]:
    """Return the tone of each sentence, in order.

    Args:
        text: The article's text.
        sentences: Its sentences.
        voices: The voice of each stretch of the text.
        lexicons: The word lists.
        tokens: The tokens of each sentence, where they are already known.
    """
    split = tokens or [find_tokens(text, each.span.start, each.span.end) for each in sentences]
    tones: list[SentenceTone] = []
    for number, (sentence, row) in enumerate(zip(sentences, split, strict=True), start=1):
        rated = rate_words(row, lexicons)
        polarity, subjectivity = score_reference(sentence.span.of(text), lexicons.tone)
        spans = [row[place].span for place, _ in rated]
        words = tuple(
            ToneWord(span, value, voices.voice_of(span), number)
            for span, (_, value) in zip(spans, rated, strict=True)
        )
        tone = score_tone(value for _, value in rated)
        tones.append(SentenceTone(tone, polarity, subjectivity, words))
    return tuple(tones)


def score_tone(values: Iterable[float]) -> float:
    """Return one tone, -1.0 to 1.0, of the values of words: the more of them, the nearer to 1.

    >>> score_tone([0.5, -0.5])
    0.0
    """
    total = sum(values)
    return total / sqrt(total * total + _CALM)
