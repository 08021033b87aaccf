"""The page of the library in windows of any width: its panes, where the keys go, and ways back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desktop.ui.fonts import load_fonts
from desktop.ui.models.sidebar import Shelf, SidebarRow
from desktop.ui.palettes import LIGHT
from desktop.ui.panels.library import LibraryPage
from desktop.ui.theme import theme
from tests.desktop.ui.models.test_articles import listed

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[LibraryPage]:
    load_fonts()
    made = LibraryPage()
    qtbot.addWidget(made)
    made.set_reading(QTextEdit())
    made.sidebar.show_rows(
        [
            SidebarRow("All articles", Shelf(), 3, "inbox"),
            SidebarRow("Trash", Shelf("trash"), 0, "trash"),
        ]
    )
    made.list.show_rows([listed(1), listed(2), listed(3)], has_more=False)
    made.resize(1440, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    theme().use(LIGHT, 1.0)


def panes(page: LibraryPage) -> str:
    """Return the panes that are shown, in their order."""
    parts = (("shelves", page.sidebar), ("list", page.list), ("article", page.reading))
    return " ".join(name for name, part in parts if part.isVisible())


def click(page: LibraryPage, row: int, keys: Qt.KeyboardModifier = NONE) -> None:
    at = page.list.view.visualRect(page.list.model.index(row)).center()
    QTest.mouseClick(page.list.view.viewport(), LEFT, keys, at)


@pytest.mark.parametrize(
    ("width", "zoom", "shown"),
    [
        (1200, 1.0, "shelves list article"),
        (1199, 1.0, "list article"),
        (900, 1.0, "list article"),
        (899, 1.0, "list"),
        (1440, 1.5, "list article"),
        (1440, 2.0, "list"),
    ],
)
def test_as_many_panes_are_shown_as_there_is_room_for(
    page: LibraryPage, width: int, zoom: float, shown: str
) -> None:
    theme().use(LIGHT, zoom)
    page.resize(width, 800)
    assert panes(page) == shown
    assert page.list.shelves.isVisible() is ("shelves" not in shown)
    page.resize(1440, 800)
    theme().use(LIGHT, 1.0)
    assert panes(page) == "shelves list article"


def test_a_drop_target_begins_beside_the_sidebar(page: LibraryPage) -> None:
    assert page.left_px == page.sidebar.width() + 1
    page.resize(1000, 800)
    assert page.left_px == 0


def test_the_sidebar_folds_again_once_a_shelf_was_chosen_by_key(page: LibraryPage) -> None:
    page.resize(1000, 800)
    QTest.mouseClick(page.list.shelves, LEFT)
    assert panes(page) == "shelves list article"
    QTest.keyClick(page.sidebar.view, Qt.Key.Key_Down)
    QTest.keyClick(page.sidebar.view, Qt.Key.Key_Return)
    assert panes(page) == "list article"
    assert page.sidebar.shelf == Shelf("trash")
    assert page.list.view.hasFocus()
    assert not page.list.shelves.isChecked()


def test_a_shelf_chosen_in_a_wide_window_leaves_the_sidebar_there(page: LibraryPage) -> None:
    at = page.sidebar.view.visualRect(page.sidebar.model.index(1)).center()
    QTest.mouseClick(page.sidebar.view.viewport(), LEFT, NONE, at)
    assert panes(page) == "shelves list article"


def test_an_article_has_the_page_where_one_pane_has_room_and_alt_left_leads_back(
    page: LibraryPage,
) -> None:
    page.resize(800, 600)
    click(page, 1)
    assert panes(page) == "article"
    page.back.setFocus()
    QTest.keyClick(page.back, Qt.Key.Key_Left, ALT)
    assert panes(page) == "list"
    assert page.list.view.hasFocus()
    assert page.list.chosen_ids == ["a2"]


def test_taking_several_by_shift_does_not_open_the_last(page: LibraryPage) -> None:
    page.resize(800, 600)
    page.list.choose(["a1"])
    click(page, 0, SHIFT)
    assert (page.list.chosen_ids, panes(page)) == (["a1"], "list")


def test_the_sidebar_gives_way_to_the_article_that_is_read(page: LibraryPage) -> None:
    page.resize(800, 600)
    page.open_shelves(True)
    assert panes(page) == "shelves list"
    click(page, 0)
    assert panes(page) == "article"
    page.open_reading(False)
    assert panes(page) == "shelves list"


def test_an_article_that_is_read_is_there_again_beside_its_list_in_a_wider_window(
    page: LibraryPage,
) -> None:
    page.resize(800, 600)
    click(page, 0)
    page.resize(1000, 600)
    assert panes(page) == "list article"
    assert not page.back.isVisible()
    page.open_reading(False)
    page.resize(800, 600)
    assert panes(page) == "list"


def test_panes_pulled_to_other_sizes_are_put_back(page: LibraryPage) -> None:
    before = page.outer.sizes(), page.panes.sizes()
    page.outer.setSizes([500, 900])
    page.panes.setSizes([300, 600])
    assert (page.outer.sizes(), page.panes.sizes()) != before
    page.reset_sizes()
    assert (page.outer.sizes(), page.panes.sizes()) == before


def test_the_first_articles_take_the_keys_from_the_page_that_asked_for_them(
    page: LibraryPage,
) -> None:
    page.show_empty(True)
    assert page.is_empty_shown
    assert panes(page) == "shelves"
    page.first_run.files.setFocus()
    page.show_empty(False)
    assert not page.is_empty_shown
    assert page.list.view.hasFocus()


def test_keys_that_are_elsewhere_stay_there_when_articles_come(page: LibraryPage) -> None:
    page.show_empty(True)
    page.sidebar.view.setFocus()
    page.show_empty(False)
    assert page.sidebar.view.hasFocus()
