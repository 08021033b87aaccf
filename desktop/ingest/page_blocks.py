"""The paragraphs of a web page in the order of the page, each with the areas that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.ingest.page_hidden import find_hiding, is_hidden, is_inserted
from desktop.ingest.page_words import Zone, zones_of
from desktop.ingest.pages import Element, is_unseen, walk

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_TAG_ZONES = {
    "nav": Zone.MENU,
    "footer": Zone.FOOTER,
    "header": Zone.HEADER,
    "aside": Zone.ASIDE,
    "form": Zone.FORM,
    "figcaption": Zone.CAPTION,
    "figure": Zone.FIGURE,
    "table": Zone.TABLE,
    "blockquote": Zone.QUOTE,
    "address": Zone.BYLINE,
    "article": Zone.ARTICLE,
}
_PICTURES = frozenset({"amp-img", "img", "picture", "video"})
# A line feed in the source is a blank; only an element breaks a line.
_LINE_BREAK = "\v"
_NAMED = ("class", "id", "role", "itemprop", "data-testid", "data-component", "data-type")
_MOST_NAMES = 300
_LONG_LINE = 60
_LONG_HEADING = 140
_FULL_STOPS = frozenset(".!?…:。！？")


@dataclass(slots=True)
class Area:
    """A part of a page that holds paragraphs or other areas; `above` is the place of its parent."""

    tag: str
    above: int
    zones: int = Zone.NONE
    inside: int = Zone.NONE
    weight: float = 0.0
    letters: int = 0
    pictures: int = 0
    headings: int = 0


@dataclass(slots=True)
class Block:
    """A paragraph: its words, where they stand, and how many of its letters are links."""

    text: str
    area: int
    tag: str
    linked: int = 0
    links: int = 0
    letters: int = 0
    weight: float = 0.0

    @property
    def is_heading(self) -> bool:
        """Say whether it is a heading, and no paragraph that is only written as one."""
        return self.tag in HEADINGS and (self.letters < _LONG_HEADING or self.tag == "h1")

    @property
    def link_share(self) -> float:
        """Return how much of the paragraph is links: 0.0 nothing, 1.0 all of it."""
        return self.linked / (len(self.text) - self.text.count(" ") or 1)


@dataclass(slots=True)
class Layout:
    """All areas and paragraphs of a page; an area stands after the one that holds it."""

    areas: list[Area] = field(default_factory=list[Area])
    blocks: list[Block] = field(default_factory=list[Block])

    def chain(self, place: int) -> Iterator[int]:
        """Give an area and those that it stands in, the inmost first."""
        while place >= 0:
            yield place
            place = self.areas[place].above


def find_layout(page: Element) -> Layout:
    """Return the areas and paragraphs that a page shows."""
    return _Walker(find_hiding(page)).read(page)


class _Walker:
    """Goes over a page once and collects its words."""

    def __init__(self, hiding: frozenset[str]) -> None:
        self._hiding = hiding
        self._layout = Layout()
        self._open: list[int] = []
        self._words: list[str] = []
        self._linked = self._links = 0
        self._in_link = 0

    def read(self, page: Element) -> Layout:
        steps = walk(page)
        passed: Element | None = None
        for event, element in steps:
            if event == "start":
                if is_unseen(element) or self._is_left_out(element):
                    passed = element
                    steps.skip_subtree()
                else:
                    self._enter(element)
                continue
            if element is passed:
                passed = None
            else:
                self._leave(element)
            if element is not page:
                self._add(element.tail)
        self._close()
        return self._layout

    def _is_left_out(self, element: Element) -> bool:
        if element.tag in _BLOCKS:
            return is_hidden(element, self._hiding)
        return is_inserted(element, self._hiding)

    def _enter(self, element: Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._close()
            self._open_area(element, tag)
        elif tag == "br":
            self._words.append(_LINE_BREAK)
        elif tag == "a":
            self._in_link += 1
            self._links += 1
        elif tag in _PICTURES and self._open:
            self._layout.areas[self._open[-1]].pictures += 1
        self._add(element.text)

    def _leave(self, element: Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._close()
            self._open.pop()
        elif tag == "a":
            self._in_link -= 1

    def _add(self, words: str | None) -> None:
        if not words:
            return
        self._words.append(words)
        if self._in_link:
            self._linked += len(words) - words.count(" ")

    def _open_area(self, element: Element, tag: str) -> None:
        names = " ".join(value[:_MOST_NAMES] for name in _NAMED if (value := element.get(name, "")))
        zones = zones_of(names) | _TAG_ZONES.get(tag, Zone.NONE)
        above = self._open[-1] if self._open else -1
        self._open.append(len(self._layout.areas))
        self._layout.areas.append(Area(tag, above, zones))

    def _close(self) -> None:
        """End the paragraph that is open; two line breaks in it make two of it."""
        words, linked, links = "".join(self._words), self._linked, self._links
        self._words.clear()
        self._linked = self._links = 0
        if not self._open or not words or words.isspace():
            return
        area = self._open[-1]
        tag = self._layout.areas[area].tag
        lines = [line for line in _split_lines(words) if line]
        whole = sum(map(len, lines)) or 1
        for line in lines:
            own = round(linked * len(line) / whole)
            several = links if len(lines) == 1 else 0
            self._layout.blocks.append(Block(line, area, tag, own, several))


def _split_lines(words: str) -> list[str]:
    """Return the paragraphs of a run of words that holds line breaks."""
    if _LINE_BREAK not in words:
        return [" ".join(words.split())]
    whole: list[list[str]] = []
    letters = 0
    ended = True
    for line in (" ".join(line.split()) for line in words.split(_LINE_BREAK)):
        if not line:
            ended = True
            continue
        if ended:
            whole.append([])
            letters = 0
        whole[-1].append(line)
        letters += len(line)
        ended = letters > _LONG_LINE and _ends(line)
    return [" ".join(lines) for lines in whole]


def _ends(line: str) -> bool:
    """Say whether a line ends as a paragraph does, so that a single line break may end one."""
    return line.rstrip("\"'”’»)")[-1:] in _FULL_STOPS
