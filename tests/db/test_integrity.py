"""Finding damage: any change of what an export gives is found, and nothing else is called one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from db.engine import sqlite_engine, writing
from db.integrity import find_damage, seal_article
from db.tables import ArticleRow, EventArticleRow, EventRow
from tests.db.conftest import add_article, file_of

KNOWN: dict[str, Any] = {
    "authors": ["Ann Lee", "Bob Ray"],
    "published": "2024-11-02T18:37+05:30",
    "zone": "IST",
    "url": "https://example.org/storm",
    "language": "en",
    "agency": "AP",
}


def damage(engine: sa.Engine) -> list[str]:
    return list(find_damage(engine))


def change(engine: sa.Engine, statement: str, *values: object) -> None:
    """Change the file as another program would."""
    with closing(sqlite3.connect(file_of(engine))) as other, other:
        assert other.execute(statement, values).rowcount


@pytest.mark.parametrize(
    "column",
    ["id", "sha256", "title", "authors", "published", "zone", "url", "language", "agency",
     "format", "source_name"],
)  # fmt: skip
@pytest.mark.parametrize("value", [None, "", "other", b"\xff\xfe"])
def test_a_change_of_any_exported_column_is_found(
    engine: sa.Engine, column: str, value: object
) -> None:
    add_article(engine, "Rain fell.", outlet="Daily Test", **KNOWN)
    assert damage(engine) == []
    if value is None and column in {"id", "sha256", "title", "format", "source_name"}:
        value = "x"  # these are never empty
    change(engine, f"UPDATE article SET {column} = ?", value)  # noqa: S608
    assert damage(engine)
    assert all(problem.endswith(".") for problem in damage(engine))


def test_values_that_move_from_one_column_to_the_next_are_found(engine: sa.Engine) -> None:
    add_article(engine, "Rain fell.", url="ab", language="c")
    change(engine, "UPDATE article SET url = 'a', language = 'bc'")
    assert len(damage(engine)) == 1


def test_an_outlet_that_was_renamed_or_exchanged_is_found(engine: sa.Engine) -> None:
    add_article(engine, "Rain fell.", outlet="Daily Test")
    add_article(engine, "Snow fell.", outlet="Evening Test")
    change(engine, "UPDATE article SET outlet_id = 3 - outlet_id")
    assert len(damage(engine)) == 2
    change(engine, "UPDATE article SET outlet_id = 3 - outlet_id")
    assert damage(engine) == []
    change(engine, "UPDATE outlet SET name = 'X' WHERE id = 1")
    assert len(damage(engine)) == 1


def test_what_the_program_may_change_freely_is_no_damage(engine: sa.Engine) -> None:
    add_article(engine, "Rain fell.")
    with Session(writing(engine)) as session, session.begin():
        row = session.scalars(sa.select(ArticleRow)).one()
        row.trashed_at, row.words, row.rates, row.summary_key = "now", 5, {"own": [1]}, "key"
    assert damage(engine) == []


def test_a_sealed_change_is_no_damage(engine: sa.Engine) -> None:
    number = add_article(engine, "Rain fell.")
    with Session(writing(engine)) as session, session.begin():
        session.scalars(sa.select(ArticleRow)).one().title = "Another title"
        seal_article(session, number)
    assert damage(engine) == []


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, title=TEXTS, place=st.integers(0, 59), bit=st.integers(0, 7))
def test_any_flipped_bit_of_a_text_is_found(
    engine: sa.Engine, text: str, title: str, place: int, bit: int
) -> None:
    with writing(engine).begin() as connection:
        connection.execute(sa.delete(ArticleRow))
    add_article(engine, text, title)
    assert damage(engine) == []
    data = bytearray(text.encode() or b"x")
    data[place % len(data)] ^= 1 << bit
    change(engine, "UPDATE article SET text = CAST(? AS TEXT)", bytes(data))
    assert any("text of article" in problem for problem in damage(engine))


def test_damage_on_many_pages_is_all_found(
    engine: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.integrity._PAGE", 2)
    for number in range(7):
        add_article(engine, f"Report {number}.")
    change(engine, "UPDATE article SET title = 'x' WHERE number % 2 = 1")
    assert len(damage(engine)) == 4


def test_an_entry_that_points_nowhere_is_found_in_every_table(engine: sa.Engine) -> None:
    add_article(engine, "Rain fell.")
    with Session(writing(engine)) as session, session.begin():
        article_id = session.scalars(sa.select(ArticleRow.id)).one()
        session.add(EventRow(id="event", label="x", links=b"", created_at="now"))
        session.flush()
        session.add(EventArticleRow(article_id=article_id, event_id="event"))
    assert damage(engine) == []
    change(engine, "DELETE FROM event")
    (problem,) = damage(engine)
    assert "event_article" in problem
    assert "event that is missing" in problem


def overwrite(path: Path, start: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xa5" * 512)


@pytest.mark.parametrize("page", [2, 5, 9])
def test_overwritten_pages_are_found_or_cannot_be_read(
    engine: sa.Engine, page: int, tmp_path: Path
) -> None:
    for number in range(20):
        add_article(engine, f"Report {number}. " + "Words of the day. " * 200)
    with closing(sqlite3.connect(file_of(engine))) as other:
        whole = tmp_path / "whole.db"
        other.execute("VACUUM INTO ?", (str(whole),))
    overwrite(whole, 4096 * (page - 1))
    reading = sqlite_engine(whole, read_only=True)

    def look(find: Callable[[sa.Engine], object]) -> object:
        try:
            return find(reading)
        except DatabaseError as error:
            return error

    assert look(damage)
    reading.dispose()
