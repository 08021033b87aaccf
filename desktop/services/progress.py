"""What a job says after each step; every step is a safe place to stop."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileStatus(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    ATTENTION = "needs-attention"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file was refused or needs attention; `message` is one plain sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article by id and title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file; it is committed before anybody sees this.

    `restored` counts articles that were in the trash and came back; `kept` says that the library
    holds the file as it came.
    """

    path: str
    status: FileStatus
    articles: tuple[ArticleRef, ...] = ()
    error: Problem | None = None
    restored: int = 0
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a job: `done` of `total`; `outcome` is that of an imported file.

    `more` says that the next step is done already and follows at once: whoever stops, stops after
    it. `busy` says that something is half done: whoever stops here undoes that, and nobody waits
    here, for others would wait, too.
    """

    done: int
    total: int
    label: str
    outcome: FileOutcome | None = None
    more: bool = False
    busy: bool = False
