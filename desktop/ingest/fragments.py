"""Marked-up pieces without a page around them, as feeds, mails and records carry them."""

from __future__ import annotations

import re

from desktop.ingest.drafts import UnreadableFileError
from desktop.ingest.texts import MOST_TEXT_BYTES

_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|blockquote|table|html|body|font|"
    r"figure|article|section|script|style|hr|pre|center|small|sup|sub|u)\b[^<>]{0,2000}/?>|<!doctype",
    re.IGNORECASE,
)
# Tags that make paragraphs, which words about tags seldom have.
_PARAGRAPHS = re.compile(
    r"</?(?:p|br|div|ul|ol|li|h[1-6]|blockquote|table|html|body|article|section|script|style)\b"
    r"[^<>]{0,2000}/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10}\d?);", re.IGNORECASE)
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "title",
    }
)  # fmt: skip


def is_markup(text: str) -> bool:
    """Say whether a text is written as HTML rather than in plain words."""
    return bool(_MARKUP.search(text))


def has_paragraphs(text: str) -> bool:
    """Say whether a text is a piece of a page, and not words that may be about one."""
    return bool(_PARAGRAPHS.search(text))


def to_plain(text: str) -> str:
    r"""Return the words of a text that may be HTML, with a blank line between paragraphs.

    >>> to_plain("<p>One <b>loud</b> word.</p><p>Two &amp; three.<br>Four.</p>")
    'One loud word.\n\nTwo & three.\nFour.'
    >>> to_plain("2 < 3 & 4 > 3")
    '2 < 3 & 4 > 3'
    """
    if is_markup(text) or _ENTITY.search(text):
        return fragment_text(text)
    return text


def fragment_text(markup: str) -> str:
    """Return all that a piece of HTML shows; scripts and what is hidden are left out."""
    # Loads lxml, which plain words do not need.
    from desktop.ingest.pages import drop_unseen, parse_page, walk  # noqa: PLC0415

    try:
        page = parse_page(f"<body>{markup[: MOST_TEXT_BYTES * 4]}</body>")
    except UnreadableFileError:
        return ""
    drop_unseen(page)
    parts: list[str] = []
    for event, element in walk(page):
        tag = str(element.tag)
        if event == "start":
            if tag in _BLOCKS:
                parts.append("\f")
            elif tag == "br":
                parts.append("\v")
            parts.append(_plain(element.text))
        else:
            if tag in _BLOCKS:
                parts.append("\f")
            parts.append(_plain(element.tail))
    paragraphs = "".join(parts).split("\f")
    return "\n\n".join(kept for paragraph in paragraphs if (kept := _lines(paragraph)))


def _plain(text: str | None) -> str:
    return (text or "").replace("\f", " ").replace("\v", " ")


def _lines(paragraph: str) -> str:
    lines = (" ".join(line.split()) for line in paragraph.split("\v"))
    return "\n".join(line for line in lines if line)
