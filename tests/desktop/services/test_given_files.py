"""What people give to an import: folders, links, odd names, the same again, the same changed."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.ingest.folders import find_files
from desktop.ingest.readers import read_file
from desktop.services import decisions
from desktop.services.articles import ArticleQuery, count_articles, list_articles
from desktop.services.importing import FileOutcome, FileStatus, import_files, summarize
from desktop.services.libraries import Library
from tests.desktop.services.conftest import STORM, run_import, write

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="names, links and pipes of POSIX")


def told(outcomes: list[FileOutcome]) -> dict[str, str]:
    """Return for each file, by name, its status, or the code of its problem."""
    return {
        Path(outcome.path).name: outcome.error.code if outcome.error else outcome.status.value
        for outcome in outcomes
    }


def rows(library: Library) -> dict[str, int]:
    """Return how many rows each table has."""
    assert library.path is not None
    with closing(sqlite3.connect(library.path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        counts = ((n, connection.execute(f'SELECT count(*) FROM "{n}"').fetchone()) for n in names)  # noqa: S608
        return {name: count for name, (count,) in counts}


def state_as(outlet: str, path: Path) -> Path:
    path.with_name(path.name + ".meta.json").write_text(json.dumps({"outlet": outlet}), "utf-8")
    return path


@POSIX
def test_a_folder_of_all_that_people_have_gives_a_line_for_each(
    library: Library, tmp_path: Path
) -> None:
    folder, outside = tmp_path / "folder", tmp_path / "outside"
    write(folder, "a.txt")
    write(folder / "below" / "deeper", "b.txt", "The bridge closed on Monday, officials said.")
    write(outside, "secret.txt", "Words that nobody gave to the import.")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 picture")
    (folder / "big.txt").touch()
    os.truncate(folder / "big.txt", 50_000_000)
    (folder / "empty.txt").touch()
    os.mkfifo(folder / "pipe.txt")
    (folder / "broken.txt").symlink_to(folder / "gone.txt")
    (folder / "out.txt").symlink_to(outside / "secret.txt")
    (folder / "out").symlink_to(outside)
    (folder / "again.txt").symlink_to(folder / "a.txt")
    (folder / "round").symlink_to(folder)
    outcomes = run_import(library, folder)
    assert told(outcomes) == {
        "a.txt": "imported",
        "again.txt": "duplicate",
        "b.txt": "imported",
        "big.txt": "file-too-large",
        "broken.txt": "missing",
        "empty.txt": "empty-file",
        "out": "link-leads-out",
        "out.txt": "link-leads-out",
        "photo.jpg": "picture",
        "pipe.txt": "not-a-file",
    }
    assert len(outcomes) == 10
    assert summarize(outcomes).text == "2 added, 1 duplicate, 7 not read"
    assert all(outcome.error.message.endswith(".") for outcome in outcomes if outcome.error)


REFUSED = ["empty.txt", "blank.txt", "photo.png", "paper.pdf", "archive.zip", "big.txt", "a.xyz"]


def test_files_that_are_refused_write_nothing_at_all(library: Library, tmp_path: Path) -> None:
    contents = [b"", b" \n\t\n", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", b"PK\x03\x04", b"x", b"words"]
    for name, content in zip(REFUSED, contents, strict=True):
        (tmp_path / name).write_bytes(content)
    os.truncate(tmp_path / "big.txt", 50_000_000)
    before = rows(library)
    outcomes = run_import(library, *(tmp_path / name for name in REFUSED))
    after = rows(library)
    # What became of them is written down, and what may be read one day is kept.
    told = {table: after.pop(table) for table in ("import_batch", "file_outcome", "kept_file")}
    assert told == {"import_batch": 1, "file_outcome": len(REFUSED), "kept_file": 1}
    assert after == {table: number for table, number in before.items() if table not in told}
    assert [outcome.error.code for outcome in outcomes if outcome.error] == [
        "empty-file",
        "empty-file",
        "picture",
        "damaged",
        "not-text",
        "file-too-large",
        "unknown-format",
    ]
    assert summarize(outcomes).text == "0 added, 0 duplicates, 7 not read"
    assert decisions.undo_label(library) is None


def test_dropping_the_same_folder_again_changes_no_article_and_decides_nothing(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    write(folder, "a.txt")
    write(folder, "b.md", "# Bridge\n\nThe bridge closed on Monday.")
    write(folder, "c.html", f"<html><body><h1>Storm</h1><p>{STORM} Again.</p></body></html>")
    run_import(library, folder)
    before = rows(library)
    for paths in ([folder], sorted(folder.iterdir()), [folder / "b.md", folder]):
        outcomes = run_import(library, *paths)
        assert {outcome.status for outcome in outcomes} == {FileStatus.DUPLICATE}
        assert summarize(outcomes).text == f"0 added, {len(outcomes)} duplicates"
    noted = {table for table, count in rows(library).items() if count != before[table]}
    assert noted == {"import_batch", "file_outcome"}
    assert count_articles(library).duplicates == 3
    assert decisions.undo_label(library) == "Add 3 articles"


def test_the_same_file_twice_in_one_import_is_one_article(library: Library, tmp_path: Path) -> None:
    path = write(tmp_path, "storm.txt")
    copy = Path(shutil.copy(path, tmp_path / "copy.txt"))
    first, second, third = run_import(library, path, copy, path)
    assert (first.status, second.status, third.status) == ("imported", "duplicate", "duplicate")
    assert second.articles == third.articles == first.articles
    assert decisions.undo_label(library) == "Add 1 article"


@pytest.mark.parametrize(
    "same", [STORM.replace("\n", "\r\n"), "\ufeff" + STORM, STORM.replace("\n", "\r")]
)
def test_other_line_ends_make_no_other_article(library: Library, tmp_path: Path, same: str) -> None:
    run_import(library, write(tmp_path, "storm.txt"))
    (tmp_path / "other.txt").write_bytes(same.encode())
    (outcome,) = run_import(library, tmp_path / "other.txt")
    assert outcome.status is FileStatus.DUPLICATE


def test_a_changed_text_is_a_new_article_beside_the_old_one(
    library: Library, tmp_path: Path
) -> None:
    path = write(tmp_path, "storm.txt")
    (first,) = run_import(library, path)
    path.write_text(STORM.replace("forty", "fifty"))
    (second,) = run_import(library, path)
    assert second.status is FileStatus.IMPORTED
    assert second.articles != first.articles
    assert [row.source_name for row in list_articles(library, ArticleQuery())] == ["storm.txt"] * 2
    assert count_articles(library).reprints == 0


def test_a_text_without_an_outlet_is_the_one_that_an_outlet_printed(
    library: Library, tmp_path: Path
) -> None:
    run_import(library, state_as("Daily Test", write(tmp_path, "a.txt")))
    (outcome,) = run_import(library, write(tmp_path, "b.txt"))
    assert outcome.status is FileStatus.DUPLICATE


def test_a_file_whose_outlet_was_corrected_is_no_other_article(
    library: Library, tmp_path: Path
) -> None:
    path = state_as("Dayly Tset", write(tmp_path, "storm.txt"))
    (first,) = run_import(library, path)
    for corrected in ("Daily Test", "The Daily Test"):
        decisions.edit_field(library, first.articles[0].id, "outlet", corrected)
        (again,) = run_import(library, path)
        assert again.status is FileStatus.DUPLICATE
    reprint = state_as("Evening Test", write(tmp_path / "other", "storm.txt"))
    (other,) = run_import(library, reprint)
    assert other.status is FileStatus.IMPORTED
    assert [row.outlet for row in list_articles(library, ArticleQuery())] == [
        "The Daily Test",
        "Evening Test",
    ]


def test_an_undone_correction_of_an_outlet_is_as_if_it_never_was(
    library: Library, tmp_path: Path
) -> None:
    path = state_as("Daily Test", write(tmp_path, "storm.txt"))
    (first,) = run_import(library, path)
    decisions.edit_field(library, first.articles[0].id, "outlet", "Evening Test")
    decisions.undo(library)
    assert [outcome.status for outcome in run_import(library, path)] == [FileStatus.DUPLICATE]
    reprint = state_as("Evening Test", write(tmp_path / "other", "storm.txt"))
    assert [outcome.status for outcome in run_import(library, reprint)] == [FileStatus.IMPORTED]


def test_an_article_from_the_trash_comes_back_with_its_edits_and_one_undo_trashes_it_again(
    library: Library, tmp_path: Path
) -> None:
    path = write(tmp_path, "storm.txt")
    (first,) = run_import(library, path)
    article_id = first.articles[0].id
    decisions.edit_field(library, article_id, "title", "Edited")
    decisions.trash_articles(library, [article_id])
    (again,) = run_import(library, path)
    assert (again.status, again.restored) == (FileStatus.IMPORTED, 1)
    assert summarize([again]).text == "0 added, 0 duplicates, 1 restored from the trash"
    (row,) = list_articles(library, ArticleQuery())
    assert (row.id, row.title) == (article_id, "Edited")
    decisions.undo(library)
    assert [row.id for row in list_articles(library, ArticleQuery("trash"))] == [article_id]
    assert decisions.undo(library) == "Move 1 article to trash"
    assert [row.id for row in list_articles(library, ArticleQuery())] == [article_id]


def test_records_of_one_file_are_told_together(library: Library, tmp_path: Path) -> None:
    records = [{"text": f"Record number {number} has words."} for number in range(3)]
    path = write(tmp_path, "a.jsonl", "\n".join(map(json.dumps, records)))
    (outcome,) = run_import(library, path)
    assert len(outcome.articles) == 3
    decisions.trash_articles(library, [outcome.articles[1].id])
    records.append({"text": "Another record with words."})
    path.write_text(json.dumps(records))
    (outcome,) = run_import(library, path.rename(tmp_path / "a.json"))
    assert (len(outcome.articles), outcome.restored) == (2, 1)
    assert summarize([outcome]).text == "1 added, 0 duplicates, 1 restored from the trash"
    assert count_articles(library).all == 4


ODD_NAMES = [".meta.json", "-dash.txt", "a b'c\"d.txt", "*.txt", "line\nbreak.txt", "ÄÖ🌊.txt"]


@POSIX
def test_odd_names_end_no_import(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    for number, name in enumerate([*ODD_NAMES, os.fsdecode(b"\xff\xfe.txt")]):
        write(folder, name, f"Report number {number} of the day.")
    (folder / ".meta.json").write_text("{}")
    write(folder, "sources.csv", f"file,outlet\n{'x' * 300},Long\n\0,Null\n*.txt,Star\n")
    outcomes = run_import(library, tmp_path / ("n" * 300), folder)
    assert [outcome.error.code for outcome in outcomes if outcome.error] == [
        "unreadable",
        "no-article",
    ]
    assert summarize(outcomes).added == 6
    outlets = {row.source_name: row.outlet for row in list_articles(library, ArticleQuery())}
    assert outlets["*.txt"] == "Star"
    assert set(outlets) >= {"line break.txt", "ÄÖ🌊.txt", "\ufffd\ufffd.txt"}


def test_the_librarys_own_files_are_no_articles(library: Library) -> None:
    assert library.path is not None
    outcomes = run_import(library, library.path.parent)
    assert {outcome.status for outcome in outcomes} == {FileStatus.REJECTED}
    assert count_articles(library).all == 0


@pytest.fixture
def without_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Go into a folder as somebody who may not read all of it; root may read everything."""
    folder = tmp_path / "mine"
    folder.mkdir()
    monkeypatch.chdir(folder)
    write(folder, "closed.txt").chmod(0)
    write(folder / "shut", "inside.txt")
    (folder / "shut").chmod(0)
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)
    yield Path()
    if was_root:
        os.seteuid(0)
    (folder / "shut").chmod(0o700)


@POSIX
def test_what_may_not_be_read_is_told_and_not_passed_over(without_rights: Path) -> None:
    found = {file.shown: file.problem for file in find_files([without_rights])}
    assert set(found) == {"closed.txt", "shut"}
    assert found["shut"] is not None
    assert found["shut"].message == (
        "You may not look into this folder; change its permissions and add it again."
    )
    (below,) = find_files([without_rights / "shut" / "inside.txt"])
    assert below.problem is not None
    refused = read_file("closed.txt").problem
    assert refused is not None
    assert refused == below.problem
    assert refused.message == (
        "You may not read this file; change its permissions and add it again."
    )


def test_progress_counts_every_file_and_names_it(library: Library, tmp_path: Path) -> None:
    for number in range(4):
        write(tmp_path / "files", f"{number}.txt", f"Report number {number} of the day.")
    steps = list(import_files(library, [tmp_path / "files", tmp_path / "missing.txt"]))
    assert [(step.done, step.total) for step in steps] == [(n, 5) for n in range(1, 6)]
    assert [step.label for step in steps] == [*(f"{n}.txt" for n in range(4)), "missing.txt"]
    assert list(import_files(library, [])) == []
