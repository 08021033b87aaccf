"""`crosslight watch`: what comes into a folder is imported and told of until it is interrupted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli.main import INTERRUPTED
from tests.desktop.cli.conftest import TOLD, Run


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="interrupts as POSIX systems do")
def test_a_folder_is_imported_then_watched_until_interrupted(tmp_path: Path) -> None:
    folder, place = tmp_path / "folder", tmp_path / "W.crosslight"
    folder.mkdir()
    (folder / "first.txt").write_text(TOLD, "utf-8")
    command = [sys.executable, "-m", "desktop", "watch", str(folder), "--library", str(place)]
    with subprocess.Popen(
        [*command, "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = json.loads(process.stdout.readline())
        (folder / "second.txt").write_text(TOLD.replace("mayor", "governor"), "utf-8")
        second = json.loads(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        rest, errors = process.stdout.read(), process.stderr.read()
    assert [Path(line["path"]).name for line in (first, second)] == ["first.txt", "second.txt"]
    assert {line["status"] for line in (first, second)} == {"imported"}
    assert (process.returncode, rest, errors) == (INTERRUPTED, b"", b"")


def test_folders_that_the_window_watches_are_added_listed_and_removed(
    run: Run, tmp_path: Path
) -> None:
    assert run("watch", "--list") == []
    assert run("watch", tmp_path, "--add") == []
    assert run("watch", "--list") == [str(tmp_path)]
    assert run("watch", tmp_path, "--remove") == []
    assert run("watch", "--list") == []


def test_what_is_no_folder_is_named(run: Run, tmp_path: Path) -> None:
    assert f"{tmp_path / 'none'} is no folder." in run("watch", tmp_path / "none", code=3)[0]
    assert (
        f"{tmp_path / 'none'} is no folder." in run("watch", tmp_path / "none", "--add", code=3)[0]
    )
    assert "Name a folder." in run("watch", code=2)[-1]
