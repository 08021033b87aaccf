"""Quotations and shared text on paper: inside the page, and left out where there are none."""

from __future__ import annotations

import pytest

from desktop.services.reports import build_report
from desktop.services.views import EventView
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.figures.quote_grid import quote_sheet
from desktop.ui.paint.sheets import column_widths
from desktop.ui.printing.flow import A4
from desktop.ui.printing.report import ReportOptions, Section, lay_out_report, section_name
from desktop.ui.printing.voices import MOST_NARROW, quotation_flows, wire_flows
from tests.desktop.ui.spoken_event import CUT, QUOTED, STORY, spoken_view
from tests.sample_event import sample_view

pytestmark = pytest.mark.usefixtures("qapp")
VOICES = frozenset({Section.QUOTATIONS, Section.WIRE})


def titles(view: EventView) -> list[str]:
    document = lay_out_report(build_report(view), ReportOptions(sections=VOICES))
    return [entry.title for entry in document.outline]


def test_the_report_has_both_sections() -> None:
    names = [section_name(each) for each in (Section.QUOTATIONS, Section.WIRE, Section.METHOD)]

    assert titles(sample_view()) == names


def test_an_event_that_shares_nothing_has_neither() -> None:
    view = spoken_view("Rain fell on Venn.", "The sun shone on Sorel.")

    assert titles(view) == [section_name(Section.METHOD)]
    report = build_report(view)
    assert not list(quotation_flows(report, outlet_columns(view)))
    assert not list(wire_flows(report, outlet_columns(view)))


def test_a_text_that_is_shared_and_not_quoted_has_its_passages_alone() -> None:
    assert titles(spoken_view(f"{STORY}.", f"News. {STORY}."))[:-1] == [section_name(Section.WIRE)]


@pytest.mark.parametrize("outlets", [2, 6, 7, MOST_NARROW, MOST_NARROW + 1, 30])
def test_the_grid_is_no_wider_than_the_page(outlets: int) -> None:
    names = [f"{chr(65 + n % 26)}{chr(97 + n // 26)}xen" for n in range(outlets - 1)]
    view = spoken_view(
        *[f"{QUOTED} {name} was read out by the clerk of {name}ville." for name in names], CUT
    )
    details = build_report(view).details
    texts = EventTexts(outlet_columns(view))
    sheet = quote_sheet(details.quotations, texts, (), MOST_NARROW)
    room = A4.body.width()

    assert sheet.rows
    assert sum(column_widths(sheet.columns, room)) <= room + 1


def test_the_rows_of_both_tables_are_on_the_pages() -> None:
    view = sample_view()
    report, columns = build_report(view), outlet_columns(view)
    rows = len(report.details.quotations)

    # A heading, a line on how to read it, two gaps and the head of the table come with the rows.
    assert len(list(quotation_flows(report, columns))) == rows + 5
    assert len(list(wire_flows(report, columns))) > len(report.details.wire.passages) + 5
