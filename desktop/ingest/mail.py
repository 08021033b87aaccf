"""Reads mails: the text of the message, with its subject, sender and date as facts of the file."""

from __future__ import annotations

from collections.abc import Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import SAVE_AGAIN, ArticleDraft, FileFacts, UnreadableFileError
from desktop.ingest.plain import to_draft
from desktop.ingest.sniffing import Format
from desktop.ingest.texts import Decoded, clean_line, decode


def read_mail(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of a mail.

    Raises:
        UnreadableFileError: It has no text.
    """
    message = message_from_bytes(data, policy=policy.default)
    try:
        part = message.get_body(preferencelist=("plain", "html"))
    except (AttributeError, KeyError, LookupError):
        part = None
    if part is None:
        raise UnreadableFileError("no-text", f"The mail holds no text; {SAVE_AGAIN}.")
    decoded, text = _body(part)
    facts = FileFacts(
        title=clean_line(_header(message, "subject")),
        authors=_sender(_header(message, "from")),
        published=to_iso(_header(message, "date")),
    )
    return (to_draft(decoded, text, Format.MAIL, facts),)


def _body(part: MIMEPart) -> tuple[Decoded, str]:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if part.get_content_type() == "text/html":
        # Loads lxml and trafilatura, which a plain mail does not need.
        from desktop.ingest.html import find_text  # noqa: PLC0415
        from desktop.ingest.pages import parse_page  # noqa: PLC0415

        decoded = decode(content, part.get_content_charset())
        return decoded, find_text(parse_page(decoded.text))
    decoded = decode(content, part.get_content_charset())
    return decoded, decoded.text


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = message.get(name, "")
    except (ValueError, LookupError, IndexError, AttributeError):
        return ""  # a header that the parser cannot take apart states nothing
    return str(value)


def _sender(written: str) -> tuple[str, ...]:
    names: Sequence[str] = parseaddr(written)
    name = clean_line(names[0])
    return (name,) if name else ()
