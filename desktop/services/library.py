"""An open library, and why one can only be read."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError

from db.locks import Holder, WriterLock

SQLITE_URL = "sqlite:///"
WINDOW_PROGRAM, COMMAND_PROGRAM = "window", "command"


class ReadOnly(StrEnum):
    """Why a library takes no changes."""

    NO = ""
    ASKED = "asked"
    PLACE = "place"
    NEWER = "newer"
    OLDER = "older"
    HELD = "held"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Library:
    """An open library; `path` is None on a server. Services take it, nobody else looks inside.

    `reason` says why it is read-only, `holder` which program writes to it instead, and `damage`
    what was found to be damaged. `lock` and `scratch` are given up on closing.
    """

    name: str
    url: str
    path: Path | None
    read_only: bool
    engine: sa.Engine
    reason: ReadOnly = ReadOnly.NO
    holder: Holder | None = None
    damage: tuple[str, ...] = ()
    lock: WriterLock | None = None
    scratch: Path | None = None

    @property
    def shown(self) -> str:
        """Return the place as it may be shown: a path, or a URL that hides its password."""
        return str(self.path) if self.path is not None else without_password(self.url)

    def close(self) -> None:
        """Let go of the library's file or server."""
        self.engine.dispose()
        if self.lock is not None:
            self.lock.release()
        if self.scratch is not None:
            shutil.rmtree(self.scratch, ignore_errors=True)


def without_password(url: str) -> str:
    """Return a library's URL as it may be shown.

    >>> without_password("postgresql://ann:secret@host/news")
    'postgresql://ann:***@host/news'
    """
    if url.startswith(SQLITE_URL):
        return url
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return url.partition("://")[0] + "://…"


def tell_holder(holder: Holder | None) -> str:
    """Say which program writes to a library, and since when, as the end of a sentence.

    >>> tell_holder(Holder())
    'another program on this computer'
    """
    known = holder or Holder()
    kinds = {WINDOW_PROGRAM: "another Crosslight window", COMMAND_PROGRAM: "a Crosslight command"}
    told = f"{kinds.get(known.program, 'another program')} on this computer"
    try:
        since = datetime.fromisoformat(known.since).astimezone()
    except ValueError:
        return told
    return f"{told} (since {since:%H:%M}, process {known.pid})"
