"""Files of the user: written whole or not at all, and called by names that can be stored."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there, so that a full disk leaves no half.

    Raises:
        OSError: The file cannot be written.
    """
    with written_whole(path) as file:
        file.write(data)


@contextmanager
def written_whole(path: Path) -> Generator[BinaryIO]:
    """Give a file to write in, which takes its place at the end; left early, nothing is there.

    Raises:
        OSError: The file cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def to_text(name: str) -> str:
    r"""Return a file name as text, also where the system gives bytes that are none.

    >>> to_text("caf\udce9.txt") == "caf\ufffd.txt"
    True
    """
    return os.fsencode(name).decode("utf-8", "replace")
