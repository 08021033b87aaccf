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

    `published` is an ISO date as precise as it was stated.
    """

    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """A text found in a file, and what the file itself states of it."""

    text: str
    format: str
    facts: FileFacts = field(default_factory=FileFacts)
    doubts: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one file; `problem` is set where the file gave no article."""

    drafts: tuple[ArticleDraft, ...] = ()
    problem: Remark | None = None


def to_plain(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain values for JSON."""
    return {
        "drafts": [_plain_draft(draft) for draft in reading.drafts],
        "problem": _plain_remark(reading.problem) if reading.problem else None,
    }


def from_plain(values: object) -> Reading:
    """Return the reading that `to_plain` was given; an answer of another shape is an error.

    Raises:
        ValueError: Something is missing or of another type.
    """
    fields = _mapping(values)
    drafts = tuple(_to_draft(entry) for entry in _entries(fields.get("drafts")))
    problem = fields.get("problem")
    return Reading(drafts, None if problem is None else _to_remark(problem))


def _plain_draft(draft: ArticleDraft) -> dict[str, Any]:
    return {
        "text": draft.text,
        "format": draft.format,
        "facts": {**asdict(draft.facts), "authors": list(draft.facts.authors)},
        "doubts": [_plain_remark(doubt) for doubt in draft.doubts],
    }


def _plain_remark(remark: Remark) -> dict[str, str]:
    return {"code": remark.code, "message": remark.message}


def _to_draft(values: object) -> ArticleDraft:
    fields = _mapping(values)
    facts = _mapping(fields.get("facts"))
    authors = tuple(_text(author) for author in _entries(facts.get("authors")))
    names = ("title", "outlet", "published", "url", "language")
    plain = {name: _text(facts.get(name)) for name in names}
    doubts = tuple(_to_remark(entry) for entry in _entries(fields.get("doubts")))
    return ArticleDraft(
        text=_text(fields.get("text")),
        format=_text(fields.get("format")),
        facts=FileFacts(authors=authors, **plain),
        doubts=doubts,
    )


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
