"""The sentence behind a place: whose it is, where it stands, which of its words are meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop.core.model.analyses import Analysis, LoadedSpan, Sentence, SentenceVoice, Voice
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.ui.figures.outlets import OutletColumn
from desktop.ui.labels import category_label
from desktop.ui.paint.marks import Mark, MarkForm

LONGEST_TEXT, LOOK_BACK, NEAR = 2_000, 90, 44
_LEAD = "… "
_FORMS = {Voice.OWN: MarkForm.OWN, Voice.QUOTED: MarkForm.QUOTED, Voice.INDIRECT: MarkForm.INDIRECT}
_BLANKS = str.maketrans("\n\r\t\u2028\u2029", "     ")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence with the words meant; `marks` count in `text`, `start` is where it begins.

    `kind` and `reason` say why the words are marked; they are empty where there is nothing to say.
    `lead` stands before the sentence where it does not speak for what it is shown with.
    """

    place: Place
    outlet: str
    badge: tuple[str, int]
    number: int
    count: int
    voice: Voice
    text: str
    marks: tuple[Mark, ...]
    kind: str = ""
    reason: str = ""
    lead: str = ""

    @property
    def words(self) -> str:
        """Return the words meant, without the rest of the sentence."""
        meant = next((m for m in self.marks if m.form is MarkForm.SELECTED), None)
        return meant.span.of(self.text) if meant else self.text


Finder = Callable[[Place], Evidence | None]


def evidence_finder(columns: Sequence[OutletColumn]) -> Finder:
    """Return a function from a place to its evidence; None where the place is in no article."""
    by_id: Mapping[str, OutletColumn] = {column.article.id: column for column in columns}

    def find(place: Place) -> Evidence | None:
        column = by_id.get(place.article)
        return None if column is None else find_evidence(column, place)

    return find


def find_evidence(column: OutletColumn, place: Place) -> Evidence | None:
    """Return the sentence that holds the start of a place; None past the end of the text."""
    analysis, text = column.analysis, column.article.text
    sentence = sentence_at(analysis, place.span.start)
    if sentence is None or place.span.end > len(text):
        return None
    # A place may run over several sentences: what is shown begins with the first.
    whole = Span(sentence.span.start, max(sentence.span.end, place.span.end))
    shown = Span(_start(text, whole, place.span), whole.end)
    shown = Span(shown.start, min(shown.end, shown.start + LONGEST_TEXT))
    loaded = [found for found in analysis.loaded if shown.covers(found.span)]
    meant = next((found for found in loaded if found.span == place.span), None)
    lead = _LEAD if shown.start > whole.start else ""
    marks = _marks(loaded, place.span, shown, len(lead))
    return Evidence(
        place=place,
        outlet=column.name,
        badge=column.mark,
        number=sentence.number,
        count=len(analysis.sentences),
        voice=meant.voice if meant else _voice(analysis, sentence, place.span),
        text=lead + shown.of(text).translate(_BLANKS),
        marks=marks,
        kind=category_label(meant.category) if meant else "",
        reason=meant.reason if meant else "",
    )


def by_sentence(rows: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence with neighbors of one sentence in one row: all their words are marked."""
    joined: list[Evidence] = []
    for row in rows:
        last = joined[-1] if joined else None
        # A long sentence may be shown from elsewhere on: only equal texts share their marks.
        if last and (last.place.article, last.text) == (row.place.article, row.text):
            new = tuple(mark for mark in row.marks if mark not in last.marks)
            joined[-1] = replace(last, marks=last.marks + new)
        else:
            joined.append(row)
    return tuple(joined)


def clipped(evidence: Evidence) -> Evidence:
    """Return evidence that begins shortly before the words meant, to be shown in one line."""
    meant = next((mark for mark in evidence.marks if mark.form is MarkForm.SELECTED), None)
    if meant is None or meant.span.start <= NEAR:
        return evidence
    blank = evidence.text.find(" ", meant.span.start - NEAR, meant.span.start)
    cut = meant.span.start if blank < 0 else blank + 1
    marks = tuple(
        Mark(mark.span.shifted(len(_LEAD) - cut), mark.form)
        for mark in evidence.marks
        if mark.span.start >= cut
    )
    return replace(evidence, text=_LEAD + evidence.text[cut:], marks=marks)


def speaking_against(evidence: Evidence) -> Evidence:
    """Return evidence that says of itself that it speaks against what it is shown with."""
    return replace(evidence, lead=QCoreApplication.translate("Evidence", "Against it:"))


def led(evidence: Evidence) -> Evidence:
    """Return evidence whose text begins with its lead."""
    if not evidence.lead:
        return evidence
    by = len(evidence.lead) + 1
    marks = tuple(Mark(mark.span.shifted(by), mark.form) for mark in evidence.marks)
    return replace(evidence, text=f"{evidence.lead} {evidence.text}", marks=marks, lead="")


def with_form(evidence: Evidence, form: MarkForm) -> Evidence:
    """Return evidence with the words meant in another form, where they are framed at all."""
    marks = tuple(
        Mark(mark.span, form) if mark.form is MarkForm.SELECTED else mark for mark in evidence.marks
    )
    return replace(evidence, marks=marks)


def sentence_at(analysis: Analysis, position: int) -> Sentence | None:
    """Return the last sentence that begins at or before a position."""
    starts = [sentence.span.start for sentence in analysis.sentences]
    nth = bisect_right(starts, position) - 1
    return analysis.sentences[nth] if nth >= 0 else None


def _start(text: str, sentence: Span, meant: Span) -> int:
    """Return where to begin so that the words meant are not far behind the first sign shown."""
    if meant.start - sentence.start <= 2 * LOOK_BACK:
        return sentence.start
    blank = text.find(" ", meant.start - LOOK_BACK, meant.start)
    return meant.start if blank < 0 else blank + 1


def _marks(loaded: Sequence[LoadedSpan], meant: Span, shown: Span, lead: int) -> tuple[Mark, ...]:
    marks = [
        Mark(found.span.shifted(lead - shown.start), _form(found))
        for found in loaded
        if found.voice in _FORMS
    ]
    end = min(meant.end, shown.end)
    # A frame round the whole sentence would say nothing.
    if meant.start < end and end - meant.start < len(shown):
        inside = Span(meant.start, end)
        marks.append(Mark(inside.shifted(lead - shown.start), MarkForm.SELECTED))
    return tuple(marks)


def _form(found: LoadedSpan) -> MarkForm:
    return MarkForm.IGNORED if found.ignored else _FORMS[found.voice]


def _voice(analysis: Analysis, sentence: Sentence, meant: Span) -> Voice:
    """Return the voice of a place that is no wording: that of the words meant."""
    if sentence.voice is SentenceVoice.QUOTED:
        return Voice.QUOTED
    return VoiceMap(analysis.quotations).voice_of(meant)
