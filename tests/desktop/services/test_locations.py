"""Where things are kept: the user's folders, or beside a program that is carried along."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.services import locations
from desktop.services.libraries import create_library, default_library
from desktop.services.locations import config_folder, is_portable, make_folder, portable_library
from desktop.services.settings import read_settings, settings_path, write_settings


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a program that is carried on a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(sys, "executable", str(folder / "crosslight"))
    monkeypatch.delenv("CROSSLIGHT_LIBRARY", raising=False)
    monkeypatch.delenv("APPIMAGE", raising=False)
    return folder


def test_a_library_beside_the_program_is_the_default_one(stick: Path) -> None:
    assert not is_portable()
    assert Path(default_library()).parent != stick
    create_library(portable_library()).close()
    assert is_portable()
    assert default_library() == str(stick / "Library.crosslight")


def test_a_library_that_is_named_goes_before_the_portable_one(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_library(stick / "Library.crosslight").close()
    monkeypatch.setenv("CROSSLIGHT_LIBRARY", "postgresql://host/news")
    assert default_library() == "postgresql://host/news"


def test_a_portable_library_has_its_settings_with_it(stick: Path) -> None:
    elsewhere = config_folder() / "settings.json"
    before = elsewhere.read_bytes() if elsewhere.exists() else None
    assert stick not in elsewhere.parents
    create_library(portable_library()).close()
    assert settings_path().parent.parent == stick
    write_settings({"a": 1})
    assert read_settings() == {"a": 1}
    assert (elsewhere.read_bytes() if elsewhere.exists() else None) == before


def test_a_bundle_and_an_image_are_what_the_user_carries(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = stick / "Crosslight.app" / "Contents" / "MacOS" / "crosslight"
    monkeypatch.setattr(sys, "executable", str(inner))
    assert locations.program_folder() == stick
    monkeypatch.setenv("APPIMAGE", str(stick / "images" / "Crosslight.AppImage"))
    assert locations.program_folder() == stick / "images"


def test_folders_are_made_for_their_owner_alone_and_others_stay_as_they_are(
    tmp_path: Path,
) -> None:
    (tmp_path / "there").mkdir(mode=0o755)
    (tmp_path / "there").chmod(0o755)
    make_folder(tmp_path / "there" / "a" / "b")
    modes = [path.stat().st_mode & 0o777 for path in sorted(tmp_path.rglob("*"))]
    assert modes == [0o755, 0o700, 0o700]
    make_folder(tmp_path / "there")
    assert (tmp_path / "there").stat().st_mode & 0o777 == 0o755


def test_no_folder_is_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        make_folder(tmp_path / "file" / "a")
