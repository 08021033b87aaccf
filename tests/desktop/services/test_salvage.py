"""Salvage: what is sound comes over unchanged, from library or backup, and the rest is named."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest

from desktop.services import decisions
from desktop.services.articles import ArticleQuery, count_articles, list_articles
from desktop.services.backups import back_up
from desktop.services.errors import CrosslightError
from desktop.services.events import list_events
from desktop.services.exports import export_articles
from desktop.services.libraries import Library, open_library
from desktop.services.maintenance import check_library
from desktop.services.progress import Progress
from desktop.services.salvage import Salvaged, salvage_library
from tests.desktop.services.conftest import run_import, run_jobs, write

T = TypeVar("T")
PAGE = 4096
WORDS = "harbor bridge mayor crack traders river hills farmers council steel rents night".split()


def finish(steps: Generator[Progress, None, T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def story(number: int) -> str:
    rng = random.Random(number)  # noqa: S311
    body = (" ".join(rng.choice(WORDS) for _ in range(40)).capitalize() for _ in range(12))
    return f"Report {number} on the {rng.choice(WORDS)}\n\n" + ".\n\n".join(body) + ".\n"


@pytest.fixture
def shelf(library: Library, tmp_path: Path) -> Path:
    """Return the closed file of a library with twenty articles, of which a backup has twelve."""
    for number in range(20):
        write(tmp_path / ("late" if number >= 12 else "early"), f"{number:02}.txt", story(number))
    run_import(library, tmp_path / "early")
    finish(back_up(library))
    run_import(library, tmp_path / "late")
    first, second = list_articles(library, ArticleQuery(limit=2))
    decisions.edit_field(library, first.id, "outlet", "Harbor Gazette")
    decisions.trash_articles(library, [second.id])
    library.close()
    assert library.path is not None
    return library.path


def texts(where: Path) -> dict[str, tuple[str, str | None, str]]:
    library = open_library(where, read_only=True)
    found = {each.id: (each.title, each.outlet, each.text) for each in export_articles(library)}
    library.close()
    return found


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        assert other.execute(statement).rowcount


def salvage(shelf: Path, backup: Path | None = None) -> Salvaged:
    target = shelf.parent / "new" / "Saved.crosslight"
    saved = finish(salvage_library(shelf, target, backup))
    assert saved.target == target
    assert check_library(target) == ()
    return saved


def test_all_of_a_sound_library_comes_over_with_what_was_decided(shelf: Path) -> None:
    before, bytes_before = texts(shelf), shelf.read_bytes()
    saved = salvage(shelf)
    assert (saved.saved, saved.from_backup, saved.doubtful, saved.lost) == (20, (), (), ())
    assert texts(saved.target) == before
    assert shelf.read_bytes() == bytes_before
    library = open_library(saved.target)
    assert (library.name, count_articles(library).trash) == ("Saved", 1)
    assert decisions.undo(library) == "Move 1 article to trash"
    assert decisions.undo(library) == "Edit outlet"
    library.close()


def test_an_article_that_was_changed_comes_from_the_backup(shelf: Path) -> None:
    before = texts(shelf)
    change(shelf, "UPDATE article SET text = text || '!' WHERE number IN (5, 6)")
    saved = salvage(shelf)
    assert len(saved.from_backup) == 2
    assert (saved.saved, saved.doubtful, saved.lost) == (20, (), ())
    assert texts(saved.target) == before
    assert "2 articles from the backup" in saved.lines[1]


def test_an_article_that_no_backup_has_is_named_as_lost(shelf: Path) -> None:
    before = texts(shelf)
    change(shelf, "UPDATE article SET text = text || '!' WHERE number = 15")
    saved = salvage(shelf)
    (lost,) = saved.lost
    assert lost.title.startswith("Report 14 on the")
    assert texts(saved.target) == {key: each for key, each in before.items() if key != lost.id}
    assert any("could not be saved" in line for line in saved.lines)


def test_a_changed_title_of_a_sound_text_is_kept_with_a_doubt(shelf: Path) -> None:
    change(shelf, "UPDATE article SET title = 'Odd' WHERE number = 15")
    saved = salvage(shelf)
    assert [ref.title for ref in saved.doubtful] == ["Odd"]
    assert saved.saved == 20
    assert any("look over" in line for line in saved.lines)


def test_a_changed_title_that_the_backup_has_unchanged_comes_from_there(shelf: Path) -> None:
    before = texts(shelf)
    change(shelf, "UPDATE article SET title = 'Odd' WHERE number = 5")
    saved = salvage(shelf)
    assert (len(saved.from_backup), saved.doubtful) == (1, ())
    assert texts(saved.target) == before


def test_what_was_deleted_on_purpose_does_not_come_back(shelf: Path) -> None:
    change(shelf, "DELETE FROM article WHERE number = 3")
    change(shelf, "UPDATE article SET title = 'Odd' WHERE number = 15")
    assert salvage(shelf).saved == 19


@pytest.mark.parametrize("seed", range(6))
def test_nothing_wrong_is_ever_taken_for_sound(shelf: Path, seed: int) -> None:
    before = texts(shelf)
    rng = random.Random(seed)  # noqa: S311
    data = bytearray(shelf.read_bytes())
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(1, len(data) // PAGE) * PAGE
        data[at : at + PAGE] = rng.choice((bytes(PAGE), rng.randbytes(PAGE)))
    shelf.write_bytes(data)
    saved = salvage(shelf)
    after = texts(saved.target)
    doubtful = {ref.id for ref in saved.doubtful}
    assert all(after[key] == before[key] for key in after if key not in doubtful)
    assert all(after[key][2] == before[key][2] for key in doubtful)
    assert saved.saved >= 12
    named = {ref.id for ref in saved.lost}
    assert set(before) - set(after) <= named


@pytest.mark.parametrize("has_backup", [True, False])
def test_a_library_whose_first_page_is_gone_is_salvaged_all_the_same(
    shelf: Path, has_backup: bool
) -> None:
    before = texts(shelf)
    if not has_backup:
        for backup in shelf.parent.glob("* backups/*"):
            backup.unlink()
    shelf.write_bytes(bytes(PAGE) + shelf.read_bytes()[PAGE:])
    saved = salvage(shelf)
    assert texts(saved.target) == before
    assert (saved.backup is not None) == has_backup


def test_of_rubbish_only_the_backup_is_saved(shelf: Path) -> None:
    shelf.write_bytes(b"rubbish " * 5000)
    saved = salvage(shelf)
    assert (saved.saved, len(saved.from_backup)) == (12, 12)


def test_where_nothing_is_sound_no_library_is_made(tmp_path: Path) -> None:
    path = tmp_path / "rubbish.crosslight"
    path.write_bytes(b"rubbish " * 5000)
    with pytest.raises(CrosslightError, match="is sound"):
        finish(salvage_library(path, tmp_path / "new.crosslight"))
    assert {each.name for each in tmp_path.iterdir()} == {"rubbish.crosslight"}


def test_a_damaged_backup_is_passed_over(shelf: Path, library: Library) -> None:
    again = open_library(library.url)
    newest = finish(back_up(again))
    again.close()
    change(newest, "UPDATE article SET title = 'Odd' WHERE number = 5")
    change(shelf, "UPDATE article SET text = '' WHERE number = 5")
    saved = salvage(shelf)
    assert saved.backup not in {newest, None}
    assert (saved.saved, len(saved.from_backup)) == (20, 1)


def test_a_backup_can_be_named(shelf: Path, tmp_path: Path) -> None:
    (made,) = shelf.parent.glob("* backups/*")
    elsewhere = made.rename(tmp_path / "elsewhere.db")
    change(shelf, "UPDATE article SET text = '' WHERE number = 5")
    assert len(salvage(shelf, elsewhere).from_backup) == 1


@pytest.mark.parametrize(("source", "target"), [("missing", "x"), ("", ""), ("", "taken")])
def test_a_salvage_overwrites_nothing(shelf: Path, source: str, target: str) -> None:
    (shelf.parent / "taken").touch()
    place = shelf.parent / target if target else shelf
    with pytest.raises(CrosslightError):
        finish(salvage_library(shelf.parent / source if source else shelf, place))


def test_events_and_names_come_over_and_analyses_are_made_anew(
    analyzed: Library, tmp_path: Path
) -> None:
    decisions.rename_event(analyzed, list_events(analyzed)[0].id, "Strikes")
    analyzed.close()
    saved = finish(salvage_library(analyzed.url, tmp_path / "Saved.crosslight"))
    library = open_library(saved.target)
    assert [event.label for event in list_events(library)] == ["Strikes"]
    assert not any(row.analyzed for row in list_articles(library, ArticleQuery()))
    run_jobs(library)
    assert [event.label for event in list_events(library)] == ["Strikes"]
    assert all(row.analyzed for row in list_articles(library, ArticleQuery()))
    library.close()
