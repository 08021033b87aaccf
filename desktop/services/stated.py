"""All that is stated of an article, chosen or not, and where two statements disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.core.model.articles import Metadata, Origin, Published, Stated
from desktop.ingest.dates import is_future
from desktop.ingest.drafts import ArticleDraft, FileFacts

SURE = 0.6
"""The text's own statement counts as one from this confidence on."""

TWO_DATES, TWO_OUTLETS, FUTURE_DATE = "two-dates", "two-outlets", "future-date"
CONFLICTS = (TWO_DATES, TWO_OUTLETS, FUTURE_DATE)
FILE_SYSTEM = "file system"
_FIELDS = ("title", "outlet", "published", "url", "language", "updated", "section")
_WIDEST = (timedelta(hours=-12), timedelta(hours=14))

# By the first word of a statement's place; all others are as sure as the file itself.
_SURE_OF = {
    "file": 0.95,
    "dateline": 0.9,
    "line": 0.7,
    "byline": 0.85,
    "newsroom": 0.5,
    "headline": 0.95,
    "title": 0.8,
    "address": 0.6,
}

_UNSURE = frozenset({"line", "address"})

Entry = dict[str, Any]
Statements = dict[str, list[Entry]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a library holds of an article in the two fields that matter most."""

    published: str | None
    outlet: str | None
    provenance: Mapping[str, Any]


def collect_statements(
    text: Metadata, draft: ArticleDraft, sidecar: FileFacts, path: Path
) -> Statements:
    """Return by field what sidecar, file and text state, and when the file was written.

    What one of them would choose stands before what else it states.
    """
    found: Statements = {}
    for field, value, where in _of_facts(sidecar):
        _add(found, field, {"value": value, "origin": Origin.SIDECAR.value, "where": where})
    for field, value, where in (*_of_draft(draft), *_rest_of(draft)):
        _add(found, field, {"value": value, "origin": Origin.FILE.value, "where": where})
    for field, stated in _of_text(text):
        entry: Entry = {
            "value": to_statement(stated.value),
            "origin": Origin.TEXT.value,
            "where": "text",
        }
        if stated.evidence is not None:
            entry["evidence"] = [stated.evidence.start, stated.evidence.end]
        if stated.confidence >= SURE:
            _add(found, field, entry)
    if moment := _file_date(path):
        _add(found, "file", {"value": moment, "origin": FILE_SYSTEM, "where": "file"})
    return found


def find_conflicts(
    stated: Mapping[str, Sequence[Entry]], known: Known, name_of: Callable[[str], str]
) -> dict[str, str]:
    """Return, by its code, a sentence for each disagreement that matters and is not settled.

    Args:
        stated: All statements by field.
        known: What the library holds.
        name_of: Gives an outlet by any of its names, so that two names of one are no two outlets.
    """
    found = dict[str, str]()
    day = "" if _is_settled(known.provenance, "published") else known.published
    if day and (other := _other_day(stated.get("published", ()), day)):
        found[TWO_DATES] = f"Two dates are stated: {_told(day)} and {other}."
    name = "" if _is_settled(known.provenance, "outlet") else known.outlet
    if name and (other := _other_outlet(stated.get("outlet", ()), name, name_of)):
        found[TWO_OUTLETS] = f"Two outlets are stated: {name} and {other}."
    if not known.published and (ahead := _first_ahead(stated.get("published", ()))):
        found[FUTURE_DATE] = f"The date stated lies ahead: {_told(ahead)}. It is not used."
    return found


def confidence_of(stated: Mapping[str, Sequence[Entry]], field: str, value: str) -> float:
    """Return how sure a value is that a file states: by its place, and by what else is stated.

    What a page says for machines is surer than a line of it; another place that says the same adds
    to it, one that says something else takes from it.
    """
    entries = [entry for entry in stated.get(field, ()) if entry["origin"] == Origin.FILE.value]
    own = [entry for entry in entries if _says(field, entry, value)]
    base = max((_SURE_OF.get(_kind(entry), _SURE_OF["file"]) for entry in own), default=0.9)
    if len({_kind(entry) for entry in own}) > 1:
        base += 0.5 * (1.0 - base)
    if len(own) < len(entries):
        base -= 0.1
    return round(base, 2)


def to_statement(value: str | tuple[str, ...] | Published | None) -> str:
    """Return a value of the metadata as statements write it."""
    if isinstance(value, tuple):
        return "; ".join(value)
    return value.iso if isinstance(value, Published) else value or ""


def may_be_one_day(one: str, other: str) -> bool:
    """Say whether two ISO dates can mean one day somewhere; a moment has two days on earth.

    >>> may_be_one_day("2024-11-09T05:30+00:00", "2024-11-08")
    True
    >>> may_be_one_day("2024-11-09", "2024-11-08")
    False
    """
    return not _days(one).isdisjoint(_days(other))


def _days(iso: str) -> set[str]:
    moment = datetime.fromisoformat(iso)
    if moment.tzinfo is None:
        return {iso[:10]}
    plain = moment.astimezone(UTC)
    return {iso[:10], *((plain + shift).date().isoformat() for shift in _WIDEST)}


def _add(found: Statements, field: str, entry: Entry) -> None:
    entries = found.setdefault(field, [])
    if entry not in entries:
        entries.append(entry)


def _kind(entry: Entry) -> str:
    return str(entry["where"]).partition(" ")[0]


def _says(field: str, entry: Entry, value: str) -> bool:
    stated = str(entry["value"])
    if field in ("published", "updated"):
        return may_be_one_day(stated, value)
    return " ".join(stated.split()).casefold() == " ".join(value.split()).casefold()


def _of_facts(facts: FileFacts) -> Iterator[tuple[str, str, str]]:
    for field in _FIELDS:
        if value := getattr(facts, field):
            yield field, value, "sidecar"
    if facts.authors:
        yield "authors", "; ".join(facts.authors), "sidecar"


def _of_draft(draft: ArticleDraft) -> Iterator[tuple[str, str, str]]:
    """Give what a file's reader chose, with the place that states it."""
    places = {(each.field, each.value): each.where for each in reversed(draft.statements)}
    for field, value, _where in _of_facts(draft.facts):
        yield field, value, places.get((field, value), "file")


def _rest_of(draft: ArticleDraft) -> Iterator[tuple[str, str, str]]:
    return ((each.field, each.value, each.where) for each in draft.statements)


def _of_text(text: Metadata) -> Iterable[tuple[str, Stated[Any]]]:
    named: dict[str, Stated[Any]] = {
        "title": text.title,
        "outlet": text.outlet,
        "authors": text.authors,
        "published": text.published,
        "language": text.language,
    }
    return ((field, stated) for field, stated in named.items() if stated.value)


def _file_date(path: Path) -> str:
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return ""
    return moment.isoformat(timespec="minutes")


def _is_settled(provenance: Mapping[str, Any], field: str) -> bool:
    entry: Entry = provenance.get(field) or Entry()
    return entry.get("origin") == Origin.USER.value or bool(entry.get("chosen"))


def _other_day(entries: Sequence[Entry], chosen: str) -> str:
    for entry in entries:
        value = str(entry["value"])
        # Other lines may speak of anything, and an address of a draft, in a zone of its own.
        if entry["where"] in _UNSURE or is_future(value):
            continue
        if not may_be_one_day(value, chosen):
            return f"{_told(value)} ({_place(entry)})"
    return ""


def _other_outlet(entries: Sequence[Entry], chosen: str, name_of: Callable[[str], str]) -> str:
    """Return what sidecar, file or text calls another outlet; a file's first name is its word."""
    heard = set[str]()
    for entry in entries:
        origin, name = str(entry["origin"]), str(entry["value"])
        if origin in heard:
            continue
        heard.add(origin)
        if not _is_alike(name_of(name), name_of(chosen)):
            return f"{name} ({_place(entry)})"
    return ""


def _is_alike(one: str, other: str) -> bool:
    """Say whether two names are one, or one is the other with something added."""
    left, right = ("".join(filter(str.isalnum, name.casefold())) for name in (one, other))
    short, long = sorted((left.removeprefix("the"), right.removeprefix("the")), key=len)
    return short == long or (len(short) > 2 and short in long)


def _first_ahead(entries: Sequence[Entry]) -> str:
    return next((str(entry["value"]) for entry in entries if is_future(str(entry["value"]))), "")


def _place(entry: Entry) -> str:
    where = str(entry["where"])
    return {"dateline": "in the page", "text": "in the text"}.get(where, where)


def _told(iso: str) -> str:
    moment = datetime.fromisoformat(iso)
    return f"{moment.day} {moment:%b} {moment.year}"
