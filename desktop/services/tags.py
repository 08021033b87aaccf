"""Tags and importance: what the user says of articles, each change a decision with undo."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, ArticleTagRow, TagRow
from desktop.services.articles import TagCount, no_article
from desktop.services.counts import count_tags
from desktop.services.decisions import one_line
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.mark_kinds import (
    DELETE_TAG,
    RATE_ARTICLES,
    RENAME_TAG,
    TAG_ARTICLES,
    UNTAG_ARTICLES,
    decide_mark,
)
from desktop.services.queries import MOST_IMPORTANT
from desktop.services.sessions import in_parts, read_session, write_session
from desktop.services.tag_rows import find_tag, tag_key

MOST_TAG_LETTERS = 80


def tag_articles(library: Library, ids: Sequence[str], name: str) -> None:
    """Give articles a tag; those that have it already are left alone.

    Raises:
        CrosslightError: The name says nothing, or there is no such article.
    """
    plain = _plain_name(name)
    with write_session(library) as session:
        tag = find_tag(session, plain)
        tagged = _tagged(session, tag, ids) if tag else set[str]()
        new = [each for each in _known(session, ids) if each not in tagged]
        if new:
            shown = tag.name if tag else plain
            label = f"Tag {_count(len(new))} “{shown}”"
            data = {"tag": shown, "articles": new, "is_new": tag is None}
            decide_mark(session, TAG_ARTICLES, label, data)


def untag_articles(library: Library, ids: Sequence[str], name: str) -> None:
    """Take a tag from articles; the tag stays.

    Raises:
        CrosslightError: There is no such tag or article.
    """
    with write_session(library) as session:
        tag = _find(session, name)
        tagged = _tagged(session, tag, ids)
        having = [each for each in _known(session, ids) if each in tagged]
        if having:
            label = f"Take tag “{tag.name}” from {_count(len(having))}"
            decide_mark(session, UNTAG_ARTICLES, label, {"tag": tag.name, "articles": having})


def rename_tag(library: Library, name: str, new_name: str) -> None:
    """Give a tag another name.

    Raises:
        CrosslightError: There is no such tag, or another one is called so.
    """
    after = _plain_name(new_name)
    with write_session(library) as session:
        tag, other = _find(session, name), find_tag(session, after)
        if other is not None and other.id != tag.id:
            raise CrosslightError(f"There is a tag “{other.name}” already.", "Choose another name.")
        if tag.name != after:
            data = {"before": tag.name, "after": after}
            decide_mark(session, RENAME_TAG, f"Rename tag “{tag.name}”", data)


def delete_tag(library: Library, name: str) -> None:
    """Take a tag from all articles and out of the library.

    Raises:
        CrosslightError: There is no such tag.
    """
    with write_session(library) as session:
        tag = _find(session, name)
        having = sa.select(ArticleTagRow.article_id).where(ArticleTagRow.tag_id == tag.id)
        data = {"tag": tag.name, "articles": list(session.scalars(having))}
        decide_mark(session, DELETE_TAG, f"Delete tag “{tag.name}”", data)


def list_tags(library: Library) -> tuple[TagCount, ...]:
    """Return the tags by name, each with the number of its articles outside the trash."""
    with read_session(library) as session:
        return count_tags(session)


def tags_of(library: Library, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the tags of articles, by name; those without one are left out."""
    with read_session(library) as session:
        return read_tags(session, ids)


def read_tags(session: Session, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the tags of articles as `tags_of` does, in a session."""
    found: dict[str, list[str]] = {}
    query = sa.select(ArticleTagRow.article_id, TagRow.name).join(
        TagRow, TagRow.id == ArticleTagRow.tag_id
    )
    for some in in_parts(ids):
        for article_id, name in session.execute(query.where(ArticleTagRow.article_id.in_(some))):
            found.setdefault(article_id, []).append(name)
    return {each: tuple(sorted(names, key=str.casefold)) for each, names in found.items()}


def rate_articles(library: Library, ids: Sequence[str], importance: int) -> None:
    """Say how important articles are, from 0 for not rated to 3.

    Raises:
        CrosslightError: There is no such importance or article.
    """
    if not 0 <= importance <= MOST_IMPORTANT:
        raise CrosslightError(
            f"There is no importance {importance}.", f"Choose one from 0 to {MOST_IMPORTANT}."
        )
    with write_session(library) as session:
        before: dict[str, int] = {}
        known = _known(session, ids)
        for some in in_parts(known):
            query = sa.select(ArticleRow.id, ArticleRow.importance).where(ArticleRow.id.in_(some))
            before |= dict(session.execute(query).all())
        changed = {each: before[each] for each in known if before[each] != importance}
        if changed:
            label = f"Rate {_count(len(changed))} {importance}"
            data = {"before": changed, "after": importance}
            decide_mark(session, RATE_ARTICLES, label, data)


def _plain_name(name: str) -> str:
    plain = one_line(name)[:MOST_TAG_LETTERS].strip()
    if not tag_key(plain):
        raise CrosslightError("A tag needs a name.", "Type a word.")
    return plain


def _find(session: Session, name: str) -> TagRow:
    tag = find_tag(session, name)
    if tag is None:
        raise CrosslightError(f"There is no tag “{name}”.", "List the tags to see their names.")
    return tag


def _known(session: Session, ids: Sequence[str]) -> list[str]:
    """Return articles, each once; refuse what is none before anything is changed."""
    found: set[str] = set()
    for some in in_parts(ids):
        found.update(session.scalars(sa.select(ArticleRow.id).where(ArticleRow.id.in_(some))))
    unknown = [each for each in ids if each not in found]
    if unknown:
        raise no_article(unknown[0])
    return list(dict.fromkeys(ids))


def _tagged(session: Session, tag: TagRow, ids: Sequence[str]) -> set[str]:
    query = sa.select(ArticleTagRow.article_id).where(ArticleTagRow.tag_id == tag.id)
    return {
        each
        for some in in_parts(ids)
        for each in session.scalars(query.where(ArticleTagRow.article_id.in_(some)))
    }


def _count(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"
