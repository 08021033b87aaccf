"""Chips, badges, lines and grounds as widgets."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.controls.plates import Badge, Card, Chip, Hairline
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.badges import SIZE
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.theme import theme
from tests.desktop.ui.controls.test_labels import read_tooltip
from tests.desktop.ui.paint.pixels import count


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


def test_a_chip_says_its_words_and_is_as_wide_as_they_are(qtbot: QtBot) -> None:
    short, long = Chip("AP"), Chip("from a file of records")
    for chip in (short, long):
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
    assert long.accessibleName() == "from a file of records"
    assert long.sizeHint().width() > short.sizeHint().width()
    assert count(long.grab().toImage(), theme().palette.sunken) > 300


def test_a_chip_has_the_colors_it_is_given_in_any_look(qtbot: QtBot) -> None:
    chip = Chip("new", "warn_tint", "warn_text")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    theme().use(DARK)
    image, palette = chip.grab().toImage(), theme().palette
    theme().use(LIGHT)
    assert count(image, palette.warn_tint) > 100
    assert count(image, palette.warn_text) > 0


def test_a_badge_is_named_after_its_outlet_and_never_takes_it_for_markup(qtbot: QtBot) -> None:
    badge = Badge("HT", 0, "The <b>Herald</b>")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "The <b>Herald</b>"
    assert read_tooltip(badge.toolTip()) == "The <b>Herald</b>"
    badge.resize(badge.sizeHint())
    assert count(badge.grab().toImage(), theme().palette.outlets[0]) > 200


def test_a_badge_grows_with_the_zoom(qtbot: QtBot) -> None:
    badge = Badge("HT", 0, "Herald")
    qtbot.addWidget(badge)
    theme().use(zoom=2.0)
    size = badge.sizeHint()
    theme().use(zoom=1.0)
    assert size == (SIZE * 2).toSize()
    assert badge.sizeHint() == SIZE.toSize()


def test_a_hairline_is_one_pixel_of_its_color(qtbot: QtBot) -> None:
    line = Hairline("border")
    qtbot.addWidget(line)
    line.resize(50, 9)
    image = line.grab().toImage()
    assert image.height() == 1
    assert count(image, theme().palette.border) == 50


def test_a_card_has_a_border_round_its_ground(qtbot: QtBot) -> None:
    card = Card("raised")
    qtbot.addWidget(card)
    card.resize(60, 40)
    image = card.grab().toImage()
    assert image.pixelColor(30, 20) == theme().palette.raised
    assert image.pixelColor(30, 0) == theme().palette.border
