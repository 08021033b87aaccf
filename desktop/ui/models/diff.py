"""What the diff shows: a row a sentence, groups of aligned rows, and the stops to go through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Diff, DiffPair, PairKind
from desktop.core.model.spans import Span
from desktop.ui.paint.marks import Mark, MarkForm

LONGEST_LINE = 2_000


@dataclass(frozen=True, slots=True)
class DiffRow:
    """A sentence of one side: its number, its words, marks within them, and its pair.

    `pair` is an index into `DiffSides.pairs`, or None for a sentence found in this text only.
    """

    number: int
    text: str
    marks: tuple[Mark, ...]
    pair: int | None


@dataclass(frozen=True, slots=True)
class Stop:
    """A difference to stop at: a pair that is not word for word, or a sentence of one side."""

    pair: int | None
    left: int | None
    right: int | None


@dataclass(frozen=True, slots=True)
class DiffSides:
    """Both sides of a diff, ready to be shown."""

    left: tuple[DiffRow, ...]
    right: tuple[DiffRow, ...]
    pairs: tuple[DiffPair, ...]
    stops: tuple[Stop, ...]
    only_left: int
    only_right: int


def diff_sides(
    left: tuple[Article, Analysis], right: tuple[Article, Analysis], diff: Diff
) -> DiffSides:
    """Return the rows and stops of a diff; sentences of folded blocks are left out."""
    lefts = _rows(left, [(p.left, p.changed_left, p.shared_left, p.note) for p in diff.pairs])
    rights = _rows(right, [(p.right, p.changed_right, p.shared_right, p.note) for p in diff.pairs])
    return DiffSides(
        left=lefts,
        right=rights,
        pairs=diff.pairs,
        stops=tuple(_stops(lefts, rights, diff.pairs)),
        only_left=sum(row.pair is None for row in lefts),
        only_right=sum(row.pair is None for row in rights),
    )


def is_reworded(sides: DiffSides, pair: int) -> bool:
    """Say whether the two sides of a pair are not the same word for word."""
    return _differs(sides.left, sides.right, pair)


def _differs(lefts: Sequence[DiffRow], rights: Sequence[DiffRow], pair: int) -> bool:
    left, right = (
        " ".join(row.text for row in rows if row.pair == pair) for rows in (lefts, rights)
    )
    return left.split() != right.split()


_Side = tuple[tuple[int, ...], tuple[Span, ...], tuple[Span, ...], str]


def _rows(side: tuple[Article, Analysis], pairs: Sequence[_Side]) -> tuple[DiffRow, ...]:
    article, analysis = side
    home = {number: nth for nth, pair in enumerate(pairs) for number in pair[0]}
    rows: list[DiffRow] = []
    for sentence in analysis.sentences:
        if not sentence.scored and sentence.number not in home:
            continue
        pair = home.get(sentence.number)
        marks = () if pair is None else tuple(_marks(sentence.span, pairs[pair]))
        rows.append(DiffRow(sentence.number, one_line(sentence.span.of(article.text)), marks, pair))
    return tuple(rows)


def one_line(text: str) -> str:
    """Return a text of the same length without line breaks, cut where a widget would choke."""
    flat = "".join(" " if sign in "\n\r\t\u2028\u2029" else sign for sign in text)
    return flat if len(flat) <= LONGEST_LINE else flat[: LONGEST_LINE - 1] + "…"


def _marks(sentence: Span, pair: _Side) -> Iterable[Mark]:
    for spans, form in ((pair[1], MarkForm.CHANGED), (pair[2], MarkForm.SHARED)):
        for span in spans:
            start, end = max(span.start, sentence.start), min(span.end, sentence.end)
            end = min(end, sentence.start + LONGEST_LINE)
            if start < end:
                yield Mark(Span(start - sentence.start, end - sentence.start), form)


def _stops(
    lefts: Sequence[DiffRow], rights: Sequence[DiffRow], pairs: Sequence[DiffPair]
) -> Iterable[Stop]:
    """Yield the stops in the order of the left text; what only the right has follows its place."""
    waiting = list(rights)
    seen: set[int] = set()
    for row in lefts:
        if row.pair is None:
            yield Stop(None, row.number, None)
        elif row.pair not in seen:
            seen.add(row.pair)
            first = pairs[row.pair].right[0]
            while waiting and waiting[0].number <= pairs[row.pair].right[-1]:
                other = waiting.pop(0)
                if other.pair is None:
                    yield Stop(None, None, other.number)
            if _differs(lefts, rights, row.pair):
                yield Stop(row.pair, row.number, first)
    for other in waiting:
        if other.pair is None:
            yield Stop(None, None, other.number)


def is_quotation(pair: DiffPair) -> bool:
    """Say whether a pair is two versions of what a speaker said."""
    return pair.kind is PairKind.QUOTATION
