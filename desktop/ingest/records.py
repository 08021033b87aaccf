"""Reads records: JSON with one article, a list of them, or one in each line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import SAVE_AS_TEXT, ArticleDraft, FileFacts, Remark, UnreadableFileError
from desktop.ingest.plain import to_draft
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import Decoded, clean_line, decode

_MOST_RECORDS = 100_000


def read_records(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the articles of a JSON file; records without a text are left out.

    Raises:
        UnreadableFileError: It is no JSON, or no record has a text.
    """
    decoded = decode(data)
    drafts: dict[tuple[str, str], ArticleDraft] = {}
    left_out = 0
    for record in _records(decoded.text):
        draft = _to_draft(decoded, record)
        if draft is None:
            left_out += 1
        elif len(drafts) < _MOST_RECORDS:
            drafts.setdefault((draft.text, draft.facts.outlet), draft)
    if not drafts:
        raise UnreadableFileError(
            "no-article", "No record of the file has a text; give each one a field named text."
        )
    found = list(drafts.values())
    if left_out:
        found[0] = _with_remark(found[0], left_out)
    return tuple(found)


def _records(text: str) -> Iterator[object]:
    try:
        whole = json.loads(text, parse_int=float)
    except RecursionError as error:
        raise UnreadableFileError(
            "nested-too-deep", f"The records are nested too deep; {SAVE_AS_TEXT}."
        ) from error
    except ValueError:
        yield from _lines(text)
        return
    entries = cast("list[object]", whole) if isinstance(whole, list) else [whole]
    yield from entries


def _lines(text: str) -> Iterator[object]:
    for line in text.split("\n"):
        if line.strip():
            try:
                yield json.loads(line, parse_int=float)
            except (ValueError, RecursionError):
                yield None


def _to_draft(decoded: Decoded, record: object) -> ArticleDraft | None:
    if not isinstance(record, dict):
        return None
    fields = cast("dict[str, object]", record)
    text = fields.get("text")
    if not isinstance(text, str):
        return None
    facts = FileFacts(
        title=_line(fields.get("title")),
        outlet=_line(fields.get("outlet")),
        authors=_authors(fields.get("authors") or fields.get("author")),
        published=to_iso(_line(fields.get("published"))),
        url=_line(fields.get("url")),
        language=_line(fields.get("language"))[:8],
    )
    try:
        return to_draft(decoded, text, Format.RECORDS, facts)
    except UnreadableFileError:
        return None


def _line(value: object) -> str:
    return clean_line(value) if isinstance(value, str) else ""


def _authors(value: object) -> tuple[str, ...]:
    several = cast("list[object]", value) if isinstance(value, list) else [value]
    return tuple(name for entry in several if (name := _line(entry)))


def _with_remark(draft: ArticleDraft, left_out: int) -> ArticleDraft:
    several = "1 record" if left_out == 1 else f"{left_out} records"
    remark = Remark("records-left-out", f"{several} of the file had no text and was left out.")
    return ArticleDraft(draft.text, draft.format, draft.facts, (*draft.doubts, remark))
