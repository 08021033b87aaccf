"""Quotations: direct, in fragments, mixed and indirect, with who says them and in which word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.model.analyses import (
    Quotation,
    QuotationKind,
    ReportVerb,
)
from desktop.core.model.articles import Block
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.spans import Span, trimmed
from desktop.core.model.voices import VoiceMap
from desktop.core.text.names import Name
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import Token, count_words, word_set
from desktop.core.voice.attributions import Attribution, AttributionReader, mark_attribution
from desktop.core.voice.indirect import NAMING
from desktop.core.voice.marks import Stretch, find_stretches
from desktop.core.voice.nesting import Nesting
from desktop.core.voice.passages import find_passages
from desktop.core.voice.unsettled import is_unsettled, settled_marks, settled_part, without_stops
from desktop.core.voice.verbs import Passage
from desktop.core.voice.works import is_title

_DIRECT_SHARE = 0.8
_LINE_END = r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
_SIGNATURE = re.compile(
    r"\s*(?P<mark>[-–—―]{1,2})\s*"
    r"(?P<name>[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|de|van|von|al)){0,4}?)"
    r"(?:\s\(@\w{1,15}\)[^\n]{0,40}?)?"
    rf"\.?(?:,[^.]{{0,80}}?)?\.?\s*(?={_LINE_END}|\Z)"
)
_SIGNED = 16
_ENDS = frozenset(",.!?…—–")
_FRAGMENT_WORDS = 6
_NAMING_REACH = 120
_MOST_REPORTS = 20
# Who thinks or shows a thing need not be the one whose words come next.
_SILENT = word_set(
    "believe think want hope fear feel know expect name show find vote see hear regard rate deem "
    "consider suppose suspect understand learn indicate thank plan project decide label"
)


@dataclass(frozen=True, slots=True)
class Voices:
    """What the voice analysis of an article finds, all of it in the order of the text.

    `names` are those that speakers are resolved with: the names in scored blocks.
    """

    quotations: tuple[Quotation, ...]
    verbs: tuple[ReportVerb, ...]
    names: tuple[Name, ...]


def find_quotations(
    text: str,
    sentences: Sequence[SentenceSpan],
    blocks: Sequence[Block],
    lexicons: Lexicons,
) -> tuple[Quotation, ...]:
    """Return the quotations of the scored blocks, sorted by where they begin.

    Args:
        text: The article's text, in any state.
        sentences: Its sentences, as `find_sentences` gives them.
        blocks: Its blocks, as `find_blocks` gives them.
        lexicons: The word lists; of them the report verbs are used.
    """
    return find_voices(text, sentences, blocks, lexicons).quotations


def find_report_verbs(
    text: str,
    sentences: Sequence[SentenceSpan],
    blocks: Sequence[Block],
    lexicons: Lexicons,
) -> tuple[ReportVerb, ...]:
    """Return the report verbs, nouns and adverbs of the scored blocks outside marks, in order."""
    return find_voices(text, sentences, blocks, lexicons).verbs


def find_voices(
    text: str,
    sentences: Sequence[SentenceSpan],
    blocks: Sequence[Block],
    lexicons: Lexicons,
    tokens: Sequence[Sequence[Token]] | None = None,
) -> Voices:
    """Return quotations, report verbs and names from one reading of the scored blocks.

    Args:
        text: The article's text, in any state.
        sentences: Its sentences.
        blocks: Its blocks.
        lexicons: The word lists; of them the report verbs are used.
        tokens: The tokens of each sentence, where they are already known.
    """
    stretches = [each for each in find_stretches(text, blocks) if not is_title(text, each)]
    passages = find_passages(text, sentences, blocks, stretches, tokens)
    reader = AttributionReader(text, passages, lexicons)
    for place in range(len(passages)):
        reader.read(place)
    gatherer = _Gatherer(text, stretches, passages, reader)
    quotations = gatherer.quotations()
    # Whatever words in marks are given with reports them: "blasted him for “bad faith”".
    giving = (each.verb for each in quotations if each.verb and each.verb.lemma != ":")
    verbs = {verb.span: verb for verb in (*giving, *reader.verbs)}
    return Voices(quotations, _with_voices(verbs.values(), quotations), reader.resolver.names)


def _with_voices(
    verbs: Iterable[ReportVerb], quotations: Sequence[Quotation]
) -> tuple[ReportVerb, ...]:
    """Give each verb its voice: a verb inside what somebody reports is no verb of the outlet."""
    voices = VoiceMap(quotations)
    return tuple(
        ReportVerb(
            verb.span,
            verb.lemma,
            verb.rung,
            verb.speaker,
            voices.voice_of(verb.span),
            verb.sentence,
        )
        for verb in sorted(verbs, key=lambda verb: verb.span)
    )


class _Gatherer:
    """Joins stretches in marks with attributions; what nobody said is a scare quote."""

    def __init__(
        self,
        text: str,
        stretches: Sequence[Stretch],
        passages: Sequence[Passage],
        reader: AttributionReader,
    ) -> None:
        self._text = text
        self._stretches = stretches
        self._starts = [stretch.span.start for stretch in stretches]
        self._passages = passages
        self._passage_starts = [passage.span.start for passage in passages]
        self._reader = reader
        self._nesting = Nesting(text, self._passage_starts, reader)
        self._said: list[Attribution | None] = [None] * len(stretches)
        self._found: list[Quotation] = []
        self._scare = {i for i, s in enumerate(stretches) if _is_so_called(text, s)}

    def quotations(self) -> tuple[Quotation, ...]:
        """Return all quotations, sorted."""
        for attributions in self._reader.attributions:
            for attribution in attributions:
                if attribution.content is not None:
                    self._read_content(attribution, attribution.content)
        for index in range(len(self._stretches)):
            if self._said[index] is None:
                self._read_rest(index)
        return _without_settled(self._found)

    def _inside(self, span: Span) -> list[int]:
        """Return the stretches that share code points with a span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        found: list[int] = []
        for index in range(first, len(self._stretches)):
            stretch = self._stretches[index].span
            if stretch.start >= span.end:
                break
            if stretch.end > span.start:
                found.append(index)
        return found

    def _read_content(self, attribution: Attribution, content: Span) -> None:
        inside = [i for i in self._inside(content) if i not in self._scare]
        if not inside:
            if content.start < attribution.phrase.start or attribution.after is False:
                self._read_unmarked(attribution, content)
            return
        if self._nesting.is_outer(attribution, content):
            spans = [self._stretches[i].span for i in inside]
            if content.start <= spans[0].start and spans[-1].end <= content.end:
                self._add(attribution, content, tuple(spans))
                return
        edge = self._stretches[inside[-1] if attribution.after else inside[0]]
        if self._is_whole(attribution, content, edge):
            index = inside[-1] if attribution.after else inside[0]
            if self._said[index] is None:
                self._said[index] = attribution
                self._add(attribution, edge.span, (edge.span,))
            return
        free = [i for i in inside if self._said[i] is None]
        if not free:
            return
        spans = [self._stretches[i].span for i in free]
        for index in free:
            self._said[index] = attribution
        start = min(content.start, spans[0].start)
        end = max(content.end, spans[-1].end)
        if attribution.after:
            start = min(self._nesting.start_after(attribution, start), spans[0].start)
        whole = Span(start, end)
        settled = settled_marks(attribution, whole, spans[-1])
        self._add_rest(attribution, whole, settled)
        self._add(attribution, _tight(self._text, settled, spans), tuple(spans))

    def _read_unmarked(self, attribution: Attribution, content: Span) -> None:
        """Add words without marks; what the text does not settle of them is unclear."""
        if is_unsettled(attribution, content):
            self._add_unclear(attribution, content)
            return
        if attribution.after and not self._nesting.is_outer(attribution, content):
            start = self._nesting.start_after(attribution, content.start, with_content=True)
            words = trimmed(self._text, start, content.end)
            content = words or content
        settled = settled_part(attribution, content)
        self._add_rest(attribution, content, settled)
        self._add(attribution, settled, ())

    def _add_rest(self, attribution: Attribution, whole: Span, settled: Span) -> None:
        """Add what stands beside the settled part of a report as unclear."""
        for start, end in ((whole.start, settled.start), (settled.end, whole.end)):
            rest = without_stops(self._text, start, end)
            if rest is not None:
                self._add_unclear(attribution, rest)

    def _add_unclear(self, attribution: Attribution, span: Span) -> None:
        number = self._passage_at(span.start).number
        speaker, verb = attribution.speaker, attribution.verb
        self._found.append(Quotation(span, QuotationKind.UNCLEAR, (), speaker, verb, number))

    def _is_whole(self, attribution: Attribution, content: Span, edge: Stretch) -> bool:
        """Say whether a stretch is a quotation of its own at the attribution's side."""
        closes = self._text[edge.inner.end - 1] in _ENDS
        if attribution.after:
            touches = edge.span.end >= content.end
            sentence = attribution.passage.span.start
            return touches and (edge.span.start <= sentence + 1 or _opens_clause(self._text, edge))
        touches = edge.span.start <= content.start + 1
        return touches and (closes or edge.span.end >= content.end)

    def _read_rest(self, index: int) -> None:
        """Attribute a stretch that no content holds: naming, colon, continuation, or a scare."""
        stretch = self._stretches[index]
        if index in self._scare:
            self._add_scare(stretch)
            return
        attribution = (
            self._signed(stretch)
            or self._continued(index)
            or self._answered(stretch)
            or self._after_colon(stretch)
            or self._within_sentence(stretch)
        )
        if attribution is not None:
            self._said[index] = attribution
            self._add(attribution, stretch.span, (stretch.span,))
        elif self._is_clause(stretch):
            self._add(None, stretch.span, (stretch.span,))
        else:
            self._add_scare(stretch)

    def _is_clause(self, stretch: Stretch) -> bool:
        words = count_words(self._text, [stretch.inner])
        ends = self._text[stretch.inner.end - 1] in ".!?"
        ends = ends or self._text.startswith(":", stretch.span.end)  # “Words”: a headline
        return words > _FRAGMENT_WORDS or (ends and words > 2 and self._opens_sentence(stretch))

    def _opens_sentence(self, stretch: Stretch) -> bool:
        return self._passage_at(stretch.span.start).span.start == stretch.span.start

    def _continued(self, index: int) -> Attribution | None:
        """Return who goes on speaking: a stretch that is a sentence of its own, after another."""
        stretch = self._stretches[index]
        if not self._opens_sentence(stretch) and not stretch.continues:
            return None
        before = self._said[index - 1] if index else None
        if before is not None:
            previous = self._stretches[index - 1]
            if previous.block == stretch.block or stretch.continues:
                return before
        after = self._said[index + 1] if index + 1 < len(self._stretches) else None
        if after is not None and self._stretches[index + 1].block == stretch.block:
            return after
        return self._said_before(stretch)

    def _said_before(self, stretch: Stretch) -> Attribution | None:
        """Return the attribution of the sentence before, for words that stand alone."""
        place = bisect_right(self._passage_starts, stretch.span.start) - 1
        for back in (place - 1, place - 2):
            if back < 0 or self._passages[back].block < stretch.block - 2:
                break
            spoken = [a for a in self._reader.attributions[back] if a.cue.lemma not in _SILENT]
            if spoken:
                return spoken[-1]
        return None

    def _signed(self, stretch: Stretch) -> Attribution | None:
        """Return the speaker of words that a line of its own signs: "— Aya Ito"."""
        match = _SIGNATURE.match(self._text, stretch.span.end)
        if match is None or not self._opens_sentence(stretch):
            return None
        place = bisect_right(self._passage_starts, match.start("name")) - 1
        passage = self._passages[place]
        last = sum(token.start < match.end("name") for token in passage.tokens[:_SIGNED])
        first = sum(token.start < match.start("name") for token in passage.tokens[:_SIGNED])
        if first >= last:
            return None
        speaker = self._reader.resolver.resolve(passage, first, last)
        return mark_attribution(passage, Span(*match.span("mark")), speaker)

    def _answered(self, stretch: Stretch) -> Attribution | None:
        """Return the speaker whom the next sentence names: '"Is it late?" Ito asked on Monday.'."""
        place = bisect_right(self._passage_starts, stretch.span.end)
        if place >= len(self._passages) or not self._reader.attributions[place]:
            return None
        start, first = self._passages[place].span.start, self._reader.attributions[place][0]
        follows = start - stretch.span.end <= 1 and first.phrase.start == start
        return first if follows and first.content is None else None

    def _after_colon(self, stretch: Stretch) -> Attribution | None:
        """Return the speaker of "Zelensky: '...'", or of the sentence before a headline's colon."""
        before = self._text[max(0, stretch.span.start - 3) : stretch.span.start]
        if not before.rstrip().endswith(":"):
            return None
        passage = self._passage_at(stretch.span.start)
        colon = stretch.span.start - (len(before) - before.rindex(":"))
        if colon < passage.span.start:
            return None
        speaker = self._reader.before_colon(passage, colon)
        if speaker is None or speaker.span is None or speaker.span.start > colon:
            return None
        place = bisect_right(self._passage_starts, passage.span.start) - 1
        if self._reader.attributions[place]:
            return self._reader.attributions[place][-1]
        return mark_attribution(passage, Span(colon, colon + 1), speaker)

    def _within_sentence(self, stretch: Stretch) -> Attribution | None:
        """Return the nearest attribution of the sentence that a fragment can belong to."""
        place = bisect_right(self._passage_starts, stretch.span.start) - 1
        if place < 0:
            return None
        known = self._reader.attributions[place]
        before = [a for a in known[:_MOST_REPORTS] if a.phrase.end <= stretch.span.start]
        if before and _reaches(self._text, before[-1], stretch):
            return before[-1]
        after = [a for a in known[:_MOST_REPORTS] if a.phrase.start >= stretch.span.end]
        return after[0] if after and after[0].after else None

    def _add_scare(self, stretch: Stretch) -> None:
        number = self._passage_at(stretch.span.start).number
        self._found.append(
            Quotation(stretch.span, QuotationKind.SCARE, (stretch.span,), sentence=number)
        )

    def _add(
        self,
        attribution: Attribution | None,
        span: Span,
        marked: tuple[Span, ...],
    ) -> None:
        kind = _kind(self._text, span, marked)
        speaker = attribution.speaker if attribution else None
        verb = attribution.verb if attribution else None
        self._found.append(
            Quotation(span, kind, marked, speaker, verb, self._passage_at(span.start).number)
        )

    def _passage_at(self, position: int) -> Passage:
        place = bisect_right(self._passage_starts, position) - 1
        return self._passages[max(0, place)]


def _without_settled(found: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return quotations in order, without what is unclear inside what somebody reports."""
    kept: list[Quotation] = []
    reach = 0
    for quotation in sorted(found, key=_place_of):
        if quotation.kind is QuotationKind.UNCLEAR and quotation.span.end <= reach:
            continue
        if quotation.is_said:
            reach = max(reach, quotation.span.end)
        kept.append(quotation)
    return tuple(kept)


def _place_of(quotation: Quotation) -> tuple[int, int, bool]:
    span = quotation.span
    return span.start, span.end, quotation.is_said


def _opens_clause(text: str, stretch: Stretch) -> bool:
    """Say whether what stands before a stretch in its sentence is another quotation's end."""
    before = text[max(0, stretch.span.start - 3) : stretch.span.start].rstrip()
    return text[stretch.inner.start].isupper() and before[-1:] in {",", ":", "."}


def _reaches(text: str, attribution: Attribution, stretch: Stretch) -> bool:
    """Say whether a fragment is near enough to a verb that gives names, as "called"."""
    if attribution.cue.lemma not in NAMING:
        return True
    between = text[attribution.phrase.end : stretch.span.start]
    return len(between) <= _NAMING_REACH and not any(mark in between for mark in ",;:")


def _tight(text: str, span: Span, marked: Sequence[Span]) -> Span:
    """Return the marked words alone where no more than one word stands beside them."""
    if len(marked) != 1:
        return span
    outside = count_words(text, [span]) - count_words(text, [marked[0]])
    return marked[0] if outside <= 1 else span


def _kind(text: str, span: Span, marked: Sequence[Span]) -> QuotationKind:
    if not marked:
        return QuotationKind.INDIRECT
    if len(marked) == 1 and marked[0] == span:
        return QuotationKind.DIRECT
    inside = count_words(text, marked)
    is_direct = inside >= _DIRECT_SHARE * count_words(text, [span])
    return QuotationKind.DIRECT if is_direct else QuotationKind.MIXED


def _is_so_called(text: str, stretch: Stretch) -> bool:
    before = text[max(0, stretch.span.start - 12) : stretch.span.start].rstrip().lower()
    return before.endswith(("so-called", "so called"))
