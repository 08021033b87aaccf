"""What a query asks for as conditions on the articles of one library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.places import FIRST_DATED, LAST_PLACE, first_place, last_place
from db.search import matching_places
from db.tables import (
    ArticleRow,
    ArticleTagRow,
    DoubtRow,
    EventArticleRow,
    EventRow,
    FileOutcomeRow,
    NoteRow,
    OutletAliasRow,
    OutletRow,
    TagRow,
)
from desktop.core.model.copies import CopyKind
from desktop.core.text.languages import LANGUAGE_NAMES
from desktop.core.text.search import fold, folded_words
from desktop.services.copies import ids_of_kind
from desktop.services.matching import like_term, match_of
from desktop.services.queries import All, AnyOf, Days, Importance, Known, Node, Not, Term

Condition = sa.ColumnElement[bool]
# An article that is less like any other of its event than this could as well be on another.
UNSURE_BELOW = 0.22


class Conditions:
    """Turns queries into conditions; names are looked up in the library of the session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.dialect = session.get_bind().dialect.name

    def of(self, node: Node) -> Condition:
        """Return whether an article is what a node asks for."""
        match = match_of(node) if self.dialect == "sqlite" else None
        if match is not None:
            return ArticleRow.place.in_(matching_places(match))
        if isinstance(node, Not):
            return sa.not_(self.of(node.node))
        if isinstance(node, All):
            return sa.and_(*(self.of(each) for each in node.nodes))
        if isinstance(node, AnyOf):
            return sa.or_(*(self.of(each) for each in node.nodes))
        return self._of_leaf(node)

    def _of_leaf(self, node: Term | Known | Days | Importance) -> Condition:
        if isinstance(node, Days):
            return ArticleRow.place.between(*span_of(node))
        if isinstance(node, Importance):
            # The sum keeps the planner from gathering all that are so important first.
            return (ArticleRow.importance + 0).between(node.least, node.most)
        return like_term(node) if isinstance(node, Term) else self._of_known(node)

    def outlets_with(self, words: str) -> list[int]:
        """Return the outlets that have words, as they stand, anywhere in a name of theirs."""
        wanted = " ".join(fold(words).split())
        names = self._session.execute(_outlet_names())
        return sorted({outlet for outlet, name in names if wanted and wanted in fold(name)})

    def _of_known(self, node: Known) -> Condition:
        if node.field in ("is", "has"):
            state = node.value if node.field == "is" else f"has {node.value}"
            return state_condition(state, self.dialect)
        known: Mapping[str, Callable[[str], Condition]] = {
            "outlet": self._is_of_outlet,
            "event": self._is_in_event,
            "tag": self._has_tag,
            "note": self._has_note,
            "lang": _is_in_language,
            "format": lambda value: ArticleRow.format == value,
        }
        return known[node.field](node.value)

    def _is_of_outlet(self, value: str) -> Condition:
        called = _called(self._session.execute(_outlet_names()), value)
        found = ArticleRow.outlet_id.in_(called)
        return sa.and_(ArticleRow.outlet_id.is_not(None), found)

    def _is_in_event(self, value: str) -> Condition:
        labels = sa.select(EventRow.id, sa.func.coalesce(EventRow.user_label, EventRow.label))
        found = _called(self._session.execute(labels), value)
        members = sa.select(EventArticleRow.article_id)
        return ArticleRow.id.in_(members.where(EventArticleRow.event_id.in_([*found, value])))

    def _has_tag(self, value: str) -> Condition:
        found = _called(self._session.execute(sa.select(TagRow.id, TagRow.name)), value)
        tagged = sa.select(ArticleTagRow.article_id).where(ArticleTagRow.tag_id.in_(found))
        return ArticleRow.id.in_(tagged)

    def _has_note(self, value: str) -> Condition:
        notes = sa.select(NoteRow.article_id, NoteRow.text).where(NoteRow.article_id.is_not(None))
        rows = self._session.execute(notes)
        found = {article for article, text in rows if article and _has_words(text, value)}
        return ArticleRow.id.in_(sorted(found))


def state_condition(state: str, dialect: str) -> Condition:
    """Return whether an article is in a state: one of STATES, or "has" and one of HOLDINGS."""
    if state == "duplicate":
        either = sa.union(ids_of_kind(CopyKind.DUPLICATE), _given_again(dialect)).subquery()
        return ArticleRow.id.in_(sa.select(*either.c))
    return _STATES[state]()


def needs_attention() -> Condition:
    """Return whether something of an article is missing, in doubt or unsure."""
    return sa.or_(
        ArticleRow.outlet_id.is_(None),
        ArticleRow.place < FIRST_DATED,
        ArticleRow.id.in_(sa.select(DoubtRow.article_id)),
        ArticleRow.id.in_(unsure_ids()),
    )


def unsure_ids() -> sa.Select[str]:
    """Return a query of the articles whose place in an event is unsure."""
    return sa.select(EventArticleRow.article_id).where(EventArticleRow.likeness < UNSURE_BELOW)


def _given_again(dialect: str) -> sa.Select[Any]:
    """Return a query of the ids of articles that were given again."""
    entries = sa.func.json_each if dialect == "sqlite" else sa.func.json_array_elements_text
    each = entries(FileOutcomeRow.articles).table_valued("value", joins_implicitly=True)
    return sa.select(each.c.value).where(FileOutcomeRow.status == "duplicate")


def _of_kind(kind: CopyKind) -> Condition:
    return ArticleRow.id.in_(ids_of_kind(kind))


def _has(column: Any) -> Condition:  # noqa: ANN401
    return ArticleRow.id.in_(sa.select(column).where(column.is_not(None)))


def _is_tagged() -> Condition:
    # Asked article by article: most lists are full long before all tags are read.
    tagged = sa.select(ArticleTagRow.tag_id).where(ArticleTagRow.article_id == ArticleRow.id)
    return sa.exists(tagged.correlate(ArticleRow))


_STATES: Mapping[str, Callable[[], Condition]] = {
    "untagged": lambda: sa.not_(_is_tagged()),
    "undated": lambda: ArticleRow.place < FIRST_DATED,
    "unanalyzed": lambda: ArticleRow.words.is_(None),
    "reprint": lambda: _of_kind(CopyKind.REPRINT),
    "revision": lambda: _of_kind(CopyKind.REVISION),
    "attention": needs_attention,
    "has note": lambda: _has(NoteRow.article_id),
    "has tag": _is_tagged,
    "has date": lambda: ArticleRow.place >= FIRST_DATED,
    "has outlet": lambda: ArticleRow.outlet_id.is_not(None),
    "has author": lambda: ArticleRow.authors.is_not(None),
    "has event": lambda: _has(EventArticleRow.article_id),
}


def span_of(days: Days) -> tuple[int, int]:
    """Return the first and the last place of some days."""
    first = first_place(days.first) if days.first else FIRST_DATED
    return first, last_place(days.last) if days.last else LAST_PLACE


def _is_in_language(value: str) -> Condition:
    named = [code for code, name in LANGUAGE_NAMES.items() if fold(name) == fold(value)]
    return sa.func.coalesce(ArticleRow.language, "").in_([value, *named])


def _outlet_names() -> sa.CompoundSelect[int, str]:
    """Return a query of all names of all outlets."""
    return sa.union_all(
        sa.select(OutletRow.id, OutletRow.name),
        sa.select(OutletAliasRow.outlet_id, OutletAliasRow.name),
    )


def _called(rows: Iterable[sa.Row[Any, str]], words: str) -> list[Any]:
    """Return the ids of what is called just so, or where nothing is, of what has the words."""
    words_wanted = folded_words(words)
    if not words_wanted:
        return []
    # Most names have not even the first word: only the others are taken apart.
    near = [(key, name) for key, name in rows if words_wanted[0] in fold(name)]
    wanted = " ".join(words_wanted)
    named = [(key, " ".join(folded_words(name))) for key, name in near]
    exact = [key for key, name in named if name == wanted]
    return exact or [key for key, name in named if f" {wanted}" in f" {name}"]


def _has_words(text: str, words: str) -> bool:
    return f" {' '.join(folded_words(words))}" in f" {' '.join(folded_words(text))}"
