"""Sidecars: `sources.csv` in a folder, or `NAME.meta.json` beside a file, state what files are."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import FileFacts, UnreadableFileError
from desktop.ingest.folders import FoundFile, is_kind
from desktop.ingest.texts import clean_line, decode

SOURCES = "sources.csv"
META = ".meta.json"
_MOST_BYTES = 5_000_000
_COLUMNS = {"file", "outlet", "author", "published", "url"}


class Sidecars:
    """Answers what sidecars state of files; each sidecar is read once."""

    def __init__(self) -> None:
        self._sources: dict[Path, dict[str, FileFacts]] = {}

    def facts_of(self, found: FoundFile) -> FileFacts:
        """Return what the nearest sidecar states of a file; nothing where there is none."""
        meta = _read_meta(found.path)
        if meta is not None:
            return meta
        for folder in _folders(found):
            name = found.path.relative_to(folder).as_posix()
            facts = self._listed(folder).get(name)
            if facts is not None:
                return facts
        return FileFacts()

    def without_applied(self, files: Iterable[FoundFile]) -> list[FoundFile]:
        """Return the files without the sidecars that state something of one of them."""
        given = list(files)
        stems = {(file.path.parent, file.path.stem) for file in given}
        return [file for file in given if not self._is_applied(file, stems)]

    def _is_applied(self, file: FoundFile, stems: set[tuple[Path, str]]) -> bool:
        path = file.path
        if path.name.endswith(META):
            name = path.name.removesuffix(META)
            known = (path.parent, name) in stems or is_kind(path.parent / name, stat.S_ISREG)
            return known and _meta_fields(path) is not None
        if path.name != SOURCES:
            return False
        listed = self._listed(path.parent)
        return any(is_kind(path.parent / name, stat.S_ISREG) for name in listed)

    def _listed(self, folder: Path) -> dict[str, FileFacts]:
        if folder not in self._sources:
            self._sources[folder] = dict(_read_sources(folder / SOURCES))
        return self._sources[folder]


def _folders(found: FoundFile) -> list[Path]:
    """Return the folders whose list may name a file, the nearest first."""
    folder = found.path.parent
    folders = [folder]
    while folder != found.root and found.root in folder.parents:
        folder = folder.parent
        folders.append(folder)
    return folders


def _read_small(path: Path) -> str | None:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            data = file.read(_MOST_BYTES + 1)
        return decode(data).text if len(data) <= _MOST_BYTES else None
    except (OSError, ValueError, UnreadableFileError):
        return None


def _read_sources(path: Path) -> list[tuple[str, FileFacts]]:
    text = _read_small(path)
    if text is None:
        return []
    first = text.partition("\n")[0]
    comma = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=comma))
    except csv.Error:
        return []
    columns = [name.strip().lower() for name in rows[0]] if rows else []
    if "file" not in columns or not _COLUMNS & set(columns) - {"file"}:
        return []
    entries = (dict(zip(columns, row, strict=False)) for row in rows[1:])
    return [
        (name, _to_facts({**entry, "authors": entry.get("author", "")}))
        for entry in entries
        if (name := entry.get("file", "").strip().replace("\\", "/").removeprefix("./"))
    ]


def _read_meta(path: Path) -> FileFacts | None:
    for name in (path.name + META, path.stem + META):
        fields = _meta_fields(path.with_name(name)) if name != path.name else None
        if fields is not None:
            return _to_facts({**fields, "authors": fields.get("authors") or fields.get("author")})
    return None


def _meta_fields(path: Path) -> dict[str, object] | None:
    text = _read_small(path)
    if text is None:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, object]", found) if isinstance(found, dict) else None


def _to_facts(fields: Mapping[str, object]) -> FileFacts:
    return FileFacts(
        title=_line(fields.get("title")),
        outlet=_line(fields.get("outlet")),
        authors=_authors(fields.get("authors")),
        published=to_iso(_line(fields.get("published"))),
        url=_line(fields.get("url")),
        language=_line(fields.get("language"))[:8],
        updated=to_iso(_line(fields.get("updated"))),
        section=_line(fields.get("section")),
    )


def _authors(value: object) -> tuple[str, ...]:
    several = cast("list[object]", value) if isinstance(value, list) else _line(value).split(";")
    return tuple(name for entry in several if (name := _line(entry)))


def _line(value: object) -> str:
    return clean_line(value) if isinstance(value, str) else ""
