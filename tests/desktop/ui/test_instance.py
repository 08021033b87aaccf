"""One window a library: the second start hands its files over."""

from __future__ import annotations

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
