"""What readers give: drafts of articles, what is doubtful about them, or why there are none."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, cast

SAVE_AGAIN = "save the article as text or as a web page and add that"
SAVE_AS_TEXT = "save the article as plain text and add that"
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


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one file.

    `problem` is set where the file gave no article; `remarks` say what of a file of several was
    left out, and why.
    """

    drafts: tuple[ArticleDraft, ...] = ()
    problem: Remark | None = None
    remarks: tuple[Remark, ...] = ()


def to_plain(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain values for JSON."""
    return {
        "drafts": [_plain_draft(draft) for draft in reading.drafts],
        "problem": _plain_remark(reading.problem) if reading.problem else None,
        "remarks": [_plain_remark(remark) for remark in reading.remarks],
    }


def from_plain(values: object) -> Reading:
    """Return the reading that `to_plain` was given; an answer of another shape is an error.

    Raises:
        ValueError: Something is missing or of another type.
    """
    fields = _mapping(values)
    drafts = tuple(_to_draft(entry) for entry in _entries(fields.get("drafts")))
    problem = fields.get("problem")
    remarks = tuple(_to_remark(entry) for entry in _entries(fields.get("remarks")))
    return Reading(drafts, None if problem is None else _to_remark(problem), remarks)


def _plain_draft(draft: ArticleDraft) -> dict[str, Any]:
    return {
        "text": draft.text,
        "format": draft.format,
        "facts": {**asdict(draft.facts), "authors": list(draft.facts.authors)},
        "doubts": [_plain_remark(doubt) for doubt in draft.doubts],
        "statements": [asdict(statement) for statement in draft.statements],
        "paragraphs": [asdict(paragraph) for paragraph in draft.paragraphs],
    }


def _plain_remark(remark: Remark) -> dict[str, str]:
    return {"code": remark.code, "message": remark.message}


def _to_draft(values: object) -> ArticleDraft:
    fields = _mapping(values)
    facts = _mapping(fields.get("facts"))
    authors = tuple(_text(author) for author in _entries(facts.get("authors")))
    names = ("title", "outlet", "published", "url", "language", "updated", "section")
    plain = {name: _text(facts.get(name)) for name in names}
    doubts = tuple(_to_remark(entry) for entry in _entries(fields.get("doubts")))
    return ArticleDraft(
        text=_text(fields.get("text")),
        format=_text(fields.get("format")),
        facts=FileFacts(authors=authors, **plain),
        doubts=doubts,
        statements=tuple(_to_statement(entry) for entry in _entries(fields.get("statements"))),
        paragraphs=tuple(_to_paragraph(entry) for entry in _entries(fields.get("paragraphs"))),
    )


def _to_statement(values: object) -> Statement:
    fields = _mapping(values)
    return Statement(*(_text(fields.get(name)) for name in ("field", "value", "where")))


def _to_paragraph(values: object) -> Paragraph:
    fields = _mapping(values)
    kept = fields.get("kept")
    if not isinstance(kept, bool):
        raise ValueError("not a truth value")  # noqa: TRY004
    return Paragraph(_text(fields.get("text")), kept, _text(fields.get("reason")))


def _to_remark(values: object) -> Remark:
    fields = _mapping(values)
    return Remark(_text(fields.get("code")), _text(fields.get("message")))


def _mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError("not a mapping")  # noqa: TRY004
    return cast("dict[str, object]", value)


def _entries(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("not a list")  # noqa: TRY004
    return cast("list[object]", value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")  # noqa: TRY004
    return value
