"""Libraries: opened, created, switched, reopened, and only read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.services.decisions import rename_event
from desktop.services.libraries import Library, create_library, open_library
from desktop.services.settings import RecentLibrary, remember_recent
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.workspace import Workspace
from tests.desktop.ui.windows.opened import DeskMaker, answer, settle


def is_closed(library: Library, pool: object) -> bool:
    return library.engine.pool is not pool  # closing gives the connections of the old one up


def test_a_new_library_shows_what_to_do_first(desk: Desk) -> None:
    assert desk.window.library.is_empty_shown
    assert desk.window.status.text == "No articles yet"
    assert desk.window.windowTitle().startswith("Desk")


def test_another_library_takes_the_place_of_the_one_that_is_open(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(tmp_path / "Second")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer((name, "")))
    samples_desk.window.commands["new library"].trigger()
    settle(qtbot, samples_desk)
    assert samples_desk.shelves.counts.all == 0
    assert samples_desk.reading.shown is None
    assert samples_desk.pages.view is None
    assert (tmp_path / "Second.crosslight").exists()
    back = str(tmp_path / "Copy.crosslight")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer((back, "")))
    samples_desk.window.commands["open library"].trigger()
    settle(qtbot, samples_desk)
    assert samples_desk.shelves.counts.all == 5
    recent = samples_desk.window.commands.recent
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()][:2] == ["Copy", "Second"]


def test_a_library_reopened_is_as_it_was(
    qtbot: QtBot, samples_desk: Desk, make_desk: DeskMaker, tmp_path: Path
) -> None:
    event = samples_desk.shelves.events[0]
    samples_desk.grouping.rename(event.id, "Long-range strikes")
    settle(qtbot, samples_desk)
    samples_desk.close()
    again = make_desk(tmp_path / "Copy.crosslight")
    assert [event.label for event in again.shelves.events] == ["Long-range strikes"]
    assert again.window.commands["undo"].text() == "&Undo Rename event"
    again.window.commands["undo"].trigger()
    settle(qtbot, again)
    assert [found.label for found in again.shelves.events] == [event.label]


def test_a_library_of_a_later_version_opens_for_reading_with_a_banner(
    make_desk: DeskMaker, sample_library: Path, tmp_path: Path
) -> None:
    import sqlite3

    copy = tmp_path / "Later.crosslight"
    copy.write_bytes(sample_library.read_bytes())
    connection = sqlite3.connect(copy)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    desk = make_desk(copy)
    assert desk.window.banner.isVisible()
    assert desk.shelves.counts.all == 5
    assert not desk.window.commands["add"].isEnabled()
    assert not desk.window.drop.can_write


def test_a_library_that_cannot_be_opened_is_named_with_a_remedy(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.crosslight"
    wrong.write_text("no library", "utf-8")
    desk.libraries.open(str(wrong))
    qtbot.waitUntil(desk.window.toast.isVisible, timeout=10_000)
    assert str(wrong) in desk.window.toast.title.accessibleName()
    assert desk.workspace.library is not None


def test_what_another_program_changes_is_seen_after_a_refresh(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path
) -> None:
    other = open_library(tmp_path / "Copy.crosslight")
    rename_event(other, samples_desk.shelves.events[0].id, "Renamed elsewhere")
    other.close()
    samples_desk.workspace.changed.emit()
    settle(qtbot, samples_desk)
    assert samples_desk.shelves.events[0].label == "Renamed elsewhere"


def test_a_start_opens_the_library_of_the_last_run_or_else_the_default_one(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CROSSLIGHT_LIBRARY", raising=False)
    last = samples_desk.session.library
    samples_desk.libraries.open_first("", sample=False)
    settle(qtbot, samples_desk)
    assert samples_desk.session.library == last
    monkeypatch.setenv("CROSSLIGHT_LIBRARY", str(tmp_path / "Asked.crosslight"))
    samples_desk.libraries.open_first("", sample=False)
    settle(qtbot, samples_desk)
    assert samples_desk.session.library.endswith("Asked.crosslight")
    monkeypatch.delenv("CROSSLIGHT_LIBRARY")
    samples_desk.session.library = f"sqlite:///{tmp_path / 'gone.crosslight'}"
    samples_desk.libraries.open_first("", sample=False)
    settle(qtbot, samples_desk)
    assert samples_desk.session.library.endswith("Library.crosslight")
    assert not (tmp_path / "gone.crosslight").exists()


def test_a_last_library_out_of_reach_is_named_and_the_default_one_opens(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CROSSLIGHT_LIBRARY", raising=False)
    # A name too long cannot be looked up, as what stands in a locked folder cannot.
    desk.session.library = f"sqlite:///{tmp_path / ('x' * 300)}"
    desk.libraries.open_first("", sample=False)
    qtbot.waitUntil(desk.window.toast.isVisible, timeout=10_000)
    settle(qtbot, desk)
    assert "cannot be reached" in desk.window.toast.title.accessibleName()
    assert desk.session.library.endswith("Library.crosslight")


@pytest.mark.usefixtures("qapp")
def test_a_library_that_arrives_while_the_window_closes_is_closed(tmp_path: Path) -> None:
    workspace, begun, found = Workspace(), Event(), list[tuple[Library, object]]()

    def find() -> Library:
        library = create_library(tmp_path / "Late.crosslight")
        found.append((library, library.engine.pool))
        begun.set()
        return library

    workspace.open(find)
    assert begun.wait(30)
    workspace.close()
    assert [is_closed(*entry) for entry in found] == [True]
    assert workspace.library is None


def test_of_two_libraries_opened_at_once_only_the_last_stays_open(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    found, begun = list[tuple[Library, object]](), Event()

    def find(name: str) -> Library:
        library = create_library(tmp_path / f"{name}.crosslight")
        found.append((library, library.engine.pool))
        begun.set()
        return library

    desk.workspace.open(partial(find, "First"))
    assert begun.wait(30)
    desk.workspace.open(partial(find, "Second"))
    settle(qtbot, desk)
    assert [is_closed(*entry) for entry in found] == [True, False]
    assert desk.workspace.library is not None
    assert desk.workspace.library.name == "Second"


def test_a_recent_library_opens_from_the_menu(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path
) -> None:
    samples_desk.libraries.open(str(tmp_path / "A & B.crosslight"), create=True)
    settle(qtbot, samples_desk)
    recent = samples_desk.window.commands.recent
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()][:2] == ["A && B", "Copy"]
    recent.actions()[1].trigger()
    settle(qtbot, samples_desk)
    assert samples_desk.window.windowTitle().startswith("Copy")
    assert samples_desk.shelves.counts.all == 5


def test_the_menu_of_recent_libraries_shows_no_password(desk: Desk) -> None:
    remember_recent(RecentLibrary("news", "postgresql://ann:S3cret@host/news"))
    recent = desk.window.commands.recent
    recent.aboutToShow.emit()
    assert recent.actions()[0].toolTip() == "postgresql://ann:***@host/news"
