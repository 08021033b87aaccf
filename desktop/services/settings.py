"""What the program remembers between runs outside any library: a small JSON file."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import platformdirs

APPLICATION = "Crosslight"
_MOST_RECENT = 10


@dataclass(frozen=True, slots=True)
class RecentLibrary:
    """A library that was open before; `url` is what `open_library` takes."""

    name: str
    url: str


def settings_path() -> Path:
    """Return where the settings file is or would be."""
    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False)) / "settings.json"


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
    path.parent.mkdir(parents=True, exist_ok=True)
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
    entries = read_settings().get("recent_libraries", [])
    if not isinstance(entries, list):
        return ()
    found = (_to_recent(entry) for entry in cast("list[object]", entries))
    return tuple(entry for entry in found if entry is not None)


def remember_recent(library: RecentLibrary) -> None:
    """Put a library first among the recent ones."""
    others = [entry for entry in recent_libraries() if entry.url != library.url]
    kept = [library, *others][:_MOST_RECENT]
    entries = [{"name": entry.name, "url": entry.url} for entry in kept]
    write_settings({**read_settings(), "recent_libraries": entries})


def _to_recent(entry: object) -> RecentLibrary | None:
    if not isinstance(entry, dict):
        return None
    fields = cast("dict[str, object]", entry)
    name, url = fields.get("name"), fields.get("url")
    return RecentLibrary(name, url) if isinstance(name, str) and isinstance(url, str) else None
