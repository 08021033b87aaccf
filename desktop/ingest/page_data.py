"""What a page states for machines: JSON-LD, meta tags and microdata, as plain values."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from desktop.ingest.pages import Element
from desktop.ingest.texts import clean_line

Node = dict[str, Any]
_ARTICLE = re.compile(
    r"(?:https?://schema\.org/)?"
    r"(?:\w*Article|\w*BlogPosting|Report|Review|\w*NewsStory|Recipe|CreativeWork|HowTo)$"
)
_PAGE = re.compile(r"(?:https?://schema\.org/)?(?:\w*WebPage|ItemPage|QAPage|FAQPage)$")
_SITE = re.compile(r"(?:https?://schema\.org/)?(?:WebSite|Blog|NewsMediaOrganization)$")
_WEB = re.compile(r"https?://[^/\s]+\.[^/\s]+")
_INNER = ("@graph", "mainEntity", "author", "publisher", "isPartOf", "mainEntityOfPage")
_MOST_JSON = 500_000
_MOST_NODES, _MOST_VALUES = 3000, 100
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_TAG = re.compile(r"<[^<>]{1,200}>")


@dataclass(slots=True)
class PageData:
    """The structured statements of a page.

    `article` is the node of JSON-LD that the page is about, `around` that of the page itself,
    `sites` those of the site; `metas` has the contents of meta tags by name, in small letters.
    """

    article: Node = field(default_factory=dict[str, Any])
    around: Node = field(default_factory=dict[str, Any])
    sites: Sequence[Node] = ()
    metas: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    by_id: Mapping[str, Node] = field(default_factory=dict[str, Node])
    url: str = ""

    def meta(self, *names: str) -> list[tuple[str, str]]:
        """Return the first content of each of some meta tags, with the tag's name."""
        return [(self.metas[name][0], name) for name in names if name in self.metas]


def read_data(page: Element) -> PageData:
    """Return what a page states in its head and in its scripts."""
    metas = _metas(page)
    nodes = list(_nodes(page))
    by_id = {node["@id"]: node for node in nodes if _is_named(node)}
    url = _url(page, metas)
    articles = [node for node in nodes if _is_kind(node, _ARTICLE)]
    article = _about(articles, url, metas)
    own = (address for address in _addresses(article) if _WEB.match(address))
    return PageData(
        article=article,
        around=next((node for node in nodes if _is_kind(node, _PAGE)), Node()),
        sites=[node for node in nodes if _is_kind(node, _SITE)],
        metas=metas,
        by_id=by_id,
        url=url or min(own, default=""),
    )


def plain(value: object) -> str:
    """Return a value as one line without markup; nothing where it is no text.

    >>> plain("Tom &amp;amp; <b>Ann</b>")
    'Tom & Ann'
    """
    if not isinstance(value, str):
        return ""
    return clean_line(_TAG.sub("", html.unescape(html.unescape(value))).replace("\xad", ""))


def several(value: object) -> list[object]:
    """Return a value that may be a list as a list, which ends where no page's does."""
    return cast("list[object]", value)[:_MOST_VALUES] if isinstance(value, list) else [value]


def is_node(value: object) -> bool:
    """Say whether a value of JSON-LD is a node."""
    return isinstance(value, dict)


def kinds_of(node: Node) -> set[str]:
    """Return the types of a node, without the address of their vocabulary."""
    kinds = (kind for kind in several(node.get("@type")) if isinstance(kind, str))
    return {kind.rpartition("/")[2] for kind in kinds}


def _is_kind(node: Node, pattern: re.Pattern[str]) -> bool:
    kinds = several(node.get("@type"))
    return any(isinstance(kind, str) and pattern.match(kind) for kind in kinds)


def _is_named(node: Node) -> bool:
    return isinstance(node.get("@id"), str) and len(node) > 1


def _about(articles: Sequence[Node], url: str, metas: Mapping[str, Sequence[str]]) -> Node:
    """Return the article that the page is about: not one of those it lists or refers to."""
    title = next(iter(metas.get("og:title", ())), "").casefold()

    def fits(node: Node) -> int:
        headline = plain(node.get("headline")).casefold()
        same_title = bool(headline and title and (headline in title or title in headline))
        return 2 * same_title + bool(url and url in _addresses(node))

    weak = [node for node in articles if kinds_of(node) <= {"CreativeWork", "Review", "Recipe"}]
    strong = [node for node in articles if node not in weak]
    if not strong:
        return max((node for node in weak if fits(node)), key=fits, default=Node())
    return max(strong, key=fits)


def _addresses(node: Node) -> set[str]:
    found = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    found += [cast("Node", value).get("@id") for value in found if isinstance(value, dict)]
    return {value for value in found if isinstance(value, str)}


def _nodes(page: Element) -> Iterator[Node]:
    for script in page.iter("script"):
        content = script.text or ""
        if "ld+json" not in script.get("type", "").lower() or len(content) > _MOST_JSON:
            continue
        yield from _walk([_read_json(content)])


def _read_json(content: str) -> object:
    unwrapped = _WRAPPING.sub("", _WRAPPING.sub("", content)).strip().rstrip(";")
    for written in (unwrapped, _TRAILING_COMMA.sub(r"\1", unwrapped)):
        try:
            return cast("object", json.loads(written, strict=False))
        except (ValueError, RecursionError):
            continue
    return None


def _walk(waiting: list[object]) -> Iterator[Node]:
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = cast("list[object]", value)
        elif isinstance(value, dict):
            node = cast("Node", value)
            yield node
            waiting += [node[key] for key in _INNER if key in node]


def _metas(page: Element) -> dict[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop", "")
        if content := plain(meta.get("content")):
            found.setdefault(name.strip().lower(), []).append(content)
    return {name: contents for name, contents in found.items() if name}


def _url(page: Element, metas: Mapping[str, Sequence[str]]) -> str:
    links = (link for link in page.iter("link") if "canonical" in link.get("rel", "").lower())
    stated: Iterable[str] = [clean_line(link.get("href", "")) for link in links]
    stated = [*stated, *metas.get("og:url", ()), *metas.get("twitter:url", ())]
    return next((url for url in stated if _WEB.match(url)), "")
