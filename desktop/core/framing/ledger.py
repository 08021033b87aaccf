"""Words by voice: of one sentence, and of an article as its ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.core.model.analyses import Ledger, SentenceVoice
from desktop.core.model.spans import Span, merged
from desktop.core.model.voices import VoiceMap
from desktop.core.text.tokens import count_words

_CLEARLY = 0.9


def sentence_ledger(text: str, sentence: Span, voices: VoiceMap) -> Ledger:
    """Return the words of one sentence by voice; marks win over reports, those over unclear."""
    total = count_words(text, (sentence,))
    marked = parts_inside(voices.quoted_near(sentence), sentence)
    reported = parts_inside(voices.indirect_near(sentence), sentence)
    unsettled = parts_inside(voices.unclear_near(sentence), sentence)
    if not marked and not reported and not unsettled:
        return Ledger(total, 0, 0, 0)
    quoted = count_words(text, marked)
    indirect = min(_words_beside(text, reported, marked), total - quoted)
    left = total - quoted - indirect
    unclear = 0
    if unsettled:
        unclear = min(_words_beside(text, unsettled, merged((*marked, *reported))), left)
    return Ledger(left - unclear, quoted, indirect, unclear)


def _words_beside(text: str, areas: Sequence[Span], taken: Sequence[Span]) -> int:
    """Return the words of areas that no span of `taken` holds."""
    inside = count_words(text, areas) if areas else 0
    both = sum(count_words(text, parts_inside(taken, area)) for area in areas)
    return max(0, inside - both)


def total_ledger(ledgers: Iterable[Ledger]) -> Ledger:
    """Return the sum of ledgers."""
    own = quoted = indirect = unclear = 0
    for ledger in ledgers:
        own += ledger.own
        quoted += ledger.quoted
        indirect += ledger.indirect
        unclear += ledger.unclear
    return Ledger(own, quoted, indirect, unclear)


def sentence_voice(ledger: Ledger) -> SentenceVoice:
    """Return whose words make up a sentence: reported words are the speaker's, too.

    >>> sentence_voice(Ledger(own=2, quoted=20, indirect=0, unclear=0)).value
    'quoted'
    """
    said = ledger.quoted + ledger.indirect
    if said > _CLEARLY * ledger.total:
        return SentenceVoice.QUOTED
    return SentenceVoice.OWN if ledger.own >= _CLEARLY * ledger.total else SentenceVoice.MIXED


def parts_inside(areas: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """Return the parts of `areas` that lie inside a span."""
    return tuple(
        Span(max(area.start, span.start), min(area.end, span.end))
        for area in areas
        if area.start < span.end and span.start < area.end
    )
