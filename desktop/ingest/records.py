"""Reads records: a JSON list, one object, or an object a line, each with the text of an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from desktop.ingest.drafts import SAVE_AS_TEXT, Reading, UnreadableFileError
from desktop.ingest.gathering import Gathering
from desktop.ingest.record_fields import find_text, gather_records
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import decode

_MOST_DEPTH = 4
_NO_ARTICLE = UnreadableFileError(
    "no-article", "No record of the file has a text; give each one a field named text."
)
_NO_ABSTRACT = "no-abstract"


def read_records(data: bytes) -> Reading:
    """Return the articles of a JSON file; records without a text are left out.

    Raises:
        UnreadableFileError: It is no JSON, or no record has a text.
    """
    decoded = decode(data)
    gathering = Gathering("record", "records")
    if decoded.doubt:
        gathering.remark(decoded.doubt)
    gather_records(gathering, _records(decoded.text), Format.RECORDS, "record")
    return gathering.reading(_NO_ARTICLE)


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
    yield from _entries(whole)


def _entries(whole: object) -> list[object]:
    """Return the records of a list, or of the list that an object around them holds."""
    waiting = [(whole, 0)]
    while waiting:
        value, depth = waiting.pop(0)
        if isinstance(value, list):
            return cast("list[object]", value)
        if not isinstance(value, dict) or depth > _MOST_DEPTH:
            continue
        fields = cast("dict[str, object]", value)
        if find_text(fields) is not None:
            return [fields]
        if isinstance(fields.get("items"), list) and isinstance(fields.get("title"), str):
            return _feed_entries(fields)
        waiting += [(one, depth + 1) for one in fields.values() if _holds_records(one)]
    return [whole]


def _feed_entries(feed: dict[str, object]) -> list[object]:
    """Return the entries of a feed in JSON, each with the feed's title as its outlet."""
    entries = cast("list[object]", feed["items"])
    return [
        {"outlet": feed["title"], **cast("dict[str, object]", entry)}
        if isinstance(entry, dict)
        else entry
        for entry in entries
    ]


def _holds_records(value: object) -> bool:
    if isinstance(value, dict):
        return True
    several = cast("list[object]", value) if isinstance(value, list) else []
    return any(isinstance(one, dict) for one in several[:20])


def _lines(text: str) -> Iterator[object]:
    for line in text.split("\n"):
        if line.strip():
            try:
                yield json.loads(line, parse_int=float)
            except (ValueError, RecursionError):
                yield None
