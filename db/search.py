"""The full-text index over titles and texts: words of a query are always quoted."""

from __future__ import annotations

import sqlalchemy as sa

_CREATE = (
    """
    CREATE VIRTUAL TABLE article_search USING fts5(
        title, text, content = 'article', content_rowid = 'number',
        tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER article_search_insert AFTER INSERT ON article BEGIN
        INSERT INTO article_search (rowid, title, text)
        VALUES (new.number, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER article_search_delete AFTER DELETE ON article BEGIN
        INSERT INTO article_search (article_search, rowid, title, text)
        VALUES ('delete', old.number, old.title, old.text);
    END
    """,
    """
    CREATE TRIGGER article_search_update AFTER UPDATE OF title, text ON article BEGIN
        INSERT INTO article_search (article_search, rowid, title, text)
        VALUES ('delete', old.number, old.title, old.text);
        INSERT INTO article_search (rowid, title, text)
        VALUES (new.number, new.title, new.text);
    END
    """,
)


def create_index(connection: sa.Connection) -> None:
    """Create the index and the triggers that keep it; databases without FTS5 go without."""
    if connection.dialect.name == "sqlite":
        for statement in _CREATE:
            connection.exec_driver_sql(statement)


def quoted_terms(words: str) -> str:
    r"""Return what a user typed as a query that finds articles with all of its words.

    The last word may be unfinished. Quoted words are never operators.

    >>> quoted_terms('kursk OR "bo')
    '"kursk" "OR" "bo"*'
    >>> quoted_terms(' " ')
    ''
    """
    terms = [term for term in words.replace("\0", " ").replace('"', " ").split() if _is_word(term)]
    return " ".join(f'"{term}"' for term in terms) + ("*" if terms else "")


def _is_word(term: str) -> bool:
    return any(letter.isalnum() for letter in term)


def matching_numbers(words: str, *, dialect: str) -> sa.Select[int]:
    """Return a query of the numbers of the articles whose title or text has all of the words."""
    number: sa.ColumnClause[int] = sa.column("number", sa.Integer)
    # Half of a letter, as typing in pieces can leave it, fits into no query.
    plain = words.encode("utf-8", "ignore").decode("utf-8")
    if dialect != "sqlite":
        return _by_likeness(plain, number)
    terms = quoted_terms(plain)
    rows = sa.select(sa.column("rowid", sa.Integer)).select_from(sa.table("article_search"))
    if not terms:
        return rows.where(sa.false())
    return rows.where(sa.literal_column("article_search").op("MATCH")(terms))


def _by_likeness(words: str, number: sa.ColumnClause[int]) -> sa.Select[int]:
    title, text = sa.column("title", sa.String), sa.column("text", sa.Text)
    query = sa.select(number).select_from(sa.table("article"))
    for word in words.split():
        found = title.icontains(word, autoescape=True) | text.icontains(word, autoescape=True)
        query = query.where(found)
    return query
