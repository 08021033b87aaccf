"""What a web page states of its article, for machines and in sight: all of it, and the choice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import FileFacts, Statement
from desktop.ingest.page_authors import find_authors
from desktop.ingest.page_data import PageData, plain, read_data, several
from desktop.ingest.page_dates import find_published, find_updated
from desktop.ingest.page_outlets import find_outlet
from desktop.ingest.page_pieces import Pieces
from desktop.ingest.page_titles import find_title
from desktop.ingest.pages import Element
from desktop.ingest.texts import clean_line

_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2,4}))?(?![A-Za-z])")
_LOCALES = ("content-language", "og:locale", "language", "dc.language", "inlanguage")
_SECTIONS = ("article:section", "og:article:section", "section", "parsely-section", "bt:section")
_SAVED = (
    re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>\S+)\s*-->"),
    re.compile(
        r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S+)\s+saved date:\s*(?P<date>[^\n]+)"
    ),
)
_HEAD, _MOST_STATED = 5000, 24


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is taken from a page, and everything that it states."""

    facts: FileFacts
    statements: tuple[Statement, ...]


def find_facts(page: Element) -> FileFacts:
    """Return what a page states of its article; the article's text is not looked at."""
    return read_page_facts(page).facts


def read_page_facts(page: Element, source: str = "") -> PageFacts:
    """Return what a page states of its article, and every statement with its place.

    Args:
        page: The page; nothing is taken out of it.
        source: The page as it was read, for what browsers note when they save it.
    """
    data, pieces = read_data(page), Pieces(page)
    saved = list(_saved(source[:_HEAD]))
    url = data.url or next((s.value for s in saved if s.field == "url"), "")
    data.url = url
    title_tag = _title_tag(page)
    outlet, outlets = find_outlet(data, title_tag)
    names = [outlet, *(statement.value for statement in outlets)]
    title, titles = find_title(data, pieces, title_tag, names)
    shown = pieces.shown_under(title)
    locale, languages = _language(page, data)
    updated, updates = find_updated(data, shown, locale)
    published, dates = find_published(data, shown, locale, updates)
    authors, bylines = find_authors(data, shown, title, [*names, *_beside(title_tag, title)])
    sections = list(_sections(data))
    facts = FileFacts(
        title=title,
        outlet=outlet,
        authors=authors,
        published=published,
        url=url,
        language=locale.partition("-")[0],
        updated=updated,
        section=sections[0].value if sections else "",
    )
    addresses = [Statement("url", data.url, "canonical address")] if data.url else []
    groups = (titles, outlets, bylines, dates, updates, languages, sections, addresses, saved)
    stated = (entry for group in groups for entry in list(dict.fromkeys(group))[:_MOST_STATED])
    return PageFacts(facts, tuple(stated))


def _beside(title_tag: str, title: str) -> list[str]:
    """Return what stands beside the headline in the page's title: sites and sections."""
    rest = title_tag.replace(title, "|") if title else title_tag
    return [part for part in re.split(r"\s[|•·–—:»-]+\s|[|»]", rest) if len(part.split()) < 6]


def _title_tag(page: Element) -> str:
    titles = (clean_line(title.text_content()) for title in page.iter("title"))
    return next((title for title in titles if title), "")


def _language(page: Element, data: PageData) -> tuple[str, list[Statement]]:
    """Return the page's language as "en" or "en-us", and all that it states of it."""
    stated = [(page.get("lang") or page.get("xml:lang", ""), "page")]
    stated += [(plain(value), "JSON-LD") for value in several(data.article.get("inLanguage"))]
    stated += [(content, f"meta tag {name}") for content, name in data.meta(*_LOCALES)]
    known = [(code, where) for value, where in stated if (code := _code(value))]
    statements = [Statement("language", code, where) for code, where in known]
    return (known[0][0] if known else ""), statements


def _code(value: str) -> str:
    found = _CODE.match(value)
    return "-".join(part.lower() for part in found.groups() if part) if found else ""


def _sections(data: PageData) -> Iterator[Statement]:
    for value in several(data.article.get("articleSection")):
        if section := plain(value):
            yield Statement("section", section, "JSON-LD")
    for content, name in data.meta(*_SECTIONS):
        yield Statement("section", content, f"meta tag {name}")


def _saved(head: str) -> Iterator[Statement]:
    """Give the address and the date that a browser noted when it saved the page."""
    for pattern in _SAVED:
        if found := pattern.search(head):
            yield Statement("url", clean_line(found["url"]), "note of the browser")
            if "date" in pattern.groupindex and (iso := to_iso(found["date"])):
                yield Statement("saved", iso, "note of the browser")
