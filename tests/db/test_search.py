"""The search index: it follows every change, and what a user types is never an operator."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql

from db.engine import writing
from db.search import matching_numbers, quoted_terms
from db.tables import ArticleRow
from tests.db.conftest import add_article


def found(engine: sa.Engine, words: str, dialect: str = "sqlite") -> set[int]:
    """Return the numbers of the articles that a search gives."""
    with engine.connect() as connection:
        return set(connection.scalars(matching_numbers(words, dialect=dialect)))


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
        ("STORM school", {"storm"}),
        ("school storm night", {"storm"}),
        ("storm calm", set[str]()),
        ("sto", {"storm"}),
        ("sto roof", set[str]()),  # only the last word may be unfinished
        ("roof sto", {"storm"}),
        ("zelensky", {"marks"}),
        ("Zelensky's", {"marks"}),
        ("łoś", {"marks"}),
        ("los", set[str]()),  # no mark is left out of ł
        ("ol", {"marks"}),
        ("co-operation", {"marks"}),
        ("3.5", {"marks"}),
        ("“plan”", {"marks"}),
        ("was", {"calm", "words"}),
        ("near OR", {"words"}),
        ("storm OR calm", set[str]()),
        ("storm NOT calm", set[str]()),
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
def test_a_search_finds_the_articles_that_have_all_words(
    engine: sa.Engine, articles: dict[str, int], words: str, names: set[str]
) -> None:
    assert found(engine, words) == {articles[name] for name in names}


@pytest.mark.parametrize("words", ["", "  ", '"', "***", "“ ”", "()", "\0", "\ud800", "...", "—"])
def test_what_holds_no_word_finds_nothing(
    engine: sa.Engine, articles: dict[str, int], words: str
) -> None:
    assert articles
    assert quoted_terms(words) == ""
    assert found(engine, words) == set()


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(codec=None), max_size=40))
def test_any_search_is_answered(engine: sa.Engine, articles: dict[str, int], words: str) -> None:
    assert found(engine, words) <= set(articles.values())


PIECES = st.sampled_from(
    ['"', "''", "*", "(", ")", "NEAR", "AND", "NOT", ":", "-", "^", "+", "roof"]
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=8), glue=st.sampled_from(["", " "]))
def test_no_mixture_of_operators_is_one(
    engine: sa.Engine, articles: dict[str, int], pieces: list[str], glue: str
) -> None:
    numbers = found(engine, glue.join(pieces))
    assert numbers <= set(articles.values())
    if glue and {"roof"} == {piece for piece in pieces if piece.isalnum()}:
        assert numbers == {articles["storm"]}


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
    assert found(engine, "hail weather") == {number}
    assert found(engine, "storm") == found(engine, "calm") == set()


def test_a_change_that_is_taken_back_is_not_in_the_index(
    engine: sa.Engine, articles: dict[str, int]
) -> None:
    with engine.connect() as connection:
        connection.execute(sa.update(ArticleRow).values(title="Hail"))
        connection.rollback()
    assert found(engine, "hail") == set()
    assert found(engine, "night") == {articles["storm"]}


def test_databases_without_the_index_search_by_likeness(
    engine: sa.Engine, articles: dict[str, int]
) -> None:
    query = matching_numbers("sto% 50_", dialect="postgresql")
    told = str(query.compile(dialect=postgresql.dialect()))
    assert told.count("ILIKE") == 4
    assert "article_search" not in told
    # SQLite knows this form too, so that its answers can be looked at.
    assert found(engine, "STORM school", "other") == {articles["storm"]}
    assert found(engine, "storm calm", "other") == set()
    assert found(engine, "%", "other") == found(engine, "_", "other") == set()


@given(st.text(max_size=30))
def test_quoted_terms_hold_no_open_quote(words: str) -> None:
    terms = quoted_terms(words)
    assert terms.count('"') % 2 == 0
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        if terms:
            assert connection.execute("SELECT * FROM t WHERE t MATCH ?", (terms,)).fetchall() == []
