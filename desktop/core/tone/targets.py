"""Tone towards the actors an article names: the words of their clauses, the near ones first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop.core.model.analyses import Target, Voice
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.spans import Span
from desktop.core.text.names import Name
from desktop.core.text.sentences import SentenceSpan, split_sentences
from desktop.core.text.tokens import Token, find_tokens
from desktop.core.tone.sentences import SentenceTone, score_tone
from desktop.core.tone.words import rate_words

MOST_TARGETS = 30
_NEAR = 7.0
_CLAUSE_BREAKS = frozenset(";:—–")
_OTHER_CLAUSE = 0.5
_OWN_VOICE = 1.0
_OTHER_VOICE = 0.5
_LABELED_FROM = 0.08


def find_targets(
    sentences: Sequence[SentenceSpan], names: Sequence[Name], tones: Sequence[SentenceTone]
) -> tuple[Target, ...]:
    """Return the names of an article with the tone towards each, the most often named first.

    The tone is the mean over mentions; words in marks or reported speech are a speaker's and
    weigh half.
    """
    starts = [sentence.span.start for sentence in sentences]
    by_key = sorted(names, key=lambda name: name.key)
    targets = [
        _target(key, [name.span for name in mentions], starts, tones)
        for key, mentions in groupby(by_key, key=lambda name: name.key)
    ]
    targets.sort(key=lambda target: (-len(target.mentions), target.mentions[0]))
    return tuple(targets[:MOST_TARGETS])


def score_targets(text: str, targets: Sequence[Span], lexicons: Lexicons) -> tuple[float, ...]:
    """Return the tone towards each span of a text, -1.0 to 1.0."""
    sentences = tuple(split_sentences(text, Span(0, len(text)))) if text.strip() else ()
    rated = [_rated_sentence(text, sentence, lexicons) for sentence in sentences]
    starts = [sentence.start for sentence in sentences]
    return tuple(
        score_tone(_weighed(target, *rated[_number(target, starts)])) if starts else 0.0
        for target in targets
    )


def label_tone(tone: float) -> str:
    """Return the name of a tone: "negative", "neutral" or "positive".

    >>> label_tone(-0.5)
    'negative'
    """
    if abs(tone) < _LABELED_FROM:
        return "neutral"
    return "positive" if tone > 0 else "negative"


Rated = tuple[Sequence[Token], Sequence[tuple[int, float]]]


def _rated_sentence(text: str, sentence: Span, lexicons: Lexicons) -> Rated:
    tokens = find_tokens(text, sentence.start, sentence.end)
    return tokens, rate_words(tokens, lexicons)


def _number(span: Span, starts: Sequence[int]) -> int:
    return max(0, bisect_right(starts, span.start) - 1)


def _weighed(
    target: Span, tokens: Sequence[Token], rated: Sequence[tuple[int, float]]
) -> Iterator[float]:
    """Yield the values of the words around a mention; distance and other clauses take weight."""
    places = [token.start for token in tokens]
    first = max(0, bisect_right(places, target.start) - 1)
    last = max(first, bisect_right(places, target.end - 1) - 1)
    for place, value in rated:
        if first <= place <= last:
            continue
        distance = first - place if place < first else place - last
        low, high = min(first, place), max(last, place)
        is_apart = any(tokens[i].text in _CLAUSE_BREAKS for i in range(low, high))
        yield value * (_OTHER_CLAUSE if is_apart else 1.0) * _NEAR / (_NEAR + distance)


def _target(
    key: str, mentions: list[Span], starts: Sequence[int], tones: Sequence[SentenceTone]
) -> Target:
    mentions.sort()
    values = [_mention_tone(span, tones[_number(span, starts)]) for span in mentions]
    return Target(key, tuple(mentions), sum(values) / len(values))


def _mention_tone(mention: Span, sentence: SentenceTone) -> float:
    """Return the tone of a sentence's words towards one mention, by their distance in letters."""
    values: list[float] = []
    for word in sentence.words:
        if word.span.overlap(mention):
            continue
        gap = max(mention.start - word.span.end, word.span.start - mention.end, 0)
        voice = _OWN_VOICE if word.voice is Voice.OWN else _OTHER_VOICE
        values.append(word.polarity * voice * _NEAR / (_NEAR + gap / 6.0))
    return score_tone(values)
