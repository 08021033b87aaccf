"""Attributions: each report of an article with its speaker resolved to one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.model.analyses import ReportVerb, Speaker, Voice
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.spans import Span
from desktop.core.voice.indirect import Report, content_span, read_report
from desktop.core.voice.speakers import SpeakerResolver
from desktop.core.voice.verbs import ADVERBS, NOUNS, Cue, Passage, find_cues, index_verbs, is_shy


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
        speaker: Speaker | None = None
        for order, cue in enumerate(cues):
            following = cues[order + 1] if order + 1 < len(cues) else None
            report = read_report(passage, cue, following)
            if report is None:
                self._note_word(passage, cue)
                continue
            if report.speaker is not None:
                speaker = self.resolver.resolve(passage, *report.speaker)
            elif speaker is None:
                speaker = self.resolver.subject_of(passage)
            self._add(place, report, speaker)

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
        if content is not None or not is_shy(report.cue.lemma):
            self.verbs.append(verb)


def _verb_of(passage: Passage, cue: Cue, speaker: Speaker | None) -> ReportVerb:
    span = Span(passage.tokens[cue.first].start, passage.tokens[cue.last].end)
    name = speaker.name if speaker else None
    return ReportVerb(span, cue.lemma, cue.entry.rung, name, Voice.OWN, passage.number)
