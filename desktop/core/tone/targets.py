"""Tone towards the actors an article names: who is praised or blamed in a sentence, and how."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from desktop.core.model.analyses import Target, Voice
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.spans import Span
from desktop.core.text.names import Name
from desktop.core.text.sentences import SentenceSpan, split_sentences
from desktop.core.text.tokens import find_tokens
from desktop.core.tone.readings import NAME, Outline, Reading, known_words, read_words, to_outline
from desktop.core.tone.relations import Target as TargetUnits
from desktop.core.tone.relations import to_target
from desktop.core.tone.sentences import SentenceTone
from desktop.core.tone.weights import TargetModel, target_model
from desktop.core.tone.words import RatedWord, rate_units, word_tones

MOST_TARGETS = 30
_OTHER_VOICE = 0.5
_LABELED_FROM = 0.005
_TELLING_FROM = 0.25


def find_targets(
    sentences: Sequence[SentenceSpan],
    names: Sequence[Name],
    tones: Sequence[SentenceTone],
    lexicons: Lexicons,
) -> tuple[Target, ...]:
    """Return the names of an article with the tone towards each, the most often named first.

    The tone is the mean over mentions; words in marks or reported speech are a speaker's and
    weigh half.
    """
    mentions: dict[str, list[Span]] = defaultdict(list)
    totals: dict[str, float] = defaultdict(float)
    model = target_model(lexicons)
    starts = [sentence.span.start for sentence in sentences]
    scenes: dict[int, _Scene | None] = {}
    for span, _text, key in names:
        mentions[key].append(span)
        number = _number(span, starts)
        if number not in scenes:
            scenes[number] = _Scene(model, tones[number]) if _is_telling(tones[number]) else None
        if scene := scenes[number]:
            totals[key] += scene.score(span)
    ranked = sorted((-len(spans), min(spans).start, key) for key, spans in mentions.items())
    return tuple(
        Target(key, tuple(sorted(mentions[key])), totals[key] / -count)
        for count, _, key in ranked[:MOST_TARGETS]
    )


def score_targets(text: str, targets: Sequence[Span], lexicons: Lexicons) -> tuple[float, ...]:
    """Return the tone towards each span of a text, -1.0 to 1.0."""
    model = target_model(lexicons)
    weighed: dict[int, tuple[float, float]] = {}
    tones: list[float] = []
    for mention in find_mentions(text, targets, lexicons):
        if mention is None:
            tones.append(0.0)
            continue
        outline, target, rated = mention
        if id(outline) not in weighed:
            weighed[id(outline)] = model.weigh_sentence(outline, rated)
        tones.append(model.score(outline, target, rated, weighed[id(outline)]))
    return tuple(tones)


Mention = tuple[Outline, TargetUnits, Sequence[RatedWord]]
"""A sentence, the units of a target in it, and the words of the sentence that have a tone."""


def find_mentions(
    text: str, targets: Sequence[Span], lexicons: Lexicons
) -> tuple[Mention | None, ...]:
    """Return the sentence that each span begins in, read; None where there are no words."""
    if not text.strip():
        return (None,) * len(targets)
    sentences = tuple(split_sentences(text, Span(0, len(text))))
    starts = [sentence.start for sentence in sentences]
    known, plain = known_words(lexicons), word_tones(lexicons)
    read: dict[int, tuple[Reading, Outline, Sequence[RatedWord]]] = {}
    found: list[Mention | None] = []
    for target in targets:
        number = _number(target, starts)
        if number not in read:
            tokens = find_tokens(text, sentences[number].start, sentences[number].end)
            reading = read_words(tokens, known)
            read[number] = reading, to_outline(reading), rate_units(reading, plain)
        reading, outline, rated = read[number]
        units = find_units(reading, outline, target) if reading.words else None
        found.append((outline, units, rated) if units else None)
    return tuple(found)


def label_tone(tone: float) -> str:
    """Return the name of a tone: "negative", "neutral" or "positive".

    >>> label_tone(-0.5)
    'negative'
    """
    if abs(tone) < _LABELED_FROM:
        return "neutral"
    return "positive" if tone > 0 else "negative"


def find_units(reading: Reading, outline: Outline, span: Span) -> TargetUnits:
    """Return the units that a span of the text covers, wholly or in part; at least one."""
    first = reading.unit_at(span.start)
    last = reading.unit_at(span.end - 1)
    return to_target(outline, first, max(first, last))


def _is_telling(tone: SentenceTone) -> bool:
    """Say whether a sentence has a word that could be shown as the reason for a tone."""
    return any(abs(word.tone) >= _TELLING_FROM for word in tone.rated)


class _Scene:
    """A sentence of an article in which actors are named."""

    __slots__ = ("_model", "_names", "_outline", "_rated", "_reading", "_sentence", "_starts")

    def __init__(self, model: TargetModel, tone: SentenceTone) -> None:
        self._model = model
        self._reading = reading = tone.reading
        self._outline = to_outline(reading)
        self._rated = _heard(tone)
        self._sentence = model.weigh_sentence(self._outline, tone.rated)
        self._names = [unit for unit, word in enumerate(reading.words) if word == NAME]
        tokens, places = reading.tokens, reading.places
        self._starts = [tokens[places[unit]][0] for unit in self._names]

    def score(self, mention: Span) -> float:
        """Return the tone of the sentence towards one mention in it."""
        units = self._named(mention) or find_units(self._reading, self._outline, mention)
        return self._model.score(self._outline, units, self._rated, self._sentence)

    def _named(self, mention: Span) -> TargetUnits | None:
        """Return the unit of a mention that is one row of capitalized words: nearly all are."""
        at = bisect_right(self._starts, mention.start) - 1
        if at < 0:
            return None
        unit = self._names[at]
        behind = unit + 1
        if behind < len(self._reading.words) and self._reading.words[behind] == "'s":
            behind += 1
        if behind < len(self._reading.words) and self._reading.start_of(behind) < mention.end:
            return None
        return to_target(self._outline, unit, unit)


def _heard(tone: SentenceTone) -> Sequence[RatedWord]:
    """Return the rated words of a sentence, those of speakers at half their strength."""
    return [
        word
        if said.voice is Voice.OWN
        else RatedWord(word.unit, word.tone * _OTHER_VOICE, word.factor * _OTHER_VOICE)
        for word, said in zip(tone.rated, tone.words, strict=True)
    ]


def _number(span: Span, starts: Sequence[int]) -> int:
    return max(0, bisect_right(starts, span.start) - 1)
