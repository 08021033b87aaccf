"""One window a library: the second start hands its files over."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop.ui.instance import SingleInstance, name_place
from tests.desktop.ui.emitted import emitted

ROOT = Path(__file__).parents[3]

SECOND = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.ui.instance import SingleInstance
app = QCoreApplication([])
start = SingleInstance(sys.argv[1])
for paths in json.loads(sys.argv[2]):
    sys.stdout.write(f"{start.hand_over([Path(path) for path in paths])} ")
"""


def answers(qtbot: QtBot, name: str, *messages: list[str]) -> str:
    """Hand paths over from a process of its own, as a second start does; return what it said."""
    command = [sys.executable, "-c", SECOND, name, json.dumps(messages)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert second.stdout is not None
        return second.stdout.read().strip()


def connected(first: SingleInstance) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    assert socket.waitForConnected(2000)
    return socket


def test_a_second_start_hands_its_paths_to_the_first(qtbot: QtBot) -> None:
    name = uuid4().hex
    first, second = SingleInstance(name), SingleInstance(name)
    seen = emitted(first.paths_received)
    assert first.claim()
    assert not second.claim()
    assert answers(qtbot, name, ["/one.txt", "relative ä.txt"]) == "True"
    assert seen == [[Path("/one.txt"), ROOT / "relative ä.txt"]]
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


@pytest.mark.parametrize(
    "message", [b"not json", b'{"paths": 1}', b"\xff\xfe", b"not json\n", b"1\n"]
)
def test_a_message_that_is_none_is_ignored(qtbot: QtBot, message: bytes) -> None:
    name = uuid4().hex
    first = SingleInstance(name)
    seen = emitted(first.paths_received)
    assert first.claim()
    socket = connected(first)
    socket.write(message)
    socket.waitForBytesWritten(2000)
    socket.disconnectFromServer()
    # A second message that is one comes after: when it is there, the first one was dropped.
    assert answers(qtbot, name, ["/one.txt"]) == "True"
    assert seen == [[Path("/one.txt")]]
    assert not first._received
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
    assert not SingleInstance(name).claim()
    first.close()


def test_a_start_without_files_still_calls_the_first_window(qtbot: QtBot) -> None:
    name = uuid4().hex
    first = SingleInstance(name)
    seen = emitted(first.paths_received)
    assert first.claim()
    assert answers(qtbot, name, []) == "True"
    assert seen == [[]]
    first.close()


def test_several_messages_all_arrive_once(qtbot: QtBot) -> None:
    name = uuid4().hex
    first = SingleInstance(name)
    seen = emitted(first.paths_received)
    assert first.claim()
    assert answers(qtbot, name, *([f"/{nth}.txt"] for nth in range(3))) == "True True True"
    assert seen == [[Path(f"/{nth}.txt")] for nth in range(3)]
    first.close()


@pytest.mark.usefixtures("qapp")
def test_a_first_start_that_does_not_answer_has_taken_nothing() -> None:
    name = uuid4().hex
    first, second = SingleInstance(name), SingleInstance(name)
    seen = emitted(first.paths_received)
    assert first.claim()
    # Both stand in one thread: while the second waits, the first cannot read.
    assert not second.hand_over([Path("/one.txt")], patience_ms=50)
    first.close()
    assert second.claim(patience_ms=50)
    assert seen == []
    second.close()


def test_a_window_that_is_closing_turns_a_second_start_away(qtbot: QtBot) -> None:
    name = uuid4().hex
    first = SingleInstance(name)
    assert first.claim()
    socket = connected(first)
    qtbot.waitUntil(lambda: bool(first._received), timeout=5000)
    first.stop_listening()
    over = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.state() == over, timeout=5000)
    assert not SingleInstance(name).hand_over([Path("/one.txt")])
    assert not SingleInstance(name).claim()
    first.close()


def test_a_message_too_long_is_hung_up_on_and_others_go_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.instance._MOST_BYTES", 1000)
    name = uuid4().hex
    first = SingleInstance(name)
    seen = emitted(first.paths_received)
    assert first.claim()
    long, other = connected(first), connected(first)
    long.write(b"x" * 5000)
    over = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: long.state() == over, timeout=5000)
    other.write(b'["/one.txt"]\n')
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert seen == [[Path("/one.txt")]]
    first.close()


def test_a_library_has_one_name_however_its_path_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = str(tmp_path / "news.crosslight")
    monkeypatch.chdir(tmp_path)
    assert name_place("news.crosslight") == name_place(whole) == name_place(f"sqlite:///{whole}")
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    assert name_place("news.crosslight") != name_place(whole)
    assert name_place("../news.crosslight") == name_place(whole)
    url = "postgresql+psycopg://host/name"
    assert name_place(url) == url
