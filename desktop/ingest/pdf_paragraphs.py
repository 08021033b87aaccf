"""From printed lines to paragraphs: lines joined, hyphens undone, running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from desktop.ingest.pdf_lines import Line

_SOFT_HYPHEN = "\u00ad"
_MOST_MARKS = 3
_EDGE_LINES = 3
_SAME_SIZE = 0.12
_SLACK = 0.6
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.|pág\.|pagina|página)?\s*\d{1,4}(?:\s*(?:/|of|von|de|sur|di)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d+\s*/\s*\d+)?|\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+\d{1,2}:\d\d\b.*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[•‣▪●◦·■–—*-]|\(?\d{1,2}[.)]|[a-z]\))\s")
_WORD_END = re.compile(r"([^\W\d_]+)-$")
_WORD_START = re.compile(r"[^\W\d_]+")
_ENDS = (".", "!", "?", "”", '"', "’", ":", ";", "»", "。", "」", "…", ")")


def without_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of pages without running heads, page numbers and marks of printing."""
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_without_numbers(line) for line in _edges(lines)})
    least = max(2, -(-len(pages) * 3 // 10))
    repeated = {text for text, count in counts.items() if text and count >= least}
    return [_body(lines, repeated, len(pages) > 1) for lines in pages]


def _body(lines: Sequence[Line], repeated: set[str], is_one_of_many: bool) -> list[Line]:
    kept = list(lines)
    # What stands next to a mark that was taken away may be another one.
    for _ in range(_MOST_MARKS):
        edges = {id(line) for line in _edges(kept)} if is_one_of_many else set[int]()
        outer = {id(line) for line in _outermost(kept)}
        left = [
            line
            for line in kept
            if not (id(line) in edges and _without_numbers(line) in repeated)
            and not (id(line) in outer and _is_mark(line.text.strip()))
        ]
        if len(left) == len(kept):
            break
        kept = left
    return kept


def _is_mark(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or _PRINTED.fullmatch(text))


def _edges(lines: Sequence[Line]) -> list[Line]:
    by_height = sorted(lines, key=lambda line: -line.middle)
    if len(by_height) <= 2 * _EDGE_LINES:
        return by_height[:1] + by_height[-1:]
    return by_height[:_EDGE_LINES] + by_height[-_EDGE_LINES:]


def _outermost(lines: Sequence[Line]) -> list[Line]:
    """Return the first and last printed lines, with all that stands on their height."""
    if len(lines) < 3:
        return []
    by_height = sorted(lines, key=lambda line: -line.middle)
    top, foot = by_height[0], by_height[-1]
    return [
        line
        for line in lines
        if abs(line.middle - top.middle) < line.size or abs(line.middle - foot.middle) < line.size
    ]


def _without_numbers(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split())).casefold()


def to_paragraphs(columns: Sequence[Sequence[Line]]) -> list[str]:
    """Return the paragraphs of columns, which follow one another over pages."""
    known = Counter(
        word.casefold()
        for column in columns
        for line in column
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text)
    )
    paragraphs: list[str] = []
    for column in columns:
        for number, group in enumerate(_groups(column)):
            text = _join([line.text for line in group], known)
            if not text:
                continue
            if number == 0 and paragraphs and _goes_on(paragraphs[-1], text):
                paragraphs[-1] = _join([paragraphs[-1], text], known)
            else:
                paragraphs.append(text)
    return paragraphs


def _goes_on(before: str, after: str) -> bool:
    return not before.endswith(_ENDS) and (
        after[:1].islower() or before.endswith((_SOFT_HYPHEN, "-"))
    )


def _groups(column: Sequence[Line]) -> Iterator[list[Line]]:
    if not column:
        return
    steps = [above.middle - below.middle for above, below in pairwise(column)]
    sound = [step for step in steps if step > 0]
    usual = median(sound) if sound else 0.0
    left = median(line.left for line in column)
    group = [column[0]]
    for above, below in pairwise(column):
        if _stands_apart(above, below, usual) or _begins(above, below, left, _edge(above, column)):
            yield group
            group = []
        group.append(below)
    yield group


def _edge(line: Line, column: Sequence[Line]) -> float | None:
    """Return how far lines in the print of this one reach; None where too few of them tell."""
    alike = sorted(other.right for other in column if _is_alike(other, line))
    # The second one, as a single line may stick out.
    return alike[-2] if len(alike) > 2 else None


def _is_alike(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) <= _SAME_SIZE * max(line.size, other.size, 1.0)


def _stands_apart(above: Line, below: Line, usual: float) -> bool:
    """Say whether distance, print or a mark of a list sets a line apart from the one above."""
    step = above.middle - below.middle
    if step > 1.3 * usual + 0.5 or step < 0 or step > 2.2 * max(above.size, below.size, 1.0):
        return True
    if not _is_alike(above, below) or _BULLET.match(below.text):
        return True
    return "\t" in above.text or "\t" in below.text


def _begins(above: Line, below: Line, left: float, edge: float | None) -> bool:
    """Say whether a line begins a paragraph, as it is indented or would have fit above."""
    size = max(above.size, below.size, 1.0)
    is_done = above.text.rstrip().endswith(_ENDS)
    is_indented = below.left > left + 0.7 * size and above.left < below.left - 0.7 * size
    if edge is None:
        return is_indented and is_done
    room = edge - above.right - _SLACK * size
    word = below.text.split(" ", 1)[0]
    needed = (below.right - below.left) * (len(word) + 1) / max(len(below.text), 1)
    fits = room > needed and not above.text.endswith(("-", _SOFT_HYPHEN))
    return fits or (is_indented and is_done)


def _join(lines: Sequence[str], known: Counter[str]) -> str:
    text = ""
    for line in lines:
        plain = line.strip(" \r\n")
        if not plain:
            continue
        text = _attach(text, plain, known) if text else plain
    return text


def _attach(text: str, line: str, known: Counter[str]) -> str:
    if text.endswith(_SOFT_HYPHEN):
        return text[:-1] + line
    end, start = _WORD_END.search(text), _WORD_START.match(line)
    if text.endswith("-") and len(text) > 1 and not text[-2].isspace():
        if end is None or start is None or not line[0].islower():
            return text + line
        whole, compound = f"{end[1]}{start[0]}", f"{end[1]}-{start[0]}"
        keeps = known[compound.casefold()] > known[whole.casefold()]
        return text + line if keeps else text[:-1] + line
    if _is_unspaced(text[-1]) and _is_unspaced(line[0]):
        return text + line
    return f"{text} {line}"


def _is_unspaced(letter: str) -> bool:
    """Say whether a letter is of a script that is written without blanks."""
    return "\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uff60"
