"""The page loop: nothing is cut, nothing is lost, headers come again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from typing_extensions import override

from desktop.ui.palettes import Palette
from desktop.ui.printing.flow import A4, LETTER, Flow, Space, lay_out


class Box(Flow):
    def __init__(
        self, height: float, *, keeps_next: bool = False, header: Flow | None = None
    ) -> None:
        self._height, self.keeps_next, self.header = height, keeps_next, header

    @override
    def height(self, width_px: float) -> float:
        return self._height

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw nothing."""


HEIGHTS = st.lists(st.tuples(st.floats(1, 1500), st.booleans()), max_size=40)


@given(HEIGHTS)
def test_every_piece_stands_on_one_page_in_order_and_inside_the_margins(
    heights: list[tuple[float, bool]],
) -> None:
    flows = [Box(height, keeps_next=keeps) for height, keeps in heights]
    pages = lay_out(flows, A4)
    assert [flow for page in pages for _, flow in page.placed] == flows
    for page in pages:
        for rect, _ in page.placed:
            assert rect.top() >= A4.body.top() - 0.01


@given(st.lists(st.floats(1, 300), max_size=40))
def test_pieces_that_fit_never_reach_into_the_foot(heights: list[float]) -> None:
    pages = lay_out([Box(height) for height in heights], LETTER)
    assert all(r.bottom() <= LETTER.foot.top() + 0.01 for p in pages for r, _ in p.placed)


def test_a_heading_goes_with_what_follows_it_to_the_next_page() -> None:
    room = A4.body.height()
    filler, heading, text = Box(room - 50), Box(40, keeps_next=True), Box(60)
    pages = lay_out([filler, heading, text], A4)
    assert [[flow for _, flow in page.placed] for page in pages] == [[filler], [heading, text]]


def test_a_table_that_goes_on_repeats_its_header() -> None:
    header = Box(20, keeps_next=True)
    rows = [Box(100, header=header) for _ in range(15)]
    pages = lay_out([header, *rows], A4)
    assert len(pages) == 2
    assert [page.placed[0][1] for page in pages] == [header, header]


def test_white_space_vanishes_at_the_top_of_a_page() -> None:
    room = A4.body.height()
    second = Box(30)
    pages = lay_out([Box(room - 10), Space(20), second], A4)
    assert [flow for _, flow in pages[1].placed] == [second]
    assert pages[1].placed[0][0].top() == A4.body.top()
