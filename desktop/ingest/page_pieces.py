"""The short pieces of a page around its headline, where bylines and dates stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from desktop.ingest.pages import Element, is_unseen, walk

MOST_LINE = 180
_HEADINGS = ("h1", "h2", "h3", "h4")
_LONG_PARAGRAPH = 180
_MOST_RUN, _MOST_PIECES = 1500, 40_000
_PARAGRAPHS = 2
_BEFORE, _AFTER = 60, 400
_MOST_NAMES = 300
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OTHER = re.compile(r"[^a-z]+")
_APART_TAGS = frozenset({"nav", "footer", "form", "figure", "figcaption"})
_APART = frozenset(
    "comment comments disqus footer sidebar related recommended recommendation recommendations "
    "newsletter nav navbar navigation menu cookie cookies advert advertisement ad "
    "ads trending popular mostread outbrain taboola ticker "
    "copyright imprint impressum livefeed reply replies respond pingback trackback".split()
)
# What may hold another text's headline, or this one's.
_TEASING = frozenset("teaser teasers promo carousel caption gallery slider".split())
_FOOT = frozenset({"footer"})
_CLOSE, _JUST_BELOW = 25, 12
_POST = frozenset({"post", "entry", "article", "item", "byline"})
_WHOLE = frozenset({"html", "body", "main", "article"})
_OF_ARTICLE = frozenset({"article", "content"})
_WORD = re.compile(r"\w+")
# Elements that stand inside of words; all others part them.
_INSIDE_WORDS = frozenset(
    {"abbr", "b", "em", "font", "i", "mark", "strong", "sub", "sup", "u", "wbr"}
)


@dataclass(slots=True)
class Piece:
    """An element that is shown: its place in the page, the words of its names, its text.

    `apart_in` is the place of the menu, footer or comment that it stands in, 0 for none; `teasing`
    says that it stands in what may be another text's teaser.
    """

    place: int
    element: Element
    tag: str
    names: frozenset[str]
    apart_in: int
    teasing: bool
    _run: _Run
    _start: int
    _end: int = -1
    _last: int = 0
    _text: str | None = None

    @property
    def apart(self) -> bool:
        """Say whether it stands in a menu, a footer, a comment or another text's teaser."""
        return self.apart_in > 0 or self.teasing

    @property
    def is_line(self) -> bool:
        """Say whether its text may be no longer than a line."""
        return self._end - self._start < _MOST_RUN

    @property
    def text(self) -> str:
        """Return the text as one line, no longer than a line needs to be told from a paragraph."""
        if self._text is None:
            self._text = " ".join(self._whole().split())[: MOST_LINE + 40]
        return self._text

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the text as the pieces that elements part it into."""
        lines = (" ".join(line.split()) for line in self._whole().split("\n"))
        return tuple(line[:MOST_LINE] for line in lines if line)

    def close(self, last: int) -> None:
        """Say that all of its text has been read; `last` is the place of the last piece in it."""
        self._end, self._last = self._run.size, last

    def holds(self, other: Piece) -> bool:
        """Say whether another piece stands inside of this one."""
        return self.place < other.place <= self._last

    def _whole(self) -> str:
        end = min(self._end, self._start + _MOST_RUN) if self._end >= 0 else None
        return self._run.text[self._start : end]


class _Run:
    """The text that a page shows, as it is read; a line feed stands where elements part it."""

    def __init__(self) -> None:
        self._read = list[str]()
        self.size = 0

    @cached_property
    def text(self) -> str:
        """Return all of it; to be asked for when all is read."""
        return "".join(self._read)

    def add(self, text: str | None) -> None:
        """Read on."""
        if text:
            self._read.append(text.replace("\n", " "))
            self.size += len(text)

    def part(self) -> None:
        """Note that an element begins or ends."""
        self._read.append("\n")
        self.size += 1


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: around its headline, and everywhere; `place` is the headline's."""

    near: Sequence[Piece]
    all: Sequence[Piece]
    place: int


class Pieces:
    """All that a page shows, with the headline that its article stands under."""

    def __init__(self, page: Element) -> None:
        self.all = tuple(_find_pieces(page))
        self.headings = [
            (piece, text) for piece in self.all if piece.tag in _HEADINGS and (text := piece.text)
        ]

    def shown_under(self, title: str) -> Shown:
        """Return what the page shows, with what stands around the headline that says a title."""
        heading = self.heading_of(title)
        return Shown(self.around(heading), self.all, heading.place if heading else 0)

    def heading_of(self, title: str) -> Piece | None:
        """Return the headline that says a title, or the first of the highest rank."""
        wanted = folded(title)
        for piece, text in self.headings:
            own = folded(text)
            if own and wanted and (own == wanted or (len(own) > 12 and own in wanted)):
                return piece
        first = (piece for piece, _text in self.headings if piece.tag == "h1" and not piece.apart)
        return next(first, None)

    def around(self, heading: Piece | None) -> Sequence[Piece]:
        """Return the pieces before and after a headline, up to the article's second paragraph."""
        if heading is None:
            return ()
        near = list[Piece]()
        long = 0
        for piece in self.all:
            if piece.place < heading.place - _BEFORE:
                continue
            if piece.apart_in not in {0, heading.apart_in} and not self._is_below(piece, heading):
                continue
            if piece.teasing and abs(piece.place - heading.place) > _CLOSE and not heading.teasing:
                continue
            if piece.place > heading.place + _AFTER or long >= _PARAGRAPHS:
                break
            if piece.tag == "p" and piece.place > heading.place:
                long += len(piece.text) >= _LONG_PARAGRAPH
            near.append(piece)
        return near

    def _is_below(self, piece: Piece, heading: Piece) -> bool:
        """Say whether a piece stands in the foot of a headline, which is no page's."""
        area = self.all[piece.apart_in - 1]
        is_foot = area.tag not in _APART_TAGS and area.names & _APART == _FOOT
        return is_foot and 0 < piece.apart_in - heading.place <= _JUST_BELOW


def folded(text: str) -> str:
    """Return a text's words in small letters with single blanks, for comparing.

    >>> folded("“What now?” – News")
    'what now news'
    """
    return " ".join(_WORD.findall(text.casefold()))


def _find_pieces(page: Element) -> list[Piece]:
    steps, run = walk(page), _Run()
    found, inner = list[Piece](), list[Piece]()
    around, teasing = [0], [False]
    for step, element in steps:
        if step == "end":
            _leave(element, run, (inner, around, teasing), len(found))
            continue
        if len(found) >= _MOST_PIECES:
            break
        if is_unseen(element) and element.getparent() is not None:
            steps.skip_subtree()
            continue
        tag, names = str(element.tag), _names(element)
        is_apart = _is_apart(tag, names)
        around.append(len(found) + 1 if is_apart else around[-1])
        teases = not _TEASING.isdisjoint(names) and tag not in _WHOLE
        teasing.append(teasing[-1] or teases)
        if tag not in _INSIDE_WORDS:
            run.part()
        piece = Piece(len(found) + 1, element, tag, names, around[-1], teasing[-1], run, run.size)
        run.add(element.text)
        found.append(piece)
        inner.append(piece)
    for piece in inner:
        piece.close(len(found))
    return found


def _leave(
    element: Element, run: _Run, open_: tuple[list[Piece], list[int], list[bool]], last: int
) -> None:
    inner, around, teasing = open_
    if inner and inner[-1].element is element:
        piece = inner.pop()
        piece.close(last)
        around.pop()
        teasing.pop()
        if piece.tag not in _INSIDE_WORDS:
            run.part()
    run.add(element.tail)


def _is_apart(tag: str, names: frozenset[str]) -> bool:
    if tag in _WHOLE or names >= _OF_ARTICLE:
        return False
    # The foot of a post is where blogs name its author.
    if names & _POST and tag not in _APART_TAGS - {"footer"} and _APART & names <= _FOOT:
        return False
    return tag in _APART_TAGS or not _APART.isdisjoint(names)


def _names(element: Element) -> frozenset[str]:
    keys = ("class", "id", "itemprop", "rel", "data-testid")
    written = " ".join(element.get(key, "") for key in keys)[:_MOST_NAMES]
    return _words_of(written) if written.strip() else frozenset()


@lru_cache(maxsize=4096)
def _words_of(names: str) -> frozenset[str]:
    return frozenset(_OTHER.split(_CAMEL.sub(" ", names).lower())) - {""}
