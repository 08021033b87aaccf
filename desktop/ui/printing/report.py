"""The comparison report on paper: title, sources, differences with evidence, charts, method."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from desktop.core.model.articles import Origin
from desktop.core.model.comparisons import Finding, FindingKind
from desktop.core.model.spans import Span
from desktop.core.text.languages import is_english, language_name
from desktop.services.reports import Report
from desktop.ui.figures.charts import chart_data
from desktop.ui.figures.details import DetailKind, card_subtitle, card_title, make_sheet
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.figures.evidence import (
    Evidence,
    evidence_finder,
    find_evidence,
    led,
    speaking_against,
)
from desktop.ui.figures.outlets import OutletColumn, outlet_columns
from desktop.ui.figures.quote_grid import quotes_title
from desktop.ui.figures.wire import wire_title
from desktop.ui.fonts import paper_fonts
from desktop.ui.paint import loaded_bars, tone_axes, verb_ladder
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.palettes import Palette
from desktop.ui.printing.claims import claim_flows
from desktop.ui.printing.details import sheet_flows
from desktop.ui.printing.flow import A4, Flow, Paper, Space, lay_out
from desktop.ui.printing.judgments import judged_words
from desktop.ui.printing.pages import Document, Foot, Outline
from desktop.ui.printing.pieces import (
    EvidenceRow,
    EvidenceText,
    Figure,
    FindingHead,
    Heading,
    Masthead,
    Paragraph,
    Rule,
    SourceRow,
    SourceText,
)
from desktop.ui.printing.voices import quotation_flows, wire_flows
from desktop.ui.words import counted, date_or_not_stated, sure_words, words_count

T = TypeVar("T")
MOST_CLAIMS, MOST_EVIDENCE, LONGEST_EXCERPT, LEAD = 12, 5, 120, 40
_MOST_AGAINST = 2
_FORMS = {
    FindingKind.FIGURES: MarkForm.OTHER_SCOPE,
    FindingKind.QUOTATION: MarkForm.CHANGED,
    FindingKind.NAMING: MarkForm.CHANGED,
}


class Section(Enum):
    """What a report is made of, in its order; METHOD is always there."""

    SOURCES = auto()
    FINDINGS = auto()
    LOADED = auto()
    TONE = auto()
    VERBS = auto()
    CLAIMS = auto()
    NUMBERS = auto()
    NAMING = auto()
    FIVE_W = auto()
    QUESTIONS = auto()
    QUOTATIONS = auto()
    WIRE = auto()
    METHOD = auto()


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a report is laid out."""

    paper: Paper = A4
    gray: bool = False
    sections: frozenset[Section] = field(default_factory=lambda: frozenset(Section))


_DETAILS = {
    Section.NUMBERS: DetailKind.NUMBERS,
    Section.NAMING: DetailKind.NAMING,
    Section.FIVE_W: DetailKind.FIVE_W,
    Section.QUESTIONS: DetailKind.QUESTIONS,
}


def section_name(section: Section) -> str:
    """Return a section's title."""
    return {
        Section.SOURCES: _tr("Outlets and sources"),
        Section.FINDINGS: _tr("Key differences"),
        Section.LOADED: _tr("Loaded wording per 100 words"),
        Section.TONE: _tr("Tone of wording"),
        Section.VERBS: _tr("Verbs used for speaking"),
        Section.CLAIMS: _tr("Who says what"),
        **{section: card_title(kind) for section, kind in _DETAILS.items()},
        Section.QUOTATIONS: quotes_title(),
        Section.WIRE: wire_title(),
        Section.METHOD: _tr("How to read this report"),
    }[section]


def lay_out_report(report: Report, options: ReportOptions) -> Document:
    """Return the pages of a report; the same report and options give the same pages."""
    with paper_fonts():
        return _lay_out(report, options)


def _lay_out(report: Report, options: ReportOptions) -> Document:
    columns = outlet_columns(report.view)
    flows = list(_opening(report, columns))
    starts: list[tuple[str, Flow]] = []
    for section in Section:
        if section not in options.sections and section is not Section.METHOD:
            continue
        pieces = list(_WRITERS[section](report, columns))
        if pieces:
            starts.append((section_name(section), pieces[0]))
            flows += pieces
    pages = lay_out(flows, options.paper)
    outline = tuple(
        Outline(title, number)
        for title, first in starts
        for number, page in enumerate(pages)
        if any(flow is first for _, flow in page.placed)
    )
    return Document(
        title=report.view.label,
        pages=pages,
        paper=options.paper,
        foot=Foot(_tr("Crosslight comparison report"), _foot(report)),
        outline=outline,
        page_words=_tr("Page {at} of {of}"),
        gray=options.gray,
    )


def _foot(report: Report) -> str:
    made = f"{report.made:%Y-%m-%d}"
    return _tr("Settings {hash} · made {day}").format(hash=report.settings, day=made)


def _opening(report: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    yield Masthead("Crosslight", _tr("Comparison report"))
    yield Space(8)
    yield Paragraph(report.view.label, "headline", keeps_next=True)
    yield Space(2)
    yield Paragraph(_counts(columns), "body", "text2", keeps_next=True)
    yield Rule("text", 2.0, 20.0)


def _counts(columns: Sequence[OutletColumn]) -> str:
    dates = [column.article.metadata.published.value for column in columns]
    stated = sorted({(d.year, d.month, d.day): d for d in dates if d is not None}.items())
    parts = [
        counted(len(columns), _tr("article"), _tr("articles")),
        counted(len({column.name for column in columns}), _tr("outlet"), _tr("outlets")),
    ]
    told = _tr("{dated} of {all} dated").format(
        dated=len(dates) - dates.count(None), all=len(dates)
    )
    if stated:
        ends = {date_or_not_stated(stated[0][1]): None, date_or_not_stated(stated[-1][1]): None}
        told = f"{told}: {_tr(' to ').join(ends)}"
    return " · ".join([*parts, told])


def _sources(_: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    for column in columns:
        metadata = column.article.metadata
        yield SourceRow(
            SourceText(
                badge=column.mark,
                outlet=column.name,
                title=" ".join(column.article.title.split()),
                date=date_or_not_stated(metadata.published.value),
                words=words_count(column.analysis.ledger.total),
            )
        )
    yield Space(6)
    yield Paragraph(_origins(columns), "small", "text2")
    yield Space(14)


def _origins(columns: Sequence[OutletColumn]) -> str:
    parts: list[str] = []
    for column in columns:
        agency = column.article.metadata.agency.value
        if agency:
            parts.append(
                _tr("{outlet} credits {agency}.").format(outlet=column.name, agency=agency)
            )
    undated = sum(column.article.metadata.published.value is None for column in columns)
    if undated:
        texts = counted(undated, _tr("text states"), _tr("texts state"))
        parts.append(_tr("{texts} no full date.").format(texts=texts))
    said = {
        Origin.SIDECAR: _tr("a sidecar file"),
        Origin.FILE: _tr("the file"),
        Origin.USER: _tr("the user"),
        Origin.TEXT: _tr("the text"),
    }
    for origin, source in said.items():
        count = sum(column.article.metadata.outlet.origin is origin for column in columns)
        if count:
            names = counted(count, _tr("outlet name comes"), _tr("outlet names come"))
            parts.append(_tr("{names} from {source}.").format(names=names, source=source))
    return " ".join(parts)


def _findings(report: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    findings = report.view.comparison.findings
    if not findings:
        return
    yield Heading(section_name(Section.FINDINGS), (_tr("Own voice"), _tr("Quoted voices")))
    yield Space(4)
    for number, finding in enumerate(findings, start=1):
        said = " ".join((finding.text, sure_words(finding.sure))).strip()
        yield FindingHead(number, finding.title, said)
        yield from _evidence(finding, columns)
        yield Space(16)


def _evidence(finding: Finding, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    rows = rows_of(finding, columns)
    for nth, evidence in enumerate(rows):
        # A finding stays with its first two sentences; the rest may go over the page.
        is_held = nth == 0 and len(rows) > 1
        yield EvidenceRow(evidence_text(evidence, finding.kind), keeps_next=is_held)
    find = evidence_finder(columns)
    against = [row for place in finding.counter if (row := find(place))]
    for evidence in against[:_MOST_AGAINST]:
        yield EvidenceRow(evidence_text(speaking_against(evidence), finding.kind), keeps_next=False)


def rows_of(finding: Finding, columns: Sequence[OutletColumn]) -> list[Evidence]:
    """Return the sentences printed below a finding: one of each text first, then more of them.

    What a finding says of an outlet has to be there to be read, so none gives way to another's.
    """
    by_id = {column.article.id: column for column in columns}
    found: dict[tuple[str, int], Evidence] = {}
    for place in finding.evidence:
        evidence = find_evidence(by_id[place.article], place) if place.article in by_id else None
        if evidence is not None:
            # Two wordings of one sentence are quoted once: its other marks are drawn as well.
            found.setdefault((place.article, evidence.number), evidence)
    first = dict(reversed(found))
    room = max(0, MOST_EVIDENCE - len(first))
    more = [key for key in found if first[key[0]] != key[1]][:room]
    return [found[key] for key in found if first[key[0]] == key[1] or key in more]


def evidence_text(evidence: Evidence, kind: FindingKind) -> EvidenceText:
    """Return a short quotation around the words meant, with the marks that fall into it."""
    meant = [mark for mark in evidence.marks if mark.form is MarkForm.SELECTED]
    marks = _marks_shown(evidence, kind, meant)
    first = meant[0].span if meant else Span(0, 1)
    window = excerpt(evidence.text, first)
    before = "…" if window.start else ""
    after = "…" if window.end < len(evidence.text) else ""
    by = len(before) - window.start
    inside = tuple(
        Mark(mark.span.shifted(by), mark.form) for mark in marks if window.covers(mark.span)
    )
    sentence = _tr("s. {number}").format(number=evidence.number)
    text = before + window.of(evidence.text) + after
    shown = led(replace(evidence, text=text, marks=inside))
    return EvidenceText(evidence.badge, sentence, shown.text, shown.marks)


def _marks_shown(evidence: Evidence, kind: FindingKind, meant: list[Mark]) -> list[Mark]:
    """Return all wordings for a finding on wording; for any other only the words it is about."""
    loaded = [mark for mark in evidence.marks if mark.form is not MarkForm.SELECTED]
    if kind is FindingKind.WORDING:
        return loaded or meant
    here = [mark for mark in loaded if any(mark.span.overlap(word.span) for word in meant)]
    form = _FORMS.get(kind, MarkForm.SELECTED)
    if here and form is MarkForm.SELECTED:
        return here
    return [Mark(mark.span, form) for mark in meant]


def excerpt(text: str, meant: Span) -> Span:
    """Return the stretch of a sentence to print: all of it if short, else around the words meant.

    It begins and ends at blanks, and is never shorter than the words meant.

    >>> excerpt("short enough", Span(0, 5))
    Span(start=0, end=12)
    """
    if len(text) <= LONGEST_EXCERPT:
        return Span(0, len(text))
    start = max(0, min(meant.start - LEAD, len(text) - LONGEST_EXCERPT))
    end = min(len(text), max(start + LONGEST_EXCERPT, meant.end))
    if start:
        start = text.find(" ", start, meant.start) + 1 or meant.start
    if end < len(text):
        blank = text.rfind(" ", meant.end, end)
        end = blank if blank > start else end
    return Span(start, end)


def _loaded(_: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    data = chart_data(columns).loaded
    yield Heading(section_name(Section.LOADED), (_tr("Own voice"), _tr("Quoted voices")))
    yield _figure(loaded_bars.height_for(data), loaded_bars.draw_loaded_bars, data)
    yield Space(14)


def _tone(_: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    data = chart_data(columns).tone
    yield Heading(section_name(Section.TONE), (_tr("Own voice"), _tr("Quoted voices")))
    yield _figure(tone_axes.height_for(data), tone_axes.draw_tone_axes, data)
    yield Space(14)


def _verbs(_: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    data = chart_data(columns).verbs
    yield Heading(section_name(Section.VERBS))
    yield _figure(verb_ladder.height_for(data), verb_ladder.draw_verb_ladder, data)
    yield Space(14)


def _claims(report: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    claims = report.view.comparison.claims
    if claims:
        yield Heading(section_name(Section.CLAIMS))
        if len(claims) > MOST_CLAIMS:
            told = _tr("{shown} of {all} claims, most different first.")
            words = told.format(shown=MOST_CLAIMS, all=len(claims))
            yield Paragraph(words, "small", "text2", keeps_next=True)
        yield from claim_flows(claims[:MOST_CLAIMS], columns)
        yield Space(14)


def _detailed(section: Section, report: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    """Yield one kind of detail as the screen has it; nothing where none was found."""
    kind = _DETAILS[section]
    sheet = make_sheet(kind, report.details, EventTexts(columns))
    if sheet.rows:
        yield Heading(section_name(section))
        yield Paragraph(card_subtitle(kind), "small", "text2", keeps_next=True)
        yield Space(4)
        yield from sheet_flows(sheet)
        yield Space(14)


def _method(report: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    yield Heading(section_name(Section.METHOD))
    loaded = [found for column in columns for found in column.analysis.loaded]
    counts = (
        (_tr("{count} ignored"), sum(found.ignored for found in loaded)),
        (_tr("{count} marked"), sum(found.by_user and not found.ignored for found in loaded)),
        (_tr("{count} voices stated"), sum(len(each.analysis.stated) for each in columns)),
    )
    # That nothing was ignored is said, too: it is what a reader looks for.
    told = [words.format(count=n) for nth, (words, n) in enumerate(counts) if n or not nth]
    corrections = _tr("with your corrections ({told})").format(told=", ".join(told))
    words = _method_text().format(corrections=corrections)
    yield Paragraph(f"{words}{_not_scored(columns)}", "small", "text2")
    judged = judged_words(report.view)
    if judged:
        yield Space(6)
        yield Paragraph(judged, "small", "text2")


def _not_scored(columns: Sequence[OutletColumn]) -> str:
    """Name the texts that have neither rates nor a place in an order, and why."""
    words = _tr(" {outlet} is not scored and stands in no order: its text is in {language}.")
    return "".join(
        words.format(outlet=each.name, language=language_name(each.analysis.language))
        for each in columns
        if not is_english(each.analysis.language)
    )


def _method_text() -> str:
    return _tr(
        "Loaded wording counts words that judge, intensify or distance where a neutral word "
        "would do, from a published word list, {corrections}. Each count is split between the "
        "outlet’s own voice and the voices it quotes. Rates are per 100 words of a voice; words"
        " of indirect reports stand in the own voice’s denominator and their marks in no rate. "
        "Tone is the polarity of wording from −1 to 1, sentence by sentence. Thin lines are 95 "
        "% ranges from redrawing the sentences; few words make them wide, and a count of none "
        "is a range up to what so few words cannot rule out. Orders that turn round in more "
        "than 1 of 20 redraws are ties. Rates need at least 50 words. “Not found” says that no "
        "sentence on the matter was found in this text; the outlet may have covered it "
        "elsewhere. The figures describe wording in these texts. They do not rate truth, "
        "quality or political leaning. Quotations are short and stand for the sentences they "
        "come from; the numbers beside them count sentences from the start of each text, "
        "headline included."
    )


_Writer = Callable[[Report, Sequence[OutletColumn]], Iterator[Flow]]
_WRITERS: dict[Section, _Writer] = {
    Section.SOURCES: _sources,
    Section.FINDINGS: _findings,
    Section.LOADED: _loaded,
    Section.TONE: _tone,
    Section.VERBS: _verbs,
    Section.CLAIMS: _claims,
    **{section: partial(_detailed, section) for section in _DETAILS},
    Section.QUOTATIONS: quotation_flows,
    Section.WIRE: wire_flows,
    Section.METHOD: _method,
}


def _figure(
    height_px: float, paint: Callable[[QPainter, QRectF, T, Palette], None], data: T
) -> Figure:
    return Figure(height_px, lambda painter, rect, palette: paint(painter, rect, data, palette))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Report", words)
