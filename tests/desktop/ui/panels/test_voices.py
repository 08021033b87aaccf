"""The page of voices: cells open their sentences by mouse and keys, and every state has words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.places import Place
from desktop.services.views import EventView
from desktop.ui.figures.voices import VoiceKind
from desktop.ui.panels.sheet_card import SheetCard
from desktop.ui.panels.voices import VoicesPage
from desktop.ui.selection import Selection
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.spoken_event import (
    CUT,
    QUOTED,
    REPORTED,
    STORY,
    sheets_of,
    spoken_view,
)

QUOTES, WIRE, SHARES = VoiceKind.QUOTATIONS, VoiceKind.WIRE, VoiceKind.SHARES
LEFT = Qt.MouseButton.LeftButton
BRIDGES = "old new red blue long short grey green steel stone wide small deep high low wet".split()


@pytest.fixture(scope="module")
def view() -> EventView:
    return spoken_view(f"{QUOTED} {STORY}.", f"News. {STORY}. {CUT}", REPORTED)


@pytest.fixture
def page(host: QWidget, qtbot: QtBot, view: EventView) -> VoicesPage:
    host.resize(1240, 820)
    made = VoicesPage(Selection(host), host)
    made.resize(1240, 820)
    made.show_voices(view, sheets_of(view))
    made.show()
    qtbot.waitExposed(host)
    return made


def click(card: SheetCard, row: int, column: int) -> None:
    table = card.table
    rect = table.visualRect(table.model().index(row, column))
    QTest.mouseClick(table.viewport(), LEFT, pos=rect.topLeft() + QPoint(12, 10))


def test_a_cell_shows_its_sentence_and_return_opens_the_article(
    page: VoicesPage, view: EventView
) -> None:
    opened, chosen = emitted(page.open_article), emitted(page.place_chosen)
    click(page.cards[QUOTES], 0, 2)
    shown = page.evidence.current

    assert shown is not None
    assert "close the old harbor bridge" in shown.words
    assert chosen == [Place("a1", shown.place.span)]
    QTest.keyClick(page.cards[QUOTES].table, Qt.Key.Key_Return)
    assert opened == [shown.place]
    assert shown.place.span.of(view.articles[1].text).startswith("“We will close")


def test_arrows_go_through_the_cells_and_their_words_follow(page: VoicesPage) -> None:
    click(page.cards[QUOTES], 0, 1)
    QTest.keyClick(page.cards[QUOTES].table, Qt.Key.Key_Right)
    QTest.keyClick(page.cards[QUOTES].table, Qt.Key.Key_Right)
    shown = page.evidence.current

    assert shown is not None
    assert shown.place.article == "a2"


def test_a_dash_opens_nothing_and_says_so(page: VoicesPage) -> None:
    opened = emitted(page.open_article)
    lone = spoken_view(QUOTED, QUOTED, "Rain fell on Venn all day.")
    page.show_voices(lone, sheets_of(lone))
    table = page.cards[QUOTES].table
    table.setCurrentIndex(table.model().index(0, 3))
    QTest.keyClick(table, Qt.Key.Key_Return)

    assert page.evidence.current is None
    assert opened == []


def test_passages_and_shares_open_their_places(page: VoicesPage) -> None:
    for kind, column in ((WIRE, 1), (SHARES, 0)):
        page.show_card(page.cards[kind])
        click(page.cards[kind], 0, column)
        assert page.evidence.current is not None


def test_what_is_chosen_elsewhere_is_framed_here(page: VoicesPage, view: EventView) -> None:
    place = page.cards[QUOTES].table.sheet.rows[0].cells[1].places[0]
    page._selection.choose([place])

    assert page.cards[QUOTES].table.selected == {place}
    assert view.articles[0].id == place.article


def test_a_narrow_page_has_one_card_below_the_other(page: VoicesPage, qtbot: QtBot) -> None:
    wire, shares = page.cards[WIRE], page.cards[SHARES]
    qtbot.waitUntil(lambda: wire.y() == shares.y() > 0)
    page.resize(700, 600)
    qtbot.waitUntil(lambda: 0 < wire.y() < shares.y())
    assert wire.width() == page.cards[QUOTES].width()


def test_more_rows_than_fit_are_shown_on_demand_and_back(host: QWidget) -> None:
    said = " ".join(
        f"“We will close the {name} bridge in the north before winter,” Ana Costa said."
        for name in BRIDGES
    )
    view = spoken_view(said, f"{said} It rained.")
    page = VoicesPage(Selection(host), host)
    page.resize(1240, 820)
    page.show_voices(view, sheets_of(view))
    page.show()
    card = page.cards[QUOTES]
    count = len(card.table.sheet.rows)
    assert len(card.table.shown_rows) < count
    QTest.mouseClick(card.show_all, LEFT)

    assert len(card.table.shown_rows) == count
    assert [each.isVisible() for each in page.cards.values()].count(True) == 1
    assert page.card is card
    QTest.mouseClick(page.filters.button(0), LEFT)
    assert all(each.isVisible() for each in page.cards.values())
    assert len(card.table.shown_rows) < count


def test_every_state_has_words_and_a_way_on(page: VoicesPage) -> None:
    stopped, again = emitted(page.stopped), emitted(page.again_asked)
    page.show_working(30)
    assert "30 texts" in page.note.text.text()
    QTest.mouseClick(page.note.stop, LEFT)
    page.show_stopped("Stopped", "Nothing was changed.")
    QTest.mouseClick(page.note.again, LEFT)
    assert (len(stopped), len(again)) == (1, 1)
    page.clear()
    assert page.note.title.text() == "No event"
    assert not page.evidence.isVisible()


def test_one_article_and_texts_that_share_nothing_say_why(page: VoicesPage) -> None:
    for texts in (("Rain fell.",), ("Rain fell.", "The sun shone.")):
        bare = spoken_view(*texts)
        page.show_voices(bare, sheets_of(bare))
        for kind in (QUOTES, WIRE, SHARES):
            card = page.cards[kind]
            assert not card.table.isVisible()
            assert card.empty.isVisible()
            assert card.empty.text()


def test_the_page_and_its_tables_have_names(page: VoicesPage) -> None:
    assert page.accessibleName() == "Voices"
    names = [card.table.accessibleName() for card in page.cards.values()]
    assert names == [
        "Voice ledger",
        "Rank with and without quotations",
        "Quotations, version by version",
        "Perspective balance",
        "Wire ledger",
        "Share of shared text",
    ]
    assert len(page.parts) == 8
