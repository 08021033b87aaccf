"""What readers give: drafts of articles, what is doubtful about them, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass, field

SAVE_AGAIN = "save the article as text or as a web page and add that"
SAVE_AS_TEXT = "save the article as plain text and add that"
# Codes of problems that the user can solve: such a file waits to be looked at, not refused.
NEEDS_USER = frozenset({"password", "scan", "no-abstract"})
SPLIT = "save each article in a file of its own and add those"


class UnreadableFileError(Exception):
    """A file that gives no article; `code` is for programs, `message` for the user."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a file was refused, or what is doubtful about what was read; one plain sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file or its sidecar states of an article; empty where it states nothing.

    `published` and `updated` are ISO dates as precise as they were stated.
    """

    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    language: str = ""
    updated: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a file states of its article, chosen or not.

    `field` is one of the fields of `FileFacts`, or "saved" or "file" for the dates of the copy;
    `where` names the place in words ("JSON-LD", "mail header"); several authors are joined by
    semicolons.
    """

    field: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A note that an export of this program has; both ends are -1 where it is on no words."""

    text: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Marks:
    """What the user of another library made of an article, as an export of it says."""

    tags: tuple[str, ...] = ()
    importance: int = 0
    notes: tuple[DraftNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a file, kept as text or dropped; `reason` says why it was dropped."""

    text: str
    kept: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """A text found in a file, and what the file itself states of it."""

    text: str
    format: str
    facts: FileFacts = field(default_factory=FileFacts)
    doubts: tuple[Remark, ...] = ()
    statements: tuple[Statement, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one file.

    `problem` is set where the file gave no article; `remarks` say what of a file of several was
    left out, and why.
    """

    drafts: tuple[ArticleDraft, ...] = ()
    problem: Remark | None = None
    remarks: tuple[Remark, ...] = ()
