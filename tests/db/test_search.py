"""The search index: it follows every change, gives hits by date, and words are no operators."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.engine import writing
from db.places import FIRST_DATED, ROOM, first_place, last_place
from db.search import SEARCH, matching_places, phrase
from db.tables import ArticleRow
from tests.db.conftest import add_article


def found(engine: sa.Engine, words: str, column: str = "", *, is_prefix: bool = False) -> set[int]:
    """Return the numbers of the articles that have words in a row."""
    query = matching_places(phrase(words, column, is_prefix=is_prefix))
    places = sa.select(ArticleRow.number).where(ArticleRow.place.in_(query))
    with engine.connect() as connection:
        return set(connection.scalars(places))


@pytest.fixture
def articles(engine: sa.Engine) -> dict[str, int]:
    """Give the numbers of some articles by their names."""
    texts = {
        "storm": ("A storm tore the roof from the school in Anville.", "Storm at night"),
        "calm": ("The sea was calm; nobody spoke of the Gewitter.", "Calm"),
        "marks": ("Zelenský’s “plan” is no Öl for 3.5-litre engines, co-operation or C++.", "Łoś"),
        "words": ("It was NOT near OR AND; NEAR(this, that) title: x* ^y -q", "Operators"),
    }  # fmt: skip
    return {name: add_article(engine, text, title) for name, (text, title) in texts.items()}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("storm", {"storm"}),
        ("STORM TORE", {"storm"}),
        ("tore storm", set[str]()),  # in a row
        ("sto", set[str]()),
        ("zelensky", {"marks"}),
        ("Zelensky's", {"marks"}),
        ("łoś", {"marks"}),
        ("los", set[str]()),  # no mark is left out of ł
        ("ol", {"marks"}),
        ("co-operation", {"marks"}),
        ("3.5", {"marks"}),
        ("“plan”", {"marks"}),
        ("was", {"calm", "words"}),
        ("NEAR(this, that)", {"words"}),
        ("title:", {"words"}),
        ("x*", {"words"}),
        ("^y", {"words"}),
        ("-q", {"words"}),
        ('"school in', {"storm"}),
        ("anville.", {"storm"}),
        ("anville,storm", set[str]()),
    ],
)
def test_words_in_a_row_are_found_whatever_their_marks(
    engine: sa.Engine, articles: dict[str, int], words: str, names: set[str]
) -> None:
    assert found(engine, words) == {articles[name] for name in names}


def test_a_column_and_the_beginning_of_a_word_can_be_asked_for(
    engine: sa.Engine, articles: dict[str, int]
) -> None:
    written = add_article(engine, "By nobody.", authors=["José Márquez", "Ann Lee"])
    assert found(engine, "storm", "text") == {articles["storm"]}
    assert found(engine, "calm", "title") == {articles["calm"]}
    assert found(engine, "sea", "title") == set()
    assert found(engine, "at nig", is_prefix=True) == {articles["storm"]}
    assert found(engine, "jose marquez", "byline") == found(engine, "lee") == {written}


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40),
    column=st.sampled_from(["", "title", "text", "byline"]),
    is_prefix=st.booleans(),
)
def test_any_words_are_answered(
    engine: sa.Engine, articles: dict[str, int], words: str, column: str, is_prefix: bool
) -> None:
    assert found(engine, words, column, is_prefix=is_prefix) <= set(articles.values())


PIECES = st.sampled_from(
    ['"', "''", "*", "(", ")", "NEAR", "AND", "NOT", ":", "-", "^", "+", "roof"]
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, min_size=1, max_size=8), glue=st.sampled_from(["", " "]))
def test_no_mixture_of_operators_is_one(
    engine: sa.Engine, articles: dict[str, int], pieces: list[str], glue: str
) -> None:
    numbers = found(engine, glue.join(pieces))
    assert numbers <= set(articles.values())
    if {"roof"} == {piece for piece in pieces if piece.isalnum()} and pieces.count("roof") == 1:
        assert numbers == {articles["storm"]}


def test_hits_come_in_the_order_of_dates_with_the_undated_first(engine: sa.Engine) -> None:
    dates = [None, "2024-11-02T18:37+05:30", "2023-01-31", "2024-11-02", "2024-11-02T18:37"]
    numbers = [
        add_article(engine, f"Rain fell {nth} times.", published=date)
        for nth, date in enumerate(dates)
    ]
    query = matching_places(phrase("rain")).order_by(SEARCH.c.rowid)
    with engine.connect() as connection:
        places = list(connection.scalars(query))
    assert [place % ROOM for place in places] == [numbers[nth] for nth in (0, 2, 3, 1, 4)]
    assert places[0] < FIRST_DATED < first_place("2023") <= places[1] <= last_place("20230131")
    assert first_place("20241102") <= places[2] < places[4] <= last_place("202411")


def test_a_date_that_is_set_later_moves_the_article_in_the_index(
    engine: sa.Engine, articles: dict[str, int]
) -> None:
    with writing(engine).begin() as connection:
        connection.execute(sa.update(ArticleRow).values(published="2020-02-02"))
    assert found(engine, "storm") == {articles["storm"]}
    with engine.connect() as connection:
        places = list(connection.scalars(matching_places(phrase("storm"))))
    assert [place // ROOM for place in places] == [202002020000]


def test_the_index_holds_what_the_table_holds_after_any_change(
    engine: sa.Engine, articles: dict[str, int]
) -> None:
    with writing(engine).begin() as connection:
        number = articles["storm"]
        change = sa.update(ArticleRow).where(ArticleRow.number == number)
        connection.execute(change.values(text="Hail fell.", title="Weather"))
        connection.execute(sa.delete(ArticleRow).where(ArticleRow.number == articles["calm"]))
        # Fails where the index and the table differ.
        connection.exec_driver_sql(
            "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)"
        )
    assert found(engine, "hail") == found(engine, "weather") == {number}
    assert found(engine, "storm") == found(engine, "calm") == set()


def test_a_change_that_is_taken_back_is_not_in_the_index(
    engine: sa.Engine, articles: dict[str, int]
) -> None:
    with engine.connect() as connection:
        connection.execute(sa.update(ArticleRow).values(title="Hail"))
        connection.rollback()
    assert found(engine, "hail") == set()
    assert found(engine, "night") == {articles["storm"]}


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_a_phrase_holds_no_open_quote(words: str) -> None:
    terms = phrase(words)
    assert terms.count('"') % 2 == 0
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        assert connection.execute("SELECT * FROM t WHERE t MATCH ?", (terms,)).fetchall() == []
