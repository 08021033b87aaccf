"""Metadata that an article's own text states, each field with the span that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.core.model.articles import (
    Block,
    BlockKind,
    Metadata,
    Origin,
    Published,
    Stated,
)
from desktop.core.model.spans import Span
from desktop.core.text.agencies import AGENCY_NAMES
from desktop.core.text.dates import find_dates
from desktop.core.text.languages import UNDETERMINED, find_language
from desktop.core.text.lines import plain_text


def _spaced(pattern: str) -> str:
    """Return a pattern whose plain blanks stand for any blank of a line, doubled or no-break."""
    return pattern.replace(" ", r"[^\S\n]{1,3}")


_NAME = _spaced(
    r"[A-ZÀ-Þ][\w.'’-]*[\w'’](?: (?:[A-ZÀ-Þ][\w.'’-]*|(?:de|la|van|der|von|bin|al|el|di|da)\b))+"
)
_AUTHOR_NAME = re.compile(_NAME)
_BYLINE_LABEL = re.compile(
    _spaced(
        r"(?:authors?|written by|reported by|reporting by|words by|text by|story by|byline|by)\b"
        r"\s*:?\s*"
    ),
    re.IGNORECASE,
)
_CREDIT = re.compile(
    _spaced(r"[—–-]?\s?(?:with assistance|additional reporting|editing|compiled)"), re.IGNORECASE
)
_BYLINE_END = re.compile(r"[|•·/;(–—]|,\s|\b(?:for|published|updated)\b|\d", re.IGNORECASE)
_LIST_END = re.compile(
    _spaced(
        r"[|•·/;(–—]|\d|, (?!(?:and )?[A-Z][\w'’-]+ [A-Z])|, (?=(?:Staff|Senior|Chief|"
        r"Associate|Contributing|Special|National|Political|Foreign)\b)"
    )
)
_BIO_NAME = re.compile(_spaced(rf"({_NAME})(?:,[^.]{{1,120}},)? is\b"))
_BIO_OUTLET = re.compile(
    _spaced(
        r"\b(?:editor|reporter|correspondent|columnist|writer|journalist|contributor|producer|"
        r"analyst|commentator)s?\b(?:[\w\s,'’-]{0,40}?)\b(?:of|at|for|with)\s+"
        r"((?:The |the )?[A-Z][\w.&'’-]*\w(?: (?:[A-Z][\w.&'’-]*\w|of|and|&))*)"
    )
)
_COPYRIGHT = re.compile(
    _spaced(
        r"(?i:copyright|©|\(c\))\s*(?:©|\([cC]\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by )?"
        r"((?:The )?[A-Z](?:[\w.&'’-]*\w)?(?: (?:[A-Z](?:[\w.&'’-]*\w)?|&)){0,4})"
    )
)
_FIRST_PUBLISHED = re.compile(
    _spaced(
        r"\b(?:originally|first) (?:published|appeared) (?:by|in|on|at) "
        r"((?:The |the )?[A-Z][\w.&'’-]*\w(?: [A-Z][\w.&'’-]*\w){0,3})"
    )
)
_TOLD = re.compile(_spaced(r"\btold ((?:[Tt]he )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*\w){0,3})"))
_PRESS_WORD = re.compile(
    r"\b(?:Insider|Times|Post|News|Herald|Tribune|Journal|Gazette|Guardian|Telegraph|Mail|"
    r"Independent|Chronicle|Examiner|Observer|Mirror|Standard|Beast|Daily|Press|Review|Magazine|"
    r"Dispatch|Sun|Star|Globe|Inquirer|Sentinel|Courier|Register|Newsweek|Politico|Axios|Vox)\b"
)
_AGENCY_NAME = re.compile(AGENCY_NAMES)
_AGENCY_IN_DATELINE = re.compile(
    rf"[A-Z][\w\s.,'’-]{{1,50}}\(({_AGENCY_NAME.pattern})\)\s?(?:--|[—–-])"
)
_FIRST_LABEL = re.compile(r"\b(?:published|posted|issued|first)\b", re.IGNORECASE)


def find_metadata(text: str, blocks: Sequence[Block]) -> Metadata:
    """Return title, authors, date, outlet, agency and language as the text itself shows them.

    What the text does not state stays unknown. A date counts only where day, month and year stand
    in a publication line; an outlet that sources only "told" is an inference of low confidence.

    Args:
        text: The article's text.
        blocks: Its blocks, as `find_blocks` gives them.
    """
    return Metadata(
        title=_title(text, blocks),
        outlet=_outlet(text, blocks),
        authors=_authors(text, blocks),
        published=_published(text, blocks),
        language=_language(text),
        agency=_agency(text, blocks),
    )


def _language(text: str) -> Stated[str]:
    language = find_language(text)
    if language in {"", UNDETERMINED}:
        return Stated()
    return Stated(language, Origin.TEXT, confidence=0.9)


def _of_kind(blocks: Sequence[Block], *kinds: BlockKind) -> Iterator[Span]:
    return (block.span for block in blocks if block.kind in kinds)


def _title(text: str, blocks: Sequence[Block]) -> Stated[str]:
    for span in _of_kind(blocks, BlockKind.HEADLINE):
        return Stated(span.of(text), Origin.TEXT, span, 0.95)
    return Stated()


def _authors(text: str, blocks: Sequence[Block]) -> Stated[tuple[str, ...]]:
    for span in _of_kind(blocks, BlockKind.BYLINE):
        if _CREDIT.match(text, span.start, span.end):
            continue
        found = _byline_names(text, span)
        if found:
            evidence = Span(found[0].start, found[-1].end)
            names = tuple(plain_text(name.of(text)) for name in found)
            return Stated(names, Origin.TEXT, evidence, 0.95)
    for span in _of_kind(blocks, BlockKind.BIO):
        match = _BIO_NAME.match(text, span.start, span.end)
        if match is not None:
            return Stated((plain_text(match[1]),), Origin.TEXT, Span(*match.span(1)), 0.8)
    return Stated()


def _byline_names(text: str, line: Span) -> list[Span]:
    label = _BYLINE_LABEL.match(text, line.start, line.end)
    start = label.end() if label else line.start
    stop = _BYLINE_END.search(text, start, line.end)
    end = stop.start() if stop else line.end
    if stop is not None and stop.group()[0] == ",":
        end = _end_of_list(text, start, line.end)
    names = [Span(*match.span()) for match in _AUTHOR_NAME.finditer(text, start, end)]
    return [name for name in names if _AGENCY_NAME.fullmatch(name.of(text)) is None]


def _end_of_list(text: str, start: int, end: int) -> int:
    """Return where a list of names ends: "A B, C D and E F"; "A B, Staff Writer" is one name."""
    found = _LIST_END.search(text, start, end)
    return found.start() if found else end


def _published(text: str, blocks: Sequence[Block]) -> Stated[Published]:
    candidates = [
        (date, _FIRST_LABEL.search(text, span.start, date.span.start) is not None)
        for span in _of_kind(blocks, BlockKind.DATELINE, BlockKind.BYLINE)
        for date in find_dates(text, span.start, span.end)
    ]
    if not candidates:
        return Stated()
    chosen = next((date for date, labeled in candidates if labeled), candidates[0][0])
    return Stated(chosen.published, Origin.TEXT, chosen.span, 0.9)


def _outlet(text: str, blocks: Sequence[Block]) -> Stated[str]:
    for span in _of_kind(blocks, BlockKind.BIO):
        match = _BIO_OUTLET.search(text, span.start, span.end)
        if match is not None:
            return _stated(match, 0.8)
    for span in _of_kind(blocks, BlockKind.RESIDUE, BlockKind.BIO):
        for pattern in (_COPYRIGHT, _FIRST_PUBLISHED):
            match = pattern.search(text, span.start, span.end)
            if match is not None and _PRESS_WORD.search(match[1]):
                return _stated(match, 0.8)
    return _told_outlet(text, blocks)


def _told_outlet(text: str, blocks: Sequence[Block]) -> Stated[str]:
    """Return the one newspaper that sources of the article talked to: only an inference."""
    found = [
        match
        for span in _of_kind(blocks, BlockKind.BODY)
        for match in _TOLD.finditer(text, span.start, span.end)
        if _PRESS_WORD.search(match[1]) and not _AGENCY_NAME.search(match[1])
    ]
    if len({match[1].lower() for match in found}) != 1:
        return Stated()
    return _stated(found[0], 0.5)


def _stated(match: re.Match[str], confidence: float) -> Stated[str]:
    name = match[1].rstrip(".,'’")
    start = match.start(1)
    return Stated(plain_text(name), Origin.TEXT, Span(start, start + len(name)), confidence)


def _agency(text: str, blocks: Sequence[Block]) -> Stated[str]:
    for span in _of_kind(blocks, BlockKind.AGENCY_CREDIT):
        match = _AGENCY_NAME.search(text, span.start, span.end)
        if match is not None:
            return Stated(plain_text(match.group()), Origin.TEXT, Span(*match.span()), 0.9)
    for span in _of_kind(blocks, BlockKind.BODY):
        match = _AGENCY_IN_DATELINE.match(text, span.start, span.end)
        return _stated(match, 0.9) if match else Stated()
    return Stated()
