"""Lengths that follow the zoom."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.controls.buttons import Button
from desktop.ui.controls.choices import Check, Picker, Radio
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.palettes import LIGHT
from desktop.ui.theme import theme


@pytest.fixture(autouse=True)
def plain_zoom() -> Iterator[None]:
    """Each test begins and ends at the plain zoom."""
    theme().use(LIGHT, 1.0)
    yield
    theme().use(LIGHT, 1.0)


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_margins_and_spacing_grow_with_the_zoom(box: QWidget) -> None:
    row = QHBoxLayout(box)
    keep_spaced(row, (20, 4, 10, 2), 8)
    theme().use(zoom=2.0)
    margins = row.contentsMargins()
    sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
    assert (sides, row.spacing()) == ((40, 8, 20, 4), 16)
    theme().use(zoom=1.0)
    assert row.contentsMargins().left() == 20


def test_a_size_grows_in_the_ways_it_was_given(box: QWidget) -> None:
    keep_sized(box, height=30)
    theme().use(zoom=1.5)
    assert (box.minimumHeight(), box.maximumHeight()) == (45, 45)
    assert box.maximumWidth() > 10_000


def test_what_is_gone_follows_no_zoom(qtbot: QtBot) -> None:
    box = QWidget()
    keep_sized(box, 10, 10)
    with qtbot.waitSignal(box.destroyed):
        box.deleteLater()
    theme().use(zoom=2.0)


def test_icons_and_boxes_grow_with_the_zoom(box: QWidget) -> None:
    controls = (
        Button("", "plus", parent=box),
        Check("Words", box),
        Radio("Color", box),
        Picker("Paper", box),
    )
    before = [control.sizeHint().height() for control in controls]
    theme().use(zoom=2.0)
    assert [control.sizeHint().height() for control in controls] == [2 * side for side in before]
    assert controls[3].iconSize().width() > 40
