"""Details on paper: sections that can be left out, whole rows, their head on every page."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from desktop.core.model.details import Details
from desktop.services.reports import Report, build_report
from desktop.services.views import EventView
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.sheets import Column, RowKind, Sheet, SheetCell, SheetRow, Words
from desktop.ui.printing.details import MOST_ROWS, sheet_flows
from desktop.ui.printing.flow import A4, lay_out
from desktop.ui.printing.pages import to_pdf
from desktop.ui.printing.report import ReportOptions, Section, lay_out_report, section_name
from tests.desktop.ui.made_details import NOTHING, crowd, made_details
from tests.desktop.ui.made_event import made_event
from tests.sample_event import sample_view

pytestmark = pytest.mark.usefixtures("qapp")
DETAILED = (Section.NUMBERS, Section.NAMING, Section.FIVE_W, Section.QUESTIONS)


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


def report(view: EventView, details: Details) -> Report:
    return Report(view, "abcd-0123", datetime(2026, 1, 2, tzinfo=UTC), details)


def printed(made: Report, *sections: Section, gray: bool = False) -> str:
    options = ReportOptions(sections=frozenset(sections), gray=gray)
    pages = PdfReader(io.BytesIO(to_pdf(lay_out_report(made, options)))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_each_section_prints_what_the_screen_shows() -> None:
    told = printed(report(made_event(), made_details()), *DETAILED)
    for words in (
        "1 with other scope. Different figure: 400, 900.",
        "The mayor ×2, He",
        "on the coast",
        "Did South Post have room and time for it?",
        "What each had printed by the same hour",
    ):
        assert words in told


@pytest.mark.parametrize("section", DETAILED)
def test_a_section_can_be_left_out(section: Section) -> None:
    made = report(made_event(), made_details())
    others = [each for each in DETAILED if each is not section]
    assert section_name(section) in printed(made, section)
    document = lay_out_report(made, ReportOptions(sections=frozenset(others)))
    titles = [entry.title for entry in document.outline]
    assert section_name(section) not in titles
    assert len(titles) == len(others) + 1


def test_where_nothing_was_found_there_is_no_section() -> None:
    document = lay_out_report(report(made_event("n"), NOTHING), ReportOptions())
    titles = {entry.title for entry in document.outline}
    assert not titles & {section_name(each) for each in DETAILED}


def test_rows_past_the_most_are_counted() -> None:
    view, details = crowd(MOST_ROWS + 5)
    told = printed(report(view, details), Section.FIVE_W)
    assert f"{MOST_ROWS} of {MOST_ROWS + 5} rows; the screen has all." in told


def test_the_head_of_a_table_stands_on_every_page_and_a_group_with_its_row() -> None:
    words = Words("words of a row that is printed " * 6)
    head = SheetRow((SheetCell(((Words("Group"),),)),), RowKind.HEAD)
    row = SheetRow((SheetCell(((words,),)), SheetCell()))
    flows = list(sheet_flows(Sheet((Column("First"), Column("Second")), (head, row) * 30)))
    pages = lay_out(flows, A4)
    assert len(pages) > 1
    assert all(page.placed[0][1] is flows[0] for page in pages)
    heads = [flow for flow in flows[1:] if flow.keeps_next]
    assert not {id(page.placed[-1][1]) for page in pages} & {id(flow) for flow in heads}


def test_the_samples_print_in_color_and_in_gray() -> None:
    made = build_report(sample_view())
    assert "No different figure." in printed(made, Section.NUMBERS)
    assert "No different figure." in printed(made, Section.NUMBERS, gray=True)


def test_a_longest_headline_does_not_leave_its_page() -> None:
    view = made_event()
    details = made_details()
    asked = replace(details.questions[1], text="What does each say? " * 90)
    document = lay_out_report(
        report(view, replace(details, questions=(asked,))),
        ReportOptions(sections=frozenset((Section.QUESTIONS,))),
    )
    bottoms = [rect.bottom() for page in document.pages for rect, _ in page.placed]
    assert max(bottoms) <= A4.body.bottom() + 1
