"""Sentences: where each one ends, block by block.

A closing quotation mark or bracket belongs to the sentence it closes; a sentence never reaches
over the end of its block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.core.model.articles import Block
from desktop.core.model.spans import Span, trimmed
from desktop.core.text.tokens import word_set

# A run of full stops, question and exclamation marks with the marks that close after it.
_STOP = re.compile(
    r"(?P<run>(?:\.[ \u00a0]){2,}\.|[.…]{2,}|…|[.!?]+|[。！？]+)"
    r"(?P<close>(?:[\"'”’»›)\]]|\[\d{1,3}\]|[ \u00a0][)\]”»](?!\w)|[“„](?=\s))*)"
)
_STOP_MARK = re.compile(r"[.!?…。！？]")
_NEXT = re.compile(r"(?P<gap>\s*)(?P<open>[\"'“‘«‹„‚(\[—–\-]*\s?)(?P<word>\w[\w'’]*)?")
_BEFORE = re.compile(r"[^\s(\[\"“”‘«]+$")
_ATTRIBUTION = re.compile(
    r"\s*(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\. )?(?:[A-Z][\w'’.-]* ){1,3}"
    r"(?:said|says|asked|asks|wrote|writes|added|adds|replied|tweeted|told|shouted|quipped|"
    r"exclaimed|continued|declared|yelled|responded|answered|warned|claimed|insisted|argued|"
    r"explained|recalled|demanded|wondered|pleaded|joked|cried|posted|remarked|noted)\b"
)
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_INNER_DOTS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_LIST_NUMBER = re.compile(r"[*•#(]?(?:\d{1,3}|[a-zA-Z])$")
_ADDRESS = frozenset({"http", "https", "www"})
_LOOK_BACK = 24

_TITLES = word_set(
    "mr mrs ms mx dr prof sen sens rep reps gov govs gen col lt maj capt cpt cmdr adm sgt cpl "
    "pvt rev fr st hon pres sec supt det insp msgr amb atty gens drs messrs mme mlle"
)
_BEFORE_NUMBER = word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec no nos p pp vol fig art sec ch par approx "
    "ca cf mon tue tues wed thu thur thurs fri sat sun"
)
_MID_SENTENCE = word_set("vs v e.g i.e eg ie viz al cf aka feat")
_OFTEN_MID = word_set(
    "inc ltd co corp llc bros jr sr esq etc dept univ assn ave blvd rd hwy mt ft bldg intl natl "
    "la ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mont neb "
    "nev okla ore pa penn tenn tex va vt wash wis wyo ala ont que assoc dist est min max sq"
)
_STARTERS = word_set(
    "the a an he she it they we i you this that these those there his her their its our my your "
    "in on at but and or so if when while as for from to with by after before until since "
    "because although though what who how why where which whether however meanwhile moreover "
    "instead not no yes both some many most all one another also still then now here let once "
    "under over about according among during despite even every few he's she's it's they're "
    "we're i'm i've that's there's today yesterday last earlier later more much only other "
    "others such thus yet each asked"
)


class SentenceSpan(NamedTuple):
    """A sentence as found: its span and the index of the block it stands in."""

    span: Span
    block: int


def find_sentences(text: str, blocks: Sequence[Block]) -> tuple[SentenceSpan, ...]:
    """Return the sentences of all blocks, folded ones too, in the order of the text.

    Args:
        text: The article's text, in any state.
        blocks: Its blocks in order, as `find_blocks` gives them.
    """
    return tuple(
        SentenceSpan(span, index)
        for index, block in enumerate(blocks)
        for span in split_sentences(text, block.span)
    )


def split_sentences(text: str, area: Span) -> Iterator[Span]:
    """Yield the sentences of one stretch of text, blanks at their ends left out.

    >>> text = "“Mr. Smith left the U.S. in Sept. 2001.” He paid $3.5 million."
    >>> [span.of(text) for span in split_sentences(text, Span(0, len(text)))]
    ['“Mr. Smith left the U.S. in Sept. 2001.”', 'He paid $3.5 million.']
    """
    start = area.start
    for stop in _find_stops(text, area):
        if stop.end() >= area.end or not _ends_sentence(text, start, stop, area):
            continue
        sentence = trimmed(text, start, stop.end())
        if sentence is not None:
            yield sentence
        start = stop.end()
    rest = trimmed(text, start, area.end)
    if rest is not None:
        yield rest


def _find_stops(text: str, area: Span) -> Iterator[re.Match[str]]:
    """Yield the stops of a stretch; to look for their first mark alone saves half the time."""
    mark = _STOP_MARK.search(text, area.start, area.end)
    while mark is not None:
        stop = _STOP.match(text, mark.start(), area.end)
        if stop is not None:
            yield stop
        mark = _STOP_MARK.search(text, (stop or mark).end(), area.end)


def _ends_sentence(text: str, start: int, stop: re.Match[str], area: Span) -> bool:
    after = _NEXT.match(text, stop.end(), area.end)
    if after is None:
        return False
    if not after["gap"]:
        return _ends_without_gap(text, stop, after)
    word: str = after["word"] or ""
    if not word:
        return _ends_before_mark(text, after.end(), area.end)
    if word in _ADDRESS:
        return True
    if word[0].islower() and not any(letter.isupper() for letter in word[1:3]):
        return False
    if _is_attributed(text, stop, after, area):
        return False
    if not text[start : min(stop.start(), start + _LOOK_BACK)].strip():
        return False
    run: str = stop["run"]
    if run == "…" or (len(run) > 1 and run[0] in ".…"):
        return _ends_after_ellipsis(text, stop.start(), word)
    if run != ".":
        return True
    return stop["close"] != "" or _ends_after_full_stop(text, start, stop.start(), after)


def _ends_before_mark(text: str, position: int, end: int) -> bool:
    """Judge a stop that no word follows: dots begin anew, other marks go on."""
    if position >= end:
        return False
    return text.startswith(("..", "…"), position) or text[position] not in ".,;:!?"


def _is_attributed(text: str, stop: re.Match[str], after: re.Match[str], area: Span) -> bool:
    """Say whether words in marks ended and their speaker follows: '"Why?" Ann Lee asked'."""
    if after["open"].strip() or not set(stop["close"]) & set("\"'”’»"):
        return False
    return _ATTRIBUTION.match(text, stop.end(), area.end) is not None


def _ends_without_gap(text: str, stop: re.Match[str], after: re.Match[str]) -> bool:
    """Judge marks with no blank after them: web addresses and decimals, or a slip ("end.The")."""
    word: str = after["word"] or ""
    if not word or not word[0].isupper():
        return stop["run"][0] in "。！？"
    if stop["close"] or stop["run"][0] in "!?":
        return not after["open"]
    before = text[max(0, stop.start() - 3) : stop.start()]
    return len(before) == 3 and before.isalpha() and before.islower() and word.lower() in _STARTERS


def _ends_after_ellipsis(text: str, position: int, word: str) -> bool:
    """Judge dots: set off by a blank they stand for words left out, unless a sentence ended."""
    if word.lower() in _STARTERS:
        return True
    before = text[max(0, position - 2) : position]
    if before and before[-1].isspace():
        return before[0] in '.!?”"'
    return True


def _ends_after_full_stop(text: str, start: int, position: int, after: re.Match[str]) -> bool:
    found = _BEFORE.search(text, max(start, position - _LOOK_BACK), position)
    if found is None:
        return True
    before = found.group().lower()
    word: str = after["word"]
    if before in _TITLES or before in _MID_SENTENCE:
        return before in {"no", "sec"}
    starts = word.lower() in _STARTERS or _opens_sentence(text, after)
    if before in _BEFORE_NUMBER:
        return not word[0].isdigit() and (starts or before in {"no", "mar", "sat", "sun", "art"})
    if _is_list_number(text, start, found):
        return False
    if before in _OFTEN_MID:
        return starts
    if _ACRONYM.match(before):
        return starts or (before == "i" and not _INNER_DOTS.match(before))
    return True


def _opens_sentence(text: str, after: re.Match[str]) -> bool:
    opening: str = after["open"].strip()
    return text[after.end() : after.end() + 1] == ":" or (opening != "" and opening[0] not in "—–-")


def _is_list_number(text: str, start: int, found: re.Match[str]) -> bool:
    near = found.start() - start < _LOOK_BACK
    return (
        near and bool(_LIST_NUMBER.match(found.group())) and not text[start : found.start()].strip()
    )
