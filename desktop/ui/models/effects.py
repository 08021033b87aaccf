"""What would change a number: a wording less, its sentence without it, a sentence less."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.core.framing.voices import ToneTotals, rate_without, sentence_parts
from desktop.core.model.analyses import Analysis, LoadedSpan, Rate, ToneWord, Voice
from desktop.core.model.articles import Article
from desktop.core.wording.loadedness import loadedness_without
from desktop.ui.words import tone_number, words_count


def _tr(words: str) -> str:
    return QCoreApplication.translate("effects", words)


@dataclass(frozen=True, slots=True)
class WordingEffects:
    """Says of each loaded wording what the figures would be without it."""

    text: str
    analysis: Analysis
    by_sentence: Mapping[tuple[int, Voice], Sequence[LoadedSpan]]

    def of(self, loaded: LoadedSpan) -> str:
        """Return the weight of a wording and what would change it."""
        weight = _tr("Weight {weight} of 1.").format(weight=f"{loaded.weight:.1f}")
        parts = (weight, self._on_rate(loaded), self._on_sentence(loaded))
        return " ".join(filter(None, parts))

    def _on_rate(self, loaded: LoadedSpan) -> str:
        if loaded.voice in (Voice.INDIRECT, Voice.UNCLEAR):
            return _tr("It stands in no rate; in the score of its sentence it counts half.")
        rate = self._rate(loaded.voice)
        value = rate_without(rate, -1 if loaded.ignored else 1)
        if value is None:
            return _tr("There is too little text for a rate, with it or without.")
        if loaded.ignored:
            return _tr("Counted, the rate would be {rate}.").format(rate=f"{value:.1f}")
        said = _tr("Without {words} the rate would be {rate}").format(
            words=_these_words(len(loaded.span.of(self.text).split())), rate=f"{value:.1f}"
        )
        return f"{said}{self._whole_sentence(loaded, rate)}."

    def _whole_sentence(self, loaded: LoadedSpan, rate: Rate) -> str:
        count = len(self.by_sentence.get((loaded.sentence, loaded.voice), ()))
        value = rate_without(rate, count)
        if count < 2 or value is None:
            return ""
        return _tr("; without all {count} of its sentence, {rate}").format(
            count=count, rate=f"{value:.1f}"
        )

    def _on_sentence(self, loaded: LoadedSpan) -> str:
        if loaded.ignored or loaded.voice is Voice.QUOTED:
            return ""
        score = self.analysis.sentence(loaded.sentence).loadedness
        rest = loadedness_without(score, (loaded,))
        return _tr("The sentence scores {score} of 1, {rest} without.").format(
            score=_score(score), rest=_score(rest)
        )

    def _rate(self, voice: Voice) -> Rate:
        return self.analysis.own.loaded if voice is Voice.OWN else self.analysis.quoted.loaded


def wording_effects(article: Article, analysis: Analysis) -> WordingEffects:
    """Return what says of each loaded wording what would change it."""
    grouped: dict[tuple[int, Voice], list[LoadedSpan]] = {}
    for one in analysis.loaded:
        if not one.ignored:
            grouped.setdefault((one.sentence, one.voice), []).append(one)
    return WordingEffects(article.text, analysis, grouped)


@dataclass(frozen=True, slots=True)
class ToneEffects:
    """Says of each tone word what its sentence adds to the tone of its voice."""

    totals: ToneTotals

    def of(self, word: ToneWord) -> str:
        """Return the tone of a word's sentence, and the tone of its voice without it."""
        part = self.totals.part(word.sentence)
        if part is None:
            return ""
        is_quoted = word.voice is Voice.QUOTED
        total = part.ledger.quoted if is_quoted else part.ledger.total - part.ledger.quoted
        said = _tr("Its sentence has the tone {tone}, over {words} of this voice.").format(
            tone=tone_number(part.tone), words=words_count(total)
        )
        rest = self.totals.without(word.sentence, is_quoted=is_quoted)
        if rest is None:
            return said
        without = _tr("Without the sentence the tone would be {tone}.")
        return f"{said} {without.format(tone=tone_number(rest))}"


def tone_effects(article: Article, analysis: Analysis) -> ToneEffects:
    """Return what says of each tone word what would change the tone."""
    return ToneEffects(ToneTotals(sentence_parts(article.text, analysis)))


def _score(score: float) -> str:
    """Return a sentence's score; only what is 1 is shown as 1."""
    return f"{score if score >= 1.0 else min(score, 0.99):.2f}"


def _these_words(count: int) -> str:
    if count < 2:
        return _tr("this word")
    names = (_tr("two"), _tr("three"), _tr("four"), _tr("five"), _tr("six"), _tr("seven"))
    number = names[count - 2] if count - 2 < len(names) else str(count)
    return _tr("these {number} words").format(number=number)
