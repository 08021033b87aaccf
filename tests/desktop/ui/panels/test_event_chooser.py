"""An event is found by its label, outlets or date, and taken by keys or mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.articles import Published
from desktop.ui.models.event_choices import EventChoice, EventChoices
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.event_chooser import EventChooser
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted

DAY, NEXT = Published(2024, 11, 2), Published(2024, 11, 3)
STRIKES = EventChoice("1", "Long-range strikes", ("The Hindu", "RFE/RL"), 5, DAY, NEXT)
STORM = EventChoice("2", "Storm in Anville", (), 2)
BRIDGE = EventChoice("3", "Bridge " + "very " * 60 + "long", tuple("ABCDEFG"), 40, DAY, DAY)
CHOICES = (STRIKES, STORM, BRIDGE)
LEFT, ROLE = Qt.MouseButton.LeftButton, EventChoices.CHOICE


@pytest.fixture
def chooser(host: QWidget, qtbot: QtBot) -> EventChooser:
    """Return a chooser; it goes with its host where it does not go when it is closed."""
    made = EventChooser(("Move to another event", "2 articles", "Move"), CHOICES, host)
    made.open()
    qtbot.waitUntil(made.isVisible)
    return made


def offered(chooser: EventChooser) -> list[str]:
    model = chooser.model
    return [model.index(n, 0).data(ROLE).id for n in range(model.rowCount())]


@pytest.mark.parametrize(
    ("choice", "about"),
    [
        (STRIKES, "5 articles · The Hindu, RFE/RL · 2 Nov 2024 to 3 Nov 2024"),
        (STORM, "2 articles · Date not stated"),
        (BRIDGE, "40 articles · A, B, C, D and 3 more · 2 Nov 2024"),
    ],
)
def test_an_event_is_told_by_size_outlets_and_dates(choice: EventChoice, about: str) -> None:
    assert choice.about == about


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["1", "2", "3"]),
        ("strik", ["1"]),
        ("HINDU range", ["1"]),
        ("2 nov", ["1", "3"]),
        ("not stated", ["2"]),
        ("nothing", []),
    ],
)
def test_words_typed_narrow_the_events(chooser: EventChooser, words: str, found: list[str]) -> None:
    QTest.keyClicks(chooser.search, words)
    assert offered(chooser) == found
    assert chooser.take.isEnabled() == bool(found)
    assert chooser.note.isVisible() != bool(found)


def test_keys_alone_take_an_event(chooser: EventChooser) -> None:
    taken = emitted(chooser.chosen)
    assert chooser.search.hasFocus()
    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    assert chooser.current == STORM
    QTest.keyClick(chooser.search, Qt.Key.Key_Up)
    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert taken == ["2"]
    assert not chooser.isVisible()


def test_a_double_click_takes_an_event(chooser: EventChooser) -> None:
    taken = emitted(chooser.chosen)
    at = chooser.view.visualRect(chooser.model.index(2, 0)).center()
    QTest.mouseClick(chooser.view.viewport(), LEFT, pos=at)
    QTest.mouseDClick(chooser.view.viewport(), LEFT, pos=at)
    assert taken == ["3"]


@pytest.mark.parametrize("leave", ["escape", "cancel"])
def test_nothing_is_taken_where_the_dialog_is_left(chooser: EventChooser, leave: str) -> None:
    taken = emitted(chooser.chosen)
    if leave == "escape":
        QTest.keyClick(chooser.search, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(chooser.cancel, LEFT)
    assert not chooser.isVisible()
    assert taken == []


def test_enter_takes_nothing_where_no_event_is_found(chooser: EventChooser) -> None:
    taken = emitted(chooser.chosen)
    QTest.keyClicks(chooser.search, "nothing")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert taken == []
    assert chooser.isVisible()


def test_long_labels_end_in_an_ellipsis_and_the_tooltip_has_all(chooser: EventChooser) -> None:
    index = chooser.model.index(2, 0)
    assert BRIDGE.label in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{BRIDGE.label}. {BRIDGE.about}"
    assert chooser.view.sizeHintForIndex(index).width() <= chooser.view.width()


def test_the_choice_is_seen_by_light_and_dark(chooser: EventChooser) -> None:
    seen = set[str]()
    for look in (LIGHT, DARK):
        theme().use(look, 1.0)
        row = chooser.view.visualRect(chooser.model.index(0, 0))
        picture = chooser.view.viewport().grab().toImage()
        color = picture.pixelColor(row.left() + 6, row.center().y())
        assert color == theme().palette.sel
        seen.add(color.name())
    assert len(seen) == 2
    theme().use(LIGHT, 1.0)


def test_every_control_has_a_name(chooser: EventChooser) -> None:
    for part in (chooser.search, chooser.view):
        assert part.accessibleName()
    assert (chooser.take.text(), chooser.windowTitle()) == ("Move", "Move to another event")
