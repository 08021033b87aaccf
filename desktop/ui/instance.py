"""One window a library: a second start hands its files to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 2000
_ANSWER_MS = 5000
_MOST_BYTES = 4_000_000
_END, _TAKEN = b"\n", b"taken\n"
_OVER = QLocalSocket.LocalSocketState.UnconnectedState
_FILE_URL = "sqlite:///"
_SERVER_URL = re.compile(r"[a-z][a-z0-9+]*://", re.IGNORECASE)


class SingleInstance(QObject):
    """Holds the lock of a user and a library; later starts speak to it through a local socket."""

    paths_received = Signal(list)

    def __init__(self, library: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        whose = f"{getpass.getuser()}\0{library}".encode("utf-8", "surrogateescape")
        self._name = f"crosslight-{hashlib.sha256(whose).hexdigest()[:20]}"
        self._lock = QLockFile(str(Path(tempfile.gettempdir(), f"{self._name}.lock")))
        self._lock.setStaleLockTime(0)  # a lock is stale only when its process has gone
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._received: dict[QLocalSocket, bytes] = {}

    def claim(self, patience_ms: int = 0) -> bool:
        """Say whether this is the first start; the first listens for later ones.

        Args:
            patience_ms: How long to wait for a first start that is on its way out.
        """
        if not self._lock.tryLock(patience_ms):
            return False
        QLocalServer.removeServer(self._name)  # one left behind by a crash: the lock is ours
        self._server.listen(self._name)
        return True

    def hand_over(self, paths: Sequence[Path], patience_ms: int = _ANSWER_MS) -> bool:
        """Send paths to the first start and say whether it has taken them."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        message = json.dumps([str(path.absolute()) for path in paths])
        socket.write(message.encode("ascii") + _END)
        answer, deadline = b"", QDeadlineTimer(patience_ms)
        # What has arrived is read also where the first start has hung up after it.
        while _END not in answer and (
            socket.bytesAvailable() or socket.waitForReadyRead(deadline.remainingTime())
        ):
            answer += cast("bytes", socket.readAll().data())
        socket.disconnectFromServer()
        return answer == _TAKEN

    def stop_listening(self) -> None:
        """Take nothing more; who waits for an answer learns at once that there is none."""
        self._server.close()
        while self._received:
            self._received.popitem()[0].abort()

    def close(self) -> None:
        """Stop listening and let go of the lock."""
        self.stop_listening()
        self._lock.unlock()

    def _accept(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._received[socket] = b""
            socket.readyRead.connect(self._read_all)
            socket.disconnected.connect(self._read_all)
            socket.disconnected.connect(socket.deleteLater)
            self._read_all()

    def _read_all(self) -> None:
        # Hanging up and answering come back here, so a socket may have gone meanwhile.
        for socket in list(self._received):
            if socket in self._received:
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        self._received[socket] += cast("bytes", socket.readAll().data())
        if len(self._received[socket]) > _MOST_BYTES:
            self._received.pop(socket)
            socket.abort()
        elif self._received[socket].endswith(_END):
            if self._take(self._received.pop(socket)) and socket.state() != _OVER:
                socket.write(_TAKEN)
                socket.flush()  # what the paths set off may keep the window busy for a while
            socket.disconnectFromServer()  # after the answer has been written
        elif socket.state() == _OVER:
            self._received.pop(socket)
            socket.deleteLater()

    def _take(self, message: bytes) -> bool:
        try:
            paths = json.loads(message)
        except ValueError:
            return False
        if not isinstance(paths, list):
            return False
        entries = cast("list[object]", paths)
        self.paths_received.emit([Path(path) for path in entries if isinstance(path, str)])
        return True


def name_place(where: str) -> str:
    """Return one name for a library however it is written: a path in full, a server's URL as is."""
    place = where[len(_FILE_URL) :] if where.lower().startswith(_FILE_URL) else where
    if place == where and _SERVER_URL.match(where):
        return where
    return os.path.normcase(os.path.realpath(place))
