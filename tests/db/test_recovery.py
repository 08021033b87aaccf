"""Reading a damaged file: everything that can be read is, and nothing in it is changed."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.backup import copy_database
from db.recovery import CARRIED, DamagedFile, NewFile, copy_apart, judge, mend_head, outlet_names
from tests.db.conftest import add_article, file_of

PAGE = 4096
WORDS = "rain snow wind river bridge harbor hill road night morning council mayor".split()


def text_of(number: int) -> str:
    rng = random.Random(number)  # noqa: S311
    return f"Report {number}. " + " ".join(rng.choice(WORDS) for _ in range(900))


@pytest.fixture
def whole(engine: sa.Engine, tmp_path: Path) -> Path:
    """Return the file of a library with forty articles of more than a page each."""
    for number in range(40):
        add_article(engine, text_of(number), f"Title {number}")
    path = tmp_path / "whole.db"
    copy_database(engine, path)
    return path


@pytest.fixture
def damaged(whole: Path) -> Path:
    """Return it without one of the pages that hold rows of articles."""
    data = bytearray(whole.read_bytes())
    with closing(sqlite3.connect(whole)) as connection:
        pages = list(leaves(data, root_of(connection)))
    page = pages[len(pages) // 2]
    data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    whole.write_bytes(data)
    return whole


def root_of(connection: sqlite3.Connection) -> int:
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'article'"
    return int(connection.execute(query).fetchone()[0])


def leaves(data: bytearray, page: int) -> Iterator[int]:
    """Give the pages of a table that hold its rows: those its inner pages point at."""
    start = (page - 1) * PAGE
    if data[start] == 0x0D:
        yield page
        return
    count = int.from_bytes(data[start + 3 : start + 5], "big")
    for nth in range(count):
        at = start + 12 + 2 * nth
        cell = start + int.from_bytes(data[at : at + 2], "big")
        yield from leaves(data, int.from_bytes(data[cell : cell + 4], "big"))
    yield from leaves(data, int.from_bytes(data[start + 8 : start + 12], "big"))


def titles(path: Path) -> tuple[list[str], set[str]]:
    file = DamagedFile(path)
    found = [str(row["title"]) for row in file.read("article")]
    file.close()
    return found, file.gaps


def test_all_rows_of_a_sound_file_are_read_without_gaps(whole: Path) -> None:
    found, gaps = titles(whole)
    assert found == [f"Title {number}" for number in range(40)]
    assert gaps == set()


def test_the_rows_before_and_behind_a_lost_page_are_read(damaged: Path) -> None:
    found, gaps = titles(damaged)
    assert 30 < len(found) < 40
    assert {"Title 0", "Title 39"} <= set(found)
    assert len(set(found)) == len(found)
    assert gaps == {"article"}


def test_ids_are_known_also_of_articles_that_cannot_be_read(damaged: Path) -> None:
    file = DamagedFile(damaged)
    assert len(file.known_ids()) == 40
    file.close()


def test_what_is_read_of_an_article_is_judged_by_its_digests(whole: Path) -> None:
    file = DamagedFile(whole)
    names = outlet_names(file.read("outlet"))
    row = next(file.read("article"))
    assert judge(row, names) == (True, True)
    assert judge({**row, "title": "Another"}, names) == (True, False)
    assert judge({**row, "text": "Another"}, names) == (False, True)
    assert judge({**row, "outlet_id": 5}, {5: "Daily Test"}) == (True, False)
    file.close()


@pytest.mark.parametrize("head", [bytes(PAGE), random.Random(1).randbytes(PAGE)])  # noqa: S311
def test_a_file_without_its_first_page_is_read_by_that_of_a_backup(
    whole: Path, tmp_path: Path, head: bytes
) -> None:
    backup = tmp_path / "backup.db"
    backup.write_bytes(whole.read_bytes())
    data = whole.read_bytes()
    whole.write_bytes(head + data[PAGE:])
    assert titles(whole)[0] == []
    mend_head(whole, backup)
    assert len(titles(whole)[0]) == 40


def test_a_file_that_can_be_read_keeps_its_first_page(whole: Path, engine: sa.Engine) -> None:
    before = whole.read_bytes()
    mend_head(whole, file_of(engine))
    assert whole.read_bytes() == before


def test_a_copy_apart_has_what_was_written_last(engine: sa.Engine, tmp_path: Path) -> None:
    add_article(engine, "Rain fell.", "Storm")
    folder = tmp_path / "apart"
    folder.mkdir()
    assert titles(copy_apart(file_of(engine), folder))[0] == ["Storm"]


def test_rows_that_contradict_others_are_left_out(engine: sa.Engine) -> None:
    path = file_of(engine)
    engine.dispose()
    new = NewFile(path)
    batch = {"id": "batch", "started_at": "now", "unknown column": 5}
    assert new.add("import_batch", batch)
    assert not new.add("import_batch", batch)
    assert not new.add("doubt", {"article_id": "nobody", "code": "x", "message": ""})
    assert not new.add("tag", {"id": 1, "key": "\udc80", "name": "half a letter"})
    new.commit()
    new.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT id FROM import_batch").fetchall() == [("batch",)]


def test_what_was_not_committed_is_not_kept(engine: sa.Engine) -> None:
    path = file_of(engine)
    engine.dispose()
    new = NewFile(path)
    assert new.add("import_batch", {"id": "batch", "started_at": "now"})
    new.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM import_batch").fetchone() == (0,)


def test_what_is_worked_out_from_articles_is_not_carried() -> None:
    assert not {"analysis", "comparison", "signature", "term_article", "copy_key"} & set(CARRIED)
    assert CARRIED.index("outlet") < CARRIED.index("article") < CARRIED.index("article_tag")


def test_a_file_whose_list_of_tables_is_lost_is_given_up_soon_and_read_by_a_backup(
    whole: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.db"
    backup.write_bytes(whole.read_bytes())
    data = bytearray(whole.read_bytes())
    data[100:PAGE] = random.Random(2).randbytes(PAGE - 100)  # noqa: S311
    whole.write_bytes(data)
    found = {table: titles_of(whole, table) for table in CARRIED}
    assert set(found.values()) == {0}
    mend_head(whole, backup)
    assert titles_of(whole, "article") == 40


def titles_of(path: Path, table: str) -> int:
    file = DamagedFile(path)
    count = len(list(file.read(table)))
    file.close()
    return count
