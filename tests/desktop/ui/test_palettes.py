"""Colors: what the token file promises, recomputed by the formula of WCAG."""

from __future__ import annotations

import json
from dataclasses import fields
from importlib import resources
from itertools import product

import pytest
from PySide6.QtGui import QColor

from desktop.ui.palettes import (
    DARK,
    HIGH_DARK,
    HIGH_LIGHT,
    LIGHT,
    Palette,
    in_gray,
    load_palette,
)

NAMES = (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)
TEXT_LEAST, MARK_LEAST = 4.5, 3.0
GROUNDS = ("window", "surface", "raised", "sunken", "sel", "hover")
TINTS = ("accent_tint", "own_tint", "quo_tint", "diff_tint", "warn_tint", "err_tint")
TEXTS = {
    "text": (*GROUNDS, *TINTS, "search"),
    "text2": GROUNDS,
    "text3": GROUNDS,
    "accent": ("window", "surface", "raised", "sunken", "accent_tint"),
    "on_accent": ("accent", "accent_hover"),
    "own": ("window", "surface", "raised", "sunken", "sel", "own_tint"),
    "quo": ("window", "surface", "raised", "sunken", "sel", "quo_tint"),
    "warn_text": ("surface", "window", "warn_tint"),
    "err": ("surface", "window", "err_tint"),
    "ok": ("surface", "window"),
    "on_tip": ("tip",),
    "on_tip2": ("tip",),
}
MARKS = ("border_strong", "own_fill", "quo", "accent")
MARK_GROUNDS = ("surface", "window", "sunken")


def tokens(name: str) -> dict[str, str | list[str]]:
    path = resources.files("resources") / "palettes" / "palettes.json"
    return json.loads(path.read_text("utf-8"))[name]


def luminance(color: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def color(name: str, token: str) -> str:
    value = tokens(name)[token]
    assert isinstance(value, str)
    return value


def outlets(name: str) -> list[str]:
    value = tokens(name)["outlets"]
    assert isinstance(value, list)
    return value


def test_the_formula_gives_the_ratios_that_wcag_names() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#1D1B18", "#1D1B18") == 1.0


@pytest.mark.parametrize("name", NAMES)
def test_every_text_can_be_read_on_each_of_its_grounds(name: str) -> None:
    weak = {
        (ink, ground): round(ratio, 2)
        for ink, grounds in TEXTS.items()
        for ground in grounds
        if (ratio := contrast(color(name, ink), color(name, ground))) < TEXT_LEAST
    }
    assert weak == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_stands_out_from_its_ground(name: str) -> None:
    weak = {
        (mark, ground): round(ratio, 2)
        for mark, ground in product(MARKS, MARK_GROUNDS)
        if (ratio := contrast(color(name, mark), color(name, ground))) < MARK_LEAST
    }
    assert weak == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_badge_can_be_read_and_stands_out(name: str) -> None:
    letters = color(name, "on_outlet")
    for outlet in outlets(name):
        assert contrast(letters, outlet) >= TEXT_LEAST
        # From the ninth outlet on the letters themselves have this color.
        assert min(contrast(outlet, color(name, ground)) for ground in MARK_GROUNDS) >= TEXT_LEAST


@pytest.mark.parametrize("name", NAMES)
def test_no_two_outlets_share_a_color(name: str) -> None:
    assert len(set(outlets(name))) == len(outlets(name)) == 8


@pytest.mark.parametrize("name", [HIGH_LIGHT, HIGH_DARK])
def test_in_high_contrast_main_text_is_black_or_white_and_nothing_is_tinted(name: str) -> None:
    ground = color(name, "window")
    assert {color(name, tint) for tint in (*TINTS, *GROUNDS, "search")} == {ground}
    assert contrast(color(name, "text"), ground) == pytest.approx(21.0)
    for ink in ("text2", "text3", "accent", "own", "quo", "warn_text", "err", "ok"):
        assert contrast(color(name, ink), ground) >= 7.0


@pytest.mark.parametrize("name", NAMES)
def test_a_palette_holds_what_the_file_says_and_nothing_else(name: str) -> None:
    palette, kept = load_palette(name), tokens(name)
    assert {field.name for field in fields(Palette)} - {"name"} == set(kept)
    for token, value in kept.items():
        if isinstance(value, str):
            assert getattr(palette, token) == QColor(value)
    assert [outlet.name().upper() for outlet in palette.outlets] == kept["outlets"]


def test_palettes_know_whether_they_are_dark_and_of_high_contrast() -> None:
    assert [load_palette(name).is_dark for name in NAMES] == [False, True, False, True]
    assert [load_palette(name).is_high_contrast for name in NAMES] == [False, False, True, True]


def test_a_palette_nobody_made_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_palette("sepia")


@pytest.mark.parametrize("name", NAMES)
def test_a_printer_without_color_gets_grays_that_keep_their_order(name: str) -> None:
    palette = load_palette(name)
    gray = in_gray(palette)
    for field in fields(Palette):
        shade = getattr(gray, field.name)
        if isinstance(shade, QColor):
            assert shade.red() == shade.green() == shade.blue()
    assert all(outlet.saturation() == 0 for outlet in gray.outlets)
    assert (gray.text.lightness() > gray.window.lightness()) is palette.is_dark
    assert gray.name == name
