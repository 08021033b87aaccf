"""The figures of an article: what counts is scored and not ignored by the user."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.core.framing.ledger import total_ledger
from desktop.core.framing.rates import REDRAWS, SentenceCounts, voice_figures
from desktop.core.model.analyses import Ledger, LoadedSpan, Rate, Sentence, Voice, VoiceFigures
from desktop.core.text.languages import is_english


class ArticleFigures(NamedTuple):
    """Words by voice and the figures of the own and of the quoted voice."""

    ledger: Ledger
    own: VoiceFigures
    quoted: VoiceFigures


def article_figures(
    sentences: Sequence[Sentence],
    ledgers: Sequence[Ledger],
    loaded: Iterable[LoadedSpan],
    redraws: int = REDRAWS,
    *,
    language: str = "",
) -> ArticleFigures:
    """Return an article's figures.

    The own voice is measured over all words outside marks: words of indirect speech stand in its
    denominator, and wordings in indirect speech in no rate.

    Args:
        sentences: The article's sentences.
        ledgers: The words of each by voice.
        loaded: The article's loaded wordings.
        redraws: How often to redraw the sentences for the ranges of the rates.
        language: The code of the text's language; there are no rates but for English.
    """
    own = [0] * (len(sentences) + 1)
    quoted = [0] * (len(sentences) + 1)
    for span in loaded:
        if not span.ignored and span.voice is Voice.OWN:
            own[span.sentence] += 1
        elif not span.ignored and span.voice is Voice.QUOTED:
            quoted[span.sentence] += 1
    scored = [
        (sentence, ledger)
        for sentence, ledger in zip(sentences, ledgers, strict=True)
        if sentence.scored
    ]
    counts = [
        SentenceCounts(
            own_words=ledger.total - ledger.quoted,
            own_spans=own[sentence.number],
            quoted_words=ledger.quoted,
            quoted_spans=quoted[sentence.number],
            tone=sentence.tone,
        )
        for sentence, ledger in scored
    ]
    ledger = total_ledger(ledger for _, ledger in scored)
    if is_english(language):
        return ArticleFigures(ledger, *voice_figures(counts, redraws))
    own_voice, quoted_voice = voice_figures(counts, redraws=0)
    return ArticleFigures(ledger, _unrated(own_voice, language), _unrated(quoted_voice, language))


def _unrated(figures: VoiceFigures, language: str) -> VoiceFigures:
    """Return the counts of a voice without their rates, which the text's language rules out."""
    loaded, tone = figures.loaded, figures.tone
    return VoiceFigures(
        figures.words,
        Rate(None, loaded.count, loaded.words, language=language),
        Rate(None, tone.count, tone.words, language=language),
    )
