"""Notes beside a base article: what the others add at a place, word or attribute otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop.core.model.annotations import Annotation, AnnotationKind
from desktop.core.model.comparisons import Claim, Relation
from desktop.core.model.details import Details
from desktop.services.views import EventView
from desktop.ui.figures.event_texts import LONG, EventTexts
from desktop.ui.figures.evidence import sentence_at
from desktop.ui.figures.headline_check import headlines_sheet
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.paint.sheets import Column, Line, Sheet, SheetCell, SheetRow, Sign, Words

SIGNS = {
    AnnotationKind.ADD: "plus",
    AnnotationKind.WORD: "arrows-diff",
    AnnotationKind.ATTRIBUTE: "news",
    AnnotationKind.NO_MENTION: "ban",
}
_FORMS = {
    AnnotationKind.WORD: MarkForm.CHANGED,
    AnnotationKind.ATTRIBUTE: MarkForm.SHARED,
    AnnotationKind.NO_MENTION: MarkForm.LONE,
}
_FIGURE_FORMS = {
    Relation.OTHER_FIGURE.value: MarkForm.OTHER_FIGURE,
    Relation.OTHER_SCOPE.value: MarkForm.OTHER_SCOPE,
}
_MOST_OF = 0.7


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands beside one article: its notes, a row and a mark each; its headline, its claims.

    A mark is None where the words meant are a sentence as a whole, or where there are none.
    """

    article: str
    annotations: tuple[Annotation, ...]
    sheet: Sheet
    headlines: Sheet
    marks: tuple[Mark | None, ...]
    foot: str

    def only(self, kind: AnnotationKind | None) -> Notes:
        """Return the notes of one kind; None is all of them."""
        if kind is None:
            return self
        kept = [nth for nth, each in enumerate(self.annotations) if each.kind is kind]
        rows = tuple(self.sheet.rows[nth] for nth in kept)
        return replace(
            self,
            annotations=tuple(self.annotations[nth] for nth in kept),
            sheet=replace(self.sheet, rows=rows),
            marks=tuple(self.marks[nth] for nth in kept),
        )


def make_notes(article: str, view: EventView, details: Details) -> Notes:
    """Return the notes of an article of an event, in the order of its text."""
    texts = EventTexts(outlet_columns(view))
    annotations = tuple(each for each in details.annotations if each.place.article == article)
    sheet = Sheet(
        (Column(_tr("Notes in text order")),),
        tuple(SheetRow((_note(each, texts),)) for each in annotations),
        _tr("No text of the event says anything of this one's that differs."),
        is_headless=True,
    )
    checks = tuple(each for each in details.headlines if each.claim.article == article)
    headlines = headlines_sheet(replace(details, headlines=checks), texts)
    return Notes(
        article,
        annotations,
        sheet,
        replace(headlines, columns=headlines.columns[1:], rows=_without_outlet(headlines.rows)),
        tuple(_mark(each, texts) for each in annotations),
        _claims_in_words(article, view.comparison.claims),
    )


def kind_words(kind: AnnotationKind) -> str:
    """Return what a kind of note is called."""
    return {
        AnnotationKind.ADD: _tr("Others add"),
        AnnotationKind.WORD: _tr("Word otherwise"),
        AnnotationKind.ATTRIBUTE: _tr("Attribute otherwise"),
        AnnotationKind.NO_MENTION: _tr("Do not mention"),
    }[kind]


def _without_outlet(rows: Sequence[SheetRow]) -> tuple[SheetRow, ...]:
    return tuple(replace(row, cells=row.cells[1:]) for row in rows)


def _mark(note: Annotation, texts: EventTexts) -> Mark | None:
    span = note.place.span
    sentence = sentence_at(texts.column(note.place.article).analysis, span.start)
    is_whole = sentence is None or len(span) >= _MOST_OF * len(sentence.span)
    if note.kind is AnnotationKind.ADD or is_whole:
        return None
    return Mark(span, _FIGURE_FORMS.get(note.matter, _FORMS[note.kind]))


def _note(note: Annotation, texts: EventTexts) -> SheetCell:
    others = [place for place in texts.known(note.evidence) if place.article != note.place.article]
    lines: list[Line] = [_title(note, texts)]
    if note.kind is AnnotationKind.NO_MENTION:
        lines.append((Words(_missing_in_words(len(note.others)), "small", "text2"),))
    lines += [(texts.outlet(place), Words(texts.quoted(place, LONG), "small")) for place in others]
    unshown = [each for each in note.others if all(each != place.article for place in others)]
    if others and unshown:
        badges = tuple(texts.badge(each) for each in texts.ordered(unshown))
        lines.append((Words(_tr("Also"), "small", "text3"), *badges))
    return SheetCell(tuple(lines), (note.place, *others))


def _title(note: Annotation, texts: EventTexts) -> Line:
    sign = Sign(SIGNS[note.kind], words="")
    kind = Words(_matter_words(note), "small-strong", "accent")
    if note.kind is AnnotationKind.ADD:
        after = _tr("near {sentence}").format(sentence=texts.outlet(note.place).sentence)
        return sign, kind, Words(after, "small", "text2")
    return sign, kind, Words(texts.quoted(note.place), "small", "text2")


def _matter_words(note: Annotation) -> str:
    return {
        Relation.OTHER_FIGURE.value: _tr("Other figure"),
        Relation.OTHER_SCOPE.value: _tr("Other scope"),
        Relation.OTHER_VERB.value: _tr("Other verb"),
        Relation.OTHER_CERTAINTY.value: _tr("Other certainty"),
    }.get(note.matter, kind_words(note.kind))


def _missing_in_words(others: int) -> str:
    if others == 1:
        return _tr("Not found in the other text.")
    return _tr("Not found in the other {count} texts.").format(count=others)


def _claims_in_words(article: str, claims: Sequence[Claim]) -> str:
    """Return how many claims of the event are here, here only, and only elsewhere."""
    here = shared = 0
    for claim in claims:
        found = [cell.article for cell in claim.cells if cell.evidence]
        here += article in found
        shared += article in found and len(found) > 1
    words = _tr(
        "{all} claims in the event: {here} here, {shared} of them also elsewhere, "
        "{rest} only elsewhere"
    )
    return words.format(all=len(claims), here=here, shared=shared, rest=len(claims) - here)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Notes", words)
