"""One window a library: the second start hands its files over."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop.ui.instance import SingleInstance
from tests.desktop.ui.emitted import emitted


def test_a_second_start_hands_its_paths_to_the_first(qtbot: QtBot) -> None:
    name = uuid4().hex
    first, second = SingleInstance(name), SingleInstance(name)
    seen = emitted(first.paths_received)
    assert first.claim()
    assert not second.claim()
    assert second.hand_over([Path("/one.txt"), Path("relative ä.txt")])
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert seen == [[Path("/one.txt"), Path("relative ä.txt").absolute()]]
    first.close()
    assert second.claim()
    second.close()


@pytest.mark.usefixtures("qapp")
def test_other_libraries_have_windows_of_their_own() -> None:
    first, second = SingleInstance(uuid4().hex), SingleInstance(uuid4().hex)
    assert first.claim()
    assert second.claim()
    first.close()
    second.close()


@pytest.mark.usefixtures("qapp")
def test_without_a_first_start_nothing_is_handed_over() -> None:
    assert not SingleInstance(uuid4().hex).hand_over([])


@pytest.mark.parametrize("message", [b"not json", b'{"paths": 1}', b"\xff\xfe"])
def test_a_message_that_is_none_is_ignored(qtbot: QtBot, message: bytes) -> None:
    name = uuid4().hex
    first = SingleInstance(name)
    seen = emitted(first.paths_received)
    assert first.claim()
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    assert socket.waitForConnected(2000)
    socket.write(message)
    socket.waitForBytesWritten(2000)
    socket.disconnectFromServer()
    # A second message that is one comes after: when it is there, the first one was dropped.
    assert SingleInstance(name).hand_over([Path("/one.txt")])
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert seen == [[Path("/one.txt")]]
    first.close()


@pytest.mark.usefixtures("qapp")
def test_a_lock_left_behind_by_a_crash_keeps_nobody_out() -> None:
    name = uuid4().hex
    crash = (
        "import os, sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from desktop.ui.instance import SingleInstance\n"
        "app = QCoreApplication([])\n"
        "held = SingleInstance(sys.argv[1])\n"
        "os._exit(0 if held.claim() else 1)\n"
    )
    subprocess.run([sys.executable, "-c", crash, name], check=True, timeout=60)
    first = SingleInstance(name)
    assert Path(tempfile.gettempdir(), f"{first._name}.lock").exists()
    assert first.claim()
    second = SingleInstance(name)
    assert not second.claim()
    assert second.hand_over([])
    first.close()


def test_a_start_without_files_still_calls_the_first_window(qtbot: QtBot) -> None:
    name = uuid4().hex
    first = SingleInstance(name)
    seen = emitted(first.paths_received)
    assert first.claim()
    assert SingleInstance(name).hand_over([])
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert seen == [[]]
    first.close()


def test_several_starts_at_once_all_arrive(qtbot: QtBot) -> None:
    name = uuid4().hex
    first = SingleInstance(name)
    seen = emitted(first.paths_received)
    assert first.claim()
    for nth in range(3):
        assert SingleInstance(name).hand_over([Path(f"/{nth}.txt")])
    qtbot.waitUntil(lambda: len(seen) == 3, timeout=5000)
    assert sorted(map(str, seen)) == [str([Path(f"/{nth}.txt")]) for nth in range(3)]
    first.close()
