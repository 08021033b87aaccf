"""The tone of each article towards each actor: in its own words, and in those of speakers.

A sentence is read once for each voice, with the words of that voice alone: what a speaker says of
an actor is not charged to the outlet, nor the other way round.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop.core.framing.actors import Mention
from desktop.core.framing.rates import Column, column_figures
from desktop.core.framing.sources import Sources
from desktop.core.model.actor_tones import ActorTone
from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.languages import is_english
from desktop.core.text.tokens import Token, find_tokens
from desktop.core.tone.readings import known_words, read_words, to_outline
from desktop.core.tone.targets import find_units
from desktop.core.tone.weights import target_model
from desktop.core.tone.words import rate_units, word_tones

_TELLING_FROM = 0.25
_MOST_PLACES = 4
_LEAST_MENTIONS = 2
_LEAST_TONE = 0.005


@dataclass(slots=True)
class _Towards:
    """What one article says of one actor: by voice, the mentions with their tone and words."""

    label: Counter[str] = field(default_factory=Counter[str])
    own: list[_Heard] = field(default_factory=list["_Heard"])
    quoted: list[_Heard] = field(default_factory=list["_Heard"])


@dataclass(frozen=True, slots=True)
class _Heard:
    """The mentions of an actor in one voice of one sentence, and the words of that voice there."""

    mentions: tuple[Span, ...]
    tones: tuple[float, ...]
    words: int


def find_actor_tones(
    sources: Sources, mentions: Iterable[Mention], lexicons: Lexicons
) -> tuple[ActorTone, ...]:
    """Return the tone towards each actor named twice or more, article by article.

    The most often named actor of an article comes first. An article that is not in English names
    its actors, and its rates have no value.
    """
    by_article: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article].append(mention)
    return tuple(
        row
        for article in sorted(by_article)
        for row in _Article(sources, article, lexicons).rows(by_article[article])
    )


class _Article:
    """One article, read for the tone towards its actors."""

    def __init__(self, sources: Sources, index: int, lexicons: Lexicons) -> None:
        self._article = sources.articles[index]
        self._analysis = sources.analyses[index]
        self._voices = VoiceMap(self._analysis.quotations)
        self._lexicons = lexicons

    def rows(self, mentions: Iterable[Mention]) -> Iterator[ActorTone]:
        """Yield the tones towards the actors of the article."""
        towards: defaultdict[str, _Towards] = defaultdict(_Towards)
        by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            towards[mention.key].label[mention.label] += 1
            by_sentence[mention.sentence].append(mention)
        for number in sorted(by_sentence):
            self._read(number, by_sentence[number], towards)
        ranked = sorted(towards.items(), key=lambda item: (-item[1].label.total(), item[0]))
        for _, one in ranked:
            if one.label.total() >= _LEAST_MENTIONS and (one.own or one.quoted):
                yield self._row(one)

    def _row(self, towards: _Towards) -> ActorTone:
        heard = [*towards.own, *towards.quoted]
        spans = [
            (abs(tone), span)
            for each in heard
            for span, tone in zip(each.mentions, each.tones, strict=True)
        ]
        strongest = sorted(spans, key=lambda each: (-each[0], each[1]))
        telling = [span for tone, span in strongest if tone >= _LEAST_TONE]
        shown = sorted(telling[:_MOST_PLACES]) or [min(span for _, span in spans)]
        return ActorTone(
            article=self._article.id,
            actor=towards.label.most_common(1)[0][0],
            own=self._rate(towards.own),
            quoted=self._rate(towards.quoted),
            evidence=tuple(Place(self._article.id, span) for span in shown),
        )

    def _rate(self, heard: Sequence[_Heard]) -> Rate:
        count = sum(len(each.mentions) for each in heard)
        column = [
            Column(each.words, 0, each.words * sum(each.tones) / len(each.tones)) for each in heard
        ]
        language = self._analysis.language
        if not is_english(language):
            return Rate(None, count, sum(each.words for each in heard), language=language)
        return replace(column_figures(column).tone, count=count)

    def _read(self, number: int, mentions: Sequence[Mention], towards: dict[str, _Towards]) -> None:
        """Read one sentence once for each voice that mentions an actor in it."""
        span = self._analysis.sentence(number).span
        tokens = find_tokens(self._article.text, span.start, span.end)
        is_own = self._are_own(span, [token.span for token in tokens])
        by_mention = self._are_own(span, [each.span for each in mentions])
        for own in (True, False):
            chosen = [each for each, is_ in zip(mentions, by_mention, strict=True) if is_ is own]
            if not chosen:
                continue
            voice = [token for token, is_ in zip(tokens, is_own, strict=True) if is_ is own]
            tones = self._tones(voice, [each.span for each in chosen])
            words = sum(token.is_word for token in voice)
            for key in dict.fromkeys(each.key for each in chosen):
                held = [at for at, each in enumerate(chosen) if each.key == key]
                heard = _Heard(
                    tuple(chosen[at].span for at in held), tuple(tones[at] for at in held), words
                )
                (towards[key].own if own else towards[key].quoted).append(heard)

    def _are_own(self, sentence: Span, spans: Sequence[Span]) -> list[bool | None]:
        """Say of stretches of a sentence whether they are the outlet's own; None is unclear."""
        voices = self._voices
        near = (voices.quoted_near, voices.indirect_near, voices.unclear_near)
        if not any(areas(sentence) for areas in near):
            return [True] * len(spans)
        found = map(voices.voice_of, spans)
        return [None if each is Voice.UNCLEAR else each is Voice.OWN for each in found]

    def _tones(self, tokens: Sequence[Token], spans: Sequence[Span]) -> list[float]:
        """Return the tone towards each mention by the words of its voice; 0.0 where none tells."""
        plain = [0.0] * len(spans)
        if not tokens or not is_english(self._analysis.language):
            return plain
        reading = read_words(tokens, known_words(self._lexicons))
        rated = rate_units(reading, word_tones(self._lexicons))
        if not any(abs(word.tone) >= _TELLING_FROM for word in rated):
            return plain
        model, outline = target_model(self._lexicons), to_outline(reading)
        weighed = model.weigh_sentence(outline, rated)
        return [
            model.score(outline, find_units(reading, outline, span), rated, weighed)
            for span in spans
        ]
