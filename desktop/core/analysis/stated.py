"""Voices as the user stated them: passages given to a speaker, or taken back into the own voice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.core.framing.ledger import parts_inside
from desktop.core.model.analyses import (
    Quotation,
    QuotationKind,
    ReportVerb,
    Speaker,
    StatedVoice,
    Voice,
)
from desktop.core.model.spans import Span, merged, trimmed
from desktop.core.model.voices import VoiceMap
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import count_words
from desktop.core.voice.quotations import Voices

_CRUMBS = 3


def is_same_passage(one: Span, other: Span) -> bool:
    """Say whether two spans are the same passage: they share at least half of the longer one.

    >>> is_same_passage(Span(0, 10), Span(2, 10)), is_same_passage(Span(0, 10), Span(2, 6))
    (True, False)
    """
    return 2 * one.overlap(other) >= max(len(one), len(other))


@dataclass(frozen=True, slots=True)
class StatedVoices:
    """Lays statements over the voices that were found, one after the other."""

    text: str
    stated: tuple[StatedVoice, ...]

    def revise(self, found: Voices, sentences: Sequence[SentenceSpan]) -> Voices:
        """Return the voices with all statements applied."""
        quotations = found.quotations
        for one in self.stated:
            quotations = tuple(self._with(quotations, one, sentences))
        quotations = tuple(sorted(quotations, key=lambda q: (q.span.start, q.span.end)))
        return replace(found, quotations=quotations, verbs=self._verbs(found.verbs, quotations))

    def holding(self, quotations: Sequence[Quotation]) -> tuple[StatedVoice, ...]:
        """Return the statements that say something of this text as it was analyzed."""
        spans = [quotation.span for quotation in quotations]
        return tuple(
            one
            for one in self.stated
            if one.voice is not None or any(is_same_passage(span, one.span) for span in spans)
        )

    def _with(
        self, quotations: Sequence[Quotation], one: StatedVoice, sentences: Sequence[SentenceSpan]
    ) -> Iterator[Quotation]:
        same = [q for q in quotations if is_same_passage(q.span, one.span)]
        if one.voice is None:
            yield from (_given(q, one.speaker) if q in same else q for q in quotations)
            return
        for quotation in quotations:
            if one.voice is Voice.OWN and quotation.kind is QuotationKind.SCARE:
                yield quotation  # its words are the outlet's own
            else:
                yield from self._outside(quotation, one.span, sentences)
        if one.voice is not Voice.OWN:
            is_quoted = one.voice is Voice.QUOTED
            kind = QuotationKind.DIRECT if is_quoted else QuotationKind.INDIRECT
            marked = (one.span,) if is_quoted else ()
            verb = next((q.verb for q in same), None)
            number = _number(sentences, one.span)
            yield _given(Quotation(one.span, kind, marked, None, verb, number), one.speaker)

    def _outside(
        self, quotation: Quotation, area: Span, sentences: Sequence[SentenceSpan]
    ) -> Iterator[Quotation]:
        """Yield what is left of a quotation outside an area whose voice was stated."""
        if not quotation.span.overlap(area):
            yield quotation
            return
        # A word or two more, as another engine might find them, are not worth a quotation.
        whole, least = quotation.span, _CRUMBS if is_same_passage(area, quotation.span) else 1
        for start, end in ((whole.start, area.start), (area.end, whole.end)):
            span = trimmed(self.text, start, end)
            if span is None or count_words(self.text, (span,)) < least:
                continue
            marked = parts_inside(quotation.marked, span)
            number, kind = _number(sentences, span), _kind(quotation.kind, span, marked)
            yield replace(quotation, span=span, kind=kind, marked=marked, sentence=number)

    def _verbs(
        self, verbs: Iterable[ReportVerb], quotations: Sequence[Quotation]
    ) -> tuple[ReportVerb, ...]:
        """Return the report verbs with speakers and voices as they are now."""
        voices = VoiceMap(quotations)
        spans = [one.span for one in self.stated]
        touched = merged(spans)
        given = {
            quotation.verb.span: quotation.speaker.name if quotation.speaker else None
            for quotation in quotations
            if quotation.verb and any(is_same_passage(quotation.span, span) for span in spans)
        }
        revised = list[ReportVerb]()
        for verb in verbs:
            # Where nothing was stated, the verbs stay as they were found.
            voice = voices.voice_of(verb.span) if parts_inside(touched, verb.span) else verb.voice
            speaker = given.get(verb.span, verb.speaker)
            revised.append(replace(verb, voice=voice, speaker=speaker))
        return tuple(revised)


def _given(quotation: Quotation, name: str) -> Quotation:
    """Return a quotation given to another speaker; its verb goes with it."""
    known = name.strip() or None
    verb = replace(quotation.verb, speaker=known) if quotation.verb else None
    return replace(quotation, speaker=Speaker(known) if known else None, verb=verb)


def _kind(before: QuotationKind, span: Span, marked: tuple[Span, ...]) -> QuotationKind:
    """Return the kind of what is left of a quotation."""
    if before is QuotationKind.UNCLEAR:
        return before
    if before is QuotationKind.SCARE or not marked:
        return before if marked else QuotationKind.INDIRECT
    return QuotationKind.DIRECT if marked == (span,) else before


def _number(sentences: Sequence[SentenceSpan], span: Span) -> int:
    place = bisect_right(sentences, span.start, key=lambda one: one.span.start)
    return max(1, place)
