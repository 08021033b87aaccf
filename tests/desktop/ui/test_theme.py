"""The theme: one change, one signal, and a zoom within its bounds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Ground
from desktop.ui.fonts import load_fonts
from desktop.ui.palettes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, load_palette
from desktop.ui.style import apply_style, qt_palette
from desktop.ui.theme import Theme, theme
from tests.desktop.ui.emitted import emitted


@pytest.fixture
def own() -> Theme:
    return Theme()


@pytest.fixture
def shared(qapp: QApplication) -> Iterator[Theme]:
    load_fonts()
    yield theme()
    theme().use(LIGHT, 1.0)
    qapp.setStyleSheet("")


def changes(of: Theme) -> list[object]:
    return emitted(of.changed)


def test_a_first_theme_is_light_at_actual_size(own: Theme) -> None:
    assert (own.palette.name, own.zoom) == (LIGHT, 1.0)


def test_palette_and_zoom_together_are_one_change(own: Theme) -> None:
    seen = changes(own)
    own.use(DARK, 1.5)
    assert len(seen) == 1
    assert (own.palette.name, own.zoom) == (DARK, 1.5)


def test_what_is_already_so_is_no_change(own: Theme) -> None:
    own.use(DARK, 1.5)
    seen = changes(own)
    own.use(DARK)
    own.use(zoom=1.5)
    own.use()
    assert seen == []


@pytest.mark.parametrize(
    ("asked", "given"), [(0.1, 0.8), (0.8, 0.8), (1.25, 1.25), (2.0, 2.0), (9.0, 2.0)]
)
def test_zoom_stays_where_everything_fits(own: Theme, asked: float, given: float) -> None:
    own.use(zoom=asked)
    assert own.zoom == given


def test_zoom_past_the_end_is_no_change(own: Theme) -> None:
    own.use(zoom=2.0)
    seen = changes(own)
    own.use(zoom=3.0)
    assert seen == []


def test_lengths_fonts_and_lines_follow_the_zoom(own: Theme) -> None:
    own.use(zoom=1.5)
    assert own.px(10) == 15
    assert own.font("body").pixelSize() == 20
    assert own.line("body") == 27


def test_an_unknown_palette_changes_nothing(own: Theme) -> None:
    seen = changes(own)
    with pytest.raises(KeyError):
        own.use("sepia")
    assert (own.palette.name, seen) == (LIGHT, [])


def test_there_is_one_theme_for_all_windows() -> None:
    assert theme() is theme()


def test_a_ground_shows_the_palette_in_use(qtbot: QtBot, shared: Theme) -> None:
    ground = Ground("surface")
    qtbot.addWidget(ground)
    ground.resize(20, 20)
    ground.show()
    qtbot.waitExposed(ground)
    for look in (DARK, LIGHT):
        shared.use(look)
        assert ground.grab().toImage().pixelColor(10, 10) == load_palette(look).surface


def test_a_label_follows_palette_and_zoom_even_under_a_style_sheet(
    qtbot: QtBot, qapp: QApplication, shared: Theme
) -> None:
    label = Label("words", "small", "text2")
    qtbot.addWidget(label)
    shared.use(DARK, 1.5)
    apply_style(qapp)
    assert label.font().pixelSize() == 18
    assert label.palette().color(QPalette.ColorRole.WindowText) == load_palette(DARK).text2


@pytest.mark.parametrize("look", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK])
def test_the_application_takes_the_colors_of_the_look(
    qapp: QApplication, shared: Theme, look: str
) -> None:
    shared.use(look)
    apply_style(qapp)
    palette = load_palette(look)
    assert qapp.palette().color(QPalette.ColorRole.Window) == palette.window
    assert qapp.palette().color(QPalette.ColorRole.Highlight) == palette.accent
    assert "{" not in qapp.styleSheet().replace("{ ", "")
    assert palette.border_strong.name() in qapp.styleSheet()


def test_menus_grow_with_the_zoom(qtbot: QtBot, qapp: QApplication, shared: Theme) -> None:
    heights: list[int] = []
    for zoom in (1.0, 2.0):
        shared.use(zoom=zoom)
        apply_style(qapp)
        menu = QMenu()
        qtbot.addWidget(menu)
        menu.addAction("Add articles")
        heights.append(menu.sizeHint().height())
    assert heights[1] >= heights[0] + 10


def test_disabled_words_are_paler_than_words() -> None:
    palette = load_palette(LIGHT)
    made, group = qt_palette(palette), QPalette.ColorGroup
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        assert made.color(group.Active, role) == palette.text
        assert made.color(group.Disabled, role) == palette.text_dis
    assert made.color(QPalette.ColorRole.Link) != QColor("blue")
