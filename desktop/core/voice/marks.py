"""Stretches inside quotation marks, whatever marks a text uses and however it mixes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.model.articles import Block
from desktop.core.model.spans import Span, trimmed

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›‘’'‚‛`＂]")
_CLOSERS = {
    "“": '”“"',
    "”": "”",
    "„": '“”‟"',
    "‟": "”",
    '"': '"”“',
    "＂": "＂",
    "''": "''",
    "``": "''",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’'",
    "‚": "‘’",
    "‛": "’",
    "’": "’",
    "'": "'’",
    "`": "'’`",
}
_SINGLES = frozenset("‘’'‚‛`‹›")
_LEFT_OF_OPENING = frozenset("([{—–-/“\"‘'«„…:=>|")
_RIGHT_OF_CLOSING = frozenset(".,;:!?)]}—–-/…”\"’'»|<")
_ELISION = re.compile(
    r"['’](?:\d\ds?|[nN]|[eE]m|[tT]is|[tT]was|[cC]ause|[tT]il|[bB]out|[rR]ound)\b"
)
_LATER_CLOSE = re.compile(r"[^\n‘]{0,300}?(?:[.,!?…]['’](?!\w)|(?P<open>\s['‘]\w))")
_LONGEST_SINGLE = 600
_SIGNED_POST = re.compile(r"\s*[-–—―]{1,2}\s*\w[^\n()]{1,60}\s\(@\w{1,15}\)[^\n]{0,40}\Z")
_MOST_SIGNED = 160
_MOST_BARE = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch inside marks: its span with the marks, the words inside, the index of its block.

    `is_open` marks one that lacks its closing mark and was ended with the paragraph; one that
    `continues` goes on with the words of the paragraph before it.
    """

    span: Span
    inner: Span
    block: int
    is_single: bool = False
    is_open: bool = False
    continues: bool = False


@dataclass(slots=True)
class _Opening:
    mark: str
    start: int
    end: int


def find_stretches(text: str, blocks: Sequence[Block]) -> tuple[Stretch, ...]:
    """Return the outermost stretches in quotation marks of all scored blocks, in order.

    Apostrophes, inches and minutes are no marks. A mark that is not closed is taken as closed at
    the end of its paragraph; the next paragraph starts anew. A post that is shown whole needs no
    marks: the name and the handle below it say whose words it is.
    """
    stretches: list[Stretch] = []
    bare: list[Stretch] = []  # paragraphs without marks that may go on with words in marks
    ends_open = False
    for index, block in enumerate(blocks):
        if not block.scored:
            continue
        post = _find_post(text, block.span)
        if post is not None:
            stretches.append(Stretch(post, post, index))
            bare.clear()
            ends_open = False
            continue
        found = _PairedMarks(text, block.span, index).stretches(ends_open)
        if not found and ends_open and len(bare) < _MOST_BARE:
            bare.append(Stretch(block.span, block.span, index, continues=True))
            continue
        if bare and found and found[0].span.start == found[0].inner.start:
            stretches.extend(bare)
        bare.clear()
        ends_open = bool(found) and found[-1].is_open
        stretches.extend(found)
    return tuple(stretches)


def _find_post(text: str, area: Span) -> Span | None:
    """Return the words of a paragraph that is a post: "Words. — Aya Ito (@ayaito) May 2"."""
    start = max(area.start, area.end - _MOST_SIGNED)
    signed = _SIGNED_POST.search(text, start, area.end)
    return trimmed(text, area.start, signed.start()) if signed else None


class _PairedMarks:
    """Pairs the marks of one paragraph with a stack: marks nest, unclosed single ones drop out."""

    def __init__(self, text: str, area: Span, block: int) -> None:
        self._text = text
        self._area = area
        self._block = block
        self._stack: list[_Opening] = []
        self._found: list[Stretch] = []

    def stretches(self, goes_on: bool) -> list[Stretch]:
        """Return the outermost stretches; `goes_on` says that the paragraph before is unclosed."""
        for match in _MARK.finditer(self._text, self._area.start, self._area.end):
            self._read(match.group(), match.start(), match.end(), goes_on)
        self._end_paragraph()
        if goes_on and self._found and self._found[0].inner.start <= self._area.start + 2:
            first = self._found[0]
            self._found[0] = Stretch(
                first.span, first.inner, first.block, first.is_single, first.is_open, True
            )
        return self._found

    def _read(self, mark: str, start: int, end: int, goes_on: bool) -> None:
        opens, closes = self._sides(mark, start, end)
        depth = self._depth_closed_by(mark) if closes else None
        if depth is not None and not (opens and self._prefers_opening(mark)):
            if mark in _SINGLES and self._is_apostrophe(start, end):
                return
            self._close(depth, start, end)
        elif opens:
            self._stack.append(_Opening(mark, start, end))
        elif closes and goes_on and not self._found and not self._stack:
            self._close_from_start(mark, start, end)

    def _sides(self, mark: str, start: int, end: int) -> tuple[bool, bool]:
        """Say whether a mark may open and whether it may close, by what stands beside it."""
        before = self._text[start - 1] if start > self._area.start else " "
        after = self._text[end] if end < self._area.end else " "
        if mark in {"’", "'", "`"} and before.isalnum() and after.isalnum():
            return False, False
        opens = not after.isspace() and (before.isspace() or before in _LEFT_OF_OPENING)
        closes = not before.isspace() and (after.isspace() or after in _RIGHT_OF_CLOSING)
        if not opens and not closes:
            glued = before.isalnum() and after.isalnum()
            closes = glued or not (before.isspace() and after.isspace()) or bool(self._stack)
        if mark in "“„‘‚«‹":
            opens, closes = True, closes and mark in "“‘«‹" and not opens
            return (mark not in "“‘" or not closes) or not self._stack, closes
        if mark == "’" and opens and not before.isspace():
            opens = False
        if mark in {"’", "'"} and opens and _ELISION.match(self._text, start, self._area.end):
            opens = False
        if mark == "”":
            return opens and not closes and not self._stack, True
        return opens, closes

    def _prefers_opening(self, mark: str) -> bool:
        return mark not in {"”", "''", "’", "»", "›"} and not self._stack

    def _depth_closed_by(self, mark: str) -> int | None:
        """Return the depth of the innermost opening that a mark can close."""
        for depth in range(len(self._stack) - 1, max(-1, len(self._stack) - 4), -1):
            if mark in _closers(self._stack[depth].mark):
                return depth
        return None

    def _is_apostrophe(self, start: int, end: int) -> bool:
        """Say whether a mark after a plural ("the allies' troops") leaves a later one to close."""
        if self._text[start - 1] not in "sSxz" or not self._text[end : end + 1].isspace():
            return False
        later = _LATER_CLOSE.match(self._text, end, self._area.end)
        return later is not None and later["open"] is None

    def _close(self, depth: int, start: int, end: int) -> None:
        opening = self._stack[depth]
        del self._stack[depth:]
        if all(below.mark in _SINGLES for below in self._stack) and not self._is_stray(
            opening, end
        ):
            self._add(opening, start, end, is_open=False)

    def _is_stray(self, opening: _Opening, end: int) -> bool:
        """Say whether a single mark reaches suspiciously far over words in double marks."""
        if opening.mark not in _SINGLES or end - opening.start <= _LONGEST_SINGLE:
            return False
        return bool(self._found) and self._found[-1].span.start > opening.start

    def _close_from_start(self, mark: str, start: int, end: int) -> None:
        if mark in _SINGLES:
            return
        first = self._area.start
        self._add(_Opening(mark, first, first), start, end, is_open=False)

    def _end_paragraph(self) -> None:
        """Recover at the paragraph's end: a double mark reaches to it, single ones drop out."""
        doubles = [opening for opening in self._stack if opening.mark not in _SINGLES]
        if doubles:
            self._add(doubles[0], self._area.end, self._area.end, is_open=True)
        self._stack.clear()

    def _add(self, opening: _Opening, close: int, end: int, *, is_open: bool) -> None:
        inner = trimmed(self._text, opening.end, close)
        if inner is None:
            return
        while self._found and self._found[-1].span.end > opening.start:
            self._found.pop()
        single = opening.mark in _SINGLES
        span = Span(opening.start, end)
        self._found.append(Stretch(span, inner, self._block, single, is_open))


def _closers(mark: str) -> tuple[str, ...]:
    found = _CLOSERS[mark]
    return (found,) if found == "''" else tuple(found)
