"""A report of much or of little: nothing runs off its page, nothing printed is left unexplained."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.core.model.articles import Article, Origin, Published, Stated
from desktop.core.model.comparisons import Claim, Comparison, Finding, FindingKind, Place
from desktop.core.model.spans import Span
from desktop.services.badges import to_badges
from desktop.services.reports import build_report
from desktop.services.views import EventView
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.fonts import load_fonts
from desktop.ui.palettes import Palette
from desktop.ui.printing.claims import MOST_COLUMNS, claim_flows
from desktop.ui.printing.flow import A4, LETTER, Space, lay_out
from desktop.ui.printing.pages import Document, Foot, draw_page, to_pdf
from desktop.ui.printing.pieces import Figure, Heading
from desktop.ui.printing.printer import pages_in_range, to_printer
from desktop.ui.printing.report import (
    MOST_CLAIMS,
    MOST_EVIDENCE,
    ReportOptions,
    Section,
    lay_out_report,
    rows_of,
    section_name,
)
from tests.desktop.ui.made_event import analysis, made_event, place
from tests.desktop.ui.printing.test_flow import Box
from tests.sample_event import sample_view

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


def crowd(outlets: int) -> EventView:
    """Return an event on which many outlets print one article."""
    view = made_event("n")
    keys = [f"n{nth}" for nth in range(outlets)]
    return replace(
        view,
        articles=tuple(replace(view.articles[0], id=key) for key in keys),
        analyses=tuple(replace(view.analyses[0], article_id=key) for key in keys),
        badges=to_badges([(f"Outlet {nth}", nth) for nth in range(outlets)]),
        comparison=Comparison(tuple(keys), (), (), (), ()),
    )


def printed(view: EventView, *sections: Section) -> str:
    """Return what the report of an event says, in one line."""
    options = ReportOptions(sections=frozenset(sections))
    pdf = to_pdf(lay_out_report(build_report(view), options))
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def stated(article: Article, **known: Stated[object]) -> Article:
    return replace(article, metadata=replace(article.metadata, **known))


def reaches(document: Document) -> float:
    """Return how far down its pages a document goes."""
    return max(rect.bottom() for page in document.pages for rect, _ in page.placed)


@given(st.lists(st.tuples(st.floats(1, 2500), st.booleans()), max_size=20))
def test_nothing_reaches_into_the_foot_however_high_it_is_and_what_it_holds_on_to(
    heights: list[tuple[float, bool]],
) -> None:
    flows = [Box(height, keeps_next=keeps) for height, keeps in heights]
    pages = lay_out(flows, A4)
    assert [flow for page in pages for _, flow in page.placed] == flows
    for page in pages:
        edges = [A4.body.top(), *(rect.bottom() for rect, _ in page.placed)]
        assert edges == sorted(edges)
        assert edges[-1] <= A4.foot.top() + 0.01
        for rect, flow in page.placed:
            least = min(flow.height(rect.width()), A4.body.height() / 2)
            assert rect.height() >= least - 0.02


def test_a_heading_stays_with_a_chart_that_fills_a_page() -> None:
    heading, chart = Box(32, keeps_next=True), Box(A4.body.height())
    pages = lay_out([Box(200), heading, chart], A4)
    assert [flow for _, flow in pages[1].placed] == [heading, chart]
    assert pages[1].placed[1][0].height() > 0.9 * A4.body.height()


def test_a_report_of_nothing_but_white_space_has_no_page() -> None:
    assert lay_out([], A4) == ()
    assert lay_out([Space(20), Space(3)], LETTER) == ()


@pytest.mark.parametrize("outlets", [19, 40])
def test_charts_of_many_outlets_end_above_the_foot(outlets: int) -> None:
    sections = frozenset({Section.LOADED, Section.TONE})
    document = lay_out_report(build_report(crowd(outlets)), ReportOptions(sections=sections))
    assert reaches(document) <= A4.foot.top() + 0.01
    for title in (Section.LOADED, Section.TONE):
        number = next(e.page for e in document.outline if e.title == section_name(title))
        flows = [flow for _, flow in document.pages[number].placed]
        heading = max(nth for nth, flow in enumerate(flows[:-1]) if isinstance(flow, Heading))
        assert isinstance(flows[heading + 1], Figure)


def test_a_chart_higher_than_its_page_is_drawn_smaller_and_whole() -> None:
    def draw(painter: QPainter, rect: QRectF, palette: Palette) -> None:
        painter.fillRect(rect.adjusted(0, rect.height() - 40, 0, 0), palette.err)

    pages = lay_out([Figure(3000, draw)], A4)
    foot = Foot("Crosslight comparison report", "Settings")
    document = Document("Tall", pages, A4, foot, (), "Page {at} of {of}")
    image = QImage(794, 1123, QImage.Format.Format_RGB32)
    image.fill(document.palette.paper)
    painter = QPainter(image)
    draw_page(painter, document, 0)
    painter.end()
    x = round(A4.margin_px) + 10
    ink = [y for y in range(1123) if image.pixelColor(x, y) == document.palette.err]
    assert 9 <= len(ink) <= 14
    assert ink[-1] <= A4.foot.top()


@pytest.mark.parametrize(("outlets", "grids"), [(1, 1), (6, 1), (7, 2), (13, 3)])
def test_more_outlets_than_fit_go_on_in_a_grid_below(outlets: int, grids: int) -> None:
    claims = [Claim(f"Claim {nth}.", (), 0.5) for nth in range(3)]
    columns = outlet_columns(crowd(outlets))
    flows = list(claim_flows(claims, columns))
    heads = [flow for flow in flows if flow.keeps_next]
    assert -(-outlets // MOST_COLUMNS) == len(heads) == grids
    assert len(flows) == grids * (1 + len(claims))
    assert {id(flow.header) for flow in flows if flow.header} == {id(head) for head in heads}


def test_claims_left_out_for_their_number_are_counted() -> None:
    view = made_event()
    claims = tuple(
        replace(view.comparison.claims[0], text=f"Claim number {nth}.") for nth in range(40)
    )
    many = replace(view, comparison=replace(view.comparison, claims=claims))
    said = printed(many, Section.CLAIMS)
    assert f"{MOST_CLAIMS} of 40 claims, most different first." in said
    assert f"Claim number {MOST_CLAIMS - 1}." in said
    assert f"Claim number {MOST_CLAIMS}." not in said
    assert "most different first" not in printed(view, Section.CLAIMS)


def test_without_findings_and_claims_their_sections_are_left_out() -> None:
    view = made_event("s")
    bare = replace(view, comparison=replace(view.comparison, claims=()))
    document = lay_out_report(build_report(bare), ReportOptions())
    titles = [entry.title for entry in document.outline]
    # One text alone asks nothing, and of its actors none is named by another.
    left_out = (Section.FINDINGS, Section.CLAIMS, Section.QUESTIONS)
    possible = [section_name(one) for one in Section if one not in left_out]
    assert titles == [title for title in possible if title in titles]
    assert not {section_name(one) for one in left_out} & set(titles)
    assert [entry.page for entry in document.outline] == sorted(e.page for e in document.outline)


def test_an_outlet_that_many_sentences_speak_of_leaves_room_for_the_others() -> None:
    columns = outlet_columns(sample_view())
    first, other = columns[0], columns[1]
    evidence = tuple(Place(first.article.id, s.span) for s in first.analysis.sentences[:20])
    last = Place(other.article.id, other.analysis.sentences[2].span)
    unknown = Place("trashed", Span(0, 4))
    finding = Finding(FindingKind.CLAIM, "Much", "Much.", 1.0, (*evidence, unknown, last))
    rows = rows_of(finding, columns)
    assert len(rows) == MOST_EVIDENCE
    assert [row.place.article for row in rows].count(first.article.id) == MOST_EVIDENCE - 1
    assert rows[-1].place == last


def test_two_wordings_of_a_sentence_are_quoted_once() -> None:
    both = (place("n", "slammed"), place("n", "reckless"), place("n", "foolish"))
    finding = Finding(FindingKind.WORDING, "Two", "Two.", 1.0, both)
    rows = rows_of(finding, outlet_columns(made_event()))
    assert [row.number for row in rows] == [2, 3]


DAYS = (Published(2024, 11, 4), Published(2024, 11, 2, 7, 30), Published(2024, 11, 2))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((None, None), "2 articles · 2 outlets · 0 of 2 dated NH"),
        ((DAYS[0], None), "2 articles · 2 outlets · 1 of 2 dated: 4 Nov 2024 NH"),
        (DAYS[:2], "2 of 2 dated: 2 Nov 2024 to 4 Nov 2024 NH"),
        (DAYS[1:], "2 of 2 dated: 2 Nov 2024 NH"),
    ],
)
def test_the_title_says_how_many_are_dated_and_from_when_to_when(
    days: tuple[Published | None, ...], told: str
) -> None:
    view = made_event("n", "e")
    articles = tuple(
        stated(article, published=Stated(day, Origin.TEXT))
        for article, day in zip(view.articles, days, strict=True)
    )
    assert told in printed(replace(view, articles=articles), Section.SOURCES)


def test_where_names_and_dates_come_from_stands_below_the_sources() -> None:
    view = made_event()
    first, *others = view.articles
    named = stated(
        first, agency=Stated("AP", Origin.TEXT), outlet=Stated("North Herald", Origin.USER)
    )
    said = printed(replace(view, articles=(named, *others)), Section.SOURCES)
    assert "North Herald credits AP." in said
    assert "2 texts state no full date." in said
    assert "2 outlet names come from a sidecar file. 1 outlet name comes from the user." in said


def test_corrections_are_counted_where_the_method_is_told() -> None:
    view = made_event("n")
    made = analysis("n")
    ignored = tuple(replace(found, ignored=True) for found in made.loaded[:2])
    changed = replace(view, analyses=(replace(made, loaded=(*ignored, *made.loaded[2:])),))
    assert "with your corrections (0 ignored)" in printed(view)
    assert "with your corrections (2 ignored)" in printed(changed)


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [(0, 0, [0, 1, 2]), (1, 1, [0]), (2, 9, [1, 2]), (3, 3, [2]), (7, 9, [])],
)
def test_pages_asked_for_beyond_the_last_are_not_there(
    first: int, last: int, pages: list[int]
) -> None:
    made = lay_out([Box(900), Box(900), Box(900)], A4)
    document = Document("Three", made, A4, Foot("", ""), (), "")
    printer = to_printer(document)
    printer.setFromTo(first, last)
    assert list(pages_in_range(document, printer)) == pages
