"""Fonts: the bundled families at the sizes of their tokens, on screen and on paper."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from desktop.ui.fonts import SANS, SERIF, TYPE, font, line_height, load_fonts, paper_fonts

TABULAR, CALT, LIGATURES = QFont.Tag("tnum"), QFont.Tag("calt"), QFont.Tag("liga")


@pytest.fixture(autouse=True)
def loaded(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


def test_both_families_are_bundled_and_registered() -> None:
    assert {SANS, SERIF} <= set(QFontDatabase.families())


@pytest.mark.parametrize("token", sorted(TYPE))
def test_every_token_is_drawn_in_its_own_family_size_and_weight(token: str) -> None:
    made, kind = font(token), TYPE[token]
    info = QFontInfo(made)
    assert (info.family(), info.pixelSize()) == (kind.family, kind.size_px)
    assert made.weight() == kind.weight
    # The file of that weight is there: nothing is made bold by smearing.
    assert info.weight() == kind.weight


@pytest.mark.parametrize("token", sorted(TYPE))
def test_every_line_has_room_for_its_letters(token: str) -> None:
    kind = TYPE[token]
    assert kind.line_px >= kind.size_px * 1.15


def test_figures_of_one_length_are_equally_wide_on_screen() -> None:
    metrics = QFontMetricsF(font("body"))
    widths = {round(metrics.horizontalAdvance(figure * 4), 2) for figure in "0123456789"}
    assert len(widths) == 1


def test_figures_are_not_tabular_on_paper_so_that_they_can_be_copied() -> None:
    with paper_fonts():
        on_paper = font("body")
    assert TABULAR not in on_paper.featureTags()
    assert on_paper.featureValue(LIGATURES) == 0
    assert TABULAR in font("body").featureTags()
    assert LIGATURES not in font("body").featureTags()


def test_the_serif_keeps_its_figures_as_they_were_cut() -> None:
    assert TABULAR not in font("read").featureTags()


def test_the_sans_never_swaps_signs_by_their_neighbors() -> None:
    assert font("body").featureValue(CALT) == 0
    with paper_fonts():
        assert font("body").featureValue(CALT) == 0


def test_paper_ends_with_its_block_even_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), paper_fonts():
        raise ZeroDivisionError
    assert TABULAR in font("small").featureTags()


def test_zoom_scales_size_and_line() -> None:
    assert font("body", 2.0).pixelSize() == 26
    assert line_height("body", 2.0) == 36
    assert font("body", 0.8).pixelSize() == 10


def test_a_token_nobody_named_is_an_error() -> None:
    with pytest.raises(KeyError):
        font("huge")
