"""The ledger of an article with the tone and the loaded wording of each voice by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from desktop.core.framing.rates import REDRAWS, Column, column_figures
from desktop.core.framing.voices import sentence_parts, words_of
from desktop.core.model.analyses import Analysis, Rate, Voice
from desktop.core.model.speaking import VoicePart
from desktop.core.text.languages import is_english

_ON = 0.5


def find_voice_parts(
    text: str, analysis: Analysis, redraws: int = REDRAWS
) -> tuple[VoicePart, ...]:
    """Return the four voices of an article in the order of the glossary.

    Each voice is counted by itself: reported words are not among the own ones, nor their wordings.
    In a text that is not in English no rate has a value, and it names the language.
    """
    parts = sentence_parts(text, analysis)
    spans = Counter(
        (one.sentence, one.voice)
        for one in analysis.loaded
        if not one.ignored and one.weight >= _ON
    )
    found: list[VoicePart] = []
    for voice in Voice:
        column = [
            Column(words, spans[part.number, voice], words * part.tone)
            for part in parts
            if (words := words_of(part.ledger, voice)) or spans[part.number, voice]
        ]
        figures = column_figures(column, redraws)
        found.append(
            VoicePart(
                voice,
                figures.words,
                _in_language(figures.tone, analysis.language),
                _in_language(figures.loaded, analysis.language),
            )
        )
    return tuple(found)


def _in_language(rate: Rate, language: str) -> Rate:
    if is_english(language):
        return rate
    return replace(rate, value=None, low=None, high=None, language=language)
