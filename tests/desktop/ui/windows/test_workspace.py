"""What takes long is worked out beside all reading, can be dropped, and fails in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.errors import CrosslightError
from desktop.services.libraries import create_library
from desktop.ui.windows.workspace import Workspace
from tests.desktop.ui.windows.opened import PATIENCE_MS


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace()
    with qtbot.waitSignal(made.opened, timeout=PATIENCE_MS):
        made.open(lambda: create_library(tmp_path / "One.crosslight"))
    yield made
    made.close()


def refuse(error: CrosslightError) -> None:
    raise error


def test_reading_does_not_wait_for_what_takes_long(qtbot: QtBot, workspace: Workspace) -> None:
    gate, done = Event(), list[str]()

    def wait() -> str:
        assert gate.wait(PATIENCE_MS / 1000)
        return "long"

    workspace.work_out(wait, done.append, refuse, topic="details")
    workspace.read(lambda _library: "short", done.append)
    qtbot.waitUntil(lambda: done == ["short"], timeout=PATIENCE_MS)
    assert workspace.is_busy
    gate.set()
    qtbot.waitUntil(lambda: done == ["short", "long"], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not workspace.is_busy, timeout=PATIENCE_MS)


def test_what_was_forgotten_is_not_delivered(qtbot: QtBot, workspace: Workspace) -> None:
    done = list[int]()
    workspace.work_out(lambda: 1, done.append, refuse, topic="details")
    workspace.forget("details")
    workspace.work_out(lambda: 2, done.append, refuse, topic="other")
    qtbot.waitUntil(lambda: not workspace.is_busy, timeout=PATIENCE_MS)
    assert done == [2]


def test_of_two_on_one_topic_the_later_one_is_delivered(qtbot: QtBot, workspace: Workspace) -> None:
    done = list[int]()
    for number in (1, 2):
        workspace.work_out(lambda number=number: number, done.append, refuse, topic="details")
    qtbot.waitUntil(lambda: not workspace.is_busy, timeout=PATIENCE_MS)
    assert done == [2]


def test_nothing_of_another_library_is_delivered(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    gate, done = Event(), list[bool]()
    wait = gate.wait
    workspace.work_out(lambda: wait(PATIENCE_MS / 1000), done.append, refuse, topic="details")
    with qtbot.waitSignal(workspace.opened, timeout=PATIENCE_MS):
        workspace.open(lambda: create_library(tmp_path / "Two.crosslight"))
    gate.set()
    qtbot.waitUntil(lambda: not workspace.is_busy, timeout=PATIENCE_MS)
    assert done == []


def test_what_fails_is_told_to_who_asked(qtbot: QtBot, workspace: Workspace) -> None:
    troubles = list[CrosslightError]()
    error = CrosslightError("It cannot be read.", "Try again.")

    def fail() -> None:
        raise error

    with qtbot.assertNotEmitted(workspace.troubled):
        workspace.work_out(fail, lambda _none: None, troubles.append, topic="details")
        qtbot.waitUntil(lambda: not workspace.is_busy, timeout=PATIENCE_MS)
    assert troubles == [error]
