"""What a reader process may not do, tried from inside it by native calls, to see it refused."""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from collections.abc import Callable

from desktop.ingest.confinement import Attempt

_REFUSALS = {errno.EPERM, errno.EACCES, errno.ENETUNREACH}
# Internet, a stream, this machine, and a port that nobody listens at.
_INTERNET, _STREAM, _HERE, _DISCARD_PORT = 2, 1, b"\x7f\0\0\x01", 9
_EXECUTABLE = b"/bin/sh"


def try_forbidden(path: str) -> list[Attempt]:
    """Try the network, a file, a new process and another program, and return what came of each.

    Args:
        path: A file of the user's that is no business of a reader's.
    """
    if sys.platform == "win32":
        return [_note("read-file", _open_plainly(path))]
    library = ctypes.CDLL(None, use_errno=True)
    name = os.fsencode(path)
    tries: dict[str, Callable[[], int]] = {
        "connect": lambda: _connect(library),
        "read-file": lambda: _open(library, name, os.O_RDONLY),
        "write-file": lambda: _open(library, name, os.O_WRONLY),
        "new-process": lambda: _fork(library),
        "other-program": lambda: _execute(library),
    }
    return [_note(what, attempt()) for what, attempt in tries.items()]


def _note(what: str, error: int) -> Attempt:
    answer = os.strerror(error) if error else "done"
    return Attempt(what=what, refused=error in _REFUSALS, answer=answer)


def _connect(library: ctypes.CDLL) -> int:
    """Reach for a port of this very machine, which nobody outside would ever notice."""
    handle = library.socket(_INTERNET, _STREAM, 0)
    if handle < 0:
        return ctypes.get_errno()
    try:
        # BSD and its children put the length before the family.
        is_bsd = sys.platform != "linux"
        family = struct.pack("=BB", 16, _INTERNET) if is_bsd else struct.pack("=H", _INTERNET)
        address = family + struct.pack("!H4s8x", _DISCARD_PORT, _HERE)
        done = library.connect(handle, address, len(address))
        return 0 if done == 0 else ctypes.get_errno()
    finally:
        os.close(handle)


def _open(library: ctypes.CDLL, name: bytes, flags: int) -> int:
    handle = library.open(name, flags)
    if handle < 0:
        return ctypes.get_errno()
    os.close(handle)
    return 0


def _fork(library: ctypes.CDLL) -> int:
    child = library.fork()
    if child == 0:
        os._exit(0)
    if child < 0:
        return ctypes.get_errno()
    os.waitpid(child, 0)
    return 0


def _execute(library: ctypes.CDLL) -> int:
    """Try to become another program, with words that no system can take if it would."""
    words = (ctypes.c_char_p * 1)(None)
    library.execve(_EXECUTABLE + b"/none", words, words)
    error = ctypes.get_errno()
    # A system that looks for the program has not refused it.
    return 0 if error in (errno.ENOENT, errno.ENOTDIR) else error


def _open_plainly(path: str) -> int:
    try:
        os.close(os.open(path, os.O_RDONLY))
    except OSError as error:
        return error.errno or errno.EIO
    return 0
