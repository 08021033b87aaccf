"""`crosslight libraries`: what is known, and making, moving, renaming and forgetting by command."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from desktop.cli.main import run_cli
from desktop.services import settings
from tests.db.test_locks import other_program
from tests.desktop.cli.conftest import Run


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config" / "settings.json"
    monkeypatch.setattr(settings, "settings_path", lambda: path)
    monkeypatch.setenv("CROSSLIGHT_LIBRARY", str(tmp_path / "Default.crosslight"))


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a verb and gives the lines that it writes, those of an error for a code."""

    def run_words(*words: object, code: int = 0) -> list[str]:
        capsys.readouterr()
        assert run_cli([*map(str, words)]) == code
        written = capsys.readouterr()
        return (written.err if code else written.out).splitlines()

    return run_words


def known(call: Run) -> dict[str, tuple[bool, bool]]:
    found = map(json.loads, call("libraries", "--format", "jsonl"))
    return {entry["name"]: (entry["missing"], entry["default"]) for entry in found}


def test_the_list_marks_what_is_missing_and_which_is_the_default(call: Run, tmp_path: Path) -> None:
    assert call("libraries") == [
        f"Default (default, not made yet)  {tmp_path / 'Default.crosslight'}"
    ]
    assert call("libraries", "new", tmp_path / "Press") == [str(tmp_path / "Press.crosslight")]
    call("libraries", "new", tmp_path / "Default.crosslight")
    assert known(call) == {"Default": (False, True), "Press": (False, False)}
    (tmp_path / "Press.crosslight").unlink()
    assert known(call)["Press"] == (True, False)
    assert call("libraries")[1].startswith("Press (missing)  ")


def test_a_library_is_renamed_moved_and_forgotten(call: Run, tmp_path: Path) -> None:
    (place,) = call("libraries", "new", tmp_path / "One.crosslight")
    (renamed,) = call("libraries", "rename", "Two", "--library", place)
    assert renamed == str(tmp_path / "Two.crosslight")
    (moved,) = call("libraries", "move", tmp_path / "there" / "Three.crosslight",
                    "--library", renamed)  # fmt: skip
    assert known(call) == {"Three": (False, False), "Default": (True, True)}
    assert call("check", "--library", moved) == []
    assert call("libraries", "forget", "Three") == []
    assert "Three" not in known(call)
    assert Path(moved).exists()
    assert "is not in the list" in call("libraries", "forget", "Three", code=3)[0]


def test_a_library_is_forgotten_by_its_path_too(call: Run, tmp_path: Path) -> None:
    (place,) = call("libraries", "new", tmp_path / "One.crosslight")
    assert call("libraries", "forget", place) == []
    assert known(call) == {"Default": (True, True)}


def test_a_portable_library_is_made_beside_the_program_and_found_there_first(
    call: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "stick" / "crosslight"))
    (place,) = call("libraries", "new", "--portable")
    assert place == str(tmp_path / "stick" / "Library.crosslight")
    monkeypatch.delenv("CROSSLIGHT_LIBRARY")
    assert known(call) == {"Library": (False, True)}
    assert call("list") == []


@pytest.mark.parametrize("words", [("new",), ("new", "x", "--portable"), ("move",), ("rename",)])
def test_a_command_without_what_it_needs_is_refused(call: Run, words: tuple[str, ...]) -> None:
    assert call("libraries", *words, code=2)


def test_a_risky_folder_is_warned_of_and_used(
    call: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run_cli(["libraries", "new", str(tmp_path / "Dropbox" / "One.crosslight")]) == 0
    assert "kept in step with other computers by Dropbox" in capsys.readouterr().err
    assert known(call)["One"] == (False, False)


def test_verbs_that_read_work_beside_a_program_that_writes(
    run: Run, told: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.services.library_files.COMMAND", None)
    with other_program(Path(told[0])):
        assert len(run("list")) == 1
        assert run("check") == []
        assert run("events") == []
        assert len(run("export", "--format", "jsonl")) == 1
