"""The verbs on copies of a library: backup, backups, restore, salvage, and emptying the trash."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.cli.main import cli
from desktop.services import settings
from tests.desktop.cli.conftest import Run


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config" / "settings.json"
    monkeypatch.setattr(settings, "settings_path", lambda: path)


def damage(path: str) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE article SET text = text || '!'")


def test_a_backup_is_made_listed_and_brought_back(run: Run, told: tuple[str, str]) -> None:
    (place,) = run("backup")
    assert Path(place).parent.name == "T backups"
    (listed,) = map(json.loads, run("backups", "--format", "jsonl"))
    assert (listed["path"], listed["kind"], listed["articles"]) == (place, "asked", 1)
    assert listed["bytes"] == Path(place).stat().st_size
    assert "1 articles" in run("backups")[0]
    run("trash", told[1])
    assert run("restore", "--from", "latest") == []
    assert len(run("list")) == 1
    kinds = [json.loads(line)["kind"] for line in run("backups", "--format", "jsonl")]
    assert kinds == ["before-restore", "asked"]
    assert "no backup at nothing" in run("restore", "--from", "nothing", code=3)[0]


def test_a_damaged_library_is_told_of_read_and_salvaged(
    run: Run, told: tuple[str, str], tmp_path: Path
) -> None:
    run("backup")
    damage(told[0])
    assert run("check", code=1) == []  # the problems are results
    assert len(run("list")) == 1
    assert "nothing more is changed in it" in run("trash", told[1], code=3)[0]
    saved = tmp_path / "Saved.crosslight"
    words = ["salvage", "--from", told[0], "--to", str(saved)]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0
    assert "1 article saved into" in done.output
    assert "1 article from the backup" in done.output
    assert "is a file at" in " ".join(CliRunner().invoke(cli, words).exception.args)  # type: ignore[union-attr]
    saved.unlink()
    record = json.loads(CliRunner().invoke(cli, [*words, "--format", "jsonl"]).output)
    assert (record["saved"], len(record["from_backup"]), record["lost"]) == (1, 1, [])
    assert record["backup"] is not None
    assert CliRunner().invoke(cli, ["check", "--library", str(saved)]).exit_code == 0


def test_the_trash_is_told_of_and_emptied_when_asked(run: Run, told: tuple[str, str]) -> None:
    assert run("trash") == ["The trash is empty."]
    run("trash", told[1])
    assert run("trash")[0].startswith("1 article in the trash. The first is deleted for good on 2")
    (state,) = map(json.loads, run("trash", "--format", "jsonl"))
    assert state["articles"] == 1
    words = ["trash", "--empty", "--library", told[0]]
    assert CliRunner().invoke(cli, words, input="n\n").exit_code != 0
    assert len(run("list", "--trash")) == 1
    done = CliRunner().invoke(cli, words, input="y\n")
    assert "1 article deleted for good." in done.output
    assert run("list", "--trash") == []
    assert [json.loads(line)["kind"] for line in run("backups", "--format", "jsonl")] == [
        "before-emptying"
    ]
    (record,) = map(json.loads, run("trash", "--empty", "--yes", "--format", "jsonl"))
    assert record == {"deleted": 0}


def test_the_trash_is_not_emptied_of_articles_one_by_one(run: Run, told: tuple[str, str]) -> None:
    assert run("trash", told[1], "--empty", code=2)
    assert run("trash", "--back", code=2)
