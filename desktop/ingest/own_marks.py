"""Tags, importance and notes that an export of this program has beside an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from desktop.ingest.drafts import DraftNote, Marks
from desktop.ingest.texts import clean_line, clean_text

_MOST = 200
_MOST_LETTERS = 10_000
_MOST_IMPORTANT = 3
_MOST_DIGITS = 10


def read_marks(fields: Mapping[str, object], length: int) -> Marks:
    """Return what a line of an export says that its user made of the article.

    Args:
        fields: The line; in a table the tags are one text, separated by semicolons.
        length: How long the article's text is; a note that lies outside of it is on no words.
    """
    return Marks(
        tags=tuple(dict.fromkeys(_tags(fields.get("tags"))))[:_MOST],
        importance=_importance(fields.get("importance")),
        notes=tuple(_notes(fields.get("notes"), length))[:_MOST],
    )


def _tags(value: object) -> Iterator[str]:
    several = value.split(";") if isinstance(value, str) else value
    for entry in cast("list[object]", several) if isinstance(several, list) else ():
        if isinstance(entry, str) and (name := clean_line(entry)[:_MOST]):
            yield name


def _importance(value: object) -> int:
    return min(_whole(value) or 0, _MOST_IMPORTANT)


def _whole(value: object) -> int | None:
    """Return a whole number that a record has as a number or, in a table, as a text."""
    if isinstance(value, float) and value.is_integer():
        return int(value) if value >= 0 else None
    written = str(value) if isinstance(value, int | str) else ""
    is_number = written.isdecimal() and written.isascii() and len(written) < _MOST_DIGITS
    return int(written) if is_number else None


def _notes(value: object, length: int) -> Iterator[DraftNote]:
    for entry in cast("list[object]", value) if isinstance(value, list) else ():
        if not isinstance(entry, dict):
            continue
        fields = cast("dict[str, object]", entry)
        text, start, end = (
            fields.get("text"),
            _whole(fields.get("start")),
            _whole(fields.get("end")),
        )
        if not isinstance(text, str) or not clean_text(text).strip():
            continue
        words = clean_text(text)[:_MOST_LETTERS]
        if start is not None and end is not None and start < end <= length:
            yield DraftNote(words, start, end)
        else:
            yield DraftNote(words)
