"""Words of a query as a full-text index takes them, or as a pattern where there is no index."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from db.search import phrase
from db.tables import ArticleRow
from desktop.services.queries import All, AnyOf, Node, Not, Term

_COLUMNS = {"": "", "title": "title", "author": "byline"}


def match_of(node: Node) -> str | None:
    """Return a query of the index for a node, or None for what the index alone cannot answer.

    >>> match_of(All((Term("a"), Not(Term("b")))))
    '("a") NOT ("b")'
    """
    if isinstance(node, Term):
        return phrase(node.text, _COLUMNS[node.field], is_prefix=node.is_prefix)
    if isinstance(node, AnyOf):
        return _joined(" OR ", node.nodes)
    if isinstance(node, All):
        wanted = _joined(" AND ", [each for each in node.nodes if not isinstance(each, Not)])
        barred = [each.node for each in node.nodes if isinstance(each, Not)]
        if not barred or not wanted:
            return wanted
        unwanted = _joined(" OR ", barred)
        return f"({wanted}) NOT ({unwanted})" if unwanted else None
    return None


def like_term(term: Term) -> sa.ColumnElement[bool]:
    """Return whether an article has words, for databases without the index."""
    columns: dict[str, tuple[sa.ColumnElement[str], ...]] = {
        "": (ArticleRow.title.expression, ArticleRow.text.expression),
        "title": (ArticleRow.title.expression,),
        "author": (sa.cast(ArticleRow.authors, sa.Text),),
    }
    return sa.or_(*(each.icontains(term.text, autoescape=True) for each in columns[term.field]))


def _joined(operator: str, nodes: Sequence[Node]) -> str | None:
    parts = [match_of(node) for node in nodes]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None
    return known[0] if len(known) == 1 else operator.join(f"({part})" for part in known)
