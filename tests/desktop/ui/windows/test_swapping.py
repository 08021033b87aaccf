"""The swap test in the window: by menu and keys, on the article that is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.services.decisions import trash_articles
from desktop.services.swaps import run_swap_test
from desktop.ui.panels.swap_dialog import SwapDialog
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE, COMPARE
from tests.desktop.ui.windows.opened import PATIENCE_MS, settle
from tests.desktop.ui.windows.pointing import CONTROL, LEFT, SHIFT, click_article

OUTLET, OTHER = "Antiwar.com", "The Hindu"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def dialogs() -> list[SwapDialog]:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, SwapDialog)]
    return [dialog for dialog in found if dialog.isVisible()]


def opened(qtbot: QtBot) -> SwapDialog:
    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=PATIENCE_MS)
    return dialogs()[0]


def press_swap(desk: Desk) -> None:
    part = desk.window.focusWidget() or desk.window
    QTest.keyClick(part, Qt.Key.Key_T, CONTROL | SHIFT)


def test_the_keys_test_the_article_that_is_shown_and_close_leads_back(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    desk = samples_desk
    click_article(qtbot, desk, OUTLET)
    focus = desk.window.focusWidget()
    press_swap(desk)
    dialog = opened(qtbot)
    shown, library = desk.reading.shown, desk.workspace.library
    assert shown is not None
    assert library is not None
    test = run_swap_test(library, shown.article.id).test
    assert test is not None
    assert dialog.headline.text().startswith(f"“{test.first}” and “{test.second}” changed places")
    assert dialog.table.shown.rowCount() == len(test.sentences)
    QTest.mouseClick(dialog.close_button, LEFT)
    settle(qtbot, desk)
    assert dialogs() == []
    assert desk.window.focusWidget() is focus


def test_the_menu_of_tools_offers_it_where_an_article_is_shown(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    desk = samples_desk
    action = desk.window.commands["swap test"]
    tools = next(a.menu() for a in desk.window.menuBar().actions() if a.text() == "&Tools")
    assert isinstance(tools, QMenu)
    assert action in tools.actions()
    click_article(qtbot, desk, OTHER)
    assert action.isEnabled()
    desk.window.show_page(COMPARE)
    assert not action.isEnabled()
    desk.window.show_page(ARTICLE)
    settle(qtbot, desk)
    assert action.isEnabled()
    tools.popup(desk.window.mapToGlobal(desk.window.rect().center()))
    QTest.mouseClick(tools, LEFT, pos=tools.actionGeometry(action).center())
    QTest.keyClick(opened(qtbot), Qt.Key.Key_Escape)
    settle(qtbot, desk)
    assert dialogs() == []


def test_without_an_article_there_is_nothing_to_test(qtbot: QtBot, desk: Desk) -> None:
    assert not desk.window.commands["swap test"].isEnabled()
    press_swap(desk)
    desk.swaps.run()
    settle(qtbot, desk)
    assert dialogs() == []


def test_asked_twice_it_opens_once_and_not_for_an_article_left_meanwhile(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    desk = samples_desk
    click_article(qtbot, desk, OUTLET)
    desk.swaps.run()
    desk.swaps.run()
    opened(qtbot).close()
    settle(qtbot, desk)
    shown = desk.reading.shown
    assert shown is not None
    others = [row.summary.id for row in desk.window.library.list.model.articles]
    desk.reading.read(next(one for one in others if one != shown.article.id))
    desk.swaps.run()
    settle(qtbot, desk)
    assert dialogs() == []


def test_an_article_in_the_trash_can_still_be_tested(qtbot: QtBot, samples_desk: Desk) -> None:
    desk = samples_desk
    click_article(qtbot, desk, OUTLET)
    shown = desk.reading.shown
    assert shown is not None
    desk.workspace.decide(lambda library: trash_articles(library, [shown.article.id]))
    settle(qtbot, desk)
    desk.reading.read(shown.article.id)
    settle(qtbot, desk)
    desk.swaps.run()
    opened(qtbot).close()
    settle(qtbot, desk)
