"""The command line as scripts see it: real processes, their exit codes and their two outputs."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run_cli
from desktop.ingest.process import WORKER_FLAG
from desktop.services.libraries import sample_articles

ROOT = Path(__file__).resolve().parents[3]
STORM = (
    "Storm tears roof\n\nThe storm that hit Ānville on Friday tore “the roof” from a school 🌊.\n"
)
Done = subprocess.CompletedProcess[str]


def run(*words: str | Path, cwd: Path | None = None, **environment: str) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def records(done: Done) -> list[dict[str, Any]]:
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a library with the samples and one article more."""
    folder = tmp_path_factory.mktemp("contract")
    (folder / "storm.txt").write_text(STORM, "utf-8")
    library = folder / "Library.crosslight"
    assert (
        run("import", *sample_articles(), folder / "storm.txt", "--library", library).stderr == ""
    )
    return library


@pytest.mark.parametrize("verb", ["list", "events", "export"])
def test_json_lines_are_ascii_whatever_the_locale(place: Path, verb: str) -> None:
    done = run(verb, "--format", "jsonl", "--library", place, LC_ALL="C", PYTHONUTF8="0",
               PYTHONIOENCODING="ascii")  # fmt: skip
    assert all(isinstance(record["id"], str) for record in records(done))


def test_a_text_comes_out_as_it_went_in(place: Path) -> None:
    *_samples, storm = records(run("export", "--library", place))
    assert storm["text"] == STORM
    (shown,) = records(run("show", storm["id"], "--format", "jsonl", "--library", place))
    assert shown["text"] == STORM


def test_a_file_that_is_refused_is_told_in_its_line_and_ends_with_code_0(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 picture")
    (tmp_path / "big.txt").touch()
    os.truncate(tmp_path / "big.txt", 50_000_000)
    done = run("import", "photo.jpg", "big.txt", "none.txt", "--format", "jsonl",
               "--library", "L.crosslight", cwd=tmp_path)  # fmt: skip
    told = records(done)
    assert [line["path"] for line in told] == ["photo.jpg", "big.txt", "none.txt"]
    assert {line["status"] for line in told} == {"rejected"}
    assert [line["error"]["code"] for line in told] == ["picture", "file-too-large", "missing"]
    assert records(run("list", "--format", "jsonl", "--library", tmp_path / "L.crosslight")) == []


def test_the_library_of_the_environment_is_used_when_none_is_named(place: Path) -> None:
    listed = records(run("list", "--format", "jsonl", CROSSLIGHT_LIBRARY=str(place)))
    assert len(listed) == 6
    assert records(run("list", "--format", "jsonl", "--library", place)) == listed


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["import"], 2),
        (["import", ""], 2),
        (["list", "--format", "yaml"], 2),
        (["list", "extra"], 2),
        (["backup", "--to"], 2),
        (["restore", "--library", "x.crosslight"], 2),
        (["show"], 2),
        (["list", "--library", "none/at/all.crosslight"], 3),
        (["list", "--library", "."], 3),
        (["list", "--library", "postgresql://host:port/name"], 3),
        (["list", "--library", "unknown://host/name"], 3),
        (["show", "nobody", "--library", "L.crosslight"], 3),
        (["show", os.fsdecode(b"\xff"), "--library", "L.crosslight"], 3),
        (["report", "nobody", "--to", "a.json", "--library", "L.crosslight"], 3),
        (["backup", "--to", "L.crosslight/below", "--library", "L.crosslight"], 3),
        (["restore", "--from", "none.crosslight", "--library", "L.crosslight"], 3),
        (["check", "--library", "none.crosslight"], 3),
        (["check", "--library", "rubbish.crosslight"], 1),
    ],
)
def test_what_cannot_be_done_has_its_code_and_a_message_and_no_result(
    place: Path, desk: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: int
) -> None:
    (desk / "L.crosslight").write_bytes(place.read_bytes())
    (desk / "rubbish.crosslight").write_bytes(b"rubbish " * 1000)
    before = {path.name: path.read_bytes() for path in desk.iterdir()}
    assert run_cli(words) == code
    told = capsys.readouterr()
    assert bool(told.out) == (code == 1)
    assert bool(told.err) == (code != 1)
    assert {path.name: path.read_bytes() for path in desk.glob("*.crosslight")} == before


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go into a folder of its own and return it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_library_of_a_later_version_is_read_and_not_written(place: Path, tmp_path: Path) -> None:
    later = tmp_path / "Later.crosslight"
    later.write_bytes(place.read_bytes())
    with closing(sqlite3.connect(later)) as other:
        other.execute("PRAGMA user_version = 99")
    assert len(records(run("list", "--format", "jsonl", "--library", later))) == 6
    assert len(records(run("export", "--library", later))) == 6
    assert run("events", "--library", later).returncode == 0
    assert run("check", "--library", later).returncode == 0
    refused = run("import", sample_articles()[0], "--library", later)
    assert (refused.returncode, refused.stdout) == (3, "")
    assert "can only be read" in refused.stderr


def test_a_locked_library_is_read_at_once(place: Path, tmp_path: Path) -> None:
    library = tmp_path / "L.crosslight"
    library.write_bytes(place.read_bytes())
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM decision")
        assert len(records(run("list", "--format", "jsonl", "--library", library))) == 6


def test_two_programs_that_import_at_once_lose_nothing(tmp_path: Path) -> None:
    library = tmp_path / "Shared.crosslight"
    running: list[subprocess.Popen[bytes]] = []
    for side in "ab":
        (tmp_path / side).mkdir()
        for number in range(15):
            text = f"Report {side} with number {number} of the day."
            (tmp_path / side / f"{number}.txt").write_text(text)
        command = [sys.executable, "-m", "desktop", "import", str(tmp_path / side)]
        command += ["--format", "jsonl", "--library", str(library)]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE))
    told = [json.loads(line) for one in running for line in one.communicate()[0].splitlines()]
    assert [one.returncode for one in running] == [0, 0]
    assert [line["status"] for line in told] == ["imported"] * 30
    listed = records(run("list", "--format", "jsonl", "--library", library))
    assert {line["id"] for line in listed} == {line["articles"][0]["id"] for line in told}
    assert run("check", "--library", library).returncode == 0


def test_a_reader_that_has_seen_enough_is_no_error(place: Path, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("Words of a long article. " * 40_000)
    library = tmp_path / "L.crosslight"
    library.write_bytes(place.read_bytes())
    assert run("import", tmp_path / "long.txt", "--library", library).returncode == 0
    command = [sys.executable, "-m", "desktop", "export", "--library", str(library)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == b"{"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_export_import_and_export_again_give_the_same(place: Path, tmp_path: Path) -> None:
    exported = run("export", "--library", place)
    (tmp_path / "all.jsonl").write_text(exported.stdout)
    library = tmp_path / "Again.crosslight"
    (told,) = records(
        run("import", tmp_path / "all.jsonl", "--format", "jsonl", "--library", library)
    )
    assert len(told["articles"]) == 6
    keys = ("title", "outlet", "authors", "published", "url", "language", "text", "sha256")
    before, after = (
        [{key: record[key] for key in keys} for record in records(done)]
        for done in (exported, run("export", "--library", library))
    )
    assert after == before


def test_a_restore_says_on_standard_error_where_the_old_library_is(
    place: Path, tmp_path: Path
) -> None:
    backup, library = tmp_path / "backup.crosslight", tmp_path / "L.crosslight"
    assert run("backup", "--to", backup, "--library", place).returncode == 0
    first = run("restore", "--from", backup, "--library", library)
    assert (first.returncode, first.stdout, first.stderr) == (0, "", "")
    second = run("restore", "--from", backup, "--library", library)
    assert (second.returncode, second.stdout) == (0, "")
    (kept,) = (tmp_path / "L backups").glob("*-before-restore.crosslight")
    assert str(kept) in second.stderr
    assert run("check", "--library", kept).returncode == 0


def test_a_frozen_program_reads_files_when_it_starts_itself() -> None:
    data = STORM.encode("utf-8")
    request = json.dumps({"name": "storm.txt", "size": len(data)}).encode("ascii") + b"\n"
    code = (
        "import sys; sys.frozen = True; sys.argv = ['crosslight', sys.argv[1]];"
        "from desktop.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, WORKER_FLAG],
        input=request + data,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert json.loads(done.stdout)["reading"]["drafts"][0]["text"] == STORM


def test_the_flag_of_the_reader_is_no_verb_of_a_program_that_is_not_frozen() -> None:
    done = run(WORKER_FLAG)
    assert (done.returncode, done.stdout) == (2, "")
