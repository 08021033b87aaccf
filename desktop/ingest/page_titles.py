"""The headline of a page: the one that it shows, found by what it states for machines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop.ingest.drafts import Statement
from desktop.ingest.page_data import PageData, plain
from desktop.ingest.page_outlets import host_label, host_of, is_alike
from desktop.ingest.page_pieces import Piece, Pieces, folded
from desktop.ingest.texts import clean_line

_METAS = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title")
_SPLIT = re.compile(r"(\s+[|•·–—:»«›‹│<>-]+\s+|\s*[|»│]\s*)")
_FEWEST_WORDS = 3
_ALIKE = 0.5
_SAME = 0.8
_TITLE_NAMES = frozenset({"headline", "title", "titel", "titre", "titulo", "entry", "post"})


def find_title(
    data: PageData, pieces: Pieces, title_tag: str, names: Sequence[str]
) -> tuple[str, list[Statement]]:
    """Return the headline, and all titles that the page states.

    Args:
        data: The structured statements.
        pieces: What the page shows.
        title_tag: The page's title with what stands before and after the headline.
        names: What the outlet is called, to be taken off the titles.
    """
    stated = list(_stated(data, title_tag))
    statements = [Statement("title", title, where) for title, where in stated]
    bare = [without_site(title, names, data.url) for title, _where in stated]
    shown = clean_line(_shown(pieces, [title for title in bare if title], names))
    if shown:
        return shown, [*statements, Statement("title", shown, "headline")]
    return next((title for title in bare if title), ""), statements


def without_site(title: str, names: Iterable[str], url: str) -> str:
    """Return a title without the site's name before or after it.

    >>> without_site("Ships sail - News - The Harbor", ["The Harbor"], "")
    'Ships sail - News'
    """
    known = {folded(name) for name in names} - {""}
    label = host_label(host_of(url))

    def is_site(part: str) -> bool:
        own = folded(part)
        return own in known or (bool(label) and is_alike(part, label))

    parts = _SPLIT.split(title)
    while len(parts) > 2 and is_site(parts[-1]):
        parts = parts[:-2]
    while len(parts) > 2 and is_site(parts[0]):
        parts = parts[2:]
    return "".join(parts).strip()


def _stated(data: PageData, title_tag: str) -> Iterator[tuple[str, str]]:
    if headline := plain(data.article.get("headline")) or plain(data.article.get("name")):
        yield headline, "JSON-LD"
    for content, name in data.meta(*_METAS):
        yield content, f"meta tag {name}"
    if title_tag:
        yield title_tag, "title"


def _shown(pieces: Pieces, stated: Sequence[str], names: Sequence[str]) -> str:
    """Return the headline on the page that is most like what the page states of its title."""
    sites = {folded(name) for name in names}
    best, most = "", 0.0
    for piece, text in pieces.headings:
        if folded(text) in sites:
            continue
        score = _fit(piece, text, stated)
        if score > most:
            best, most = text, score
    if most >= _ALIKE:
        return best
    first = [text for piece, text in pieces.headings if piece.tag == "h1" and not piece.apart]
    first = [text for text in first if folded(text) not in sites]
    if len(first) != 1:
        return ""
    # A short one may be the site's name, which then stands beside the headline in the title.
    is_long = len(folded(first[0]).split()) >= _FEWEST_WORDS
    is_alone = len(stated) < 2 and folded(first[0]) not in folded(" ".join(stated))
    return first[0] if is_long or is_alone else ""


def _fit(piece: Piece, text: str, stated: Sequence[str]) -> float:
    own = folded(text).split()
    likeness = max((_likeness(own, folded(title).split()) for title in stated), default=0.0)
    if piece.tag != "h1" and likeness < _SAME:
        return 0.0
    return likeness + 0.1 * (piece.tag == "h1") - 0.3 * piece.apart


def _likeness(own: list[str], other: list[str]) -> float:
    """Return how much two titles share; one that is the beginning of the other is nearly it."""
    if not own or not other:
        return 0.0
    shared = len(set(own) & set(other))
    if len(own) >= _FEWEST_WORDS and f" {' '.join(own)} " in f" {' '.join(other)} ":
        return 1.0
    return 2 * shared / (len(set(own)) + len(set(other)))
