"""Importing: every file gets its line, and what a line promised is in the library."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.articles import Origin
from desktop.services import decisions, importing
from desktop.services.articles import ArticleQuery, count_articles, get_article, list_articles
from desktop.services.copies import list_copies
from desktop.services.errors import CrosslightError
from desktop.services.exports import export_articles
from desktop.services.importing import FileOutcome, FileStatus, import_files, summarize
from desktop.services.libraries import Library, open_library, sample_articles
from desktop.services.maintenance import check_library
from desktop.services.progress import Progress
from tests.desktop.services.conftest import STORM, run_import, write

write_log = importing._log


def test_the_samples_come_in_letter_for_letter(samples: Library) -> None:
    stored = {entry.source_name: entry.text for entry in export_articles(samples)}
    assert stored == {path.name: path.read_bytes().decode() for path in sample_articles()}


def test_the_samples_get_outlets_from_the_sidecar_and_dates_from_the_text(
    samples: Library,
) -> None:
    rows = list_articles(samples, ArticleQuery())
    assert [(row.outlet, row.outlet_origin) for row in rows] == [
        ("Business Insider", Origin.SIDECAR),
        ("The Hindu", Origin.SIDECAR),
        ("Antiwar.com", Origin.TEXT),
        ("RFE/RL", Origin.SIDECAR),
        ("Euromaidan Press", Origin.SIDECAR),
    ]
    dates = [row.published.iso if row.published else None for row in rows]
    assert dates == [None, "2024-11-02T18:37+05:30", None, None, "2024-11-02T07:00"]
    assert [bool(row.attention) for row in rows] == [True, False, True, True, False]


def test_what_the_text_states_points_at_its_words(samples: Library) -> None:
    for row in list_articles(samples, ArticleQuery()):
        article = get_article(samples, row.id)
        title = article.metadata.title
        assert title.evidence is not None
        assert title.evidence.of(article.text) == title.value == row.title


def test_the_same_files_again_add_nothing_and_say_so(samples: Library) -> None:
    summary = summarize(run_import(samples, *sample_articles()))
    assert summary.text == "0 added, 5 duplicates"
    assert summary.article_ids == ()
    assert count_articles(samples).all == 5


def test_files_that_are_all_there_already_are_noted_and_leave_undo_and_redo_alone(
    samples: Library,
) -> None:
    first = list_articles(samples, ArticleQuery())[0].id
    decisions.edit_field(samples, first, "title", "Another title")
    decisions.undo(samples)
    before = decisions.list_decisions(samples)
    run_import(samples, *sample_articles()[:2])
    assert decisions.list_decisions(samples) == before
    assert decisions.redo_label(samples) == "Edit title"
    again = [row.source_name for row in list_articles(samples, ArticleQuery("duplicates"))]
    assert again == [path.name for path in sample_articles()[:2]]
    assert count_articles(samples).duplicates == 2


def test_an_import_becomes_a_decision_with_its_first_new_article(
    library: Library, tmp_path: Path
) -> None:
    old, empty = write(tmp_path, "a.txt"), write(tmp_path, "b.txt", "")
    new = write(tmp_path, "c.txt", STORM.replace("Anville", "Benville"))
    run_import(library, old)
    statuses: list[FileStatus] = []
    labels: list[str | None] = []
    for step in import_files(library, [empty, old, new]):
        if step.outcome is not None:  # others tell that a file is still being read
            statuses.append(step.outcome.status)
            labels.append(decisions.undo_label(library))
    assert statuses == [FileStatus.REJECTED, FileStatus.DUPLICATE, FileStatus.IMPORTED]
    assert len(decisions.list_decisions(library)) == 2
    assert labels == ["Add 1 article"] * 3
    assert decisions.undo(library) == "Add 1 article"
    assert (count_articles(library).all, count_articles(library).trash) == (1, 1)
    assert count_articles(library).duplicates == 1


def test_a_duplicate_is_noted_before_it_is_told(samples: Library) -> None:
    steps = import_files(samples, sample_articles())
    next(step for step in steps if step.outcome is not None)
    steps.close()
    assert count_articles(samples).duplicates == 1


def test_what_the_program_gives_again_by_itself_counts_as_no_duplicate(library: Library) -> None:
    first, second, *_others = sample_articles()
    run_import(library, first)
    steps = import_files(library, [first, second], notes_duplicates=False)
    outcomes = [step.outcome for step in steps if step.outcome is not None]
    assert summarize(outcomes).text == "1 added, 1 duplicate"
    assert count_articles(library).duplicates == 0
    assert decisions.undo_label(library) == "Add 1 article"


def test_the_summary_of_the_samples(library: Library) -> None:
    outcomes = run_import(library, *sample_articles())
    assert summarize(outcomes).text == "5 added, 0 duplicates"
    assert [outcome.path for outcome in outcomes] == [str(path) for path in sample_articles()]


def test_refused_files_change_nothing(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path, "empty.txt", "")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 picture")
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50_000_000)
    names = ["empty", "empty.txt", "photo.jpg", "big.txt", "missing.txt"]
    outcomes = run_import(library, *(tmp_path / name for name in names))
    assert {outcome.status for outcome in outcomes} == {FileStatus.REJECTED}
    codes = [outcome.error.code for outcome in outcomes if outcome.error]
    assert codes == ["empty-folder", "empty-file", "picture", "file-too-large", "missing"]
    assert count_articles(library).all == 0
    assert decisions.undo_label(library) is None


def test_the_same_text_of_another_outlet_is_a_reprint_and_kept(
    library: Library, tmp_path: Path
) -> None:
    for folder, outlet in (
        ("one", "Daily Test"),
        ("two", "Evening Test"),
        ("three", "DAILY  test"),
    ):
        path = write(tmp_path / folder, "storm.txt")
        meta = path.with_name(path.name + ".meta.json")
        meta.write_text(json.dumps({"outlet": outlet}))
        run_import(library, path)
    first, second = export_articles(library)
    assert (first.outlet, second.outlet) == ("Daily Test", "Evening Test")
    assert [relation.id for relation in first.relations] == [second.id]
    assert count_articles(library).reprints == 2


def test_a_doubt_is_told_and_kept_with_the_article(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Der Bürgermeister schloss die Brücke über die Weiße Elster.".encode("cp1252"))
    (outcome,) = run_import(library, path)
    assert outcome.status is FileStatus.ATTENTION
    assert outcome.error is not None
    (row,) = list_articles(library, ArticleQuery("attention"))
    assert outcome.error.message in row.attention


def test_a_sidecar_goes_before_a_page_and_a_page_before_its_text(
    library: Library, tmp_path: Path
) -> None:
    page = f"""<html><head><meta property="og:site_name" content="From Page">
    <meta name="author" content="Ann Lee"></head><body><h1>Storm</h1><p>{STORM}</p></body></html>"""
    path = write(tmp_path, "storm.html", page)
    write(tmp_path, "storm.html.meta.json", '{"outlet": "From Sidecar"}')
    run_import(library, path)
    (row,) = list_articles(library, ArticleQuery())
    known = get_article(library, row.id).metadata
    assert (known.outlet.value, known.outlet.origin) == ("From Sidecar", Origin.SIDECAR)
    assert (known.authors.value, known.authors.origin) == (("Ann Lee",), Origin.FILE)
    assert (known.title.value, known.title.origin) == ("Storm", Origin.FILE)


def test_undoing_an_import_is_one_step_and_redo_brings_all_back(samples: Library) -> None:
    assert decisions.undo_label(samples) == "Add 5 articles"
    assert decisions.undo(samples) == "Add 5 articles"
    assert (count_articles(samples).all, count_articles(samples).trash) == (0, 5)
    assert decisions.redo(samples) == "Add 5 articles"
    assert (count_articles(samples).all, count_articles(samples).trash) == (5, 0)


def test_a_trashed_article_comes_back_when_imported_again(samples: Library) -> None:
    decisions.undo(samples)
    summary = summarize(run_import(samples, *sample_articles()[:2]))
    assert summary.text == "0 added, 0 duplicates, 2 restored from the trash"
    assert count_articles(samples).all == 2
    assert decisions.undo(samples) == "Add 2 articles"
    assert count_articles(samples).all == 0


def some_steps(steps: Generator[Progress]) -> int:
    """Take steps until some files are told of and nothing more is committed; return how many."""
    told = 0
    for step in steps:
        told += step.outcome is not None
        if told >= 2 and not step.more:
            return told
    return told


def test_an_import_that_stops_half_way_keeps_and_undoes_what_it_did(library: Library) -> None:
    steps = import_files(library, sample_articles())
    told = some_steps(steps)
    steps.close()
    assert 2 <= count_articles(library).all == told < 5
    assert decisions.undo(library) == f"Add {told} articles"
    assert count_articles(library).all == 0


def test_an_import_undone_while_it_runs_ends_there(library: Library) -> None:
    steps = import_files(library, sample_articles())
    told = some_steps(steps)
    decisions.undo(library)
    assert [step for step in steps if step.outcome] == []
    assert count_articles(library).all == 0
    assert decisions.redo(library) is not None
    assert count_articles(library).all == told


def test_an_import_goes_on_under_its_id_and_is_still_one_undo(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    for number in range(5):
        write(folder, f"{number}.txt", STORM.replace("Anville", f"Town {number}"))
    write(folder, "empty.txt", "")
    first = import_files(library, [folder], batch="one")
    told = some_steps(first)
    first.close()
    second = list(import_files(library, [folder], batch="one"))
    outcomes = [step.outcome for step in second if step.outcome]
    assert len(outcomes) == 6 - told
    assert {outcome.status for outcome in outcomes} == {FileStatus.IMPORTED, FileStatus.REJECTED}
    assert (second[0].done >= told, second[-1].done, second[-1].total) == (True, 6, 6)
    assert [step for step in import_files(library, [folder], batch="one") if step.outcome] == []
    assert count_articles(library).duplicates == 0
    assert decisions.undo(library) == "Add 5 articles"
    assert count_articles(library).all == 0
    assert [step for step in import_files(library, [folder], batch="two") if step.outcome] != []


def test_files_that_share_a_commit_are_told_together_and_only_after_it(
    library: Library, tmp_path: Path
) -> None:
    for number in range(60):
        write(tmp_path / "files", f"{number}.txt", STORM.replace("Anville", f"Town {number}"))
    told = together = 0
    for step in import_files(library, [tmp_path / "files"]):
        told += step.outcome is not None
        if step.outcome is not None:
            assert count_articles(library).all >= told
            assert count_articles(library).all > told or not step.more
        together += step.more
    assert told == count_articles(library).all == 60
    assert together > 30


def test_a_failing_commit_leaves_nothing_behind_and_the_next_import_brings_all(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        write(tmp_path / "files", f"{number:02}.txt", STORM.replace("Anville", f"Town {number}"))
    told: list[FileOutcome] = []
    with monkeypatch.context() as patch:
        patch.setattr(importing, "_log", fail_after(3))
        with pytest.raises(CrosslightError, match="full"):
            told += [
                o for step in import_files(library, [tmp_path / "files"]) if (o := step.outcome)
            ]
    assert count_articles(library).all < 40
    assert check_library(library.path or "") == ()
    run_import(library, tmp_path / "files")
    assert count_articles(library).all == 40


def fail_after(groups: int) -> Callable[..., int | None]:
    """Return the step that ends a group's commit, which says after some that the disk is full."""
    told = 0

    def log(*arguments: Any) -> int | None:  # noqa: ANN401
        nonlocal told
        told += 1
        if told > groups:
            raise CrosslightError("The disk is full.", "Free some space.")
        return write_log(*arguments)

    return log


def test_a_file_that_refuses_to_be_text_ends_no_import(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    write(folder, "a.txt")
    (folder / "b.html").write_bytes(b"<html>" + b"<b>" * 200_000 + b"x")
    write(folder, "c.txt", STORM.replace("Anville", "Benville"))
    outcomes = run_import(library, folder)
    assert [outcome.status for outcome in outcomes[::2]] == [FileStatus.IMPORTED] * 2


@settings(max_examples=50)
@given(st.lists(st.sampled_from(list(FileStatus))), st.integers(0, 3))
def test_a_summary_counts_every_file_once(statuses: list[FileStatus], restored: int) -> None:
    outcomes = [FileOutcome(str(n), status) for n, status in enumerate(statuses)]
    summary = summarize(outcomes)
    assert summary.duplicates == statuses.count(FileStatus.DUPLICATE)
    assert summary.rejected == statuses.count(FileStatus.REJECTED)
    assert summary.added == 0
    del restored


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
@pytest.mark.parametrize("lines", [1, 7, 20])
def test_a_killed_import_has_every_article_that_it_reported(tmp_path: Path, lines: int) -> None:
    folder = tmp_path / "files"
    for number in range(40):
        write(folder, f"{number}.txt", STORM.replace("forty", f"{number} and more"))
    place = tmp_path / "Killed.crosslight"
    command = [sys.executable, "-m", "desktop", "import", str(folder), "--format", "jsonl"]
    with subprocess.Popen(
        [*command, "--library", str(place)], stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        told = [json.loads(process.stdout.readline()) for _ in range(lines)]
        os.killpg(process.pid, signal.SIGKILL)
        rest = process.stdout.read().split(b"\n")[:-1]
    told += [json.loads(line) for line in rest]
    promised = {article["id"] for line in told for article in line["articles"]}
    assert check_library(place) == ()
    library = open_library(place)
    try:
        assert promised <= {entry.id for entry in export_articles(library)}
        run_import(library, folder)
        assert count_articles(library).all == 40
        while decisions.undo(library):
            pass
        assert count_articles(library).all == 0
    finally:
        library.close()


def test_looking_for_files_is_told_and_can_be_stopped(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_FOUND_AT_A_STEP", 2)
    for number in range(5):
        write(tmp_path / "files", f"{number}.txt", STORM.replace("Anville", f"Town {number}"))
    steps = import_files(library, [tmp_path / "files"])
    assert (next(steps), next(steps)) == (
        Progress(0, 2, "Looking for files"),
        Progress(0, 4, "Looking for files"),
    )
    steps.close()
    assert count_articles(library).all == 0
    looked, *read = import_files(library, [tmp_path / "files"])
    assert (looked.done, looked.total) == (0, 2)
    assert [(step.done, step.total) for step in read if step.outcome is not None] == [
        (number, 5) for number in range(1, 6)
    ]


def test_the_copies_of_a_file_of_very_many_articles_are_found_behind_its_commit(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_MOST_PLACED", 1)
    lines = [json.dumps({"text": STORM, "outlet": name, "title": "Storm"}) for name in ("A", "B")]
    path = write(tmp_path, "two.jsonl", "\n".join(lines))
    steps = list(import_files(library, [path]))
    told = next(nth for nth, step in enumerate(steps) if step.outcome is not None)
    assert [step.label for step in steps[told + 1 :]] == ["Finding copies"]
    assert len(list_copies(library)) == 1
