"""The tree of a web page, typed: lxml has no types of its own, so they end here."""
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false
# pyright: reportUnknownMemberType=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Protocol, cast

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from desktop.ingest.drafts import SAVE_AS_TEXT, UnreadableFileError

_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])|"
    r"(?:left|top|text-indent)\s*:\s*-\d{4}|"
    r"clip\s*:\s*rect\([\s01px,]*\)|clip-path\s*:\s*inset\((?:50|100)%\)",
    re.IGNORECASE,
)
# A part that a server sends late; the page's script moves it to its place and shows it.
_STREAMED = re.compile(r"S:[0-9a-f]{1,4}")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
_TAG_NAME = re.compile(r"<[A-Za-z][\w:-]{0,50}")
_MOST_ATTRIBUTES = 1000
_LONG_PAGE = 20_000
# A page of an article has some thousands.
_MOST_ELEMENTS = 200_000
_NEVER_SHOWN = frozenset(
    {
        "audio", "button", "canvas", "datalist", "embed", "iframe", "link", "math", "meta",
        "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
    }
)  # fmt: skip


class Element(Protocol):
    """An element of a page, as far as readers use one."""

    text: str | None
    tail: str | None

    @property
    def tag(self) -> object:
        """Return the name; comments and the like have none that is text."""
        ...

    @property
    def attrib(self) -> Mapping[str, str]:
        """Return the attributes."""
        ...

    def get(self, key: str, default: str = "") -> str:
        """Return an attribute."""
        ...

    def iter(self, *tags: str) -> Iterator[Element]:
        """Give the element and all below it, in the order of the page."""
        ...

    def iterdescendants(self, *tags: str) -> Iterator[Element]:
        """Give all elements below."""
        ...

    def iterancestors(self, *tags: str) -> Iterator[Element]:
        """Give all elements above."""
        ...

    def getparent(self) -> Element | None:
        """Return the element above."""
        ...

    def drop_tree(self) -> None:
        """Take the element out of the page; the text after it stays."""
        ...

    def text_content(self) -> str:
        """Return the text of the element and all below it."""
        ...


class Steps(Protocol):
    """A way over a page: each element as it starts and as it ends."""

    def __iter__(self) -> Iterator[tuple[str, Element]]:
        """Give "start" or "end" and the element."""
        ...

    def skip_subtree(self) -> None:
        """Pass over what is below the element that has just started; its end still comes."""
        ...


def walk(page: Element) -> Steps:
    """Go over a page in its order, however deep it is."""
    return cast("Steps", etree.iterwalk(page, events=("start", "end")))


def parse_page(text: str) -> Element:
    """Return the root of a page; nothing that it points at is ever loaded.

    Raises:
        UnreadableFileError: There is no markup in it, or more than a page of an article has.
    """
    # Without huge_tree the parser stops without a word at depth 256.
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    plain = _LONG_TAG.sub(_without_attributes, text) if len(text) > _LONG_PAGE else text
    try:
        page = document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(
            "no-article", f"No article was found in the page; {SAVE_AS_TEXT}."
        ) from error
    if page.xpath("count(//*)") > _MOST_ELEMENTS:
        message = f"The page has more parts than can be read; {SAVE_AS_TEXT}."
        raise UnreadableFileError("too-complex", message)
    return cast("Element", page)


def _without_attributes(found: re.Match[str]) -> str:
    """Return a tag without its attributes if it has so many that parsing them takes long."""
    tag = found.group()
    name = _TAG_NAME.match(tag)
    return name.group() if name and tag.count("=") > _MOST_ATTRIBUTES else tag


def drop_unseen(page: Element) -> None:
    """Take everything that is not shown out of a page, or out of a part of one."""
    for element in list(page.iter()):
        if element.getparent() is not None and is_unseen(element):
            element.drop_tree()


def shown_text(element: Element) -> str:
    """Return the text that an element shows, nothing for one that is hidden itself."""
    if is_unseen(element) or any(is_unseen(above) for above in element.iterancestors()):
        return ""
    alone = deepcopy(element)
    drop_unseen(alone)
    return alone.text_content()


def is_unseen(element: Element) -> bool:
    """Say whether an element by itself is one that no reader sees."""
    if not isinstance(element.tag, str) or element.tag in _NEVER_SHOWN:
        return True
    if element.tag == "dialog" and "open" not in element.attrib:
        return True
    if "hidden" in element.attrib:
        return not _STREAMED.fullmatch(element.get("id", ""))
    return bool(_HIDDEN_STYLE.search(element.get("style", "")))
