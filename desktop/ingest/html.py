"""Reads web pages: the article's text, and what the page states of it."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop.ingest.drafts import SAVE_AS_TEXT, ArticleDraft, Statement, UnreadableFileError
from desktop.ingest.page_doubts import find_doubts, refuse_other_pages
from desktop.ingest.page_facts import read_page_facts
from desktop.ingest.page_text import find_page_text
from desktop.ingest.pages import parse_page
from desktop.ingest.plain import to_draft
from desktop.ingest.receipts import text_of
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import Decoded, clean_line, decode

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
# Signs that were written as UTF-8 twice: the second is none that any text has.
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u009f][\u0080-\u00bf]{0,2}")
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
# What Windows puts before copied markup: places in it, and the page it is from.
_CLIPBOARD = re.compile(r"\s*Version:\d\S*\s(?:\s*\w+:[^\r\n]*[\r\n]+)*", re.IGNORECASE)
_SOURCE = re.compile(r"^SourceURL:(https?://\S+)", re.IGNORECASE | re.MULTILINE)


def read_html(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of a saved web page.

    Raises:
        UnreadableFileError: The page holds no article.
    """
    found = _CHARSET.search(data[:_HEAD])
    return (_read(decode(data, found[1].decode("ascii") if found else None)),)


def read_pasted_html(html: str) -> ArticleDraft:
    """Return the article of a piece of a web page as it comes from the clipboard.

    Raises:
        UnreadableFileError: It holds no words.
    """
    head = _CLIPBOARD.match(html)
    source = _SOURCE.search(head.group()) if head else None
    whole = html[head.end() :] if head else html
    start, end = whole.find(_START), whole.rfind(_END)
    inner = whole[start + len(_START) if start >= 0 else 0 : end if end > start else len(whole)]
    draft = _read(Decoded(inner), is_fragment=True)
    if source is None:
        return draft
    url = clean_line(source[1])
    return replace(
        draft,
        facts=replace(draft.facts, url=draft.facts.url or url),
        statements=(*draft.statements, Statement("url", url, "clipboard")),
    )


def _read(decoded: Decoded, *, is_fragment: bool = False) -> ArticleDraft:
    markup = _TWICE.sub(_once, decoded.text)
    page = parse_page(markup)
    stated = read_page_facts(page, markup)
    found = find_page_text(page, stated.facts, is_fragment=is_fragment)
    if not is_fragment:
        refuse_other_pages(found)
    text = text_of(found.paragraphs)
    if not text:
        raise UnreadableFileError(
            "no-article", f"No article was found in the page; {SAVE_AS_TEXT}."
        )
    draft = to_draft(decoded, text, Format.HTML, stated.facts)
    doubts = () if is_fragment else find_doubts(found)
    return replace(
        draft,
        doubts=(*draft.doubts, *doubts),
        statements=stated.statements,
        paragraphs=found.paragraphs,
    )


def _once(found: re.Match[str]) -> str:
    try:
        return found.group().encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return found.group()
