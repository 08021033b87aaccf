from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Place
from desktop.services.badges import OutletBadge
from desktop.ui.fonts import load_fonts
from desktop.ui.panels.article import ArticlePage
from desktop.ui.selection import Selection
from tests.desktop.ui.panels.marked import BADGE, marked_analysis, marked_article, record, span_of

LEFT = Qt.MouseButton.LeftButton


@dataclass(frozen=True)
class TwoOutlets:
    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    badges: tuple[OutletBadge, ...]


@pytest.fixture
def page(qtbot: QtBot) -> ArticlePage:
    load_fonts()
    made = ArticlePage(Selection())
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    qtbot.waitExposed(made)
    made.show_article(marked_article(), marked_analysis(), BADGE, "harbor.txt")
    return made


def test_in_a_wide_window_text_and_explanation_stand_side_by_side(page: ArticlePage) -> None:
    assert page.explain.isVisible()
    assert page.explain.width() == 540
    assert page.reading.width() == 1300 - 540
    assert page.reading.details.counts.isHidden()


def test_in_a_narrow_window_the_explanation_lies_over_the_text_when_asked_for(
    page: ArticlePage,
) -> None:
    page.resize(1000, 700)
    assert not page.explain.isVisible()
    QTest.mouseClick(page.reading.details.counts.explain, LEFT)
    assert page.explain.isVisible()
    assert page.reading.width() == 1000
    assert page.explain.geometry().right() == 999


def test_the_explanation_is_closed_and_brought_back(page: ArticlePage) -> None:
    QTest.mouseClick(page.explain.close_button, LEFT)
    assert not page.explain.isVisible()
    assert not page.reading.details.counts.isHidden()
    page.open_explanation()
    assert page.explain.isVisible()
    assert page.focusWidget() is page.explain.list


def test_a_place_that_is_shown_opens_its_item(page: ArticlePage) -> None:
    page.show_place(Place("a1", span_of("lashed out")))
    assert page.explain.list.current is not None
    assert page.explain.list.current.words == "lashed out"


def test_an_item_that_is_opened_is_framed_in_the_text(page: ArticlePage) -> None:
    seen = record(page.place_chosen)
    page.explain.show_span(span_of("claimed"))
    QTest.keyClick(page.explain.list, Qt.Key.Key_Return)
    assert seen == [(Place("a1", span_of("claimed")),)]
    assert page.reading.text.current is not None
    assert page.reading.text.current.span == span_of("claimed")


def test_corrections_of_text_and_list_are_passed_on(page: ArticlePage) -> None:
    ignored = record(page.wording_ignored)
    page.show_place(Place("a1", span_of("slams")))
    QTest.keyClick(page.reading.text, Qt.Key.Key_Delete)
    QTest.keyClick(page.explain.list, Qt.Key.Key_Delete)
    assert ignored == [("a1", span_of("slams"))] * 2


def test_add_opens_the_details_to_enter_a_date(page: ArticlePage) -> None:
    assert not page.reading.details.fields[0].isVisible()
    QTest.mouseClick(page.reading.top.add, LEFT)
    editing = [f.facts.name for f in page.reading.details.fields if f.is_editing]
    assert editing == ["published"]
    assert page.reading.details.fields[0].isVisible()


def test_sentences_are_numbered_in_the_margin(page: ArticlePage) -> None:
    text = page.reading.text
    numbers = [
        (mark.number, mark.marked)
        for nth in range(len(text.page.pieces))
        for line in text.page.lines(nth)
        for mark in text.margin.numbers(line)
    ]
    assert numbers == [(1, True), (2, True), (4, True), (6, True)]


def test_an_event_sets_the_number_beside_others(page: ArticlePage) -> None:
    before = page.explain.grab().toImage()
    other = OutletBadge("Other", "OT", 1)
    articles = marked_article(), replace(marked_article(), id="b1")
    page.show_event(TwoOutlets(articles, (marked_analysis(),) * 2, (BADGE, other)))
    assert page.explain.grab().toImage() != before
    page.show_event(None)
    assert page.explain.grab().toImage() == before


def test_without_an_article_nothing_is_explained(page: ArticlePage) -> None:
    page.clear()
    assert not page.explain.isVisible()
