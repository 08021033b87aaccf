"""Where a search hit: the words around the first hit of a text, and the hits in a headline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from db.tables import ArticleRow
from desktop.core.model.spans import Span
from desktop.core.text.search import find_terms
from desktop.services.libraries import Library
from desktop.services.queries import parse_query, terms_of
from desktop.services.sessions import in_parts, read_session

Words = tuple[tuple[str, bool], ...]

_BEFORE, _LENGTH = 50, 190
_MOST_HITS = 12
# Further on nobody looks for a hit in a list; a text of a million letters would hold it up.
_LOOKED_AT = 60_000


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words around a hit; `hits` stand in `text`, `in_title` in the article's title.

    The text is empty where the hits are in the title alone.
    """

    text: str
    hits: tuple[Span, ...] = ()
    in_title: tuple[Span, ...] = ()


def words_of(query: str, *, is_finished: bool = False) -> Words:
    """Return the words of a query that are marked in a text: each, and whether it may go on.

    Words that are looked for in the names of authors are not.
    """
    node = parse_query(query, is_unfinished=not is_finished)
    return tuple((term.text, term.is_prefix) for term in terms_of(node) if term.field != "author")


def find_snippets(library: Library, words: Words, ids: Sequence[str]) -> dict[str, Snippet]:
    """Return where words stand in articles; those that hold none of them are left out."""
    found: dict[str, Snippet] = {}
    if not words:
        return found
    start = sa.func.substr(ArticleRow.text, 1, _LOOKED_AT)
    with read_session(library) as session:
        for some in in_parts(ids):
            query = sa.select(ArticleRow.id, ArticleRow.title, start)
            for article_id, title, text in session.execute(query.where(ArticleRow.id.in_(some))):
                snippet = make_snippet(title, text, words)
                if snippet is not None:
                    found[article_id] = snippet
    return found


def make_snippet(title: str, text: str, words: Words) -> Snippet | None:
    """Return where words stand in a title and a text, or None where they nowhere do."""
    in_title = find_terms(title, words, _area(0, title), _MOST_HITS)
    # The title opens most texts: a hit further on says more.
    body = len(title) if text.startswith(title) else 0
    first = find_terms(text, words, _area(body, text), 1)
    if not first:
        return Snippet("", (), in_title) if in_title else None
    begin = _word_begin(text, max(body, first[0].start - _BEFORE), first[0].start)
    end = _word_end(text, min(len(text), begin + _LENGTH), first[0].end)
    hits = find_terms(text, words, [Span(begin, end)], _MOST_HITS)
    before, after = "… " * (begin > body), " …" * (end < len(text))
    shown = f"{before}{text[begin:end].translate(_ONE_LINE)}{after}"
    moved = len(before) - begin
    spans = tuple(Span(hit.start + moved, hit.end + moved) for hit in hits)
    return Snippet(shown, spans, in_title)


def _area(start: int, text: str) -> list[Span]:
    return [Span(start, len(text))] if start < len(text) else []


_ONE_LINE = str.maketrans({"\n": " ", "\t": " ", "\r": " ", "\u2028": " ", "\u2029": " "})


def _word_begin(text: str, at: int, most: int) -> int:
    """Return where a word begins, from a place on, at the latest at the hit."""
    if at == 0 or text[at - 1].isspace():
        return at
    blank = next((nth for nth in range(at, most) if text[nth].isspace()), at - 1)
    return blank + 1


def _word_end(text: str, at: int, least: int) -> int:
    if at >= len(text):
        return len(text)
    blank = next((nth for nth in range(at, least, -1) if text[nth].isspace()), max(at, least))
    return max(blank, least)
