"""Who wrote the article, as its page states it: in its data, and in the byline that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from desktop.ingest.drafts import Statement
from desktop.ingest.page_data import Node, PageData, kinds_of, plain, several
from desktop.ingest.page_names import (
    after_label,
    has_label,
    is_label,
    is_signed,
    to_agencies,
    to_names,
)
from desktop.ingest.page_pieces import MOST_LINE, Piece, Shown, folded

_METAS = (
    "article:author", "og:article:author", "og:author", "parsely-author", "sailthru.author", "byl",
    "bt:author", "cxenseparse:author", "article.author", "dcsext.author",
    "shareaholic:article_author_name",
)  # fmt: skip
# Often the owner of the site.
_WEAK_METAS = ("author", "authors", "dc.creator", "dcterms.creator", "twitter:data1")
_HINTS = frozenset(
    "author authors byline autor autoren autorin auteur auteurs autore autori verfasser writer "
    "writers contributor authorname authorlink journalist redakteur reporter autores "
    "skribent forfatter kirjoittaja "
    "bylines vcard".split()
)
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|autore?s?|autori|auteurs?|people|profile|profil|staff|by|journalists?|person|"
    r"contributors?|writers?|redakteur\w*|reporters?|skribent|user|users)/",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    "admin administrator webmaster unknown anonymous user guest author editor".split()
)
_MOST_BODIES, _MOST_LETTERS = 5, 80
_CLOSE = 5
_CARD, _MOST_CARD = frozenset({"vcard", "fn"}), 30
_ORGANIZATIONS = {"Organization", "NewsMediaOrganization", "Corporation", "WebSite", "Brand"}


BODY = "newsroom"
"""The place of an author that is no person, but what the page's data name in a person's stead."""


def find_authors(
    data: PageData,
    shown: Shown,
    title: str,
    others: Sequence[str],
) -> tuple[tuple[str, ...], list[Statement]]:
    """Return the authors, and all that the page states of them.

    Args:
        data: The structured statements.
        shown: What the page shows.
        title: The headline.
        others: The names of outlet and publisher, which are no author's.
    """
    byline = _in_byline(shown.near, others)
    anywhere = () if byline else _anywhere(shown.all, others)
    stated = [
        ("JSON-LD", to_names(_in_nodes(data), others, loose=True)),
        *_in_metas(data, _METAS, others),
        ("byline", byline),
        *_in_metas(data, _WEAK_METAS, (*others, title)),
        ("byline", anywhere),
    ]
    known = [(where, names) for where, names in stated if names]
    if not known and (bodies := _bodies(data)):
        known = [(BODY, bodies)]
    statements = [Statement("authors", "; ".join(names), where) for where, names in known]
    named = [p.text for p in shown.near if _is_named(p) and p.is_line]
    agencies = to_agencies([*_in_nodes(data), *named])
    statements += [Statement("agency", agency, "byline") for agency in agencies]
    return _chosen([names for _where, names in known]), statements


def _bodies(data: PageData) -> tuple[str, ...]:
    """Return the newsroom or the agency that the data name as author, where no person is named."""
    for node in (data.article, data.around):
        names = [name for name, _kinds in _entries(node.get("author"), data) if _is_body(name)]
        if names:
            return tuple(dict.fromkeys(names))[:_MOST_BODIES]
    return ()


def _is_body(name: str) -> bool:
    is_word = 1 < len(name) <= _MOST_LETTERS and "://" not in name and "@" not in name
    return is_word and folded(name) not in _NOBODY


def _chosen(stated: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the first list of names, or a longer one that has them all."""
    if not stated:
        return ()
    first = {folded(name) for name in stated[0]}
    return max((n for n in stated if first <= {folded(name) for name in n}), key=len)


def _in_nodes(data: PageData) -> Iterator[str]:
    for node in (data.article, data.around):
        stated = _entries(node.get("author") or node.get("creator"), data)
        names = [name for name, kinds in stated if kinds.isdisjoint(_ORGANIZATIONS)]
        if names:
            yield from names
            return


def _entries(value: object, data: PageData) -> Iterator[tuple[str, set[str]]]:
    """Give the names in a value of JSON-LD, each with the types of its node."""
    for entry in several(value):
        if not isinstance(entry, dict):
            yield plain(entry), set()
            continue
        node = cast("Node", entry)
        known: dict[str, Any] = {**data.by_id.get(str(node.get("@id")), {}), **node}
        for name in several(known.get("name")):
            yield plain(name), kinds_of(known)


def _in_metas(
    data: PageData, metas: Sequence[str], others: Sequence[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in metas:
        if name in data.metas:
            yield f"meta tag {name}", to_names(data.metas[name], others, loose=True)


def _in_byline(near: Sequence[Piece], others: Sequence[str]) -> tuple[str, ...]:
    """Return who is named around the headline: by the markup, by a label, by one word alone."""
    outer = _outermost(p for p in near if _is_named(p) and len(p.text) <= MOST_LINE)
    if names := _first_names(outer, near, others):
        return names
    for piece in near:
        if piece.tag != "h1" and len(piece.text) <= MOST_LINE:
            lines = [line for line in (piece.text, *piece.parts) if _is_byline(line)]
            lines.append(after_label(piece.text))
            for line in lines:
                if names := to_names([line], others, loose=False):
                    return names
    if len(outer) == 1:
        return _names_in(outer[0], near, others, loose=True)
    return ()


def _first_names(
    outer: Sequence[Piece], near: Sequence[Piece], others: Sequence[str]
) -> tuple[str, ...]:
    """Return whom the first marked byline names, and those that follow close upon it."""
    found = dict[str, None]()
    last = 0
    for piece in outer:
        # Links go on with the byline; other elements may name who took the picture.
        if found and (piece.tag != "a" or piece.place - last > _CLOSE):
            break
        names = _names_in(piece, near, others, loose=False)
        if names:
            found.update(dict.fromkeys(names))
            last = piece.place
    return tuple(found)


def _names_in(
    piece: Piece, near: Sequence[Piece], others: Sequence[str], *, loose: bool
) -> tuple[str, ...]:
    inner = [p for p in near if piece.holds(p) and _is_named(p)]
    linked = to_names([p.text for p in _innermost(inner)], others, loose=loose, marked=True)
    whole = to_names([piece.text], others, loose=loose, marked=True)
    if linked and len(linked) >= len(whole):
        return linked
    return whole or to_names(piece.parts, others, loose=loose)


def _is_named(piece: Piece) -> bool:
    """Say whether an element is marked as naming an author, or links to one."""
    if not _HINTS.isdisjoint(piece.names):
        return True
    return piece.tag == "a" and _AUTHOR_LINK.search(piece.element.get("href", "")) is not None


def _innermost(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if not any(map(piece.holds, pieces))]


def _is_byline(line: str) -> bool:
    return len(line) <= MOST_LINE // 2 and has_label(line)


def _anywhere(shown: Sequence[Piece], others: Sequence[str]) -> tuple[str, ...]:
    """Return whom the bylines of the whole page name, if they all name the same."""
    most = tuple[str, ...]()
    for piece in shown:
        if piece.apart or not piece.is_line or len(piece.text) > MOST_LINE:
            continue
        labeled = _is_byline(piece.text) and (":" in piece.text or is_label(piece.parts[0]))
        if not labeled and not _is_named(piece):
            continue
        loose = is_signed(piece.text) or _is_card(piece)
        names = to_names([piece.text], others, loose=loose, marked=True)
        few, many = sorted((set(names), set(most)), key=len)
        if not few <= many:
            return ()
        most = max(most, names, key=len)
    return most


def _is_card(piece: Piece) -> bool:
    """Say whether an element is the short card of a person, which holds nothing but a name."""
    return not _CARD.isdisjoint(piece.names) and len(piece.text) <= _MOST_CARD


def _outermost(pieces: Iterable[Piece]) -> list[Piece]:
    kept = list[Piece]()
    for piece in pieces:
        if piece.text and not any(piece.text in other.text for other in kept):
            kept.append(piece)
    return kept
