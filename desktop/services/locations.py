"""Where things are kept: for the user of this computer, or beside a program that travels."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

APPLICATION = "Crosslight"
LIBRARY_ENDING = ".crosslight"
LIBRARY_NAME = f"Library{LIBRARY_ENDING}"
_SETTINGS_BESIDE = "Crosslight settings"


def program_folder() -> Path:
    """Return the folder that the program stands in, as its user sees it."""
    image = os.environ.get("APPIMAGE")
    program = Path(image or sys.executable)
    bundle = next((each for each in program.parents if each.suffix == ".app"), None)
    return (bundle or program).parent


def portable_library() -> Path:
    """Return where a library that travels with the program lies, or would lie."""
    return program_folder() / LIBRARY_NAME


def is_portable() -> bool:
    """Say whether a library lies beside the program: it is the default one then."""
    try:
        return portable_library().is_file()
    except OSError:
        return False


def default_library() -> str:
    """Return the path or URL of the library that is used when none is named."""
    chosen = os.environ.get("CROSSLIGHT_LIBRARY")
    if chosen:
        return chosen
    return str(portable_library() if is_portable() else data_folder() / LIBRARY_NAME)


def sample_library_path() -> Path:
    """Return where the library of the sample articles is kept."""
    return data_folder() / f"Samples{LIBRARY_ENDING}"


def data_folder() -> Path:
    """Return the user's folder for libraries."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def config_folder() -> Path:
    """Return the folder for what is remembered between runs; a portable library has its own."""
    if is_portable() and os.access(program_folder(), os.W_OK):
        return program_folder() / _SETTINGS_BESIDE
    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False))


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each for its owner alone; what is there stays as it is.

    Raises:
        OSError: One of them cannot be made.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
