"""The fields of a record, whatever its maker calls them, become what a file states."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import ArticleDraft, FileFacts, Marks, Statement, UnreadableFileError
from desktop.ingest.formats import Format
from desktop.ingest.fragments import fragment_text, has_paragraphs
from desktop.ingest.gathering import Gathering
from desktop.ingest.own_marks import read_marks
from desktop.ingest.plain import to_draft
from desktop.ingest.texts import Decoded, clean_line, clean_text

# Fields by what they mean, the plainest name first; compared without case, blanks and lines.
_NAMES = {
    "text": (
        "text", "body", "content", "articlebody", "maintext", "fulltext", "articletext",
        "contenttext", "contenthtml", "articlecontent", "abstract",
    ),
    "title": ("title", "headline"),
    "outlet": (
        "outlet", "source", "publisher", "publication", "newspaper", "sitename",
        "sourcedomain", "containertitle",
    ),
    "authors": ("authors", "author", "byline", "creator"),
    "published": (
        "published", "publishedat", "datepublished", "datepublish", "publicationdate",
        "publishdate", "pubdate", "date", "issued",
    ),
    "updated": ("updated", "updatedat", "datemodified", "datemodify", "modified"),
    "url": ("url", "link", "canonicalurl", "externalurl"),
    "language": ("language", "lang"),
    "section": ("section", "articlesection", "category"),
}  # fmt: skip
_NO_LETTERS = re.compile(r"[^a-z0-9]")
_SECONDS, _MILLISECONDS = (10**9, 4 * 10**9), (10**12, 4 * 10**12)
_MOST_AUTHORS = 50
_MOST_DEPTH = 3


def find_text(fields: Mapping[str, object]) -> str | None:
    """Return what a record has as its text, None where it has none."""
    for value in _values(fields, "text"):
        if isinstance(value, str) and value.strip():
            return value
    return None


def known_fields() -> frozenset[str]:
    """Return the names of fields that are understood, in small letters alone."""
    return frozenset(name for names in _NAMES.values() for name in names)


def plain_name(name: str) -> str:
    """Return the name of a field as it is compared.

    >>> plain_name(" Published_At ")
    'publishedat'
    """
    return _NO_LETTERS.sub("", name.lower())


def gather_records(
    gathering: Gathering, records: Iterable[object], kind: Format, where: str
) -> None:
    """Add the article of each record; one without a text is left out, and counted."""
    for record in records:
        if gathering.is_full():
            return
        draft = _to_draft(record, kind, where)
        if draft is None:
            gathering.leave_out()
        else:
            gathering.add(draft)


def _to_draft(record: object, kind: Format, where: str) -> ArticleDraft | None:
    """Return the article of a record, None if it has no text, no words, or too many."""
    fields = cast("dict[str, object]", record) if isinstance(record, dict) else {}
    text = find_text(fields)
    if text is None:
        return None
    # What this program exported is the text itself, whatever it looks like.
    is_own = _is_own(fields, text)
    if not is_own and has_paragraphs(text):
        text = fragment_text(text)
    facts = _facts(fields)
    try:
        draft = to_draft(Decoded(""), text, kind, facts)
    except UnreadableFileError:
        return None
    marks = read_marks(fields, len(draft.text)) if is_own else Marks()
    return replace(draft, statements=tuple(_statements(facts, where)), marks=marks)


def _is_own(fields: Mapping[str, object], text: str) -> bool:
    stated = fields.get("sha256")
    kept = clean_text(text).encode("utf-8")
    return isinstance(stated, str) and hashlib.sha256(kept).hexdigest() == stated


def _facts(fields: Mapping[str, object]) -> FileFacts:
    return FileFacts(
        title=_first(fields, "title"),
        outlet=_first(fields, "outlet"),
        authors=_authors(fields),
        published=_date(fields, "published"),
        url=_first(fields, "url"),
        language=_first(fields, "language")[:8],
        updated=_date(fields, "updated"),
        section=_first(fields, "section"),
    )


def _statements(facts: FileFacts, where: str) -> Iterator[Statement]:
    for name in ("title", "outlet", "published", "updated", "url", "language", "section"):
        if value := str(getattr(facts, name)):
            yield Statement(name, value, where)
    if facts.authors:
        yield Statement("authors", "; ".join(facts.authors), where)


def _values(fields: Mapping[str, object], meaning: str) -> Iterator[object]:
    named = {plain_name(name): value for name, value in reversed(list(fields.items()))}
    for name in _NAMES[meaning]:
        if name in named:
            yield named[name]


def _first(fields: Mapping[str, object], meaning: str) -> str:
    return next((line for value in _values(fields, meaning) if (line := _name(value))), "")


def _name(value: object, depth: int = 0) -> str:
    """Return a value as one line; of an object its name, of a list the first that has one."""
    if isinstance(value, str):
        return clean_line(value)
    if depth >= _MOST_DEPTH:
        return ""
    if isinstance(value, dict):
        entry = cast("dict[str, object]", value)
        if isinstance(entry.get("family"), str):
            return clean_line(f"{_name(entry.get('given'), _MOST_DEPTH)} {entry['family']}")
        stated = (entry.get(name) for name in ("name", "title", "literal"))
        return next((line for one in stated if (line := _name(one, depth + 1))), "")
    if isinstance(value, list):
        several = cast("list[object]", value)
        return next((line for one in several if (line := _name(one, depth + 1))), "")
    return ""


def _authors(fields: Mapping[str, object]) -> tuple[str, ...]:
    for value in _values(fields, "authors"):
        if isinstance(value, str):
            several: list[object] = list(value.split(";"))
        else:
            several = cast("list[object]", value) if isinstance(value, list) else [value]
        names = dict.fromkeys(name for entry in several if (name := _name(entry)))
        if names:
            return tuple(names)[:_MOST_AUTHORS]
    return ()


def _date(fields: Mapping[str, object], meaning: str) -> str:
    return next((iso for value in _values(fields, meaning) if (iso := _to_date(value))), "")


def _to_date(value: object, depth: int = 0) -> str:
    if isinstance(value, str):
        return to_iso(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_epoch(float(value))
    if not isinstance(value, dict) or depth >= _MOST_DEPTH:
        return ""
    entry = cast("dict[str, object]", value)
    parts = entry.get("date-parts")
    if isinstance(parts, list):
        return _from_parts(cast("list[object]", parts))
    stated = (entry.get(name) for name in ("$date", "raw", "literal", "date"))
    return next((iso for one in stated if (iso := _to_date(one, depth + 1))), "")


def _from_parts(parts: list[object]) -> str:
    first = parts[0] if parts else None
    if not isinstance(first, list):
        return ""
    written = [str(part).split(".", 1)[0] for part in cast("list[object]", first)]
    if len(written) != 3 or not all(part.isdecimal() for part in written):
        return ""
    return to_iso(f"{written[0]:0>4}-{written[1]:0>2}-{written[2]:0>2}")


def _from_epoch(number: float) -> str:
    """Return a moment that is counted in seconds or milliseconds, as programs keep them."""
    if _MILLISECONDS[0] <= number < _MILLISECONDS[1]:
        number /= 1000
    if not _SECONDS[0] <= number < _SECONDS[1]:
        return ""
    return datetime.fromtimestamp(number, UTC).isoformat(timespec="minutes")
