"""Undo and redo by keys: back through all that was decided and forth again to the same library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import Voice
from desktop.services.decisions import list_decisions, rename_event
from desktop.services.libraries import open_library
from desktop.ui.models.articles import EventHead, ListedArticle
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import COMPARE, LIBRARY
from tests.desktop.ui.windows.opened import DeskMaker, answer, settle
from tests.desktop.ui.windows.pointing import (
    CONTROL,
    LEFT,
    PLAIN,
    SHIFT,
    UNDO,
    click_article,
    labels,
    press,
    press_keys,
    toast,
)

REDOS = ((Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_Y, CONTROL))


def library_state(desk: Desk) -> object:
    """Return all that the library page says of the library."""
    page = desk.window.library
    rows = [
        (row.summary.id, row.summary.published, row.summary.own, row.summary.quoted)
        if isinstance(row, ListedArticle)
        else row
        for row in page.list.model.rows
    ]
    # What is selected in a text is no matter of the library.
    counted = desk.window.status.text.split("  ·  ")[:3]
    return rows, page.sidebar.model.rows, page.list.heading.text(), counted


def trash_article(qtbot: QtBot, desk: Desk) -> None:
    click_article(qtbot, desk, "RFE/RL")
    press_keys(qtbot, desk, Qt.Key.Key_Delete)


def ignore_wording(qtbot: QtBot, desk: Desk) -> None:
    click_article(qtbot, desk, "Antiwar.com")
    text = desk.reading.pane.text
    text.setFocus()
    while text.current is None or text.current.voice is not Voice.OWN:
        press_keys(qtbot, desk, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press_keys(qtbot, desk, Qt.Key.Key_Delete)


def name_event(qtbot: QtBot, desk: Desk) -> None:
    QTest.mouseClick(desk.window.rail.button(COMPARE), LEFT)
    settle(qtbot, desk)
    press_keys(qtbot, desk, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Strikes & troops")
    press_keys(qtbot, desk, Qt.Key.Key_Return)
    QTest.mouseClick(desk.window.rail.button(LIBRARY), LEFT)
    settle(qtbot, desk)


def date_article(qtbot: QtBot, desk: Desk) -> None:
    click_article(qtbot, desk, "Business Insider")
    desk.reading.pane.edit_field("published")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "2024-11-01")
    press_keys(qtbot, desk, Qt.Key.Key_Return)


STEPS: tuple[tuple[Callable[[QtBot, Desk], None], str], ...] = (
    (ignore_wording, "Ignore wording"),
    (name_event, "Rename event"),
    (date_article, "Edit published"),
    (trash_article, "Move 1 article to trash"),
)


def test_all_that_was_decided_is_undone_and_redone_step_by_step(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    states = [library_state(samples_desk)]
    for decide, label in STEPS:
        decide(qtbot, samples_desk)
        assert labels(samples_desk) == (label, "")
        assert library_state(samples_desk) not in states
        states.append(library_state(samples_desk))
    names = ["Add 5 articles", *(label for _decide, label in STEPS)]
    for nth in range(len(STEPS) - 1, -1, -1):
        press_keys(qtbot, samples_desk, *UNDO)
        assert library_state(samples_desk) == states[nth], f"undone to {nth}"
        assert labels(samples_desk) == (names[nth], names[nth + 1])
        assert toast(samples_desk) == ("Undone", names[nth + 1])
    for nth in range(1, len(STEPS) + 1):
        press_keys(qtbot, samples_desk, *REDOS[nth % 2])
        assert library_state(samples_desk) == states[nth], f"redone to {nth}"
        assert toast(samples_desk) == ("Done again", names[nth])
    assert labels(samples_desk) == (names[-1], "")


def test_where_nothing_is_left_the_keys_change_and_say_nothing(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    press_keys(qtbot, samples_desk, *UNDO)  # the import of the samples
    assert samples_desk.shelves.counts.all == 0
    before = library_state(samples_desk)
    press(samples_desk.window.toast, "Close")
    press_keys(qtbot, samples_desk, *UNDO)
    assert (library_state(samples_desk), toast(samples_desk)) == (before, ("", ""))
    press_keys(qtbot, samples_desk, *REDOS[0])
    assert samples_desk.shelves.counts.all == 5
    press(samples_desk.window.toast, "Close")
    press_keys(qtbot, samples_desk, *REDOS[0])
    assert samples_desk.shelves.counts.all == 5
    assert toast(samples_desk) == ("", "")


def test_what_is_decided_after_an_undo_takes_the_place_of_what_was_undone(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    trash_article(qtbot, samples_desk)
    press_keys(qtbot, samples_desk, *UNDO)
    date_article(qtbot, samples_desk)
    assert labels(samples_desk) == ("Edit published", "")
    press_keys(qtbot, samples_desk, *REDOS[0])
    assert samples_desk.shelves.counts.trash == 0


def test_after_a_restart_all_can_still_be_undone_and_redone(
    qtbot: QtBot, samples_desk: Desk, make_desk: DeskMaker, tmp_path: Path
) -> None:
    states = [library_state(samples_desk)]
    date_article(qtbot, samples_desk)
    states.append(library_state(samples_desk))
    trash_article(qtbot, samples_desk)
    press_keys(qtbot, samples_desk, *UNDO)
    samples_desk.window.close()
    again = make_desk(tmp_path / "Copy.crosslight")
    assert labels(again) == ("Edit published", "Move 1 article to trash")
    press_keys(qtbot, again, *UNDO)
    assert library_state(again) == states[0]
    press_keys(qtbot, again, *REDOS[0])
    assert library_state(again) == states[1]
    press_keys(qtbot, again, *REDOS[0])
    assert again.shelves.counts.trash == 1


@pytest.mark.parametrize("where", ["search", "field"])
def test_keys_pressed_while_typing_belong_to_what_is_typed(
    qtbot: QtBot, samples_desk: Desk, where: str
) -> None:
    trash_article(qtbot, samples_desk)
    click_article(qtbot, samples_desk, "The Hindu")
    if where == "search":
        press_keys(qtbot, samples_desk, Qt.Key.Key_K, CONTROL)
    else:
        samples_desk.reading.pane.edit_field("title")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    before = editor.text()
    QTest.keyClicks(editor, "troops")
    for key, modifier in (UNDO, (Qt.Key.Key_Delete, PLAIN), REDOS[0]):
        press_keys(qtbot, samples_desk, key, modifier)
    assert samples_desk.shelves.counts.trash == 1
    assert labels(samples_desk) == ("Move 1 article to trash", "")
    press_keys(qtbot, samples_desk, *UNDO)
    assert editor.text() == before


def test_undo_follows_the_library_that_is_open(
    qtbot: QtBot, samples_desk: Desk, sample_library: Path, tmp_path: Path
) -> None:
    # Another library whose decisions have the very same numbers.
    other = tmp_path / "Other.crosslight"
    other.write_bytes(sample_library.read_bytes())
    library = open_library(other)
    rename_event(library, samples_desk.shelves.events[0].id, "Named there")
    library.close()
    trash_article(qtbot, samples_desk)
    offer = samples_desk.window.toast.undo
    assert offer.isVisible()
    samples_desk.libraries.open(str(other))
    settle(qtbot, samples_desk)
    assert labels(samples_desk) == ("Rename event", "")
    assert not offer.isVisible()
    press_keys(qtbot, samples_desk, *UNDO)
    assert labels(samples_desk) == ("Add 5 articles", "Rename event")
    samples_desk.libraries.open(str(tmp_path / "Copy.crosslight"))
    settle(qtbot, samples_desk)
    assert labels(samples_desk) == ("Move 1 article to trash", "")
    assert samples_desk.shelves.counts.trash == 1


def test_a_name_that_changes_nothing_is_no_decision_and_an_empty_one_brings_the_found_name_back(
    qtbot: QtBot, samples_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = samples_desk.workspace.library
    assert library is not None
    found, before = samples_desk.shelves.events[0].label, len(list_decisions(library))
    for name, accepted, label, decisions in (
        ("Given up", False, found, before),
        ("", True, found, before),
        ("  Two\n lines  ", True, "Two lines", before + 1),
        ("Two lines", True, "Two lines", before + 1),
        ("", True, found, before + 2),
    ):
        monkeypatch.setattr(QInputDialog, "getText", answer((name, accepted)))
        press_keys(qtbot, samples_desk, Qt.Key.Key_F2)
        assert samples_desk.shelves.events[0].label == label
        assert len(list_decisions(library)) == decisions
    rows = samples_desk.window.library.list.model.rows
    assert next(row.label for row in rows if isinstance(row, EventHead)) == found
