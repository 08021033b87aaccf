"""What the reader process sends: one line of JSON a file, of which nothing is taken on trust."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from desktop.ingest.drafts import SAVE_AS_TEXT, SPLIT, Reading, Remark

if TYPE_CHECKING:  # loaded when the first answer is read
    from pydantic import TypeAdapter

# What one answer may hold: many articles, each with its text twice where it came from a page.
MOST_ANSWER = 120_000_000
MOST_TEXT = 5_000_000
MOST_ARTICLES = 50_000
_MOST_MESSAGE = 1000
_CODE = re.compile("[a-z][a-z0-9-]{1,40}")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read from a file, and how often something in it tried to reach a network."""

    reading: Reading
    tried: int = 0


NO_ARTICLE = Remark("no-article", f"No article was found in the file; {SAVE_AS_TEXT}.")
_TOO_MUCH = Remark("too-much-text", f"The file holds more text than is read at once; {SPLIT}.")


def to_line(answer: Answer) -> bytes:
    """Return an answer as a line; one that is too long, or says nothing, as the reason for it."""
    if not answer.reading.drafts and answer.reading.problem is None:
        answer = replace(answer, reading=Reading(problem=NO_ARTICLE))
    line = _to_json(answer)
    if len(line) > MOST_ANSWER:
        line = _to_json(replace(answer, reading=Reading(problem=_TOO_MUCH)))
    return line + b"\n"


def from_line(line: bytes) -> Answer:
    """Return the answer that `to_line` was given.

    Raises:
        ValueError: The line is no JSON, something is missing, of another type, or too large.
    """
    if len(line) > MOST_ANSWER:
        raise ValueError("the answer is too long")
    answer = _adapter().validate_json(line, strict=True, extra="forbid")
    reading = answer.reading
    remarks = [remark for draft in reading.drafts for remark in draft.doubts]
    remarks += [*reading.remarks, *([reading.problem] if reading.problem else [])]
    if not all(map(_is_sound, remarks)):
        raise ValueError("a remark is none")
    if len(reading.drafts) > MOST_ARTICLES or any(len(d.text) > MOST_TEXT for d in reading.drafts):
        raise ValueError("the answer is too large")
    if not reading.drafts and reading.problem is None:
        raise ValueError("the answer says nothing")
    return answer


def prepare() -> None:
    """Load what checks answers now, while something else is waited for."""
    _adapter()


def _to_json(answer: Answer) -> bytes:
    text = json.dumps(asdict(answer), ensure_ascii=False, check_circular=False)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        # Halves of pairs are no text, and no reason to refuse all the rest.
        return _SURROGATE.sub("\ufffd", text).encode("utf-8")


def _is_sound(remark: Remark) -> bool:
    message = remark.message
    return (
        _CODE.fullmatch(remark.code) is not None
        and 0 < len(message) <= _MOST_MESSAGE
        and len(message.splitlines()) == 1
    )


@cache
def _adapter() -> TypeAdapter[Answer]:
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(Answer)
