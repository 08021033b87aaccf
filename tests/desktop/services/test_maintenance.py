"""Looking after a library: nothing is lost, and what is damaged is told from what is busy."""

from __future__ import annotations

import json
import random
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from desktop.services import decisions
from desktop.services.articles import ArticleQuery, count_articles, list_articles
from desktop.services.errors import CrosslightError
from desktop.services.events import list_events
from desktop.services.exports import export_articles
from desktop.services.libraries import Library, open_library
from desktop.services.maintenance import backup_library, check_library, restore_library
from tests.desktop.services.conftest import STORM, run_import, write


def test_a_sound_library_has_nothing_to_tell(analyzed: Library) -> None:
    assert check_library(analyzed.url) == ()


def test_checking_changes_nothing(samples: Library) -> None:
    assert samples.path is not None
    samples.close()
    before = samples.path.read_bytes()
    check_library(samples.path)
    assert samples.path.read_bytes() == before


@pytest.mark.parametrize("seed", range(8))
def test_a_letter_changed_in_the_file_is_found(samples: Library, seed: int) -> None:
    assert samples.path is not None
    samples.close()
    data = bytearray(samples.path.read_bytes())
    word = random.Random(seed).choice([b"Zelensk", b"Kursk", b"missiles", b"Business Insider"])  # noqa: S311
    place = data.index(word)
    data[place + 1] ^= 1
    samples.path.write_bytes(data)
    assert check_library(samples.path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_is_found(samples: Library, share: float) -> None:
    assert samples.path is not None
    samples.close()
    data = samples.path.read_bytes()
    samples.path.write_bytes(data[: int(len(data) * share)])
    assert check_library(samples.path)


def test_a_backup_keeps_decisions_events_and_rights(analyzed: Library, tmp_path: Path) -> None:
    assert analyzed.path is not None
    analyzed.path.chmod(0o640)
    (event,) = list_events(analyzed)
    decisions.rename_event(analyzed, event.id, "Strikes")
    backup = tmp_path / "backup.crosslight"
    backup_library(analyzed, backup)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o640
    copy = open_library(backup)
    assert list_events(copy) == list_events(analyzed)
    assert list_articles(copy, ArticleQuery()) == list_articles(analyzed, ArticleQuery())
    assert decisions.undo(copy) == "Rename event"
    copy.close()


def test_a_backup_holds_what_is_committed_while_another_writes(
    samples: Library, tmp_path: Path
) -> None:
    assert samples.path is not None
    backup = tmp_path / "backup.crosslight"
    with closing(sqlite3.connect(samples.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM article")
        backup_library(samples, backup)
        other.execute("ROLLBACK")
    assert check_library(backup) == ()
    copy = open_library(backup)
    assert count_articles(copy).all == 5
    copy.close()


def test_a_backup_that_cannot_be_written_leaves_no_rest(samples: Library, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(CrosslightError) as refusal:
        backup_library(samples, blocked / "backup.crosslight")
    assert "cannot be written" in refusal.value.message
    assert samples.path is not None
    names = {path.name for path in samples.path.parent.iterdir()}
    assert not any(name.startswith(".copy-") for name in names)


def test_a_backup_replaces_an_older_one_in_one_step(samples: Library, tmp_path: Path) -> None:
    backup = tmp_path / "backup.crosslight"
    backup_library(samples, backup)
    run_import(samples, write(tmp_path, "storm.txt"))
    backup_library(samples, backup)
    copy = open_library(backup, read_only=True)
    assert count_articles(copy).all == 6
    copy.close()


def test_a_missing_backup_restores_nothing(samples: Library, tmp_path: Path) -> None:
    assert samples.path is not None
    with pytest.raises(CrosslightError, match="no library"):
        restore_library(samples.path, tmp_path / "missing")
    assert count_articles(samples).all == 5


@pytest.mark.parametrize("url", ["postgresql://host/name", "mysql://host/name"])
def test_a_server_is_restored_by_its_own_means(samples: Library, tmp_path: Path, url: str) -> None:
    backup = tmp_path / "backup.crosslight"
    backup_library(samples, backup)
    with pytest.raises(CrosslightError, match="server"):
        restore_library(url, backup)


def test_an_export_has_every_live_article_once_over_many_pages(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.services.exports._PAGE", 3)
    for number in range(10):
        write(tmp_path / "files", f"{number}.txt", f"Report number {number} of the day.")
    run_import(library, tmp_path / "files")
    trashed = list_articles(library, ArticleQuery(limit=4))
    decisions.trash_articles(library, [row.id for row in trashed[2:]])
    names = [entry.source_name for entry in export_articles(library)]
    assert names == [f"{number}.txt" for number in (0, 1, 4, 5, 6, 7, 8, 9)]


def test_an_export_names_all_reprints_of_a_text(library: Library, tmp_path: Path) -> None:
    for number in range(3):
        path = write(tmp_path / f"{number}", "storm.txt", STORM)
        meta = path.with_name("storm.txt.meta.json")
        meta.write_text(json.dumps({"outlet": f"Outlet {number}"}))
        run_import(library, path)
    exported = list(export_articles(library))
    ids = [entry.id for entry in exported]
    for entry in exported:
        assert [relation.id for relation in entry.relations] == [i for i in ids if i != entry.id]
        assert {relation.kind for relation in entry.relations} == {"reprint"}
    decisions.trash_articles(library, ids[1:])
    (left,) = export_articles(library)
    assert left.relations == ()
