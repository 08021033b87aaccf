"""The list by keyboard and mouse, and how its rows and those of the sidebar are drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.badges import OutletBadge
from desktop.ui.fonts import load_fonts
from desktop.ui.models.articles import EventHead, PlainHead
from desktop.ui.models.sidebar import Shelf, SidebarRow
from desktop.ui.palettes import DARK, LIGHT, load_palette
from desktop.ui.panels.article_list import ArticleList
from desktop.ui.panels.sidebar_rows import ROW_PX, draw_sidebar_row
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.models.test_articles import listed
from tests.desktop.ui.paint.pixels import count, painted

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def articles(qtbot: QtBot) -> Iterator[ArticleList]:
    load_fonts()
    panel = ArticleList()
    qtbot.addWidget(panel)
    panel.resize(460, 700)
    panel.show()
    panel.show_rows(
        [
            EventHead("event", "Strikes", 2, 2, 0),
            listed(1, own=3),
            listed(2),
            PlainHead("Not in an event"),
            listed(3, own=40),
        ],
        has_more=False,
    )
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.view.setFocus()
    yield panel
    theme().use(LIGHT, 1.0)


def middle(articles: ArticleList, row: int) -> QPoint:
    return articles.view.visualRect(articles.model.index(row)).center()


def picture(articles: ArticleList, row: int) -> QImage:
    box = articles.view.visualRect(articles.model.index(row))
    return articles.view.viewport().grab(box).toImage()


def test_enter_and_a_double_click_open_the_article(articles: ArticleList) -> None:
    opened = emitted(articles.opened)
    articles.choose(["a2"])
    QTest.keyClick(articles.view, Qt.Key.Key_Return)
    QTest.keyClick(articles.view, Qt.Key.Key_Enter)
    QTest.mouseClick(articles.view.viewport(), LEFT, PLAIN, middle(articles, 1))
    QTest.mouseDClick(articles.view.viewport(), LEFT, PLAIN, middle(articles, 1))
    assert opened == ["a2", "a2", "a1"]


def test_a_head_neither_opens_nor_is_chosen(articles: ArticleList) -> None:
    opened, chosen = emitted(articles.opened), emitted(articles.chosen)
    for row in (0, 3):
        QTest.mouseClick(articles.view.viewport(), LEFT, PLAIN, middle(articles, row))
        QTest.mouseDClick(articles.view.viewport(), LEFT, PLAIN, middle(articles, row))
    assert opened == []
    assert articles.chosen_ids == []
    assert [ids for ids in chosen if ids] == []


def test_delete_tells_all_that_are_chosen_in_the_order_of_the_list(articles: ArticleList) -> None:
    asked = emitted(articles.delete_requested)
    articles.choose(["a3", "a1"])
    QTest.keyClick(articles.view, Qt.Key.Key_Delete)
    assert asked == [["a1", "a3"]]


def test_arrow_keys_step_over_heads_and_shift_takes_more(articles: ArticleList) -> None:
    articles.choose(["a2"])
    QTest.keyClick(articles.view, Qt.Key.Key_Down)
    assert articles.chosen_ids == ["a3"]
    QTest.keyClick(articles.view, Qt.Key.Key_Up)
    QTest.keyClick(articles.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert articles.chosen_ids == ["a1", "a2"]


def test_choosing_by_code_is_told_once_and_unknown_articles_are_left_out(
    articles: ArticleList,
) -> None:
    seen = emitted(articles.chosen)
    articles.choose(["nowhere", "a3"])
    assert (articles.chosen_ids, seen) == (["a3"], [["a3"]])


def test_the_first_article_is_chosen_only_where_none_is(articles: ArticleList) -> None:
    articles.choose_first()
    assert articles.chosen_ids == ["a1"]
    articles.choose(["a3"])
    articles.choose_first()
    assert articles.chosen_ids == ["a3"]
    articles.show_rows([PlainHead("Nothing")], has_more=False)
    articles.choose_first()
    assert articles.chosen_ids == []


def test_a_chosen_row_is_tinted_and_barred(articles: ArticleList) -> None:
    palette = theme().palette
    articles.view.clearFocus()
    assert count(picture(articles, 1), palette.sel) == 0
    articles.choose(["a1"])
    image = picture(articles, 1)
    assert count(image, palette.sel) > image.width() * image.height() / 3
    assert count(image, palette.accent, QRectF(0, 10, 3, 50)) == 3 * 50


def test_an_analyzed_article_shows_its_tallies_another_only_waits(
    articles: ArticleList,
) -> None:
    palette = theme().palette
    analyzed, waiting = picture(articles, 1), picture(articles, 2)
    assert count(analyzed, palette.own_fill) > 100
    assert count(analyzed, palette.quo_tint) > 20
    assert count(waiting, palette.own_fill) == count(waiting, palette.quo_tint) == 0
    assert count(waiting, palette.text3) > 0


def test_every_row_grows_with_the_zoom(articles: ArticleList, qtbot: QtBot) -> None:
    before = articles.view.visualRect(articles.model.index(1)).height()
    theme().use(zoom=2.0)
    qtbot.waitUntil(
        lambda: articles.view.visualRect(articles.model.index(1)).height() == 2 * before
    )


def test_the_list_takes_no_drops_of_its_own(articles: ArticleList) -> None:
    parts: list[QWidget] = [articles, articles.view, articles.view.viewport()]
    assert not any(part.acceptDrops() for part in parts)


def sidebar_picture(row: SidebarRow, lit: str, look: str = LIGHT) -> QImage:
    palette = load_palette(look)
    rect = QRectF(0, 0, 228, ROW_PX)
    return painted(
        228,
        ROW_PX,
        lambda painter: draw_sidebar_row(painter, rect, row, palette, lit=lit),
        palette.window,
    )


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_a_shelf_is_tinted_when_chosen_and_under_the_pointer(look: str) -> None:
    load_fonts()
    palette = load_palette(look)
    row = SidebarRow("Trash", Shelf("trash"), 3, "trash")
    plain, chosen = sidebar_picture(row, "", look), sidebar_picture(row, "selected", look)
    assert count(plain, palette.sel) == count(plain, palette.hover) == 0
    assert count(chosen, palette.sel) > 3000
    assert count(chosen, palette.accent) > 0
    assert count(sidebar_picture(row, "hovered", look), palette.hover) > 3000


def test_an_outlet_has_its_badge_and_a_shelf_its_icon() -> None:
    load_fonts()
    palette = load_palette(LIGHT)
    outlet = SidebarRow("Daily", Shelf("outlet", "Daily"), 2, badge=OutletBadge("Daily", "DA", 4))
    assert count(sidebar_picture(outlet, ""), palette.outlets[4]) > 200
    attention = SidebarRow("Needs attention", Shelf("attention"), 2, "alert-triangle")
    assert count(sidebar_picture(attention, ""), palette.warn_text) > 0
    calm = SidebarRow("Needs attention", Shelf("attention"), 0, "alert-triangle")
    assert count(sidebar_picture(calm, ""), palette.warn_text) == 0


def test_a_long_name_is_cut_before_its_count() -> None:
    load_fonts()
    palette = load_palette(LIGHT)
    row = SidebarRow("word " * 40, Shelf("event", "x"), 12, "calendar-event")
    image = sidebar_picture(row, "")
    assert count(image, palette.window, QRectF(185, 0, 6, ROW_PX)) == 6 * ROW_PX
