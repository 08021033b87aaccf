"""`crosslight files`: what could not be read, given back and tried again by command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli.files import STILL_UNREAD
from desktop.cli.main import run_cli
from desktop.ingest.drafts import ArticleDraft, Reading
from desktop.ingest.reading import FileReader
from tests.desktop.cli.conftest import Run

BROKEN = b'{"title": "Storm", "text": '


@pytest.fixture
def broken(run: Run, tmp_path: Path) -> Path:
    """Return a file that was imported and refused."""
    path = tmp_path / "broken.json"
    path.write_bytes(BROKEN)
    run("import", path)
    return path


def test_a_library_in_which_all_was_read_lists_no_files(run: Run) -> None:
    assert run("files") == []


def test_files_are_listed_for_people_and_for_programs(run: Run, broken: Path) -> None:
    run("import", broken.parent / "missing.txt")
    missing, kept = (line.split() for line in run("files")[::2])
    assert missing[1:] == ["rejected", str(broken.parent / "missing.txt")]
    assert kept[1:] == ["rejected", str(broken), "(kept)"]
    reasons = [line.strip() for line in run("files")[1::2]]
    records = [json.loads(line) for line in run("files", "--format", "jsonl")]
    assert [record["error"]["message"] for record in records] == reasons
    assert set(records[0]) == {"id", "path", "status", "error", "added", "articles", "kept"}
    assert [record["kept"] for record in records] == [False, True]


def test_a_file_is_saved_as_it_came(run: Run, broken: Path, tmp_path: Path) -> None:
    (record,) = map(json.loads, run("files", "--format", "jsonl"))
    broken.unlink()
    assert run("files", "save", record["id"], "--to", tmp_path / "back") == []
    assert (tmp_path / "back").read_bytes() == BROKEN


@pytest.mark.usefixtures("broken")
def test_a_file_that_is_read_no_better_says_why_again(
    run: Run, told: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    (record,) = map(json.loads, run("files", "--format", "jsonl"))
    words = ["files", "retry", str(record["id"]), "--library", told[0]]
    assert run_cli(words) == STILL_UNREAD
    assert capsys.readouterr().out.splitlines() == [record["error"]["message"]]
    assert run_cli([*words, "--format", "jsonl"]) == STILL_UNREAD
    answer = json.loads(capsys.readouterr().out)
    assert answer == {"message": record["error"]["message"], "outcome": None}


@pytest.mark.usefixtures("broken")
def test_a_file_that_is_read_at_last_is_added(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = ArticleDraft("A storm tore the roof from a school.", "json")

    def read_it(_reader: FileReader, _name: str, _data: bytes) -> Reading:
        return Reading((draft,))

    monkeypatch.setattr(FileReader, "read_data", read_it)
    (record,) = map(json.loads, run("files", "--format", "jsonl"))
    (answer,) = map(json.loads, run("files", "retry", record["id"], "--format", "jsonl"))
    assert answer["message"] == "The file was read: 1 article added."
    assert answer["outcome"]["status"] == "imported"
    assert run("files") == []
    assert len(run("list")) == 2


@pytest.mark.parametrize("words", [("save", "99", "--to", "x"), ("retry", "99")])
def test_a_number_of_no_file_is_refused(run: Run, words: tuple[str, ...]) -> None:
    assert "number 99" in run("files", *words, code=3)[0]


@pytest.mark.parametrize("given", ["0", "-1", "x", str(2**63)])
def test_what_is_no_number_of_a_file_is_wrong_usage(run: Run, given: str) -> None:
    assert run("files", "retry", "--", given, code=2)
