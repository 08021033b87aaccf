"""How an article can be a copy of another one."""

from __future__ import annotations

from enum import StrEnum


class CopyKind(StrEnum):
    """One outlet's text twice, another outlet's print of it, or another version of it."""

    DUPLICATE = "duplicate"
    REPRINT = "reprint"
    REVISION = "revision"
