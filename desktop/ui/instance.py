"""One window a library: a second start hands its files to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QIODevice, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 2000
_MOST_BYTES = 4_000_000


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

    def claim(self) -> bool:
        """Say whether this is the first start; the first listens for later ones."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)  # one left behind by a crash: the lock is ours
        self._server.listen(self._name)
        return True

    def hand_over(self, paths: Sequence[Path]) -> bool:
        """Send paths to the first start and say whether they arrived."""
        socket = QLocalSocket()
        socket.connectToServer(self._name, QIODevice.OpenModeFlag.WriteOnly)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        message = json.dumps([str(path.absolute()) for path in paths])
        socket.write(message.encode("ascii"))
        written = socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return written

    def close(self) -> None:
        """Stop listening and let go of the lock."""
        self._server.close()
        self._lock.unlock()

    def _accept(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._received[socket] = b""
            socket.readyRead.connect(self._read_all)
            socket.disconnected.connect(self._read_all)
            self._read_all()

    def _read_all(self) -> None:
        over = QLocalSocket.LocalSocketState.UnconnectedState
        for socket in list(self._received):
            self._received[socket] += cast("bytes", socket.readAll().data())
            if len(self._received[socket]) > _MOST_BYTES:
                socket.abort()
            if socket.state() == over:
                self._finish(self._received.pop(socket))
                socket.deleteLater()

    def _finish(self, message: bytes) -> None:
        try:
            paths = json.loads(message)
        except ValueError:
            return
        if isinstance(paths, list):
            entries = cast("list[object]", paths)
            self.paths_received.emit([Path(path) for path in entries if isinstance(path, str)])
