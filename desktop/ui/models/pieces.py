"""The pieces that an article is shown in, and the way from its spans to them and back.

Each piece becomes one block of the text widget. A piece of text is shown sign by sign, so that a
span of the article is found in it by counting; a slot is empty and gives room to a control.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desktop.core.model.articles import SCORED_KINDS, Article, Block, BlockKind
from desktop.core.model.spans import Span, trimmed
from desktop.ui.offsets import Offsets

MOST_CHARACTERS = 2000
_LOOK_BACK = 200
# What would end a block of the text widget: a line break inside stays one, the rest is blank.
_SHOWN = str.maketrans(
    {"\n": "\u2028", "\r": " ", "\u2029": " ", "\0": " ", "\ufdd0": " ", "\ufdd1": " "}
)


class Role(Enum):
    """What a piece is in the text widget."""

    TOP = auto()
    TITLE = auto()
    HEADLINE = auto()
    STANDFIRST = auto()
    DETAILS = auto()
    BODY = auto()
    BULLET = auto()
    APART = auto()
    ROW = auto()


SLOTS = frozenset({Role.TOP, Role.DETAILS, Role.ROW})
_ROLES = {
    BlockKind.HEADLINE: Role.HEADLINE,
    BlockKind.STANDFIRST: Role.STANDFIRST,
    BlockKind.BULLET: Role.BULLET,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of the text widget; `span` is its text in the article, None where it has none.

    `block` is the block of the article it belongs to; `opens` says that it is the first piece of
    its block; `text` is what stands in the widget.
    """

    role: Role
    span: Span | None = None
    block: Block | None = None
    opens: bool = True
    text: str = ""


def lay_pieces(
    article: Article, blocks: Sequence[Block], unfolded: Collection[Span]
) -> tuple[Piece, ...]:
    """Return the pieces of an article: head, details, then its blocks, folded ones as rows.

    `unfolded` are spans of folded blocks whose text is shown below their row.
    """
    whole = _with_gaps(article.text, blocks)
    head = _head(whole)
    pieces = [Piece(Role.TOP)]
    if not head:
        title = article.title.translate(_SHOWN)[:MOST_CHARACTERS]
        pieces += [Piece(Role.TITLE, text=title)] if title else []
    for block in head:
        pieces += _cut(article.text, block, _ROLES[block.kind])
    pieces.append(Piece(Role.DETAILS))
    for block in whole:
        if block not in head:
            pieces += _pieces_of(article.text, block, unfolded)
    return tuple(pieces)


def _pieces_of(text: str, block: Block, unfolded: Collection[Span]) -> list[Piece]:
    if not block.scored:
        row = [Piece(Role.ROW, block=block)]
        shown = block.span in unfolded
        return row + list(_cut(text, block, Role.APART)) if shown else row
    kept = [] if block.kind in SCORED_KINDS else [Piece(Role.ROW, block=block)]
    return kept + list(_cut(text, block, _ROLES.get(block.kind, Role.BODY)))


def _head(blocks: Sequence[Block]) -> list[Block]:
    """Return headline and standfirst: the first scored blocks, whatever is folded before them."""
    scored = [block for block in blocks if block.scored]
    head = scored[:1] if scored and scored[0].kind is BlockKind.HEADLINE else []
    for block in scored[1:] if head else ():
        if block.kind is not BlockKind.STANDFIRST:
            break
        head.append(block)
    return head


def _with_gaps(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks in text order; text that none of them covers becomes paragraphs."""
    found: list[Block] = []
    end = 0
    for block in sorted(blocks, key=lambda one: one.span):
        if gap := trimmed(text, end, max(end, block.span.start)):
            found.append(Block(gap, BlockKind.BODY, scored=True))
        found.append(block)
        end = max(end, block.span.end)
    if gap := trimmed(text, end, len(text)):
        found.append(Block(gap, BlockKind.BODY, scored=True))
    return found


def _cut(text: str, block: Block, role: Role) -> Iterator[Piece]:
    """Cut a block so that no piece is longer than a text widget can lay out in one go."""
    start, last = block.span.start, block.span.end
    while start < last:
        end = min(last, start + MOST_CHARACTERS)
        if end < last:
            blank = text.rfind(" ", end - _LOOK_BACK, end)
            end = blank + 1 if blank > 0 else end
        span = Span(start, end)
        yield Piece(role, span, block, start == block.span.start, span.of(text).translate(_SHOWN))
        start = end


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of one piece: the piece's number, start and length in UTF-16 units."""

    piece: int
    start: int
    length: int


class PieceMap:
    """Finds spans of the article in its pieces, and positions in a piece in the article."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = tuple(pieces)
        # The head is shown first wherever it stands in the text, so pieces need not be in order.
        shown = [(piece.span.start, n) for n, piece in enumerate(pieces) if piece.span is not None]
        self._starts = [start for start, _ in sorted(shown)]
        self._shown = [number for _, number in sorted(shown)]
        self._offsets: dict[int, Offsets] = {}

    def find(self, span: Span) -> list[Stretch]:
        """Return where a span is shown, one stretch a piece; empty where it is folded away."""
        found: list[Stretch] = []
        nth = max(0, bisect_right(self._starts, span.start) - 1)
        while nth < len(self._starts) and self._starts[nth] < span.end:
            part = self.part(self._shown[nth], span)
            found += [part] if part is not None else []
            nth += 1
        return found

    def part(self, piece: int, span: Span) -> Stretch | None:
        """Return the part of a span that one piece shows, or None."""
        area = self.pieces[piece].span
        if area is None or not span.overlap(area):
            return None
        start, end = max(span.start, area.start), min(span.end, area.end)
        inside = Span(start - area.start, end - area.start)
        return Stretch(piece, *self._counted(piece).span_to_qt(inside))

    def position(self, piece: int, unit: int) -> int | None:
        """Return the article's code point at a UTF-16 unit of a piece; None in a slot."""
        if not 0 <= piece < len(self.pieces):
            return None
        area = self.pieces[piece].span
        if area is None:
            return None
        return min(area.end, area.start + self._counted(piece).from_qt(unit))

    def hidden_block(self, span: Span) -> Block | None:
        """Return the folded block that hides a span, or None where it is shown."""
        for piece in self.pieces:
            if piece.role is Role.ROW and piece.block and piece.block.span.overlap(span):
                return None if self.find(span) else piece.block
        return None

    def _counted(self, piece: int) -> Offsets:
        if piece not in self._offsets:
            self._offsets[piece] = Offsets(self.pieces[piece].text)
        return self._offsets[piece]
