"""The tree of a web page, typed: lxml has no types of its own, so they end here."""
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false
# pyright: reportUnknownMemberType=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Protocol, cast

import trafilatura
from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from desktop.ingest.drafts import SAVE_AS_TEXT, UnreadableFileError

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER_SHOWN = frozenset(
    {
        "button", "canvas", "embed", "head", "iframe", "link", "math", "meta", "noscript",
        "object", "script", "select", "style", "svg", "template", "textarea",
    }
)  # fmt: skip


class Element(Protocol):
    """An element of a page, as far as readers use one."""

    text: str | None

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


def parse_page(text: str) -> Element:
    """Return the root of a page; nothing that it points at is ever loaded.

    Raises:
        UnreadableFileError: There is no markup in it.
    """
    # Without huge_tree the parser stops without a word at depth 256.
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        page = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(
            "no-article", f"No article was found in the page; {SAVE_AS_TEXT}."
        ) from error
    return cast("Element", page)


def drop_unseen(page: Element) -> None:
    """Take everything that is not shown out of a page, or out of a part of one."""
    for element in list(page.iter()):
        if element.getparent() is not None and _is_unseen(element):
            element.drop_tree()


def shown_text(element: Element) -> str:
    """Return the text that an element shows, nothing for one that is hidden itself."""
    if _is_unseen(element) or any(_is_unseen(above) for above in element.iterancestors()):
        return ""
    alone = deepcopy(element)
    drop_unseen(alone)
    return alone.text_content()


def _is_unseen(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NEVER_SHOWN:
        return True
    return "hidden" in element.attrib or bool(_HIDDEN_STYLE.search(element.get("style", "")))


def extract_article(page: Element) -> str:
    """Return the text of the page's article without what stands around it, or an empty text."""
    found = trafilatura.extract(
        page, favor_precision=True, include_comments=False, include_tables=False
    )
    return found or ""
