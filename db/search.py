"""The full-text index over titles, texts and authors: words of a query are always quoted."""

from __future__ import annotations

import sqlalchemy as sa

# A list of authors stands as JSON. What takes it apart as a table cannot be used from here, and
# of a byline these are the names.
_MOST_AUTHORS = 12
# A word of a headline says more than one of the text.
_WEIGHTS = (5.0, 1.0, 1.0)
SEARCH = sa.table("article_search", sa.column("rowid", sa.BigInteger))


def _byline(row: str) -> str:
    names = " || ' ' || ".join(
        f"COALESCE(JSON_EXTRACT({row}.authors, '$[{nth}]'), '')" for nth in range(_MOST_AUTHORS)
    )
    return f"CASE WHEN JSON_VALID({row}.authors) THEN TRIM({names}) END"


def _enter(row: str) -> str:
    return f"""
        INSERT INTO article_search (rowid, title, text, byline)
        VALUES ({row}.place, {row}.title, {row}.text, {_byline(row)});
    """  # noqa: S608


def _leave(row: str) -> str:
    return f"""
        INSERT INTO article_search (article_search, rowid, title, text, byline)
        VALUES ('delete', {row}.place, {row}.title, {row}.text, {_byline(row)});
    """  # noqa: S608


# The row's number is the place in the order of dates, in which a search gives its hits.
_CREATE = (
    f"""
    CREATE VIEW article_words AS
    SELECT place, title, text, {_byline("article")} AS byline FROM article
    """,  # noqa: S608
    """
    CREATE VIRTUAL TABLE article_search USING fts5(
        title, text, byline, content = 'article_words', content_rowid = 'place',
        tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    f"""
    CREATE TRIGGER article_search_insert AFTER INSERT ON article BEGIN
        {_enter("new")}
    END
    """,
    f"""
    CREATE TRIGGER article_search_delete AFTER DELETE ON article BEGIN
        {_leave("old")}
    END
    """,
    f"""
    CREATE TRIGGER article_search_update
    AFTER UPDATE OF title, text, authors, published ON article BEGIN
        {_leave("old")}
        {_enter("new")}
    END
    """,
    "INSERT INTO article_search (article_search) VALUES ('rebuild')",
)
_DROP = (
    "DROP TRIGGER article_search_insert",
    "DROP TRIGGER article_search_delete",
    "DROP TRIGGER article_search_update",
    "DROP TABLE article_search",
)


def create_index(connection: sa.Connection) -> None:
    """Create the index of all articles and what keeps it; databases without FTS5 go without."""
    if connection.dialect.name == "sqlite":
        for statement in _CREATE:
            connection.exec_driver_sql(statement)


def drop_index(connection: sa.Connection) -> None:
    """Drop the index of an older version, so that another can be created."""
    if connection.dialect.name == "sqlite":
        for statement in _DROP:
            connection.exec_driver_sql(statement)


def phrase(words: str, column: str = "", *, is_prefix: bool = False) -> str:
    r"""Return words that stand in a row as a query; quoted words are never operators.

    Args:
        words: The words, with a letter or digit in them.
        column: "title", "text" or "byline", or any of them.
        is_prefix: The last word may go on.

    >>> phrase('NEAR "bo', "title", is_prefix=True)
    'title : "NEAR  bo"*'
    """
    plain = words.replace("\0", " ").replace('"', " ")
    return f"{column} : " * bool(column) + f'"{plain}"' + "*" * is_prefix


def matching_places(query: str) -> sa.Select[int]:
    """Return a query of the places of the articles that a query of `phrase`s finds."""
    return sa.select(SEARCH.c.rowid).where(is_match(query))


def is_match(query: str) -> sa.ColumnElement[bool]:
    """Return whether a row of the index is one that a query finds."""
    return sa.literal_column("article_search").op("MATCH")(query)


def relevance() -> sa.ColumnElement[float]:
    """Return how well a row of the index fits the query: the lower, the better."""
    weights = ", ".join(str(weight) for weight in _WEIGHTS)
    return sa.literal_column(f"bm25(article_search, {weights})", sa.Double[float]())
