"""Settings: written whole or not at all, and never a reason to fail."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services import libraries, settings
from desktop.services.settings import (
    RecentLibrary,
    read_settings,
    recent_libraries,
    remember_recent,
    write_settings,
)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config" / "settings.json"
    monkeypatch.setattr(settings, "settings_path", lambda: path)
    return path


def test_what_is_written_is_read_and_the_rest_is_kept() -> None:
    write_settings({"theme": "dark"})
    remember_recent(RecentLibrary("Desk", "/desk.crosslight"))
    assert read_settings()["theme"] == "dark"
    assert recent_libraries() == (RecentLibrary("Desk", "/desk.crosslight"),)


def test_no_more_than_ten_libraries_are_remembered() -> None:
    for number in range(15):
        remember_recent(RecentLibrary(f"{number}", f"/{number}"))
    assert [recent.name for recent in recent_libraries()] == [f"{n}" for n in range(14, 4, -1)]


def test_a_write_that_fails_leaves_the_old_settings_and_no_rest(
    own_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings({"theme": "dark"})

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_settings({"theme": "light"})
    assert read_settings() == {"theme": "dark"}
    assert [path.name for path in own_settings.parent.iterdir()] == ["settings.json"]


def test_a_folder_that_takes_no_settings_keeps_no_library_from_opening(
    own_settings: Path, tmp_path: Path
) -> None:
    own_settings.parent.write_text("a file where the folder should be")
    opened = libraries.open_library(tmp_path / "x.crosslight", create=True)
    libraries.remember_library(opened)
    opened.close()
    assert recent_libraries() == ()


@given(st.binary(max_size=80))
def test_any_rubbish_is_no_settings(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "settings_path", lambda: path)
        assert recent_libraries() == ()
