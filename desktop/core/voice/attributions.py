"""Attributions: each report of an article with its speaker resolved to one name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.model.analyses import ReportVerb, Rung, Speaker, Voice
from desktop.core.model.lexicons import Lexicons, VerbEntry
from desktop.core.model.spans import Span
from desktop.core.voice.clauses import CUES_AHEAD, next_boundary
from desktop.core.voice.indirect import Report, content_span, read_lead, read_report
from desktop.core.voice.phrases import find_sentence_subject
from desktop.core.voice.speakers import SpeakerResolver
from desktop.core.voice.verbs import (
    ADVERBS,
    NOUNS,
    Cue,
    Passage,
    find_cues,
    index_verbs,
    is_shy,
    takes_thing,
)

_OPENS = 2
_COLON_REACH = 12
_MOST_REPORTS = 8


@dataclass(slots=True)
class Attribution:
    """A report with its resolved speaker, its verb and the code points of its content."""

    cue: Cue
    passage: Passage
    speaker: Speaker | None
    verb: ReportVerb
    content: Span | None
    after: bool
    phrase: Span


class AttributionReader:
    """Reads cues sentence by sentence; speakers are resolved in the order of the text."""

    def __init__(self, text: str, passages: Sequence[Passage], lexicons: Lexicons) -> None:
        self._passages = passages
        self._index = index_verbs(lexicons)
        self.resolver = SpeakerResolver(text, passages)
        self.attributions: list[list[Attribution]] = [[] for _ in passages]
        self.verbs: list[ReportVerb] = []

    def read(self, place: int) -> None:
        """Read one sentence."""
        passage = self._passages[place]
        cues = list(find_cues(passage, self._index))
        lead = self._read_lead(place)
        for order, cue in enumerate(cues):
            report = read_report(passage, cue, cues[order + 1 : order + 1 + CUES_AHEAD])
            if report is None:
                self._note_word(passage, cue)
                continue
            speaker = self._speaker_of(place, report, lead)
            self._add(place, report, speaker)

    def _read_lead(self, place: int) -> Speaker | None:
        """Read "Minister: storm is coming", as headlines give words to those who say them."""
        passage = self._passages[place]
        lead = read_lead(passage)
        if lead is None or not self.resolver.can_speak(passage, lead.colon - 1):
            return None
        speaker = self.resolver.resolve(passage, 0, lead.colon)
        self.attributions[place].append(
            mark_attribution(passage, passage.tokens[lead.colon].span, speaker, Span(*lead.content))
        )
        return speaker

    def _speaker_of(self, place: int, report: Report, lead: Speaker | None) -> Speaker | None:
        """Return a report's speaker: its own, that of a report before it, or the sentence's."""
        passage, cue = self._passages[place], report.cue
        if report.by_nobody:
            return None
        if report.speaker is not None:
            found = self.resolver.resolve(passage, *report.speaker)
            return _with_pronoun(passage, found, report.speaker[1])
        if cue.form == "ing" and cue.first <= _OPENS:
            return self._subject_behind(passage, cue)
        for other in reversed(self.attributions[place][-_MOST_REPORTS:]):
            if cue.form != "ing" or not self._is_inner(place, other):
                return other.speaker
        return lead or self.subject_of(passage, cue.first)

    def _is_inner(self, place: int, inner: Attribution) -> bool:
        """Say whether a report stands in what another reports, or in a clause with "who"."""
        tokens = inner.passage.tokens
        if any(
            token.lower == "who" for token in tokens[max(0, inner.cue.first - 3) : inner.cue.first]
        ):
            return True
        return any(
            other.content is not None and other.content.covers(inner.phrase)
            for other in self.attributions[place][-_MOST_REPORTS:]
        )

    def _subject_behind(self, passage: Passage, cue: Cue) -> Speaker | None:
        """Return the subject that follows a clause such as "While noting that it was late,"."""
        start = next_boundary(passage, cue.last)
        if start is not None:
            subject = find_sentence_subject(passage, len(passage.tokens), start + 1)
            if subject is not None:
                return self.resolver.resolve(passage, *subject)
        return self.resolver.subject_of(passage, cue.last + 2)

    def before_colon(self, passage: Passage, colon: int) -> Speaker | None:
        """Return who speaks after a colon, a code point: the name at it, "he", or the first name.

        These are "It surprised Aya Ito: ...", "Asked again, she shrugged: ..." and headlines.
        """
        tokens = passage.tokens
        place = bisect_left(tokens, colon, key=lambda token: token.start)
        named = self.resolver.person_at(passage, tokens[place - 1].end) if place else None
        if named is not None:
            return named
        for first in range(place - 1, max(-1, place - _COLON_REACH), -1):
            if passage.quoted[first]:
                break
            opens = first == 0 or tokens[first - 1].lower in {",", "and", "but", "—"}
            if opens and tokens[first].lower in {"he", "she", "they"}:
                return self.resolver.resolve(passage, first, first + 1)
        found = self.resolver.subject_of(passage)
        return None if found is None or self._is_adjective(passage, found) else found

    @staticmethod
    def _is_adjective(passage: Passage, found: Speaker) -> bool:
        """Say whether a name only says whose: "Harbor interns carried signs: ..."."""
        if found.span is None:
            return False
        tokens = passage.tokens
        after = bisect_left(tokens, found.span.end, key=lambda token: token.start)
        if after + 1 >= len(tokens) or not tokens[after].text.islower():
            return False
        plural = tokens[after].lower.endswith("s") and tokens[after].text.isalpha()
        return plural and tokens[after + 1].lower.endswith("ed")

    def subject_of(self, passage: Passage, before: int) -> Speaker | None:
        """Return the subject of a sentence, or its first name where that cannot be told."""
        subject = find_sentence_subject(passage, before)
        if subject is not None:
            return self.resolver.resolve(passage, *subject)
        return self.resolver.subject_of(passage)

    def _note_word(self, passage: Passage, cue: Cue) -> None:
        if cue.lemma in NOUNS or cue.lemma in ADVERBS or cue.form == "noun":
            self.verbs.append(_verb_of(passage, cue, None))

    def _add(self, place: int, report: Report, speaker: Speaker | None) -> None:
        passage = self._passages[place]
        verb = _verb_of(passage, report.cue, speaker)
        tokens = passage.tokens
        first, last = report.phrase
        phrase = Span(tokens[first].start, tokens[min(last, len(tokens)) - 1].end)
        content = content_span(report.content)
        self.attributions[place].append(
            Attribution(report.cue, passage, speaker, verb, content, report.after, phrase)
        )
        if report.rest is not None:
            rest = content_span(report.rest)
            self.attributions[place].append(
                Attribution(report.cue, passage, speaker, verb, rest, after=False, phrase=phrase)
            )
        is_taken = takes_thing(passage, report.cue)
        if content is not None or not (is_shy(report.cue.lemma) or is_taken):
            self.verbs.append(verb)


def mark_attribution(
    passage: Passage, mark: Span, speaker: Speaker, content: Span | None = None
) -> Attribution:
    """Return an attribution that a colon or a dash makes, and no verb."""
    verb = ReportVerb(mark, ":", Rung.PLAIN, speaker.name, Voice.OWN, passage.number)
    cue = Cue(VerbEntry(":", Rung.PLAIN, verdict=False, forms=(":",)), "noun", 0, 0)
    return Attribution(cue, passage, speaker, verb, content, after=False, phrase=mark)


def _with_pronoun(passage: Passage, speaker: Speaker, end: int) -> Speaker:
    """Return a speaker whose mention reaches to the "who" that stands for it."""
    tokens = passage.tokens
    place = end + (end < len(tokens) and tokens[end].text == ",")
    if speaker.span is None or place >= len(tokens) or tokens[place].lower != "who":
        return speaker
    return Speaker(speaker.name, Span(speaker.span.start, tokens[place].end))


def _verb_of(passage: Passage, cue: Cue, speaker: Speaker | None) -> ReportVerb:
    span = Span(passage.tokens[cue.first].start, passage.tokens[cue.last].end)
    name = speaker.name if speaker else None
    return ReportVerb(span, cue.lemma, cue.entry.rung, name, Voice.OWN, passage.number)
