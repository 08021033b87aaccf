"""Titles in quotation marks: a film, a book, a show is named by them, and nobody is quoted."""

from __future__ import annotations

import re

from desktop.core.text.tokens import word_set
from desktop.core.voice.marks import Stretch

_KINDS = (
    "films?|movies?|books?|novels?|memoirs?|shows?|series|sitcom|songs?|albums?|single|podcast|"
    "program|programme|documentary|documentaries|magazine|newsletter|musical|play|painting|"
    "poem|essay|sequel|thriller|comedy|drama|bestseller|best-seller|best-selling|blog|"
    "franchise|pageant|collection|biography|autobiography"
)
_AFTER_KIND = re.compile(
    rf"(?i)\b(?:{_KINDS}"
    rf"|(?:{_KINDS})\W{{1,2}}(?:\w+\W{{1,2}}){{0,5}}(?:called|titled|entitled|named|dubbed)"
    r"|titled|entitled|hosts?|hosted|star(?:s|red|ring)? (?:in|of|on)(?: [\w.-]+['’]s)?"
    r"|author of|co-author of|interview(?:ed)? (?:on|with)|appear(?:s|ed|ance)? on)[\s,:]*$"
)
_ON_AIR = re.compile(r"\b(?:[Oo]n|[Oo]f)\s(?:[\w.-]+\s){0,4}[A-Z][\w.-]*(?:['’]s|s['’])\s*$")
_IN_NAME = re.compile(r"(?:\b(?:[Oo]n|[Oo]f|[Tt]he|[Ii]n|[Ii]ts|[Hh]is|[Hh]er)|-)\s*$")
_BEFORE_KIND = re.compile(
    rf"(?i)\s*(?:{_KINDS}|hosts?|co-host|star|actor|actress|author|creator)\b"
)
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:and|but|with|while|when|that|who|which|from|for|during|after|before|has|had|was|are|"
    r"were|would|will|could|because|though)\b)[a-z]{3,}"
)
_SMALL = word_set(
    "a an the of in on at to for with from by and or but vs is as nor off up out over"
)
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_LEFT, _RIGHT = 80, 24
_LONGEST = 90


def is_title(text: str, stretch: Stretch) -> bool:
    """Say whether a stretch names a work: in title case, and beside what says so.

    Beside it stands a kind of work ("the film “Night Tide”"), a station ("on Radio One's “Tide
    Talk”"), or a noun that it belongs to ("the “Open Tower Now” banners").
    """
    inner = stretch.inner
    if inner.end - inner.start > _LONGEST:
        return False
    left = text[max(0, stretch.span.start - _LEFT) : stretch.span.start]
    right = text[stretch.span.end : stretch.span.end + _RIGHT]
    words = _WORD.findall(text, inner.start, inner.end)
    if not _is_title_case(words):
        return False
    if _AFTER_KIND.search(left) or (text[inner.end - 1] not in "!?" and _ON_AIR.search(left)):
        return True
    if text[inner.end - 1] in ".!?":
        return False
    if _BEFORE_KIND.match(right):
        return True
    named = len(words) > 2 and _IN_NAME.search(left) is not None
    return named and _NOUN_AFTER.match(right) is not None


def _is_title_case(words: list[str]) -> bool:
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words)
