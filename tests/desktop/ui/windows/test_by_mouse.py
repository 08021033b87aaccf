"""The window by mouse: shelves, rows, pages and buttons do what a click on them promises."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.models.sidebar import Shelf
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE, CHARTS, COMPARE, DIFF, LIBRARY, REPORT
from tests.desktop.ui.windows.opened import settle
from tests.desktop.ui.windows.pointing import (
    CONTROL,
    LEFT,
    SHIFT,
    UNDO,
    button,
    chosen,
    click_article,
    click_shelf,
    labels,
    outlets,
    press,
    press_keys,
    row_middle,
    shown_outlet,
    toast,
)

ALL = {"Business Insider", "The Hindu", "Antiwar.com", "RFE/RL", "Euromaidan Press"}


def test_a_click_on_a_row_reads_that_article_and_no_other(qtbot: QtBot, samples_desk: Desk) -> None:
    for outlet in sorted(ALL):
        click_article(qtbot, samples_desk, outlet)
        assert (chosen(samples_desk), shown_outlet(samples_desk)) == ({outlet}, outlet)
    assert samples_desk.window.page == LIBRARY


def test_a_double_click_opens_the_article_on_its_page(qtbot: QtBot, samples_desk: Desk) -> None:
    click_article(qtbot, samples_desk, "The Hindu")
    at = row_middle(samples_desk, "RFE/RL")
    viewport = samples_desk.window.library.list.view.viewport()
    QTest.mouseClick(viewport, LEFT, pos=at)
    QTest.mouseDClick(viewport, LEFT, pos=at)
    settle(qtbot, samples_desk)
    assert samples_desk.window.page == ARTICLE
    article = samples_desk.reading.page.reading.article
    assert article is not None
    assert article.outlet == "RFE/RL"


def test_two_rows_taken_with_ctrl_are_compared_side_by_side(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    diff = samples_desk.window.commands["diff"]
    click_article(qtbot, samples_desk, "Antiwar.com")
    assert not diff.isEnabled()
    click_article(qtbot, samples_desk, "The Hindu", CONTROL)
    assert chosen(samples_desk) == {"Antiwar.com", "The Hindu"}
    # Where two are chosen the article that was read stays.
    assert shown_outlet(samples_desk) == "Antiwar.com"
    assert diff.isEnabled()
    order = [outlet for outlet in outlets(samples_desk) if outlet in chosen(samples_desk)]
    press_keys(qtbot, samples_desk, Qt.Key.Key_D, CONTROL)
    bar = samples_desk.pages.diff.bar
    assert [bar.first.currentText(), bar.second.currentText()] == order
    # A third one is too many, and with one of them given back there are two again.
    samples_desk.window.show_page(LIBRARY)
    click_article(qtbot, samples_desk, "RFE/RL", CONTROL)
    assert not diff.isEnabled()
    click_article(qtbot, samples_desk, "Antiwar.com", CONTROL)
    assert chosen(samples_desk) == {"RFE/RL", "The Hindu"}
    assert diff.isEnabled()


def test_shift_takes_all_rows_between_but_no_head(qtbot: QtBot, samples_desk: Desk) -> None:
    order = outlets(samples_desk)
    click_article(qtbot, samples_desk, order[0])
    click_article(qtbot, samples_desk, order[-1], SHIFT)
    assert chosen(samples_desk) == ALL
    assert len(samples_desk.window.library.list.chosen_ids) == 5


def test_a_click_on_a_shelf_lists_its_articles_and_a_head_is_no_shelf(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    window = samples_desk.window
    click_shelf(qtbot, samples_desk, Shelf("outlet", "Antiwar.com"))
    assert outlets(samples_desk) == ["Antiwar.com"]
    assert window.library.list.heading.text() == "1 article"
    assert shown_outlet(samples_desk) == "Antiwar.com"
    sidebar = window.library.sidebar
    heads = [nth for nth, row in enumerate(sidebar.model.rows) if row.shelf is None]
    for nth in heads:
        at = sidebar.view.visualRect(sidebar.model.index(nth)).center()
        QTest.mouseClick(sidebar.view.viewport(), LEFT, pos=at)
        settle(qtbot, samples_desk)
        assert sidebar.shelf == Shelf("outlet", "Antiwar.com")
    click_shelf(qtbot, samples_desk, Shelf("attention"))
    assert set(outlets(samples_desk)) == {"Business Insider", "Antiwar.com", "RFE/RL"}
    click_shelf(qtbot, samples_desk, Shelf())
    assert set(outlets(samples_desk)) == ALL
    assert window.library.list.heading.text() == "5 articles"


def test_the_rail_leads_to_every_page_and_the_actions_on_from_there(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    window = samples_desk.window
    for page in (COMPARE, DIFF, CHARTS, ARTICLE, REPORT, "help", "settings", LIBRARY):
        QTest.mouseClick(window.rail.button(page), LEFT)
        settle(qtbot, samples_desk)
        assert window.page == page
    for words, page in (
        ("Compare event", COMPARE),
        ("Charts", CHARTS),
        ("Compare event", COMPARE),
        ("Report", REPORT),
    ):
        press(window.topbar, words)
        settle(qtbot, samples_desk)
        assert window.page == page
    assert button(window.topbar, "Save as PDF").isEnabled()


def test_the_event_clicked_in_the_sidebar_is_the_one_that_every_page_shows(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    event = samples_desk.shelves.events[0]
    samples_desk.pages.choose_event(None)
    for page in (COMPARE, DIFF, CHARTS, REPORT):
        QTest.mouseClick(samples_desk.window.rail.button(page), LEFT)
        settle(qtbot, samples_desk)
        assert samples_desk.pages.view is None
    QTest.mouseClick(samples_desk.window.rail.button(LIBRARY), LEFT)
    click_shelf(qtbot, samples_desk, Shelf("event", event.id))
    for page in (COMPARE, DIFF, CHARTS, REPORT):
        QTest.mouseClick(samples_desk.window.rail.button(page), LEFT)
        settle(qtbot, samples_desk)
        assert samples_desk.pages.view is not None
        assert samples_desk.pages.view.label == event.label
    assert samples_desk.pages.report.document is not None


def test_several_go_to_the_trash_and_come_back_as_one_decision(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    before, commands = outlets(samples_desk), samples_desk.window.commands
    click_article(qtbot, samples_desk, "RFE/RL")
    click_article(qtbot, samples_desk, "The Hindu", CONTROL)
    assert (commands["trash"].isEnabled(), commands["restore"].isEnabled()) == (True, False)
    press_keys(qtbot, samples_desk, Qt.Key.Key_Delete)
    assert toast(samples_desk) == ("Moved to Trash", "2 articles")
    click_shelf(qtbot, samples_desk, Shelf("trash"))
    assert set(outlets(samples_desk)) == {"RFE/RL", "The Hindu"}
    # In the trash the key that moves there does nothing.
    press(samples_desk.window.toast, "Close")
    samples_desk.window.library.list.view.setFocus()
    QTest.keySequence(samples_desk.window.library.list.view, "Ctrl+A")
    press_keys(qtbot, samples_desk, Qt.Key.Key_Delete)
    assert toast(samples_desk) == ("", "")
    assert (commands["trash"].isEnabled(), commands["restore"].isEnabled()) == (False, True)
    assert samples_desk.shelves.counts.trash == 2
    commands["restore"].trigger()
    settle(qtbot, samples_desk)
    assert toast(samples_desk) == ("Restored from Trash", "2 articles")
    assert labels(samples_desk)[0] == "Restore 2 articles"
    press_keys(qtbot, samples_desk, *UNDO)
    assert samples_desk.shelves.counts.trash == 2
    press_keys(qtbot, samples_desk, *UNDO)
    click_shelf(qtbot, samples_desk, Shelf())
    assert outlets(samples_desk) == before
