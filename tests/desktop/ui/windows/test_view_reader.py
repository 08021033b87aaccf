"""An event that takes long to compare holds nothing up: the page says so, and can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.articles import count_articles
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import COMPARE
from tests.desktop.ui.windows.opened import PATIENCE_MS, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def held(samples_desk: Desk) -> Iterator[Event]:
    """Keep the thread that reads events busy until the event is set."""
    gate = Event()
    desk = samples_desk

    def wait(_library: Library) -> None:
        gate.wait(PATIENCE_MS / 1000)

    desk.window.show_page(COMPARE)
    desk.workspace.read_beside(wait, lambda _: None, lambda _: None, topic="held")
    yield gate
    gate.set()


def turn_to_event(desk: Desk) -> str:
    """Choose no event and then the one that there is."""
    event = desk.pages.event_id
    assert event is not None
    desk.pages.choose_event(None)
    desk.pages.choose_event(event)
    return event


def wait_for_note(qtbot: QtBot, desk: Desk, title: str) -> None:
    note = desk.pages.compare.note
    qtbot.waitUntil(lambda: note.isVisible() and note.title.text() == title, timeout=PATIENCE_MS)


def test_the_page_says_that_it_works_and_other_reading_goes_on(
    qtbot: QtBot, samples_desk: Desk, held: Event
) -> None:
    desk = samples_desk
    event = turn_to_event(desk)
    wait_for_note(qtbot, desk, "Working…")
    assert "North Korean Troops" in desk.pages.compare.note.text.text()
    counted: list[int] = []
    desk.workspace.read(lambda library: count_articles(library).all, counted.append)
    qtbot.waitUntil(lambda: counted == [5], timeout=PATIENCE_MS)
    assert desk.pages.view is None

    held.set()
    settle(qtbot, desk)
    assert desk.pages.view is not None
    assert desk.pages.view.id == event
    assert desk.pages.compare.table.isVisible()


def test_what_is_stopped_is_not_shown_and_can_be_taken_up(
    qtbot: QtBot, samples_desk: Desk, held: Event
) -> None:
    desk = samples_desk
    event = turn_to_event(desk)
    wait_for_note(qtbot, desk, "Working…")
    QTest.mouseClick(desk.pages.compare.note.stop, LEFT)
    wait_for_note(qtbot, desk, "Stopped")
    held.set()
    settle(qtbot, desk)
    assert desk.pages.view is None

    QTest.mouseClick(desk.pages.compare.note.again, LEFT)
    settle(qtbot, desk)
    assert desk.pages.view is not None
    assert desk.pages.view.id == event


def test_an_event_read_again_stays_until_its_successor_is_there(
    qtbot: QtBot, samples_desk: Desk, held: Event
) -> None:
    desk = samples_desk
    before = desk.pages.view
    desk.workspace.changed.emit()
    assert not desk.pages.reader.patience.isActive()
    assert desk.pages.view is before
    held.set()
    settle(qtbot, desk)
    assert desk.pages.view is not None
    assert desk.pages.compare.table.isVisible()


def test_what_cannot_be_read_says_why(qtbot: QtBot, samples_desk: Desk) -> None:
    desk = samples_desk
    desk.window.show_page(COMPARE)

    def fail(_library: Library) -> None:
        message = "No room is left."
        raise CrosslightError(message, "Close other programs.")

    desk.workspace.read_beside(fail, lambda _: None, desk.pages.reader.fail, topic="event")
    wait_for_note(qtbot, desk, "No room is left.")
    assert desk.pages.compare.note.text.text() == "Close other programs."
