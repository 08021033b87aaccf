"""From the outlets of an event to what the charts draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.model.analyses import (
    Analysis,
    LoadedSpan,
    ReportVerb,
    Rung,
    SentenceVoice,
    ToneWord,
    Voice,
    VoiceFigures,
)
from desktop.core.model.comparisons import Place
from desktop.ui.figures.outlets import OutletColumn, Voices
from desktop.ui.paint.loaded_bars import LoadedBar, LoadedBars, LoadedRow
from desktop.ui.paint.tone_axes import ToneAxes, ToneDot, ToneRow
from desktop.ui.paint.verb_ladder import VerbLadder, VerbRung, VerbWord

LADDER = tuple(reversed(Rung))


@dataclass(frozen=True, slots=True)
class ChartData:
    """All charts of one event."""

    loaded: LoadedBars
    tone: ToneAxes
    verbs: VerbLadder


def chart_data(columns: Sequence[OutletColumn], voices: Voices = Voices.BOTH) -> ChartData:
    """Return what the charts of these outlets draw."""
    return ChartData(loaded_bars(columns, voices), tone_axes(columns, voices), verb_ladder(columns))


def figures_of(analysis: Analysis, voice: Voice) -> VoiceFigures:
    """Return the figures of one of the two voices that have any."""
    return analysis.own if voice is Voice.OWN else analysis.quoted


def loaded_places(analysis: Analysis, voice: Voice) -> tuple[Place, ...]:
    """Return the wordings that the rate of a voice counts, in text order."""
    counted = [
        found.span
        for found in analysis.loaded
        if found.voice is voice and not found.ignored and _is_scored(analysis, found)
    ]
    return tuple(Place(analysis.article_id, span) for span in sorted(counted))


def tone_places(analysis: Analysis, voice: Voice) -> tuple[Place, ...]:
    """Return the word that moves each sentence of a voice most, in text order.

    A voice without any such word has no place: its tone is neutral throughout.
    """
    strongest: dict[int, ToneWord] = {}
    for word in analysis.tone_words:
        if word.voice is not voice or not _is_counted(analysis, word):
            continue
        held = strongest.get(word.sentence)
        if held is None or abs(word.polarity) > abs(held.polarity):
            strongest[word.sentence] = word
    return tuple(Place(analysis.article_id, strongest[n].span) for n in sorted(strongest))


def loaded_bars(columns: Sequence[OutletColumn], voices: Voices = Voices.BOTH) -> LoadedBars:
    """Return the bars of loaded wording, a row an outlet."""
    return LoadedBars(tuple(_loaded_row(column, voices) for column in columns))


def tone_axes(columns: Sequence[OutletColumn], voices: Voices = Voices.BOTH) -> ToneAxes:
    """Return the axes of tone, a row an outlet."""
    return ToneAxes(tuple(_tone_row(column, voices) for column in columns))


def verb_ladder(columns: Sequence[OutletColumn]) -> VerbLadder:
    """Return the report verbs in own voice by rung, attack first; empty rungs keep their row."""
    outlets = tuple((c.name, c.badge.letters, c.badge.slot) for c in columns)
    rungs = [VerbRung(rung, tuple(_words(c, rung) for c in columns)) for rung in LADDER]
    return VerbLadder(outlets, tuple(rungs))


def _loaded_row(column: OutletColumn, voices: Voices) -> LoadedRow:
    analysis = column.analysis
    bars = tuple(
        LoadedBar(voice, figures_of(analysis, voice).loaded, loaded_places(analysis, voice))
        for voice in voices.shown
    )
    return LoadedRow(column.article.id, column.name, column.mark, bars)


def _tone_row(column: OutletColumn, voices: Voices) -> ToneRow:
    return ToneRow(column.article.id, column.name, column.mark, tone_dots(column.analysis, voices))


def tone_dots(analysis: Analysis, voices: Voices = Voices.BOTH) -> tuple[ToneDot, ...]:
    """Return the dots of one article's tone axis."""
    return tuple(
        ToneDot(voice, figures_of(analysis, voice).tone, tone_places(analysis, voice))
        for voice in voices.shown
    )


def _is_counted(analysis: Analysis, word: ToneWord) -> bool:
    if not 0 < word.sentence <= len(analysis.sentences):
        return False
    sentence = analysis.sentence(word.sentence)
    other = SentenceVoice.QUOTED if word.voice is Voice.OWN else SentenceVoice.OWN
    return sentence.scored and sentence.voice is not other


def _words(column: OutletColumn, rung: Rung) -> tuple[VerbWord, ...]:
    """Return the words of one cell, the most used first, then as they come in the text."""
    uses: dict[str, list[Place]] = {}
    for verb in sorted(column.analysis.verbs, key=lambda verb: verb.span):
        if verb.rung is rung and verb.voice is Voice.OWN and _is_scored(column.analysis, verb):
            word = " ".join(verb.span.of(column.article.text).split()).lower()
            uses.setdefault(word, []).append(Place(column.article.id, verb.span))
    ranked = sorted(uses.items(), key=lambda item: -len(item[1]))
    return tuple(VerbWord(word, tuple(places)) for word, places in ranked)


def _is_scored(analysis: Analysis, found: LoadedSpan | ReportVerb) -> bool:
    """Say whether something stands in a sentence that counts: blocks set apart do not."""
    sentences = analysis.sentences
    return 0 < found.sentence <= len(sentences) and sentences[found.sentence - 1].scored
