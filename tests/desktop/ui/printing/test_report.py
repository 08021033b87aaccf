"""The report on paper: what it says, that it can be read back, and that options change it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.core.model.analyses import Voice
from desktop.core.model.comparisons import FindingKind, Place
from desktop.core.model.spans import Span
from desktop.services.reports import Report, build_report
from desktop.ui.figures.evidence import Evidence
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.printing.flow import A4, LETTER
from desktop.ui.printing.pages import Document, draw_page, to_pdf
from desktop.ui.printing.printer import pages_in_range, print_pages, to_printer
from desktop.ui.printing.report import (
    LONGEST_EXCERPT,
    ReportOptions,
    Section,
    evidence_text,
    excerpt,
    lay_out_report,
    rows_of,
)
from tests.sample_event import sample_view

OUTLETS = ("Business Insider", "The Hindu", "Antiwar.com", "RFE/RL", "Euromaidan Press")


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def report() -> Report:
    load_fonts()
    return build_report(sample_view())


def words_of(pdf: bytes) -> str:
    """Return a PDF's text as one line."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def fonts_of(pdf: PdfReader) -> tuple[set[str], set[str]]:
    """Return the names of the fonts that a PDF carries, and of those it only names."""
    pairs = [page._get_fonts() for page in pdf.pages]
    embedded = {name.lstrip("/") for both in pairs for name in both[0]}
    return embedded, {name for both in pairs for name in both[1]}


def test_the_pdf_names_every_outlet_and_quotes_its_evidence(report: Report) -> None:
    words = words_of(to_pdf(lay_out_report(report, ReportOptions())))
    assert all(outlet in words for outlet in OUTLETS)
    assert "has again lashed out at his Western backers" in words
    assert "How to read this report" in words


def test_every_outlet_a_finding_speaks_of_has_a_sentence_below_it(report: Report) -> None:
    columns = outlet_columns(report.view)
    for finding in report.view.comparison.findings:
        printed = {evidence.place.article for evidence in rows_of(finding, columns)}
        assert printed == {place.article for place in finding.evidence}


def test_what_speaks_against_a_finding_is_printed_with_how_sure_it_is(report: Report) -> None:
    findings = report.view.comparison.findings
    assert any(finding.counter for finding in findings)
    words = words_of(to_pdf(lay_out_report(report, ReportOptions())))
    assert words.count("How sure: ") == len(findings)
    assert "Against it: " in words


def test_a_finding_on_verbs_marks_the_verbs_it_names(report: Report) -> None:
    columns = outlet_columns(report.view)
    verbs = [f for f in report.view.comparison.findings if f.kind is FindingKind.VERBS]
    assert verbs
    for evidence in rows_of(verbs[0], columns):
        shown = evidence_text(evidence, FindingKind.VERBS)
        marked = {mark.span.of(shown.text) for mark in shown.marks}
        assert evidence.words in marked


def test_charts_are_drawn_as_lines_and_text_not_as_pictures(report: Report) -> None:
    pages = PdfReader(io.BytesIO(to_pdf(lay_out_report(report, ReportOptions())))).pages
    assert [image.name for page in pages for image in page.images] == []


def test_figures_and_apostrophes_can_be_found_in_the_pdf(report: Report) -> None:
    words = words_of(to_pdf(lay_out_report(report, ReportOptions())))
    assert "5 articles · 5 outlets · 2 of 5 dated: 2 Nov 2024" in words
    assert "Ukraine’s Zelenskyy urges allies" in words
    assert "Page 1 of" in words


def test_fonts_are_embedded_and_the_outline_leads_to_the_sections(report: Report) -> None:
    document = lay_out_report(report, ReportOptions())
    pdf = PdfReader(io.BytesIO(to_pdf(document)))
    embedded, not_embedded = fonts_of(pdf)
    assert {"Inter-Regular", "SourceSerifPro-Regular"} <= embedded
    assert not_embedded == set()
    assert len(pdf.outline) == len(document.outline) >= 5
    assert pdf.metadata is not None
    assert pdf.metadata.title == "North Korean troops in Russia"


def test_sections_can_be_left_out_but_not_how_to_read_it(report: Report) -> None:
    whole = lay_out_report(report, ReportOptions())
    least = lay_out_report(report, ReportOptions(sections=frozenset()))
    assert [entry.title for entry in least.outline] == ["How to read this report"]
    assert len(least.pages) < len(whole.pages)


def test_letter_paper_is_laid_out_anew(report: Report) -> None:
    document = lay_out_report(report, ReportOptions(paper=LETTER))
    box = PdfReader(io.BytesIO(to_pdf(document))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)


def drawn(document: Document) -> QImage:
    image = QImage(794, 1123, QImage.Format.Format_RGB32)
    image.fill(document.palette.paper)
    painter = QPainter(image)
    draw_page(painter, document, 0)
    painter.end()
    return image


def test_black_and_white_prints_no_color_but_outlines_stay(report: Report) -> None:
    document = lay_out_report(
        report, ReportOptions(gray=True, sections=frozenset({Section.LOADED}))
    )
    image = drawn(document)
    grays = {
        image.pixelColor(x, y).saturation() for x in range(0, 794, 3) for y in range(90, 1123, 3)
    }
    assert grays == {0}


def test_the_same_report_gives_the_same_page(report: Report) -> None:
    assert drawn(lay_out_report(report, ReportOptions())) == drawn(
        lay_out_report(report, ReportOptions())
    )


def test_printing_to_a_file_prints_the_range_that_was_asked_for(
    report: Report, tmp_path: Path
) -> None:
    document = lay_out_report(report, ReportOptions())
    printer = to_printer(document)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target = str(tmp_path / "printed.pdf")
    printer.setOutputFileName(target)
    printer.setFromTo(2, 3)
    assert list(pages_in_range(document, printer)) == [1, 2]
    assert print_pages(document, printer)
    assert len(PdfReader(target).pages) == 2


def test_all_pages_are_printed_where_no_range_is_asked_for(report: Report) -> None:
    document = lay_out_report(report, ReportOptions())
    assert pages_in_range(document, to_printer(document)) == range(len(document.pages))


def test_settings_change_with_a_correction(report: Report) -> None:
    view = sample_view()
    first = view.analyses[0]
    ignored = replace(first, loaded=(replace(first.loaded[0], ignored=True), *first.loaded[1:]))
    other = replace(view, analyses=(ignored, *view.analyses[1:]))
    assert build_report(other).settings != report.settings
    assert build_report(view).settings == report.settings


@given(st.text(alphabet="ab ", min_size=1, max_size=400), st.data())
def test_an_excerpt_holds_the_words_meant(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 60)))
    window = excerpt(text, Span(start, end))
    assert window.covers(Span(start, end))
    assert len(window) <= max(LONGEST_EXCERPT, len(text) if len(text) <= LONGEST_EXCERPT else 0)


def test_marks_move_with_the_excerpt() -> None:
    text = "word " * 40 + "lashed out" + " word" * 40
    at = text.index("lashed")
    marks = (Mark(Span(at, at + 10), MarkForm.OWN), Mark(Span(at, at + 10), MarkForm.SELECTED))
    evidence = Evidence(
        Place("a", Span(0, 1)), "An outlet", ("AO", 0), 3, 9, Voice.OWN, text, marks
    )
    shown = evidence_text(evidence, FindingKind.WORDING)
    assert [mark.span.of(shown.text) for mark in shown.marks] == ["lashed out"]
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")


def test_pages_keep_their_paper(report: Report) -> None:
    assert lay_out_report(report, ReportOptions()).paper == A4
