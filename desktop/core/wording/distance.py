"""Words in quotation marks that nobody said: which of them the marks keep at a distance.

Marks do the same for a name, a sign, a label or words that somebody else has in the same text.
Such words are no wording of the outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.core.model.analyses import Quotation, QuotationKind
from desktop.core.text.tokens import word_set

_WORD = re.compile(r"[^\W_][\w’'-]*")
_SMALL = word_set("a an the of in on at to for from with by and or but not as is")
# Who says "I" or "you" in marks is not the outlet.
_PERSONS = word_set(
    "i me my mine we us our you your i'm i've i'd i'll we're we've we'll you're you've let's"
)
# Before words in marks these tell how a thing is named, what a word means, or where it is written.
_NAMING = re.compile(
    r"(?i)(?<!so-)(?<!so )\b(?:means?|meaning|translat(?:es|ed|ing) (?:as|to|into)|known as|"
    r"called|dubbed|named|"
    r"nicknamed|termed|titled|entitled|label(?:l?ed|s)?|mark(?:ed|s)?|brand(?:ed|s)?|"
    r"words?|phrases?|terms?|slogans?|mottos?|chants?(?: of)?|chant(?:ed|ing)|signs?|banners?|"
    r"shirts?|hats?|reads?|reading|spelled|defin(?:ed|es|ition of)|"
    r"upgraded (?:to|from)|downgraded (?:to|from)|listed (?:as|in)|or)[\s,:—–-]*$"
)
_ALTERNATIVE = re.compile(r"(?i)\bor[\s,:—–-]*$")
_AFTER_NAME = re.compile(r"[A-Z0-9][\w-]*[\s,—–-]+or[\s,:—–-]*$")
# Behind words in marks these are what somebody said, wrote or wore, and buttons and keys.
_SPOKEN = re.compile(
    r"\s+(?:remarks?|comments?|speech(?:es)?|statements?|pledges?|slogans?|chants?|tweets?|"
    r"quotes?|quips?|mottos?|signs?|banners?|hats?|shirts?|buttons?|keys?|tabs?|menus?|lists?)\b"
)
_BEFORE, _AFTER = 40, 16


def keeps_distance(text: str, quotation: Quotation, said: Iterable[str]) -> bool:
    """Say whether the marks around words that nobody said keep the outlet apart from them.

    Args:
        text: The article's text.
        quotation: The words in marks.
        said: What speakers say in marks in the same article, in lower case.
    """
    words = _WORD.findall(quotation.span.of(text))
    if not words or _is_name(text, quotation, words):
        return False
    plain = [word.lower().replace("’", "'") for word in words]
    if not _PERSONS.isdisjoint(plain):
        return False
    before = text[max(0, quotation.span.start - _BEFORE) : quotation.span.start]
    after = text[quotation.span.end : quotation.span.end + _AFTER]
    named = _AFTER_NAME if _ALTERNATIVE.search(before) else _NAMING
    if named.search(before) or _SPOKEN.match(after):
        return False
    phrase = " ".join(plain)
    return not any(phrase in each for each in said)


def said_phrases(text: str, quotations: Iterable[Quotation]) -> Sequence[str]:
    """Return the words that speakers have in marks, one by one, in lower case."""
    return [
        " ".join(_WORD.findall(span.of(text).lower().replace("’", "'")))
        for quotation in quotations
        if quotation.kind is not QuotationKind.SCARE
        for span in quotation.marked
    ]


def _is_name(text: str, quotation: Quotation, words: Sequence[str]) -> bool:
    """Say whether words are in title case though they stand within a sentence in lower case."""
    large = [word for word in words if word.lower() not in _SMALL]
    if not large or not all(word[0].isupper() or word[0].isdigit() for word in large):
        return False
    near = _WORD.findall(text[max(0, quotation.span.start - _BEFORE) : quotation.span.start])
    return any(word[0].islower() and word not in _SMALL for word in near[1:])
