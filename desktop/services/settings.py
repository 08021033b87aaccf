"""What the program remembers between runs outside any library: a small JSON file."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from desktop.services.locations import APPLICATION, config_folder, make_folder

__all__ = [
    "APPLICATION",
    "RecentLibrary",
    "forget_recent",
    "known_damage",
    "last_check",
    "note_check",
    "note_damage",
    "read_settings",
    "recent_libraries",
    "remember_recent",
    "rename_recent",
    "settings_path",
    "write_settings",
]

_MOST_RECENT = 10
_MOST_DAMAGE = 20
_RECENT, _DAMAGED, _CHECKED = "recent_libraries", "damaged_libraries", "checked_libraries"
_FILE_URL = "sqlite:///"


@dataclass(frozen=True, slots=True)
class RecentLibrary:
    """A library that was open before; `url` is what `open_library` takes."""

    name: str
    url: str

    @property
    def is_missing(self) -> bool:
        """Say whether its file is not there, or out of reach now; a server is never asked."""
        if not self.url.startswith(_FILE_URL):
            return False
        try:
            return not Path(self.url.removeprefix(_FILE_URL)).exists()
        except OSError:
            return True


def settings_path() -> Path:
    """Return where the settings file is or would be."""
    return config_folder() / "settings.json"


def read_settings() -> dict[str, Any]:
    """Return all settings; a missing or damaged file gives none."""
    try:
        found = json.loads(settings_path().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def write_settings(settings: dict[str, Any]) -> None:
    """Replace the settings file in one step, so that a crash leaves the old or the new one.

    Raises:
        OSError: The folder cannot be made or written.
    """
    path = settings_path()
    make_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-", suffix=".json")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(settings, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def recent_libraries() -> tuple[RecentLibrary, ...]:
    """Return the libraries that were open before, the latest first."""
    entries = read_settings().get(_RECENT, [])
    if not isinstance(entries, list):
        return ()
    found = (_to_recent(entry) for entry in cast("list[object]", entries))
    return tuple(entry for entry in found if entry is not None)


def remember_recent(library: RecentLibrary) -> None:
    """Put a library first among the recent ones."""
    others = [entry for entry in recent_libraries() if entry.url != library.url]
    _write_recent([library, *others][:_MOST_RECENT])


def forget_recent(url: str) -> bool:
    """Take a library from the recent ones, leaving its file alone; say whether it was there."""
    known = recent_libraries()
    kept = [entry for entry in known if entry.url != url]
    if len(kept) < len(known):
        _write_recent(kept)
    return len(kept) < len(known)


def rename_recent(url: str, library: RecentLibrary) -> None:
    """Give a recent library that was moved or renamed its new place; others stay as they are."""
    known = [entry for entry in recent_libraries() if entry.url != library.url]
    if any(entry.url == url for entry in known):
        _write_recent([library if entry.url == url else entry for entry in known])


def note_damage(path: Path, problems: Sequence[str]) -> None:
    """Remember that a library's file is damaged, until it is another one; no problem ends that.

    Raises:
        OSError: It cannot be saved.
    """
    settings = read_settings()
    noted = settings.get(_DAMAGED)
    known = dict(cast("dict[str, Any]", noted)) if isinstance(noted, dict) else {}
    before = dict(known)
    known.pop(str(path), None)
    if problems:
        known[str(path)] = {"state": _state(path), "problems": list(problems[:_MOST_DAMAGE])}
    if known != before:
        write_settings({**settings, _DAMAGED: known})


def known_damage(path: Path) -> tuple[str, ...]:
    """Return what was found damaged in a library's file, if it is that file still."""
    noted = read_settings().get(_DAMAGED)
    entry = cast("dict[str, Any]", noted).get(str(path)) if isinstance(noted, dict) else None
    if not isinstance(entry, dict):
        return ()
    found = cast("dict[str, Any]", entry)
    problems = found.get("problems")
    if found.get("state") != _state(path) or not isinstance(problems, list):
        return ()
    return tuple(str(problem) for problem in cast("list[object]", problems))


def note_check(path: Path, moment: str) -> None:
    """Remember when a library's file was checked last.

    Raises:
        OSError: It cannot be saved.
    """
    settings = read_settings()
    noted = settings.get(_CHECKED)
    known = dict(cast("dict[str, Any]", noted)) if isinstance(noted, dict) else {}
    write_settings({**settings, _CHECKED: {**known, str(path): moment}})


def last_check(path: Path) -> str:
    """Return when a library's file was checked last; empty where it never was."""
    noted = read_settings().get(_CHECKED)
    found = cast("dict[str, Any]", noted).get(str(path)) if isinstance(noted, dict) else None
    return found if isinstance(found, str) else ""


def _state(path: Path) -> list[int]:
    """Return numbers that are other ones once a library's file has been changed or exchanged."""
    state: list[int] = []
    for ending in ("", "-wal"):
        try:
            found = Path(f"{path}{ending}").stat()
        except OSError:
            continue
        if found.st_size:
            state += [found.st_size, found.st_mtime_ns]
    return state


def _write_recent(libraries: Sequence[RecentLibrary]) -> None:
    entries = [{"name": entry.name, "url": entry.url} for entry in libraries]
    write_settings({**read_settings(), _RECENT: entries})


def _to_recent(entry: object) -> RecentLibrary | None:
    if not isinstance(entry, dict):
        return None
    fields = cast("dict[str, object]", entry)
    name, url = fields.get("name"), fields.get("url")
    return RecentLibrary(name, url) if isinstance(name, str) and isinstance(url, str) else None
