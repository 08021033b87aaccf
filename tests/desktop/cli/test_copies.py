"""Copies, versions, receipts and corrected texts by command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run_cli
from desktop.services.importing import import_files
from desktop.services.libraries import create_library

PARTS = (
    "The storm that hit the coast of Norland on Friday tore the roof from a school in Anville.",
    "Nobody was hurt in the night, but forty families had to leave their houses near the quay.",
    "The mayor, Bo Lund, said that the harbor wall had held for longer than anybody expected.",
    "A ferry with twelve people aboard waited behind the island until the wind had dropped.",
)
HEAD = '<meta property="og:site_name" content="{}"><link rel="canonical" href="{}">'
Run = Callable[..., list[str]]


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, list[str]]:
    """Return a library with two versions and a reprint, and the ids of the three."""
    given = (
        ("wire.html", "Norland Wire", "https://wire.example/1", PARTS),
        ("post.html", "Anville Post", "https://post.example/storm", PARTS[:3]),
        ("later.html", "Norland Wire", "https://wire.example/1", PARTS[1:]),
    )
    files: list[Path] = []
    for name, outlet, url, parts in given:
        body = "".join(f"<p>{part}</p>" for part in parts)
        head = f"<title>Storm at the quay</title>{HEAD.format(outlet, url)}"
        aside = "<div class='share'>Share this on Facebook</div>"
        files.append(tmp_path / name)
        files[-1].write_text(
            f"<html><head>{head}</head><body><article><h1>Storm at the quay</h1>"
            f"{body}{aside}</article></body></html>",
            "utf-8",
        )
    library = create_library(tmp_path / "T.crosslight")
    steps = [step for step in import_files(library, files) if step.outcome is not None]
    ids = [step.outcome.articles[0].id for step in steps if step.outcome]
    library.close()
    return tmp_path / "T.crosslight", ids


@pytest.fixture
def run(place: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a verb on the library and gives the lines that it writes."""

    def run_words(*words: object, code: int = 0) -> list[str]:
        capsys.readouterr()
        assert run_cli([*map(str, words), "--library", str(place[0])]) == code
        written = capsys.readouterr()
        return (written.err if code else written.out).splitlines()

    return run_words


def records(run: Run, *words: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*words, "--format", "jsonl")]


def test_copies_are_listed_with_kind_and_share(run: Run, place: tuple[Path, list[str]]) -> None:
    wire, post, later = place[1]
    found = {(r["article"]["id"], r["other"]["id"]): r for r in records(run, "copies")}
    assert {pair: r["kind"] for pair, r in found.items()} == {
        (post, wire): "reprint",
        (later, wire): "revision",
        (later, post): "reprint",
    }
    assert found[post, wire]["share"] == 1.0
    assert found[post, wire]["other"]["outlet"] == "Norland Wire"
    assert len(records(run, "copies", "--kind", "revision")) == 1
    assert len(records(run, "copies", "--article", post)) == 2
    lines = run("copies", "--kind", "revision")
    assert lines[0].startswith("revision, ")
    assert lines[1].endswith("Norland Wire: Storm at the quay")


def test_what_is_said_of_two_articles_is_a_decision(
    run: Run, place: tuple[Path, list[str]]
) -> None:
    wire, post, later = place[1]
    (label,) = run("copies", "unlink", wire, post)
    assert label == "Take “Storm at the quay” and “Storm at the quay” as two articles"
    assert [r["kind"] for r in records(run, "copies", "--article", post)] == ["reprint"]
    (denied,) = records(run, "copies", "--denied")
    assert denied["denied"]
    assert run("copies", "unlink", post, wire) == ["This stands already."]
    run("copies", "link", post, wire, "--as", "duplicate")
    assert run("copies", "--kind", "duplicate")[0] == "duplicate, 100% of the shorter text, by you"
    (merged,) = records(run, "copies", "merge", wire, later)
    assert merged["label"] == "Merge “Storm at the quay” into “Storm at the quay”"
    assert [r["id"] for r in records(run, "list", "--trash")] == [later]
    run("undo")
    assert records(run, "list", "--trash") == []


def test_versions_are_listed(run: Run, place: tuple[Path, list[str]]) -> None:
    wire, post, later = place[1]
    assert [r["id"] for r in records(run, "revisions", later)] == [wire, later]
    lines = run("revisions", later)
    assert [line[0] for line in lines] == [" ", "*"]
    assert "no date" in lines[0]
    assert run("revisions", post) == []
    assert run("revisions", "nobody", code=3)


def test_a_receipt_lists_files_and_paragraphs(run: Run, place: tuple[Path, list[str]]) -> None:
    wire = place[1][0]
    (batch,) = records(run, "receipt", "--imports")
    assert batch["files"] == 3
    assert run("receipt", "--imports")[0].endswith("3 files")
    files = records(run, "receipt", batch["import"])
    assert [Path(file["path"]).name for file in files] == ["wire.html", "post.html", "later.html"]
    assert files[0]["status"] == "imported"
    assert any("paragraphs kept" in line for line in run("receipt"))
    told = records(run, "receipt", wire)
    assert [each["number"] for each in told] == list(range(1, len(told) + 1))
    share = next(each for each in told if each["text"] == "Share this on Facebook")
    assert not share["kept"]
    (label,) = run("receipt", wire, "--keep", share["number"])
    assert label == "Keep a paragraph of “Storm at the quay”"
    assert "kept, by you" in run("receipt", wire)[share["number"] - 1]
    run("receipt", wire, "--drop", share["number"])
    assert "left out" in run("receipt", wire)[share["number"] - 1]
    assert run("receipt", "--keep", "1", code=2)
    assert run("receipt", wire, "--keep", "99", code=3)
    assert run("receipt", "nothing", code=3)


def test_a_text_is_corrected_from_a_file_and_taken_as_read_again(
    run: Run, place: tuple[Path, list[str]], tmp_path: Path
) -> None:
    wire = place[1][0]
    source = tmp_path / "right.txt"
    source.write_bytes(b"\xef\xbb\xbfStorm at the quay\r\n\r\nNobody was hurt.\r\n")
    (label,) = run("correct", "text", wire, "--file", source)
    assert label == "Correct the text of “Storm at the quay”"
    assert run("show", wire)[-3:] == ["", "Nobody was hurt.", ""]
    (record,) = records(run, "correct", "text", wire, "--as-read")
    assert record["label"] == "Take the text of “Storm at the quay” as read"
    assert record["set_aside"] == []
    assert PARTS[3] in run("show", wire)
    assert run("correct", "text", wire, code=2)
    source.write_bytes(b"\xff\xfe")
    assert run("correct", "text", wire, "--file", source, code=2)
