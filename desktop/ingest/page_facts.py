"""What a web page states of its article: JSON-LD first, then OpenGraph, meta tags and `<time>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, cast

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import FileFacts
from desktop.ingest.pages import Element, shown_text
from desktop.ingest.texts import clean_line

_ARTICLE = re.compile(r"(?:News|Reportage|Analysis|Opinion)?\w*(?:Article|BlogPosting|Report)$")
_MOST_JSON = 500_000
_MOST_NODES = 2000
_MOST_AUTHORS = 20
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date",
        "dc.date.issued", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date",
    ),
    "url": ("og:url",),
    "authors": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
}  # fmt: skip
Node = dict[str, Any]


def find_facts(page: Element) -> FileFacts:
    """Return what a page states in its markup; its text is not looked at."""
    node = _article_node(page)
    metas = _metas(page)
    return FileFacts(
        title=_text(node.get("headline")) or _meta(metas, "title") or _title(page),
        outlet=_name(node.get("publisher")) or _meta(metas, "outlet"),
        authors=_authors(node, metas),
        published=_published(node, metas, page),
        url=_text(node.get("url")) or _link(page) or _meta(metas, "url"),
        language=_language(page, node),
    )


def _article_node(page: Element) -> Node:
    for node in _nodes(page):
        kinds = node.get("@type")
        names = cast("list[object]", kinds) if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and _ARTICLE.match(name) for name in names):
            return node
    return {}


def _nodes(page: Element) -> Iterator[Node]:
    for script in page.iter("script"):
        content = script.text or ""
        if script.get("type", "").lower() != "application/ld+json" or len(content) > _MOST_JSON:
            continue
        try:
            waiting: list[object] = [json.loads(content, strict=False)]
        except (ValueError, RecursionError):
            continue
        yield from _walk(waiting)


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
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _metas(page: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if content := clean_line(meta.get("content") or ""):
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _meta(metas: dict[str, list[str]], field: str) -> str:
    return next((metas[name][0] for name in _META[field] if name in metas), "")


def _title(page: Element) -> str:
    headings = (shown_text(heading) for heading in page.iter("h1"))
    titles = (title.text_content() for title in page.iter("title"))
    lines = (clean_line(text) for text in chain(headings, titles))
    return next((line for line in lines if line), "")


def _authors(node: Node, metas: dict[str, list[str]]) -> tuple[str, ...]:
    stated = node.get("author")
    several = cast("list[object]", stated) if isinstance(stated, list) else [stated]
    names: Sequence[str] = [name for entry in several if (name := _name(entry))]
    if not names:
        names = next((metas[name] for name in _META["authors"] if name in metas), list[str]())
    plain = [re.sub(r"^by\s+", "", name, flags=re.IGNORECASE) for name in names]
    kept = dict.fromkeys(name for name in plain if "://" not in name)
    return tuple(kept)[:_MOST_AUTHORS]


def _published(node: Node, metas: dict[str, list[str]], page: Element) -> str:
    stated = [_text(node.get("datePublished"))]
    stated += [metas[name][0] for name in _META["published"] if name in metas]
    stated += [time.get("datetime", "") for time in page.iter("time") if time.get("datetime")][:1]
    return next((iso for written in stated if (iso := to_iso(written))), "")


def _link(page: Element) -> str:
    for link in page.iter("link"):
        if link.get("rel", "").lower() == "canonical":
            return clean_line(link.get("href") or "")
    return ""


def _language(page: Element, node: Node) -> str:
    stated = page.get("lang") or _text(node.get("inLanguage"))
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", stated)
    return found.group().lower() if found else ""


def _name(value: object) -> str:
    if isinstance(value, dict):
        return _text(cast("Node", value).get("name"))
    if isinstance(value, list):
        return next((name for entry in cast("list[object]", value) if (name := _name(entry))), "")
    return _text(value)


def _text(value: object) -> str:
    return clean_line(value) if isinstance(value, str) else ""
