"""Blocks: what each line or paragraph of an article is, and which of them are scored."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.core.model.articles import SCORED_KINDS, Block, BlockKind
from desktop.core.model.spans import Span
from desktop.core.text.lines import (
    Line,
    find_lines,
    is_appeal,
    is_bio,
    kind_of_line,
    looks_like_name,
    opens_with_dateline,
)

_SAME = re.compile(r"[\W_]+")
_FIRST_WORD = re.compile(r"[^\W_]+")
_SENTENCE_INSIDE = re.compile(r"[.!?][\"'”’»)]*\s+[\"'“‘«(]?[A-Z]")
_LONGEST_HEADLINE = 250
_LONGEST_SUBHEADING = 120
_TAIL = 6


def find_blocks(text: str, title: str = "") -> tuple[Block, ...]:
    """Return the blocks of a text in order: one for each line that holds more than blanks.

    A text without structure is body: what has no prose beside it is no headline, and nothing is
    folded where everything would be.

    Args:
        text: The article's text, in any state.
        title: The title where it is known from outside the text; it helps to know a headline.
    """
    lines = find_lines(text)
    if not lines:
        return ()
    kinds = _Classifier(lines, title).kinds()
    if not any(kind in SCORED_KINDS for kind in kinds):
        kinds = [BlockKind.BODY] * len(lines)
    return tuple(
        Block(Span(line.start, line.end), kind, kind in SCORED_KINDS)
        for line, kind in zip(lines, kinds, strict=True)
    )


class _Classifier:
    """Reads the lines in the order in which a page is built: head, body, tail."""

    def __init__(self, lines: Sequence[Line], title: str) -> None:
        self._lines = lines
        self._title = _bare(title)
        self._kinds: list[BlockKind | None] = [kind_of_line(line) for line in lines]

    def kinds(self) -> list[BlockKind]:
        """Return the kind of every line."""
        if len(self._lines) > 1:
            head = self._read_headline()
            body = self._first_prose(head)
            self._read_head(head, body)
            self._read_repeats(head)
            self._read_tail(body)
            self._read_body(body)
        return [kind or BlockKind.BODY for kind in self._kinds]

    def _open(self, start: int = 0) -> list[int]:
        return [i for i in range(start, len(self._lines)) if self._kinds[i] is None]

    def _read_headline(self) -> int:
        """Mark the headline, and a kicker above it; return the index after it, or 0."""
        candidates = self._open()[:2]
        if len(self._open()) < 2:
            return 0
        for place, index in enumerate(candidates):
            if not self._is_headline(index):
                break
            line = self._lines[index]
            follows = candidates[1] if place == 0 else None
            if place == 0 and follows is not None and self._is_kicker(line, self._lines[follows]):
                self._kinds[index] = BlockKind.RESIDUE
                continue
            self._kinds[index] = BlockKind.HEADLINE
            return index + 1
        return 0

    def _is_kicker(self, line: Line, follows: Line) -> bool:
        return (
            line.words <= 3
            and _bare(line.text) != self._title
            and follows.ends_open
            and line.words < follows.words <= 20
        )

    def _is_headline(self, index: int) -> bool:
        line = self._lines[index]
        if self._title and _bare(line.text) == self._title:
            return True
        if len(line.text) > _LONGEST_HEADLINE or opens_with_dateline(line.text):
            return False
        if line.ends_open:
            return True
        asks = line.text.rstrip("\"'”’»")[-1:] in {"?", "!"}
        return asks and len(line.text) <= 120 and _SENTENCE_INSIDE.search(line.text) is None

    def _first_prose(self, start: int) -> int:
        for index in self._open(start):
            if not self._lines[index].ends_open and not self._is_above_publication_line(index):
                return index
        return len(self._lines)

    def _is_above_publication_line(self, index: int) -> bool:
        """Say whether a paragraph is a standfirst: byline or date follow, the headline precedes."""
        line = self._lines[index]
        if index == 0 or self._kinds[index - 1] is not BlockKind.HEADLINE or len(line.text) > 400:
            return False
        head = {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.AGENCY_CREDIT}
        follows = self._kinds[index + 1 : index + 2]
        return bool(follows) and follows[0] in head and len(self._open(index + 1)) > 0

    def _read_head(self, start: int, body: int) -> None:
        for index in range(start, body):
            if self._kinds[index] is not None:
                continue
            if body == len(self._lines) and start == 0:
                return
            self._kinds[index] = self._kind_in_head(index, start)

    def _kind_in_head(self, index: int, start: int) -> BlockKind | None:
        line = self._lines[index]
        if start and self._is_repeat(line, start - 1):
            return BlockKind.REPEATED_HEADLINE
        if looks_like_name(line.text) and index > start:
            return BlockKind.CAPTION
        if start and line.words >= 6:
            earlier = self._kinds[start:index]
            return BlockKind.STANDFIRST if earlier.count(BlockKind.STANDFIRST) < 2 else None
        if start and line.words <= 4:
            return BlockKind.SUBHEADING
        return None

    def _is_repeat(self, line: Line, headline: int) -> bool:
        text = self._lines[headline].text
        return _first_word(line.text) == _first_word(text) and _bare(line.text) == _bare(text)

    def _read_repeats(self, head: int) -> None:
        if not head:
            return
        for index in self._open(head):
            if self._is_repeat(self._lines[index], head - 1):
                self._kinds[index] = BlockKind.REPEATED_HEADLINE

    def _read_tail(self, body: int) -> None:
        """Fold the biography and the appeals that stand below the last paragraph."""
        at_end = True
        for index in range(len(self._lines) - 1, body, -1):
            if self._kinds[index] is not None:
                continue
            text = self._lines[index].text
            if is_appeal(text) and (at_end or len(text) < 1200):
                self._kinds[index] = BlockKind.APPEAL
            elif at_end and len(self._lines) - index <= _TAIL and is_bio(text):
                self._kinds[index] = BlockKind.BIO
            else:
                at_end = False

    def _read_body(self, body: int) -> None:
        """Tell subheadings and headlines of other articles from paragraphs without an end mark."""
        punctuated = self._is_punctuated(body)
        links: set[int] = set()
        for index in self._open(body):
            line = self._lines[index]
            after_label = self._kinds[index - 1] is BlockKind.RELATED and index > 0
            short = line.ends_open and len(line.text) <= _LONGEST_SUBHEADING
            if not short or not (punctuated or after_label):
                continue
            if after_label and (index - 1 in links or self._is_label(index - 1)):
                self._kinds[index] = BlockKind.RELATED
                links.add(index)
            elif punctuated and self._stands_alone(index):
                self._kinds[index] = BlockKind.RELATED if line.words >= 8 else BlockKind.SUBHEADING

    def _is_punctuated(self, body: int) -> bool:
        long = [self._lines[i] for i in self._open(body) if len(self._lines[i].text) > 60]
        return len(long) >= 2 and 10 * sum(not line.ends_open for line in long) >= 7 * len(long)

    def _is_label(self, index: int) -> bool:
        return self._lines[index].text.rstrip(" :|»>›→").count(" ") <= 3

    def _stands_alone(self, index: int) -> bool:
        """Say whether a short line is set off between paragraphs: it is no list and no verse."""
        text = self._lines[index].text
        if text[0] in "\"'“‘«(" or not (text[0].isupper() or text[0].isdigit()):
            return False
        if index and self._lines[index - 1].text.endswith(":"):
            return False
        near = range(max(0, index - 2), min(len(self._lines), index + 3))
        run = [i for i in near if self._is_short(i)]
        if len(run) == 1:
            return True
        pair = len(run) == 2 and abs(run[0] - run[1]) == 1
        return pair and all(self._lines[i].apart for i in run)

    def _is_short(self, index: int) -> bool:
        line = self._lines[index]
        short = line.ends_open and len(line.text) <= _LONGEST_SUBHEADING
        return short and self._kinds[index] in {None, BlockKind.SUBHEADING, BlockKind.RELATED}


def _first_word(text: str) -> str:
    word = _FIRST_WORD.search(text)
    return word.group().lower() if word else ""


def _bare(text: str) -> str:
    return _SAME.sub(" ", text).strip().lower()
