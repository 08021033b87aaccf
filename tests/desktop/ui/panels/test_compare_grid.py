"""The grid of outlets by mouse and by key: its heads, its menus, its ties, and little room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.comparisons import Relation
from desktop.services.views import EventView
from desktop.ui.fonts import load_fonts
from desktop.ui.models.compare import RowKind
from desktop.ui.paint.voices import tally_width
from desktop.ui.palettes import DARK, LIGHT, load_palette
from desktop.ui.panels.compare import ComparePage
from desktop.ui.panels.compare_cells import draw_figure_chip, draw_tally_within
from desktop.ui.selection import Selection
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.made_event import made_event, place
from tests.desktop.ui.paint.pixels import box_of, count, is_blank, painted

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
INK = load_palette(LIGHT)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ComparePage]:
    load_fonts()
    made = ComparePage(Selection())
    qtbot.addWidget(made)
    made.resize(1368, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_event(made_event())
    yield made
    theme().use(LIGHT, 1.0)


@pytest.fixture
def popups(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the menus that came up, each as its words."""
    shown: list[list[str]] = []

    def show(menu: QMenu, _at: QPoint) -> None:
        shown.append([action.text() for action in menu.actions()])

    # A menu that pops up takes the keyboard, which there is none of without a display.
    monkeypatch.setattr(QMenu, "popup", show)
    return shown


def cell_at(page: ComparePage, kind: RowKind, column: int, nth: int = 0) -> QPoint:
    assert page.table.grid is not None
    rows = [n for n, row in enumerate(page.table.grid.rows) if row.kind is kind]
    return page.table.visualRect(page.table.model().index(rows[nth], column)).center()


def choose(page: ComparePage, kind: RowKind, column: int, nth: int = 0) -> None:
    QTest.mouseClick(page.table.viewport(), LEFT, pos=cell_at(page, kind, column, nth))


def header(page: ComparePage) -> QImage:
    return page.table.horizontalHeader().viewport().grab().toImage()


def test_the_menu_of_an_outlet_comes_up_at_its_head(
    page: ComparePage, popups: list[list[str]]
) -> None:
    heads = page.table.horizontalHeader()
    at = QPoint(heads.sectionViewportPosition(1) + 20, 20)
    where = heads.viewport().mapToGlobal(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where)
    QApplication.sendEvent(heads.viewport(), event)
    assert popups == [["Compare South Post with North Herald", "Compare South Post with East Wire"]]


def test_ctrl_d_offers_the_outlet_that_the_keyboard_is_at(
    page: ComparePage, popups: list[list[str]]
) -> None:
    choose(page, RowKind.CLAIM, 2)
    QTest.keyClick(page.table, KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert popups == [["Compare East Wire with North Herald", "Compare East Wire with South Post"]]


def test_a_tie_is_said_in_the_heads_of_those_that_tie(page: ComparePage) -> None:
    sunken = theme().palette.sunken
    assert count(header(page), sunken) == 0
    QTest.mouseClick(page.bar.order.button(1), LEFT)
    image, heads = header(page), page.table.horizontalHeader()
    tied: list[bool] = []
    for nth in range(3):
        left = heads.sectionViewportPosition(nth)
        room = QRectF(left, 0, heads.sectionSize(nth), heads.height())
        tied.append(count(image, sunken, room) > 50)
    assert tied == [False, True, True]


def test_the_row_that_is_chosen_is_tinted_with_its_label(page: ComparePage) -> None:
    choose(page, RowKind.CLAIM, 0)
    labels = page.table.verticalHeader()
    row = page.table.currentIndex().row()
    top, tall = labels.sectionViewportPosition(row), labels.sectionSize(row)
    tint = box_of(labels.viewport().grab().toImage(), theme().palette.sel)
    assert (tint.top(), tint.height()) == (top, tall - 1)


def test_enter_on_what_was_not_found_opens_nothing(page: ComparePage) -> None:
    opened = emitted(page.open_article)
    choose(page, RowKind.CLAIM, 0, nth=1)
    QTest.keyClick(page.table, KEY.Key_Return)
    assert opened == []
    choose(page, RowKind.CLAIM, 2, nth=1)
    QTest.keyClick(page.table, KEY.Key_Return)
    assert opened == [place("e", "on the coast")]


def test_coming_in_by_key_chooses_nothing(page: ComparePage) -> None:
    elsewhere = (place("s", "questioned"),)
    page._selection.choose(elsewhere)
    page.bar.more.setFocus()
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.table.currentIndex().isValid()
    assert page._selection.places == elsewhere
    QTest.keyClick(page.table, KEY.Key_Right)
    assert page._selection.places != elsewhere


def test_typing_a_name_is_given_up_by_escape_and_nothing_is_no_name(page: ComparePage) -> None:
    renamed = emitted(page.rename_requested)
    page.table.setFocus()
    QTest.keyClick(page.table, KEY.Key_F2)
    field = page.bar.name_field
    assert (field.isVisible(), field.text(), field.selectedText()) == (True, *["Harbor plan"] * 2)
    QTest.keyClicks(field, "Other")
    QTest.keyClick(field, KEY.Key_Escape)
    assert not field.isVisible()
    page.rename()
    field.setText("   ")
    QTest.keyClick(field, KEY.Key_Return)
    assert not field.isVisible()
    assert renamed == []


def test_without_an_event_neither_key_nor_bar_does_anything(
    page: ComparePage, popups: list[list[str]]
) -> None:
    page.clear()
    page.rename()
    QTest.mouseClick(page.bar.voices.button(1), LEFT)
    page.bar.chosen.emit()
    assert page.note.isVisible()
    assert not page.bar.name_field.isVisible()
    assert popups == []


@pytest.mark.parametrize(("width", "legend", "why"), [(1300, 1, 1), (1000, 0, 1), (780, 0, 0)])
def test_the_bar_leaves_out_what_has_no_room(
    page: ComparePage, width: int, legend: int, why: int
) -> None:
    page.resize(width, 800)
    QApplication.processEvents()
    assert (page.bar.legend.isVisible(), page.bar.why.isVisible()) == (bool(legend), bool(why))
    assert page.bar.more.isVisible()


def test_why_one_event_is_offered_only_where_it_is_known(page: ComparePage) -> None:
    assert page.bar.why.isVisible()
    page.show_event(replace(made_event(), links=()))
    assert not page.bar.why.isVisible()


def crowded(outlets: int) -> EventView:
    """Return the event with many columns; their articles are one article under other ids."""
    view = made_event("n", "s")
    keys = [f"n{nth}" for nth in range(outlets)]
    first = replace(view.analyses[0].own, loaded=Rate(9.0, 900, 9_000))
    return replace(
        view,
        articles=tuple(replace(view.articles[0], id=key) for key in keys),
        analyses=tuple(replace(view.analyses[0], article_id=key, own=first) for key in keys),
        badges=view.badges[:1] * outlets,
    )


@pytest.mark.parametrize(("look", "zoom"), [(LIGHT, 1.0), (DARK, 2.0)])
def test_many_outlets_scroll_and_each_is_reached_by_key(
    page: ComparePage, look: str, zoom: float
) -> None:
    theme().use(look, zoom)
    page.show_event(crowded(24))
    QApplication.processEvents()
    page.table.setCurrentIndex(page.table.model().index(1, 0))
    for _ in range(23):
        QTest.keyClick(page.table, KEY.Key_Right)
    assert page.table.currentIndex().column() == 23
    box = page.table.visualRect(page.table.currentIndex())
    assert page.table.viewport().rect().contains(box.center())


@pytest.mark.parametrize("number", [3, 20, 400, 12_000])
@pytest.mark.parametrize("voice", [Voice.OWN, Voice.QUOTED])
def test_a_tally_keeps_to_its_room_and_says_its_count(number: int, voice: Voice) -> None:
    load_fonts()
    room = QRectF(10, 0, 120, 26)

    def draw(painter: QPainter) -> None:
        draw_tally_within(painter, room, (voice, number), INK)

    image = painted(240, 26, draw)
    assert not is_blank(image)
    assert is_blank(image.copy(0, 0, 9, 26))
    assert is_blank(image.copy(round(room.right()) + 1, 0, 108, 26))
    assert count(image, INK.own if voice is Voice.OWN else INK.quo) > 0
    assert tally_width(3) < room.width() < tally_width(20)


@pytest.mark.parametrize(
    ("relation", "words"), [(Relation.OTHER_FIGURE, "≠ 900"), (Relation.OTHER_SCOPE, "9 " * 99)]
)
def test_a_chip_is_as_wide_as_its_words_but_never_wider_than_its_room(
    relation: Relation, words: str
) -> None:
    load_fonts()
    room = QRectF(5, 0, 90, 24)
    widths: list[float] = []

    def draw(painter: QPainter) -> None:
        widths.append(draw_figure_chip(painter, room, words, relation, INK))

    image = painted(200, 24, draw)
    assert 20 < widths[0] <= room.width()
    assert is_blank(image.copy(round(room.left() + widths[0]) + 2, 0, 90, 24))
