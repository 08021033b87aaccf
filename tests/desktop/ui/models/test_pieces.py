from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.articles import Article, Block, BlockKind, Metadata, Origin, Stated
from desktop.core.model.spans import Span
from desktop.ui.models.pieces import MOST_CHARACTERS, SLOTS, PieceMap, Role, lay_pieces

TEXTS = st.text(alphabet=st.sampled_from("ab \n.😀é“"), max_size=80)


def _blocks(text: str) -> tuple[Block, ...]:
    found, at = list[Block](), 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Block(Span(at, at + len(line)), BlockKind.BODY, scored=True))
        at += len(line) + 1
    return tuple(found)


def _shown(mapped: PieceMap, span: Span) -> str:
    parts = list[str]()
    for part in mapped.find(span):
        units = mapped.pieces[part.piece].text.encode("utf-16-le")
        parts.append(units[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le"))
    return "".join(parts)


@given(TEXTS, st.integers(0, 80), st.integers(1, 20))
def test_the_words_shown_for_a_span_are_those_of_the_article(
    text: str, start: int, length: int
) -> None:
    mapped = PieceMap(lay_pieces(Article("a", text), _blocks(text), ()))
    end = min(len(text), start + length)
    if start >= end:
        return
    wanted = text[start:end]
    assert _shown(mapped, Span(start, end)).replace(" ", "") == "".join(wanted.split())


@given(TEXTS)
def test_each_position_in_a_piece_leads_back_to_its_code_point(text: str) -> None:
    mapped = PieceMap(lay_pieces(Article("a", text), _blocks(text), ()))
    for nth, piece in enumerate(mapped.pieces):
        if piece.span is not None:
            units = 0
            for offset, sign in enumerate(piece.text):
                assert mapped.position(nth, units) == piece.span.start + offset
                units += len(sign.encode("utf-16-le")) // 2


@given(st.integers(1, 9000), st.booleans())
def test_no_piece_is_too_long_for_a_text_widget(length: int, has_blanks: bool) -> None:
    text = ("word 😀 " if has_blanks else "😀x") * (length // 3 + 1)
    blocks = (Block(Span(0, len(text)), BlockKind.BODY, scored=True),)
    pieces = [p for p in lay_pieces(Article("a", text), blocks, ()) if p.span is not None]
    assert all(len(piece.text) <= MOST_CHARACTERS for piece in pieces)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.opens for piece in pieces] == [True] + [False] * (len(pieces) - 1)


def test_a_folded_block_is_a_row_until_it_is_unfolded() -> None:
    blocks = (
        Block(Span(0, 4), BlockKind.BODY, scored=True),
        Block(Span(5, 9), BlockKind.RELATED, scored=False),
    )
    article = Article("a", "Body\nRead")
    folded = PieceMap(lay_pieces(article, blocks, ()))
    assert [piece.role for piece in folded.pieces][-1] is Role.ROW
    assert folded.hidden_block(Span(6, 8)) == blocks[1]
    unfolded = PieceMap(lay_pieces(article, blocks, {Span(5, 9)}))
    assert [piece.role for piece in unfolded.pieces][-2:] == [Role.ROW, Role.APART]
    assert unfolded.hidden_block(Span(6, 8)) is None


def test_a_kept_block_is_shown_with_a_row_to_set_it_apart_again() -> None:
    blocks = (Block(Span(0, 4), BlockKind.RELATED, scored=True),)
    roles = [piece.role for piece in lay_pieces(Article("a", "Read"), blocks, ())]
    assert roles[-2:] == [Role.ROW, Role.BODY]


def test_headline_and_standfirst_stand_above_the_details_whatever_comes_before_them() -> None:
    text = "GIFT\nHead\nBy A\nDeck\nBody"
    kinds = (
        BlockKind.RESIDUE,
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        BlockKind.STANDFIRST,
        BlockKind.BODY,
    )
    scored = {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY}
    blocks = tuple(
        Block(Span(5 * n, 5 * n + 4), kind, kind in scored) for n, kind in enumerate(kinds)
    )
    pieces = lay_pieces(Article("a", text), blocks, ())
    roles = [piece.role for piece in pieces]
    head = [Role.TOP, Role.HEADLINE, Role.STANDFIRST, Role.DETAILS]
    assert roles == [*head, Role.ROW, Role.ROW, Role.BODY]
    mapped = PieceMap(pieces)
    assert [_shown(mapped, block.span) for block in blocks] == ["", "Head", "", "Deck", "Body"]


def test_a_title_that_the_text_does_not_hold_is_shown_above_it() -> None:
    article = Article("a", "Body", Metadata(title=Stated("Told\nelsewhere", Origin.SIDECAR)))
    pieces = lay_pieces(article, (), ())
    assert [piece.role for piece in pieces] == [Role.TOP, Role.TITLE, Role.DETAILS, Role.BODY]
    assert pieces[1].text == "Told\u2028elsewhere"
    assert pieces[1].span is None


def test_a_slot_has_no_position_in_the_article() -> None:
    mapped = PieceMap(lay_pieces(Article("a", "Body"), (), ()))
    slots = [nth for nth, piece in enumerate(mapped.pieces) if piece.role in SLOTS]
    assert [mapped.position(nth, 0) for nth in slots] == [None, None]
    assert mapped.position(99, 0) is None
