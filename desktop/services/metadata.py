"""An article's metadata as it is stored: plain columns, and where each value comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from db.tables import ArticleRow
from desktop.core.model.articles import Metadata, Origin, Published, Stated
from desktop.core.model.spans import Span

T = TypeVar("T")

_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:[.,]\d+)?)?"
    r"\s*(?P<offset>Z|[+-]\d\d:?\d\d)?)?"
)
_EARLIEST, _LATEST = 1000, 2099
_MOST_OFFSET = 14 * 60


def to_published(iso: str, zone: str | None = None) -> Published | None:
    """Return a full ISO date with the precision it has; anything else is no date.

    >>> to_published("2024-11-02T18:37+05:30").iso
    '2024-11-02T18:37+05:30'
    >>> to_published("2024-11") is None
    True
    """
    found = _ISO.fullmatch(iso.strip())
    if found is None or not _is_day(found):
        return None
    day = (int(found["year"]), int(found["month"]), int(found["day"]))
    if found["hour"] is None:
        return Published(*day)
    hour, minute = int(found["hour"]), int(found["minute"])
    if hour > 23 or minute > 59:
        return Published(*day)
    return Published(*day, hour, minute, _offset(found["offset"]), zone)


def _is_day(found: re.Match[str]) -> bool:
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return False
    return _EARLIEST <= day.year <= _LATEST


def _offset(written: str | None) -> int | None:
    if written is None:
        return None
    if written == "Z":
        return 0
    minutes = int(written[1:3]) * 60 + int(written[-2:])
    if minutes > _MOST_OFFSET:
        return None
    return -minutes if written[0] == "-" else minutes


def provenance_of(metadata: Metadata) -> dict[str, Any]:
    """Return where each known value comes from, as the table keeps it."""
    fields: dict[str, Stated[Any]] = {
        "title": metadata.title,
        "outlet": metadata.outlet,
        "authors": metadata.authors,
        "published": metadata.published,
        "url": metadata.url,
        "language": metadata.language,
        "agency": metadata.agency,
    }
    return {name: to_entry(stated) for name, stated in fields.items() if stated.value}


def to_entry(stated: Stated[Any]) -> dict[str, Any]:
    """Return the provenance of one value as the table keeps it."""
    entry: dict[str, Any] = {
        "origin": stated.origin.value,
        "confidence": round(stated.confidence, 4),
    }
    if stated.evidence is not None:
        entry["evidence"] = [stated.evidence.start, stated.evidence.end]
    return entry


def to_metadata(row: ArticleRow, outlet: str | None) -> Metadata:
    """Return a row's metadata; `outlet` is the name of its outlet."""
    origins = row.provenance
    published = to_published(row.published, row.zone) if row.published else None
    title = row.title if "title" in origins else None
    return Metadata(
        title=_stated(origins, "title", title),
        outlet=_stated(origins, "outlet", outlet),
        authors=_stated(origins, "authors", tuple(row.authors) if row.authors else None),
        published=_stated(origins, "published", published),
        url=_stated(origins, "url", row.url),
        language=_stated(origins, "language", row.language),
        agency=_stated(origins, "agency", row.agency),
    )


def _stated(origins: Mapping[str, Any], name: str, value: T | None) -> Stated[T]:
    entry = origins.get(name)
    if value is None or entry is None:
        return Stated(value)
    evidence = entry.get("evidence")
    span = Span(evidence[0], evidence[1]) if evidence else None
    return Stated(value, Origin(entry["origin"]), span, float(entry["confidence"]))
