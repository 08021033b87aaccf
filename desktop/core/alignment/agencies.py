"""News agencies as articles name them: in a credit line, a dateline, the outlet, the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article, BlockKind, Origin
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.wire import AgencySign, SignKind
from desktop.core.text.agencies import find_agencies

_ORDER = tuple(SignKind)
_BEFORE = re.compile(
    r"\b(?:according to|told|reported by|quoted by|cited by|as reported by|by)\s+"
    r"(?:the\s+)?(?:\w+\s+)?(?:news agency\s+|newswire\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:\s+(?:news agency|newswire))?"
    r"\s+(?:reports|reported|said|says|has reported|quoted|cited)\b"
)
_DATELINE = re.compile(r"[A-Z][\w\s.,'’/-]{1,50}\([^()\n]{2,40}\)\s?(?:--|[—–-])|\([^()\n]{2,40}\)")
_NEAR = 40
_SIGN_OF = {
    BlockKind.AGENCY_CREDIT: SignKind.CREDIT,
    BlockKind.BYLINE: SignKind.CREDIT,
    BlockKind.DATELINE: SignKind.DATELINE,
}


def find_signs(article: Article, analysis: Analysis) -> tuple[AgencySign, ...]:
    """Return what an article says of the agency that its text is from, the surest sign first.

    Only what the text or the metadata states counts; nothing is concluded from style.
    """
    found = sorted(_signs(article, analysis), key=lambda sign: _ORDER.index(sign.kind))
    first: dict[tuple[str, SignKind], AgencySign] = {}
    for sign in found:
        if sign.kind is SignKind.NAMED:
            first.setdefault((f"{sign.agency} {sign.place}", sign.kind), sign)
        else:
            first.setdefault((sign.agency, sign.kind), sign)
    return tuple(first.values())


def probable_origin(signs: Sequence[AgencySign]) -> str | None:
    """Return the agency that the surest kind of sign speaks for; None where two are even.

    >>> credit = AgencySign("AP", SignKind.CREDIT, "a")
    >>> probable_origin([credit, AgencySign("Reuters", SignKind.NAMED, "b")])
    'AP'
    >>> probable_origin([credit, AgencySign("Reuters", SignKind.CREDIT, "b")]) is None
    True
    """
    for kinds in ({SignKind.OUTLET}, set(_ORDER[1:-1]), {SignKind.NAMED}):
        counts = Counter(
            agency for agency, _ in {(s.agency, s.article) for s in signs if s.kind in kinds}
        )
        if counts:
            (first, most), *rest = counts.most_common(2)
            return None if rest and rest[0][1] == most else first
    return None


def _signs(article: Article, analysis: Analysis) -> Iterator[AgencySign]:
    yield from _stated(article)
    body_seen = False
    for block in analysis.blocks:
        kind = _SIGN_OF.get(block.kind)
        if kind is not None:
            yield from _all(article, block.span, kind)
        elif block.kind is BlockKind.BODY:
            opening = None if body_seen else _dateline(article.text, block.span)
            if opening is not None:
                yield from _all(article, opening, SignKind.DATELINE)
            body_seen = True
            yield from _named(article, block.span)


def _stated(article: Article) -> Iterator[AgencySign]:
    """Yield the agency that the outlet is, and those that somebody stated."""
    for agency, _ in find_agencies(article.outlet):
        if agency.casefold() in _names_of(article.outlet):
            yield AgencySign(agency, SignKind.OUTLET, article.id)
    stated = article.metadata.agency
    if stated.value and stated.origin is not Origin.TEXT:
        names = [agency for agency, _ in find_agencies(stated.value)] or [stated.value]
        for agency in names:
            yield AgencySign(agency, SignKind.STATED, article.id)


def _names_of(outlet: str) -> set[str]:
    """Return the agency that an outlet's whole name stands for."""
    return {
        agency.casefold()
        for agency, span in find_agencies(outlet)
        if len(span) >= len(outlet.strip().removeprefix("The ").removeprefix("the ").strip())
    }


def _all(article: Article, span: Span, kind: SignKind) -> Iterator[AgencySign]:
    for agency, found in find_agencies(article.text, span):
        yield AgencySign(agency, kind, article.id, Place(article.id, found))


def _dateline(text: str, span: Span) -> Span | None:
    match = _DATELINE.match(text, span.start, span.end)
    return Span(*match.span()) if match else None


def _named(article: Article, span: Span) -> Iterator[AgencySign]:
    text = article.text
    for agency, found in find_agencies(text, span):
        before = text[max(span.start, found.start - _NEAR) : found.start]
        after = text[found.end : min(span.end, found.end + _NEAR)]
        if _BEFORE.search(before) or _AFTER.match(after):
            yield AgencySign(agency, SignKind.NAMED, article.id, Place(article.id, found))
