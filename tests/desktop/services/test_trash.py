"""The trash: thirty days, not a day less; emptied only when asked, and with a backup before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.tables import ArticleRow, DecisionRow
from desktop.services import decisions, trash
from desktop.services.articles import ArticleQuery, count_articles, list_articles
from desktop.services.backup_files import BackupKind
from desktop.services.backups import list_backups
from desktop.services.errors import CrosslightError
from desktop.services.events import is_grouped
from desktop.services.libraries import Library, open_library
from desktop.services.maintenance import check_library, restore_library
from desktop.services.sessions import read_session, write_session
from desktop.services.trash import empty_trash, goes_on, purge_trash, trash_state
from desktop.services.upkeep import keep_up, with_backups
from tests.desktop.services.conftest import run_import, run_jobs, write

DAY = timedelta(days=1)


def ids(library: Library) -> list[str]:
    return [row.id for row in list_articles(library, ArticleQuery())]


def put_away(library: Library, count: int, days_ago: float = 0) -> list[str]:
    """Put articles into the trash as if it had been done some days ago."""
    some = ids(library)[:count]
    decisions.trash_articles(library, some)
    moment = (datetime.now(UTC) - days_ago * DAY).isoformat(timespec="seconds")
    with write_session(library) as session:
        change = sa.update(ArticleRow).where(ArticleRow.id.in_(some))
        session.execute(change.values(trashed_at=moment))
    return some


def test_the_state_tells_how_many_and_when_the_first_goes(samples: Library) -> None:
    assert trash_state(samples) == trash.TrashState(0, None)
    put_away(samples, 2, days_ago=10)
    put_away(samples, 1)
    state = trash_state(samples)
    assert state.articles == 3
    assert state.next_goes == (datetime.now(UTC) + 20 * DAY).astimezone().date()


def test_what_was_never_put_away_goes_on_no_day() -> None:
    assert goes_on(None) is None
    assert goes_on("no moment") is None


@pytest.mark.parametrize(("days", "left"), [(0, 1), (29.9, 1), (30.1, 0), (400, 0)])
def test_an_article_is_deleted_after_thirty_days_and_not_before(
    samples: Library, days: float, left: int
) -> None:
    put_away(samples, 1, days)
    assert purge_trash(samples) == 1 - left
    counts = count_articles(samples)
    assert (counts.all, counts.trash) == (4, left)
    assert len(list_backups(samples.url)) == 1 - left


def test_a_moment_that_cannot_be_read_keeps_its_article(samples: Library) -> None:
    (article,) = put_away(samples, 1)
    with write_session(samples) as session:
        change = sa.update(ArticleRow).where(ArticleRow.id == article)
        session.execute(change.values(trashed_at="long ago"))
    assert purge_trash(samples) == 0
    assert count_articles(samples).trash == 1


def test_emptying_backs_up_before_and_takes_only_what_is_in_the_trash(samples: Library) -> None:
    assert samples.path is not None
    put_away(samples, 2)
    assert empty_trash(samples) == 2
    assert (count_articles(samples).all, count_articles(samples).trash) == (3, 0)
    assert empty_trash(samples) == 0
    (backup,) = list_backups(samples.url)
    assert backup.kind is BackupKind.EMPTYING
    restore_library(samples.path, backup.path)
    assert (count_articles(samples).all, count_articles(samples).trash) == (3, 2)
    assert decisions.undo(samples) == "Move 2 articles to trash"
    assert count_articles(samples).all == 5


def test_without_room_for_the_backup_nothing_is_deleted(
    samples: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> Path:
        raise CrosslightError("There is no room.")

    monkeypatch.setattr(trash, "write_backup", refuse)
    put_away(samples, 1, 31)
    for delete in (empty_trash, purge_trash):
        with pytest.raises(CrosslightError, match="no room"):
            delete(samples)
    assert count_articles(samples).trash == 1


def test_nothing_is_left_of_what_was_deleted_and_the_rest_is_sound(analyzed: Library) -> None:
    put_away(analyzed, 2)
    run_jobs(analyzed)
    assert is_grouped(analyzed)
    empty_trash(analyzed)
    assert is_grouped(analyzed)  # what lay in the trash was in no event
    assert check_library(analyzed.url) == ()
    assert list_articles(analyzed, ArticleQuery("trash")) == ()
    run_jobs(analyzed)
    assert count_articles(analyzed).all == 3


def test_what_was_decided_about_deleted_articles_leaves_the_log(samples: Library) -> None:
    first, second, *_rest = ids(samples)
    decisions.edit_field(samples, first, "title", "Another")
    decisions.edit_field(samples, second, "title", "Another one")
    decisions.trash_articles(samples, [first, second])
    decisions.restore_articles(samples, [second])
    empty_trash(samples)
    with read_session(samples) as session:
        kept = [(row.label, row.data) for row in session.scalars(sa.select(DecisionRow))]
    assert [label for label, _ in kept] == [
        "Add 5 articles", "Edit title", "Move 2 articles to trash", "Restore 1 article",
    ]  # fmt: skip
    assert kept[2][1]["articles"] == [second]
    assert decisions.undo(samples) == "Restore 1 article"
    assert decisions.undo(samples) == "Move 2 articles to trash"
    assert count_articles(samples).all == 4


def test_an_import_whose_articles_are_all_gone_cannot_be_undone(samples: Library) -> None:
    put_away(samples, 5)
    empty_trash(samples)
    assert decisions.undo_label(samples) is None


def test_an_article_that_was_deleted_can_be_imported_again(
    library: Library, tmp_path: Path
) -> None:
    path = write(tmp_path / "files", "storm.txt")
    run_import(library, path)
    put_away(library, 1)
    empty_trash(library)
    (outcome,) = run_import(library, path)
    assert (outcome.status.value, outcome.restored) == ("imported", 0)


def test_upkeep_empties_the_trash_and_leaves_what_is_only_read_alone(samples: Library) -> None:
    put_away(samples, 1, 31)
    reading = open_library(samples.url, read_only=True)
    assert keep_up(reading).purged == 0
    reading.close()
    done = keep_up(samples)
    assert (done.purged, done.backup) == (1, None)
    later = keep_up(samples, datetime.now(UTC) + DAY)
    assert (later.purged, later.backup is not None) == (0, True)
    assert keep_up(samples, datetime.now(UTC) + 2 * DAY).backup is None


def test_a_long_job_is_backed_up_between_its_steps(
    samples: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("desktop.services.upkeep.LOOK_EVERY_S", 0.0)
    monkeypatch.setattr("desktop.services.backups.EVERY", timedelta(0))
    told: list[CrosslightError] = []
    from desktop.services.importing import import_files

    steps = import_files(samples, [write(tmp_path, "storm.txt")])
    assert [step.outcome for step in with_backups(samples, steps, told.append)]
    assert told == []
    assert {backup.kind for backup in list_backups(samples.url)} == {BackupKind.TIMED}
