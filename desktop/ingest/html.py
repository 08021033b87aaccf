"""Reads web pages: the article's text, and what the page states of it."""

from __future__ import annotations

import re

from desktop.ingest.drafts import SAVE_AS_TEXT, ArticleDraft, UnreadableFileError
from desktop.ingest.page_facts import find_facts
from desktop.ingest.pages import Element, drop_unseen, extract_article, parse_page
from desktop.ingest.plain import to_draft
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import decode

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
_LINES = ("h1", "h2", "h3", "h4", "p", "li", "blockquote", "pre", "td")


def read_html(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of a saved web page.

    Raises:
        UnreadableFileError: The page holds no article.
    """
    found = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, found[1].decode("ascii") if found else None)
    page = parse_page(decoded.text)
    facts = find_facts(page)
    text = find_text(page)
    if not text:
        raise UnreadableFileError(
            "no-article", f"No article was found in the page; {SAVE_AS_TEXT}."
        )
    return (to_draft(decoded, text, Format.HTML, facts),)


def find_text(page: Element) -> str:
    """Return the text of a page's article, a paragraph a line; what is not shown is left out."""
    drop_unseen(page)
    joined = _joined_lines(page)
    kept = extract_article(page) or _all_lines(page)
    lines = (line.strip() for line in kept.split("\n"))
    return "\n\n".join(joined.get(line, line) for line in lines if line)


def _joined_lines(page: Element) -> dict[str, str]:
    """Return the lines that hold joiners and other marks without a shape, by the line without.

    The extraction takes such letters out, and without them Persian or Hindi is misspelled.
    """
    whole = (" ".join(element.text_content().split()) for element in page.iter(*_LINES))
    return {_without_marks(line): line for line in whole if not line.isprintable()}


def _without_marks(line: str) -> str:
    return "".join(letter for letter in line if letter.isprintable())


def _all_lines(page: Element) -> str:
    """Return all paragraphs of a page that is too short to tell its article from the rest."""
    lines = [
        " ".join(element.text_content().split())
        for element in page.iter(*_LINES)
        if next(element.iterdescendants(*_LINES), None) is None
    ]
    return "\n".join(line for line in lines if line) or " ".join(page.text_content().split())
