"""What goes out of a library comes back the same: exports, backups, events, pages, searches."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services import decisions
from desktop.services.articles import ArticleQuery, count_articles, get_source, list_articles
from desktop.services.events import event_members, group_library, list_events
from desktop.services.exports import export_articles
from desktop.services.importing import import_files
from desktop.services.libraries import Library, open_library
from desktop.services.maintenance import backup_library, check_library, restore_library
from tests.desktop.services.conftest import STORM, run_import, run_jobs, write

KEPT = ("title", "outlet", "authors", "published", "url", "language", "text", "sha256")


def exported(library: Library) -> list[dict[str, Any]]:
    """Return what an export gives, without what names only this library's entries."""
    return [{key: asdict(entry)[key] for key in KEPT} for entry in export_articles(library)]


def ids(library: Library, query: ArticleQuery | None = None) -> list[str]:
    return [row.id for row in list_articles(library, query or ArticleQuery())]


@pytest.fixture(scope="module")
def new_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Library]]:
    opened: list[Library] = []

    def make() -> Library:
        folder = tmp_path_factory.mktemp("library")
        opened.append(open_library(folder / "New.crosslight", create=True))
        return opened[-1]

    yield make
    for library in opened:
        library.close()


def import_lines(library: Library, lines: list[dict[str, Any]], folder: Path) -> None:
    path = write(folder, "articles.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    run_import(library, path)


def test_an_export_of_the_samples_imports_as_the_same_articles(
    samples: Library, new_library: Callable[[], Library], tmp_path: Path
) -> None:
    decisions.edit_field(samples, ids(samples)[0], "title", "=Edited “by” hand")
    again = new_library()
    import_lines(again, [asdict(entry) for entry in export_articles(samples)], tmp_path)
    assert exported(again) == exported(samples)


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
RECORDS = st.fixed_dictionaries(
    {"text": WORDS.map(lambda text: f"Some words. {text}")},
    optional={
        "title": WORDS,
        "outlet": WORDS,
        "authors": st.lists(WORDS, max_size=3),
        "published": st.sampled_from(
            [
                "2024-11-02",
                "2024-11-02T18:37+05:30",
                "2024-11-02T07:00",
                "1999-01-31T00:00Z",
                "soon",
            ]
        ),
        "url": WORDS,
        "language": st.sampled_from(["en", "de", "pt-BR"]),
    },
)


@settings(max_examples=12)
@given(records=st.lists(RECORDS, min_size=1, max_size=5))
def test_any_export_imports_as_the_same_articles(
    new_library: Callable[[], Library],
    tmp_path_factory: pytest.TempPathFactory,
    records: list[dict[str, Any]],
) -> None:
    first, second = new_library(), new_library()
    folder = tmp_path_factory.mktemp("lines")
    import_lines(first, records, folder)
    import_lines(second, [asdict(entry) for entry in export_articles(first)], folder)
    assert exported(second) == exported(first)
    first.close()
    second.close()


def test_an_export_changes_with_undo_and_back_with_redo(analyzed: Library) -> None:
    before = exported(analyzed)
    decisions.edit_field(analyzed, ids(analyzed)[1], "outlet", "Elsewhere")
    decisions.trash_articles(analyzed, ids(analyzed)[:1])
    after = exported(analyzed)
    assert len(after) == 4
    assert after[0]["outlet"] == "Elsewhere"
    for _ in range(2):
        decisions.undo(analyzed)
    assert exported(analyzed) == before
    for _ in range(2):
        decisions.redo(analyzed)
    assert exported(analyzed) == after


def numbered(folder: Path, count: int) -> Path:
    for number in range(count):
        write(folder, f"{number:02}.txt", f"Report number {number} of the day in Anville.")
    return folder


def pages(library: Library, query: ArticleQuery) -> Iterator[list[str]]:
    """Give the pages of a list as a view does that asks for the next one at the end of one."""
    after: str | None = None
    while True:
        page = list_articles(
            library, ArticleQuery(query.collection, query.value, query.text, after, query.limit)
        )
        if not page:
            return
        yield [row.id for row in page]
        after = page[-1].id


@pytest.mark.parametrize("limit", [1, 2, 5, 11, 12, 50])
def test_pages_of_any_size_hold_every_row_once(
    library: Library, tmp_path: Path, limit: int
) -> None:
    run_import(library, numbered(tmp_path / "files", 11))
    decisions.trash_articles(library, ids(library)[3:5])
    everything = ids(library)
    for query in (ArticleQuery(limit=limit), ArticleQuery(text="anville report", limit=limit)):
        found = list(pages(library, query))
        assert [one for page in found for one in page] == everything
        assert {len(page) for page in found[:-1]} <= {limit}
    assert len(ids(library, ArticleQuery("trash", limit=limit))) == min(2, limit)


def test_a_list_that_changes_between_two_pages_shows_no_row_twice_and_loses_none(
    library: Library, tmp_path: Path
) -> None:
    run_import(library, numbered(tmp_path / "files", 9))
    first, *rest = pages_before = ids(library)
    steps = pages(library, ArticleQuery(limit=3))
    seen = next(steps)
    decisions.trash_articles(library, [first, rest[-1]])
    run_import(library, write(tmp_path, "late.txt", "A late report of the day in Anville."))
    seen += [one for page in steps for one in page]
    assert seen == [*pages_before[:-1], ids(library)[-1]]


def test_counts_are_those_of_the_lists(library: Library, tmp_path: Path) -> None:
    for outlet in ("One", "Two", ""):
        path = write(tmp_path / outlet / "files", "storm.txt", STORM)
        if outlet:
            write(path.parent, "storm.txt.meta.json", json.dumps({"outlet": outlet}))
        run_import(library, path, write(path.parent, "new.txt", f"Words {outlet} and more."))
    run_import(library, tmp_path / "One" / "files", tmp_path / "Two" / "files" / "storm.txt",
               write(tmp_path, "last.txt", "Last words of all."))  # fmt: skip
    for _ in range(2):
        counts = count_articles(library)
        for name in ("all", "attention", "duplicates", "reprints", "revisions", "trash"):
            assert getattr(counts, name) == len(ids(library, ArticleQuery(name))), name
        for outlet in counts.outlets:
            assert outlet.articles == len(ids(library, ArticleQuery("outlet", outlet.name)))
        assert counts.duplicates > 0
        decisions.trash_articles(library, ids(library, ArticleQuery("duplicates"))[:1])
    batch = get_source(library, ids(library)[-1]).batch
    assert len(ids(library, ArticleQuery("batch", batch))) == 1


ANY_SEARCH = st.text(st.characters(codec=None), max_size=30) | st.lists(
    st.sampled_from(['"', "'", "*", "NEAR(", ")", "AND", "NOT", "title:", "-", "^", "\0", "storm"])
).map(" ".join)


@settings(max_examples=80)
@given(text=ANY_SEARCH)
def test_no_search_ever_raises(searched: Library, text: str) -> None:
    found = ids(searched, ArticleQuery(text=text))
    assert set(found) <= set(ids(searched))
    if not text.strip():
        assert found == ids(searched)


@pytest.fixture(scope="module")
def searched(analyzed_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = open_library(shutil.copy(analyzed_file, tmp_path_factory.mktemp("searched")))
    yield library
    library.close()


@settings(max_examples=30)
@given(data=st.data())
def test_every_word_of_an_article_finds_it(searched: Library, data: st.DataObject) -> None:
    rows = list_articles(searched, ArticleQuery())
    row = data.draw(st.sampled_from(rows))
    entry = next(entry for entry in export_articles(searched) if entry.id == row.id)
    words = [word for word in entry.text.split() if any(letter.isalnum() for letter in word)]
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=4))
    typed = " ".join(data.draw(st.sampled_from([str.upper, str.lower, str]))(w) for w in chosen)
    assert row.id in ids(searched, ArticleQuery(text=typed))


def test_events_keep_their_ids_and_labels_over_any_regrouping(
    analyzed: Library, tmp_path: Path
) -> None:
    (event,) = list_events(analyzed)
    members = event_members(analyzed, event.id)
    decisions.rename_event(analyzed, event.id, "Strikes")
    other = [
        write(tmp_path, f"{n}.txt", STORM.replace("forty", number))
        for n, number in enumerate(["forty", "fifty", "sixty"])
    ]
    run_import(analyzed, *other)
    run_jobs(analyzed)
    storm, strikes = sorted(list_events(analyzed), key=lambda one: one.articles)
    assert (strikes.id, strikes.label, strikes.articles) == (event.id, "Strikes", 5)
    for change in ([members[0]], [members[1]], []):
        decisions.trash_articles(analyzed, change)
        run_jobs(analyzed)
        assert {(one.id, one.label) for one in list_events(analyzed)} == {
            (event.id, "Strikes"),
            (storm.id, storm.label),
        }
    decisions.restore_articles(analyzed, members)
    run_jobs(analyzed)
    assert event_members(analyzed, event.id) == members
    before = list_events(analyzed)
    for _step in group_library(analyzed):
        pass
    assert list_events(analyzed) == before


def test_an_emptied_label_brings_the_found_one_back(analyzed: Library) -> None:
    (event,) = list_events(analyzed)
    decisions.rename_event(analyzed, event.id, "  Strikes\n on  Russia ")
    assert list_events(analyzed)[0].label == "Strikes on Russia"
    decisions.rename_event(analyzed, event.id, "Strikes on Russia")
    decisions.rename_event(analyzed, event.id, "")
    assert list_events(analyzed)[0].label == event.label
    decisions.undo(analyzed)
    assert list_events(analyzed)[0].label == "Strikes on Russia"
    decisions.undo(analyzed)
    assert decisions.undo(analyzed) == "Add 5 articles"


def test_backups_while_an_import_runs_are_sound_and_hold_all_that_was_reported(
    library: Library, tmp_path: Path
) -> None:
    folder = numbered(tmp_path / "files", 40)
    reported, started = list[str](), threading.Event()

    def import_all() -> None:
        for step in import_files(library, [folder]):
            assert step.outcome is not None
            reported.append(step.outcome.articles[0].id)
            started.set()

    thread = threading.Thread(target=import_all)
    thread.start()
    assert started.wait(60)
    backups = [tmp_path / f"{number}.crosslight" for number in range(3)]
    promised: list[list[str]] = []
    for backup in backups:
        promised.append(list(reported))
        backup_library(library, backup)
    thread.join()
    for backup, known in zip(backups, promised, strict=True):
        assert check_library(backup) == ()
        copy = open_library(backup)
        assert set(known) <= set(ids(copy))
        count = count_articles(copy).all
        assert decisions.undo(copy) == f"Add {count} article{'' if count == 1 else 's'}"
        copy.close()
    assert len(reported) == count_articles(library).all == 40


def test_restoring_again_and_again_keeps_every_library_that_was_there(
    library: Library, tmp_path: Path
) -> None:
    assert library.path is not None
    backup = tmp_path / "backup.crosslight"
    backup_library(library, backup)
    run_import(library, write(tmp_path, "storm.txt"))
    library.close()
    kept = [restore_library(library.path, backup) for _ in range(4)]
    assert len(set(kept)) == 4
    numbers: list[int] = []
    for path in kept:
        assert path is not None
        opened = open_library(path)
        numbers.append(count_articles(opened).all)
        opened.close()
    assert numbers == [1, 0, 0, 0]


def left_by_a_crash(source: Library, folder: Path) -> Path:
    """Copy a library as a crash leaves it: the latest changes are in the file beside it."""
    assert source.path is not None
    folder.mkdir()
    for path in source.path.parent.glob(f"{source.path.name}*"):
        shutil.copy(path, folder)
    assert (folder / f"{source.path.name}-wal").stat().st_size > 0
    return folder / source.path.name


def test_what_a_crash_left_beside_an_older_backup_gets_into_no_newer_one(
    library: Library, samples: Library, new_library: Callable[[], Library], tmp_path: Path
) -> None:
    assert library is samples
    other = new_library()
    run_import(other, write(tmp_path, "storm.txt"))
    crashed = left_by_a_crash(other, tmp_path / "crashed")
    backup_library(samples, crashed)
    opened = open_library(crashed)
    assert exported(opened) == exported(samples)
    opened.close()


@pytest.mark.parametrize("keeps_the_file", [True, False])
def test_what_a_crash_left_beside_a_library_gets_into_no_restored_one(
    samples: Library, new_library: Callable[[], Library], tmp_path: Path, *, keeps_the_file: bool
) -> None:
    other = new_library()
    run_import(other, write(tmp_path, "storm.txt"))
    crashed = left_by_a_crash(other, tmp_path / "crashed")
    if not keeps_the_file:
        crashed.unlink()
    backup = tmp_path / "backup.crosslight"
    backup_library(samples, backup)
    kept = restore_library(crashed, backup)
    opened = open_library(crashed)
    assert exported(opened) == exported(samples)
    opened.close()
    assert (kept is not None) == keeps_the_file
    if kept is not None:
        before = open_library(kept)
        assert [entry["text"] for entry in exported(before)] == [STORM]
        before.close()


def test_a_library_that_a_crash_left_has_all_its_articles(library: Library, tmp_path: Path) -> None:
    run_import(library, write(tmp_path, "storm.txt"))
    opened = open_library(left_by_a_crash(library, tmp_path / "crashed"))
    assert exported(opened) == exported(library)
    opened.close()


@pytest.mark.parametrize("column", ["text", "title", "url", "published", "authors"])
def test_a_check_names_the_article_that_was_changed_behind_its_back(
    samples: Library, column: str
) -> None:
    assert samples.path is not None
    article_id = ids(samples)[2]
    with closing(sqlite3.connect(samples.path)) as other, other:
        other.execute(f"UPDATE article SET {column} = '[\"x\"]' WHERE id = ?", (article_id,))  # noqa: S608
    (problem,) = check_library(samples.path)
    assert article_id in problem
    assert ("text" in problem) == (column == "text")


def test_every_decision_leaves_a_library_that_checks_as_sound(samples: Library) -> None:
    assert samples.path is not None
    article_id = ids(samples)[0]
    for field in decisions.EDITABLE:
        value = "2024-11-02" if field == "published" else "Ünïcode “x” 🌊"
        decisions.edit_field(samples, article_id, field, value)
        assert check_library(samples.path) == ()
    decisions.undo(samples)
    assert check_library(samples.path) == ()
