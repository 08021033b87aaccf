"""The command line's contract for libraries, in this process and in one of its own."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run_cli
from desktop.services.libraries import sample_articles

Run = Callable[..., "Done"]
SAMPLES = [str(path) for path in sample_articles()]


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    returncode: int
    stdout: str
    stderr: str


def lines(done: Done) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii()
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def crosslight(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    def run(*words: str) -> Done:
        code = run_cli(words)
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    return run


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "Library.crosslight")


def test_import_list_events_show_and_export_speak_json_lines(crosslight: Run, place: str) -> None:
    told = lines(crosslight("import", *SAMPLES, "--library", place, "--format", "jsonl"))
    assert [line["path"] for line in told] == SAMPLES
    assert {line["status"] for line in told} == {"imported"}
    assert {tuple(line) for line in told} == {("path", "status", "articles", "error")}
    ids = [line["articles"][0]["id"] for line in told]

    listed = lines(crosslight("list", "--library", place, "--format", "jsonl"))
    assert [line["id"] for line in listed] == ids

    (event,) = lines(crosslight("events", "--library", place, "--format", "jsonl"))
    assert event["articles"] == ids
    assert event["label"]

    (shown,) = lines(crosslight("show", ids[0], "--library", place, "--format", "jsonl"))
    assert shown["metadata"]["outlet"]["origin"] == "sidecar"

    exported = lines(crosslight("export", "--library", place, "--format", "jsonl"))
    assert [line["id"] for line in exported] == ids
    for line, path in zip(exported, SAMPLES, strict=True):
        assert line["text"] == Path(path).read_bytes().decode()
        assert line["sha256"] == hashlib.sha256(line["text"].encode()).hexdigest()
        assert line["source_name"] == Path(path).name
        assert line["relations"] == []


def test_people_get_sentences(crosslight: Run, place: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    message = "The file is empty; save the article again and add that."
    done = crosslight("import", *SAMPLES, str(tmp_path / "empty.txt"), "--library", place)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-2:] == [
        f"6/6 {tmp_path / 'empty.txt'}: not read: {message}",
        "5 added, 0 duplicates, 1 not read",
    ]
    listed = crosslight("list", "--library", place).stdout
    assert "The Hindu" in listed
    event = crosslight("events", "--library", place).stdout
    assert "5 articles" in event
    shown = crosslight("show", listed.split()[0], "--library", place).stdout
    assert "outlet:     Business Insider (from sidecar)" in shown


def test_a_folder_without_articles_is_told_of_once_and_only_to_people(
    crosslight: Run, place: str, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "empty.txt").touch()
    (folder / "table.csv").write_text("a,b")
    words = ("import", str(folder), SAMPLES[0], "--library", place)
    told = crosslight(*words).stdout.splitlines()
    assert len(told) == 5
    assert told[-2].startswith(f"{folder}: The folder holds no articles; ")
    assert told[-1] == "1 added, 0 duplicates, 2 not read"
    assert len(lines(crosslight(*words, "--format", "jsonl"))) == 3


def test_a_folder_without_files_has_one_line(crosslight: Run, place: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    told = crosslight("import", str(folder), "--library", place).stdout.splitlines()
    assert told == [
        f"1/1 {folder}: not read: The folder holds no files to read; add one that holds articles.",
        "0 added, 0 duplicates, 1 not read",
    ]


def test_a_name_that_is_too_long_has_its_line(crosslight: Run, place: str, tmp_path: Path) -> None:
    done = crosslight("import", str(tmp_path / ("n" * 300)), "--library", place)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)


def test_a_sidecar_alone_is_said_to_add_nothing(crosslight: Run, place: str) -> None:
    sidecar = str(Path(SAMPLES[0]).with_name("sources.csv"))
    first, last = crosslight("import", sidecar, "--library", place).stdout.splitlines()
    assert first.startswith(f"{sidecar}: A sidecar alone adds nothing; ")
    assert last == "0 added, 0 duplicates"
    told = crosslight("import", sidecar, SAMPLES[0], "--library", place).stdout
    assert "sidecar alone" not in told


def test_options_may_stand_before_the_paths_and_dashes_end_them(place: str, tmp_path: Path) -> None:
    path = tmp_path / "-odd.txt"
    path.write_text("Some words of an article.")
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "import", "--format", "jsonl", "--library", place,
         "--", "-odd.txt"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    told = Done(done.returncode, done.stdout, done.stderr)
    assert [line["status"] for line in lines(told)] == ["imported"]


def test_a_table_holds_no_formula(crosslight: Run, place: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: =SUM(A1)\noutlet: '@you'\n---\n-2 degrees today")
    crosslight("import", str(tmp_path / "a.md"), "--library", place)
    done = crosslight("export", "--library", place, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert (row["title"], row["outlet"]) == ("'=SUM(A1)", "'@you")


def test_exit_codes_are_those_of_the_contract(crosslight: Run, place: str, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.crosslight")
    rubbish = tmp_path / "rubbish.crosslight"
    rubbish.write_bytes(b"rubbish")
    crosslight("import", SAMPLES[0], "--library", place)
    codes = {
        ("import",): 2,
        ("import", SAMPLES[0], "--format", "xml"): 2,
        ("import", SAMPLES[0], "--library", str(rubbish)): 3,
        ("import", SAMPLES[0], "--library", str(tmp_path)): 3,
        ("list", "--library", missing): 3,
        ("show", "nobody", "--library", place): 3,
        ("check", "--library", place): 0,
        ("check", "--library", missing): 3,
        ("check", "--library", str(rubbish)): 1,
        ("restore", "--library", place, "--from", str(rubbish)): 3,
        ("backup", "--library", place, "--to", place): 3,
    }
    for words, code in codes.items():
        done = crosslight(*words)
        assert done.returncode == code, (words, done.stderr)
        assert "Traceback" not in done.stderr
        assert bool(done.stderr) == (code > 1)


def test_backup_and_restore_give_the_same(crosslight: Run, place: str, tmp_path: Path) -> None:
    crosslight("import", *SAMPLES, "--library", place)
    before = crosslight("export", "--library", place).stdout
    backup, other = str(tmp_path / "backup.crosslight"), str(tmp_path / "other.crosslight")
    assert crosslight("backup", "--library", place, "--to", backup).returncode == 0
    assert crosslight("restore", "--library", other, "--from", backup).returncode == 0
    assert crosslight("export", "--library", other).stdout == before
