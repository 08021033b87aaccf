"""What a page shows: its pieces with their text, and which of them stand around its headline."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.page_pieces import MOST_LINE, Piece, Pieces, folded
from desktop.ingest.pages import parse_page

LONG = "<p>" + "The ferry to Anville stops, the harbor office said on Friday. " * 5 + "</p>"


def pieces(body: str) -> Pieces:
    return Pieces(parse_page(f"<html><body>{body}</body></html>"))


def named(found: Pieces, name: str) -> Piece:
    (piece,) = [piece for piece in found.all if name in piece.names]
    return piece


def test_a_text_is_one_line_and_its_parts_stand_apart() -> None:
    piece = named(
        pieces("<p class='byline'>By <a>Ann\n Lee</a>, <b>Chief</b>ly<br>Friday</p>"), "byline"
    )
    assert piece.text == "By Ann Lee , Chiefly Friday"
    assert piece.parts == ("By", "Ann Lee", ", Chiefly", "Friday")


def test_what_is_hidden_is_no_piece() -> None:
    found = pieces(
        "<p class='a'>seen <span hidden class='b'>not</span> again</p><script>x</script>"
    )
    assert named(found, "a").text == "seen again"
    assert not any("b" in piece.names for piece in found.all)


def test_names_are_the_words_of_class_id_and_markup() -> None:
    found = pieces("<p class='post-authorName' id='Byline_2' itemprop='author'>x</p>")
    assert named(found, "byline").names >= {"post", "author", "name", "byline"}


def test_a_long_text_is_cut_where_it_is_no_line() -> None:
    piece = named(pieces(f"<div class='long'>{LONG * 9}</div>"), "long")
    assert len(piece.text) <= MOST_LINE + 40
    assert not piece.is_line


@pytest.mark.parametrize(
    "around",
    [
        "<footer>{}</footer>",
        "<nav>{}</nav>",
        "<div class='comments'>{}</div>",
        "<aside><div id='related'>{}</div></aside>",
    ],
)
def test_menus_feet_and_comments_stand_apart(around: str) -> None:
    assert named(pieces(around.format("<p class='it'>x</p>")), "it").apart


@pytest.mark.parametrize(
    "around",
    [
        "<article class='article content footer-open'>{}</article>",
        "<footer class='entry-footer'>{}</footer>",
        "<div class='post-footer'>{}</div>",
    ],
)
def test_the_foot_of_a_post_is_a_part_of_it(around: str) -> None:
    assert not named(pieces(around.format("<p class='it'>x</p>")), "it").apart


def test_the_headline_is_found_by_its_words_and_else_by_its_rank() -> None:
    found = pieces("<h1>Harbor Post</h1><h2>Ferry to Anville stops</h2>")
    by_words, by_rank = found.heading_of("Ferry to Anville stops!"), found.heading_of("Other")
    assert by_words is not None
    assert by_rank is not None
    assert (by_words.tag, by_rank.tag) == ("h2", "h1")
    assert pieces("<p>x</p>").heading_of("x") is None


def test_around_the_headline_ends_with_the_second_paragraph() -> None:
    found = pieces(f"<h1>Ferry stops here</h1><i class='a'>x</i>{LONG}{LONG}<i class='b'>y</i>")
    names = {name for piece in found.shown_under("Ferry stops here").near for name in piece.names}
    assert "a" in names
    assert "b" not in names


def test_a_headline_inside_of_an_area_takes_the_area_with_it() -> None:
    area = "<div class='newsletter'><h1>Ferry stops here</h1><i class='a'>x</i></div>"
    found = pieces(f"{area}<div class='comments'><i class='b'>y</i></div>")
    names = {name for piece in found.shown_under("Ferry stops here").near for name in piece.names}
    assert "a" in names
    assert "b" not in names


def test_a_piece_holds_what_stands_in_it_and_nothing_else() -> None:
    found = pieces("<div class='a'><i class='b'>x</i></div><i class='c'>y</i>")
    outer, inner, other = (named(found, name) for name in "abc")
    assert outer.holds(inner)
    assert not outer.holds(other)
    assert not inner.holds(outer)
    assert not outer.holds(outer)


def test_a_page_of_any_number_of_elements_is_read_to_an_end() -> None:
    found = pieces("<h1>Ferry stops here</h1>" + "<i class='author'>x</i>" * 60_000)
    assert 30_000 < len(found.all) <= 60_000
    assert found.all[0].text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab <>/p\n\"'=", max_size=120))
def test_any_markup_gives_lines(markup: str) -> None:
    for piece in pieces(f"<h1>x</h1>{markup}").all:
        assert piece.text == " ".join(piece.text.split()) or len(piece.text) == MOST_LINE + 40
        assert all("\n" not in part for part in piece.parts)


def test_words_are_compared_without_case_and_marks() -> None:
    assert folded("“Ferry”, it’s – STOPPED!") == folded("ferry it s stopped")
