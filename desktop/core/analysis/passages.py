"""The passages of an article that the user can speak of: chosen words, quotations, names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from desktop.core.model.analyses import (
    Analysis,
    LoadedSpan,
    Quotation,
    QuotationKind,
    StatedVoice,
    Voice,
)
from desktop.core.model.articles import Block
from desktop.core.model.spans import Span
from desktop.core.text.languages import is_english

_INSIDE_WORD = frozenset("'’-‐‑")
_MOST_WIDENED = 80
_MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its voice and speaker as they are now.

    `quotation` is what the program or the user took it for; `stated` says that the user did.
    `is_mixed` says that an own passage has words of somebody else in it.
    """

    span: Span
    voice: Voice
    speaker: str = ""
    quotation: Quotation | None = None
    stated: StatedVoice | None = None
    is_mixed: bool = False

    def is_in(self, voice: Voice) -> bool:
        """Say whether the whole passage has a voice now, and is no part of something longer."""
        is_whole = self.quotation is not None or voice is Voice.OWN
        return voice is self.voice and is_whole and not self.is_mixed


def whole_words(text: str, span: Span) -> Span | None:
    """Return a span from the first of its words to the last, both whole; None without words.

    >>> whole_words("He slammed it, twice.", Span(5, 10)), whole_words("a , b", Span(1, 3))
    (Span(start=3, end=10), None)
    """
    inside = [at for at in range(span.start, min(span.end, len(text))) if text[at].isalnum()]
    if not inside:
        return None
    start, end = inside[0], inside[-1] + 1
    least, most = max(0, start - _MOST_WIDENED), min(len(text), end + _MOST_WIDENED)
    while start > least and _joins(text, start - 1):
        start -= 1
    while end < most and _joins(text, end):
        end += 1
    return Span(start, end)


def _joins(text: str, at: int) -> bool:
    """Say whether a sign is part of a word: a letter, or what stands between two of them."""
    if text[at].isalnum():
        return True
    between = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return text[at] in _INSIDE_WORD and between


def markable(text: str, analysis: Analysis, chosen: Span | None) -> Span | None:
    """Return the chosen words as a wording that can be marked: inside one scored sentence.

    Loaded wording is a matter of English texts.
    """
    span = whole_words(text, chosen) if chosen and is_english(analysis.language) else None
    if span is None:
        return None
    holding = (one for one in analysis.sentences if one.scored and one.span.overlap(span))
    sentence = next(holding, None)
    is_inside = sentence is not None and sentence.span.covers(span)
    is_known = any(one.span == span for one in analysis.loaded)
    return span if is_inside and not is_known else None


def chosen_passage(text: str, analysis: Analysis, chosen: Span) -> Passage | None:
    """Return the chosen words as a passage: a quotation where they are one, else themselves."""
    words = whole_words(text, chosen)
    if words is None:
        return None
    for quotation in _said(analysis):
        if quotation.span == chosen or whole_words(text, quotation.span) == words:
            return _of_quotation(analysis, quotation)
    around = quotation_at(analysis, words.start)
    inside = around is not None and around.span.covers(words)
    span = _with_marks(text, words, chosen)
    stated = _stated(analysis, span)
    if around is not None and inside:
        return Passage(span, _voice_of(around), _name(around), None, stated)
    is_mixed = any(quotation.span.overlap(span) for quotation in _said(analysis))
    return Passage(span, Voice.OWN, "", None, stated, is_mixed)


def passage_at(analysis: Analysis, position: int) -> Passage | None:
    """Return the passage at a place: what the user stated, the quotation, else the sentence."""
    quotation = quotation_at(analysis, position)
    if quotation is not None:
        return _of_quotation(analysis, quotation)
    for one in reversed(analysis.stated):
        if one.span.start <= position < one.span.end:
            return Passage(one.span, one.voice or Voice.OWN, one.speaker, None, one)
    for sentence in analysis.sentences:
        if sentence.span.start <= position < sentence.span.end:
            return Passage(sentence.span, Voice.OWN)
    return None


def quotation_at(analysis: Analysis, position: int) -> Quotation | None:
    """Return the shortest quotation that holds a place, None in the outlet's own words."""
    here = [q for q in _said(analysis) if q.span.start <= position < q.span.end]
    return min(here, key=lambda q: len(q.span), default=None)


def quoted_passage(text: str, analysis: Analysis, chosen: Span) -> Passage | None:
    """Return the quotation that chosen words are, else the shortest one that they stand in."""
    passage = chosen_passage(text, analysis, chosen)
    if passage is None or passage.quotation is not None:
        return passage
    around = quotation_at(analysis, passage.span.start)
    is_inside = around is not None and around.span.covers(passage.span)
    return _of_quotation(analysis, around) if around is not None and is_inside else None


def known_passages(analysis: Analysis) -> tuple[Passage, ...]:
    """Return what was found or stated to be somebody's, or taken back as own, in text order."""
    quoted = [_of_quotation(analysis, quotation) for quotation in _said(analysis)]
    known = {passage.span for passage in quoted}
    own = [
        Passage(one.span, Voice.OWN, "", None, one)
        for one in analysis.stated
        if one.voice is Voice.OWN and one.span not in known
    ]
    return tuple(sorted((*quoted, *own), key=lambda passage: passage.span))


def wordings_at(analysis: Analysis, chosen: Span) -> tuple[LoadedSpan, ...]:
    """Return the loaded wordings that share words with a span; one that it is stands alone."""
    shared = tuple(one for one in analysis.loaded if one.span.overlap(chosen))
    return tuple(one for one in shared if one.span == chosen) or shared


def blocks_at(analysis: Analysis, chosen: Span) -> tuple[Block, ...]:
    """Return the blocks that a span touches."""
    return tuple(block for block in analysis.blocks if block.span.overlap(chosen))


def known_speakers(analysis: Analysis) -> tuple[str, ...]:
    """Return who may be speaking: those quoted, most first, then the other actors named."""
    quoted = Counter(q.speaker.name for q in analysis.quotations if q.speaker)
    names = [name for name, _ in quoted.most_common()]
    others = [target.name for target in analysis.targets]
    return tuple(dict.fromkeys((*names, *others)))[:_MOST_NAMES]


def _said(analysis: Analysis) -> list[Quotation]:
    return [q for q in analysis.quotations if q.kind is not QuotationKind.SCARE]


def _of_quotation(analysis: Analysis, quotation: Quotation) -> Passage:
    stated = _stated(analysis, quotation.span)
    return Passage(quotation.span, _voice_of(quotation), _name(quotation), quotation, stated)


def _stated(analysis: Analysis, span: Span) -> StatedVoice | None:
    """Return what the user stated of a passage last: of these very words, or of most of them."""
    same = [one for one in analysis.stated if 2 * one.span.overlap(span) >= len(span)]
    return next((one for one in reversed(same) if one.span == span), same[-1] if same else None)


def _voice_of(quotation: Quotation) -> Voice:
    unmarked = {
        QuotationKind.INDIRECT: Voice.INDIRECT,
        QuotationKind.UNCLEAR: Voice.UNCLEAR,
    }
    return unmarked.get(quotation.kind, Voice.QUOTED)


def _name(quotation: Quotation) -> str:
    return quotation.speaker.name if quotation.speaker else ""


def _with_marks(text: str, words: Span, chosen: Span) -> Span:
    """Return words with the quotation marks and stops that were chosen with them."""
    start = min(words.start, chosen.start)
    end = max(words.end, min(chosen.end, len(text)))
    while start < words.start and text[start].isspace():
        start += 1
    while end > words.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
