"""Reads pages that a browser saved as one file (MHTML): the page itself, not what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import Message

from desktop.ingest.drafts import SAVE_AS_TEXT, ArticleDraft, Statement, UnreadableFileError
from desktop.ingest.html import read_html
from desktop.ingest.mail import CUT_SHORT, charset_of, content_of, header, sent
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import clean_line, decode

WHERE = "saved page"
_MOST_PARTS = 2000
_PAGES = ("text/html", "application/xhtml+xml")
_MARK = b"\xef\xbb\xbf"


def read_saved_page(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of a saved page.

    Raises:
        UnreadableFileError: There is no page in it, or none with an article.
    """
    message = message_from_bytes(data, policy=policy.compat32)
    location = header(message, "snapshot-content-location")
    pages = [part for part in _parts(message) if part.get_content_type() in _PAGES]
    if not pages:
        raise UnreadableFileError("no-article", f"No page was found in the file; {SAVE_AS_TEXT}.")
    main = _main(message, pages, location)
    try:
        (draft,) = read_page(content_of(main)[0], charset_of(main))
    except UnreadableFileError:
        if len(pages) == 1:
            raise
        # Where the page is only a frame around another one, that holds the article.
        others = [page for page in pages if page is not main]
        main = max(others, key=_length)
        (draft,) = read_page(content_of(main)[0], charset_of(main))
    if not content_of(main)[1]:
        draft = replace(draft, doubts=(*draft.doubts, CUT_SHORT))
    address = location or header(main, "content-location")
    return (_with_facts(draft, message, address),)


def read_page(data: bytes, charset: str | None) -> tuple[ArticleDraft, ...]:
    """Return the article of a page whose encoding is stated beside it.

    Raises:
        UnreadableFileError: The page holds no article.
    """
    if charset is None or data.startswith(_MARK):
        return read_html(data)
    decoded = decode(data, charset)
    (draft,) = read_html(_MARK + decoded.text.encode("utf-8", "replace"))
    doubts = (decoded.doubt, *draft.doubts) if decoded.doubt else draft.doubts
    return (replace(draft, doubts=doubts),)


def _length(page: Message) -> int:
    return len(content_of(page)[0])


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _main(message: Message, pages: list[Message], location: str) -> Message:
    """Return the part that is the page: the one named as the start, else the first."""
    start = message.get_param("start")
    for page in pages:
        if isinstance(start, str) and header(page, "content-id") == start:
            return page
        if location and header(page, "content-location") == location:
            return page
    return pages[0]


def _with_facts(draft: ArticleDraft, message: Message, address: str) -> ArticleDraft:
    """Add what the file says of the copy; the date in its header is when that was saved."""
    is_address = address.startswith(("http://", "https://"))
    facts = draft.facts
    if is_address and not facts.url:
        facts = replace(facts, url=address)
    title = clean_line(header(message, "subject"))
    if title and not facts.title:
        facts = replace(facts, title=title)
    stated = (
        Statement("title", title, WHERE),
        Statement("url", address if is_address else "", WHERE),
        Statement("saved", sent(message), WHERE),
    )
    statements = (*draft.statements, *(one for one in stated if one.value))
    return replace(draft, format=Format.SAVED_PAGE.value, facts=facts, statements=statements)
