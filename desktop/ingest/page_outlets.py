"""The outlet, from the name that a page has for itself; a publishing company comes last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast
from urllib.parse import urlsplit

from desktop.ingest.drafts import Statement
from desktop.ingest.page_data import Node, PageData, plain, several
from desktop.ingest.page_pieces import folded

_MOST_NAME = 60
_METAS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name",
          "dc.publisher", "publisher", "copyright-holder", "cre")  # fmt: skip
_COMPANY = re.compile(
    r"\b(?:AG|GmbH|mbH|KG|Inc|LLC|Ltd|Limited|Plc|Corp|Corporation|S\.?A\.?|S\.?p\.?A|S\.?r\.?l|"
    r"A/S|ApS|AS|AB|Oy|B\.?V|N\.?V|Verlag|Verlags\w*|Verlagsgesellschaft|Holding|Group|Gruppe|"
    r"Company|Publishing|Publishers|Mediengruppe|Medienhaus|Hus)\b\.?",
)
_SPLIT = re.compile(r"\s+[|•·–—:»«/>-]+\s+|\s*[|»]\s*|:\s+")
_GENERIC = frozenset("home news start startseite blog index website homepage article page".split())
_SECOND_LEVEL = frozenset("co com org net gov ac edu gob gov or ne".split())


def find_outlet(data: PageData, title_tag: str) -> tuple[str, list[Statement]]:
    """Return the outlet, and all names that the page states of it.

    Args:
        data: The structured statements.
        title_tag: The page's title with what stands before and after the headline.
    """
    stated = [(name, where) for name, where in _named(data) if _can_be_name(name)]
    statements = [Statement("outlet", name, where) for name, where in stated]
    host = host_of(data.url)
    if host:
        statements.append(Statement("outlet", host, "address"))
    in_title = _in_title(title_tag, host)
    if in_title:
        statements.append(Statement("outlet", in_title, "title"))
    names = [name for name, _where in stated if not _COMPANY.search(name)]
    return next((name for name in [*names, in_title, host] if name), ""), statements


def host_of(url: str) -> str:
    """Return the host of an address without "www.".

    >>> host_of("https://www.example.org/a")
    'example.org'
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|amp|mobile)\.", "", host)


def host_label(host: str) -> str:
    """Return the telling part of a host.

    >>> host_label("edition.example.co.uk")
    'example'
    """
    labels = host.split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1] if labels else ""


def is_alike(name: str, label: str) -> bool:
    """Say whether a name is the one that a host's label is made of: all, or its first letters."""
    words = folded(name).split()
    joined, short = "".join(words), "".join(word[0] for word in words)
    plain_label = folded(label).replace(" ", "")
    if not joined or len(plain_label) < 2:
        return False
    bare = joined.removeprefix("the")
    return plain_label in {joined, bare, short} or (
        min(len(bare), len(plain_label)) > 3 and (bare in plain_label or plain_label in bare)
    )


def _named(data: PageData) -> Iterator[tuple[str, str]]:
    for content, name in data.meta(_METAS[0]):
        yield content, f"meta tag {name}"
    publisher = _publisher(data)
    host = host_label(host_of(data.url))
    if publisher and is_alike(publisher, host):
        yield publisher, "JSON-LD"
    for node in data.sites:
        yield plain(node.get("name")), "JSON-LD"
    for content, name in data.meta(*_METAS[1:3]):
        yield content, f"meta tag {name}"
    yield publisher, "JSON-LD"
    for content, name in data.meta(*_METAS[3:]):
        yield content, f"meta tag {name}"


def _publisher(data: PageData) -> str:
    for node in (data.article, data.around):
        for entry in several(node.get("publisher")):
            if isinstance(entry, dict):
                found = cast("Node", entry)
                known = {**data.by_id.get(str(found.get("@id")), {}), **found}
                if name := plain(known.get("name")):
                    return name
            elif name := plain(entry):
                return name
    return ""


def _can_be_name(name: str) -> bool:
    return 1 < len(name) <= _MOST_NAME and folded(name) not in _GENERIC and "://" not in name


def _in_title(title: str, host: str) -> str:
    """Return the part of a page's title that its host is named after."""
    label = host_label(host)
    parts = [part.strip() for part in _SPLIT.split(title)]
    alike = [part for part in parts[1:] + parts[:1] if len(parts) > 1 and is_alike(part, label)]
    return next((part for part in alike if len(part) <= _MOST_NAME), "")
