"""The page of voices in every size: thirty outlets, long names, right to left, zoomed, dark."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.views import EventView
from desktop.ui.figures.voices import VoiceKind
from desktop.ui.paint.sheets import RowKind
from desktop.ui.palettes import DARK, HIGH_LIGHT, LIGHT
from desktop.ui.panels.voices import VoicesPage
from desktop.ui.selection import Selection
from desktop.ui.style import apply_style
from desktop.ui.theme import theme
from tests.desktop.core.made_up import article_of
from tests.desktop.ui.spoken_event import CUT, QUOTED, STORY, sheets_of, spoken_view, view_of

QUOTES, WIRE = VoiceKind.QUOTATIONS, VoiceKind.WIRE
LONG = "The Extraordinarily Long Named Outlet of the Northern Provinces and Islands"
SPEAKER = "Maximiliana Featherstonehaugh-Cholmondeley-Warrington-Smythe"


@cache
def crowd(outlets: int) -> EventView:
    names = [f"{chr(65 + n % 26)}{chr(97 + n // 26)}xen" for n in range(outlets - 1)]
    texts = [f"{QUOTED} {name} was read out by the clerk of {name}ville." for name in names]
    return spoken_view(*texts, CUT)


@cache
def long_names() -> EventView:
    said = f"“We will not stand by while the harbor is sold,” said {SPEAKER}."
    return view_of((article_of(said, "a", LONG), article_of(f"News. {said}", "b", f"{LONG} 2")))


@cache
def right_to_left() -> EventView:
    said = "«لن نقبل بهذا القرار أبدا ولن نسكت عنه»"
    texts = (f"قال أحمد علي: {said}. كان الاجتماع طويلا.", f"{said}، قال أحمد علي يوم الجمعة.")
    return view_of(tuple(article_of(t, f"a{n}", f"الأهرام {n}") for n, t in enumerate(texts)))


@pytest.fixture
def page(host: QWidget, qtbot: QtBot, qapp: QApplication) -> Iterator[VoicesPage]:
    host.resize(1208, 620)
    made = VoicesPage(Selection(host), host)
    made.resize(1208, 620)
    made.show()
    qtbot.waitExposed(host)
    yield made
    theme().use(LIGHT, 1.0)
    qapp.setStyleSheet("")


def show(page: VoicesPage, view: EventView) -> None:
    page.show_voices(view, sheets_of(view))
    for _ in range(3):
        QApplication.processEvents()


def colors(picture: QImage, area: QRect) -> set[int]:
    return {
        picture.pixel(x, y)
        for x in range(area.left(), area.right(), 3)
        for y in range(area.top(), area.bottom(), 3)
    }


def test_thirty_outlets_stand_side_by_side_without_scrolling_sideways(page: VoicesPage) -> None:
    show(page, crowd(30))
    table = page.cards[QUOTES].table

    assert table.model().columnCount() == 31
    assert table.horizontalHeader().length() <= table.viewport().width()


@pytest.mark.parametrize("outlets", [2, 6, 7])
def test_a_few_outlets_fill_the_width(page: VoicesPage, outlets: int) -> None:
    show(page, crowd(outlets))
    table = page.cards[QUOTES].table

    assert abs(table.horizontalHeader().length() - table.viewport().width()) <= 2


@pytest.mark.parametrize("look", [LIGHT, DARK, HIGH_LIGHT])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_every_look_and_zoom_is_painted(
    page: VoicesPage, qapp: QApplication, look: str, zoom: float
) -> None:
    theme().use(look, zoom)
    apply_style(qapp)
    show(page, crowd(6))
    picture = page.grab().toImage()
    palette = theme().palette
    found = colors(picture, page.cards[QUOTES].table.geometry())

    assert QColor(palette.surface).rgb() in found
    assert len(found) > 3


@pytest.mark.parametrize("make", [long_names, right_to_left], ids=["long", "right to left"])
def test_long_and_foreign_names_stay_in_their_cells(page: VoicesPage, make: object) -> None:
    view = long_names() if make is long_names else right_to_left()
    show(page, view)
    table = page.cards[QUOTES].table

    assert table.model().rowCount() == 1
    assert table.horizontalHeader().length() <= table.viewport().width() + 2
    assert page.grab().width() == page.width()


def test_foreign_markup_is_words(page: VoicesPage) -> None:
    said = "“<img src=x> will <b>never</b> close the harbor bridge again,” said Ana Costa."
    show(page, spoken_view(said, f"News. {said}"))
    cell = page.cards[QUOTES].table.sheet.rows[0].cells[0]
    tip = str(page.cards[QUOTES].table.model().index(0, 0).data(3))

    assert "<b>never</b>" in cell.said
    assert "<b>never" not in tip


def test_a_window_as_small_as_it_gets_still_shows_a_row(page: VoicesPage) -> None:
    page.resize(page.minimumSizeHint())
    show(page, crowd(7))

    assert (
        page.cards[QUOTES].table.visualRect(page.cards[QUOTES].table.model().index(0, 0)).height()
        > 20
    )
    assert page.width() <= 720


def test_another_event_takes_the_place_of_the_first(page: VoicesPage) -> None:
    show(page, crowd(7))
    show(page, spoken_view(f"{STORY}.", f"News. {STORY}."))

    assert not page.cards[QUOTES].table.isVisible()
    assert page.cards[QUOTES].empty.isVisible()
    assert [row.kind for row in page.cards[WIRE].table.shown_rows] == [RowKind.HEAD, RowKind.ROW]
    assert page.evidence.current is None


def test_a_hundred_articles_of_one_text_are_one_column(page: VoicesPage) -> None:
    story = f"{STORY}. {QUOTED} Nobody was hurt, and the boats will go again on Monday morning."
    show(page, spoken_view(*[story] * 100, f"News of the day. {CUT}"))
    titles = [column.title for column in page.cards[QUOTES].table.sheet.columns]

    assert titles == ["Said", "Paper 0 ×100", "Paper 100"]
    assert "100 articles print it" in page.cards[WIRE].table.shown_rows[0].said
