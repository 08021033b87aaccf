"""What stands beside the text: voices, dashes of key points, numbers of sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import Analysis, Quotation, QuotationKind, Voice
from desktop.core.model.articles import Article, BlockKind
from desktop.core.model.comparisons import Place
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.gutter import NumberMark
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.selection import Selection
from desktop.ui.theme import theme
from tests.desktop.ui.paint.pixels import count
from tests.desktop.ui.panels.marked import BADGE, analysis_of, loaded, span_of


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    load_fonts()
    made = ReadingPane(Selection(), numbers=True)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def indirect(kind: BlockKind, line: str) -> Analysis:
    """Return an article of one block, all of it an indirect report."""
    analysis = analysis_of(line, [(kind, line)])
    said = Quotation(analysis.blocks[0].span, QuotationKind.INDIRECT, sentence=1)
    return replace(analysis, quotations=(said,))


def test_indirect_reports_are_told_apart_only_where_four_voices_are_asked_for(
    pane: ReadingPane,
) -> None:
    line = "Officials said that all was well."
    pane.show_article(Article("b", line), indirect(BlockKind.BODY, line), BADGE, "")
    last = len(pane.text.page.pieces) - 1
    voices: list[Voice] = []
    for apart in (False, True):
        pane.set_four_voices(apart)
        gutter = pane.text.margin.gutter(pane.text.page.lines(last))
        voices += [line.voice for line in gutter]
    assert voices == [Voice.OWN, Voice.INDIRECT]


@pytest.mark.parametrize(("line", "has_dash"), [("All is well.", True), ("• All is well.", False)])
def test_a_key_point_has_a_dash_unless_the_text_brings_one(
    pane: ReadingPane, line: str, *, has_dash: bool
) -> None:
    pane.show_article(Article("b", line), analysis_of(line, [(BlockKind.BULLET, line)]), BADGE, "")
    viewport = pane.text.viewport()
    box = pane.text.page.box(len(pane.text.page.pieces) - 1)
    left = QRectF(pane.text.sides()[0], box.top(), 8, box.height())
    image = viewport.grab().toImage()
    assert (count(image, theme().palette.border_strong, left) > 0) is has_dash


def test_sentences_that_begin_in_one_line_say_which_is_marked_and_which_is_chosen(
    qtbot: QtBot,
) -> None:
    lines = ["One.", "Two slams.", "Three."]
    text = " ".join(lines)
    analysis = analysis_of(text, [(BlockKind.BODY, line) for line in lines])
    whole = replace(analysis.blocks[0], span=span_of(text, text))
    analysis = replace(analysis, blocks=(whole,), loaded=(loaded("slams", Voice.OWN, 2, text),))
    numbered = ReadingPane(Selection(), numbers=True)
    qtbot.addWidget(numbered)
    numbered.resize(700, 400)
    numbered.show()
    numbered.show_article(Article("b", text), analysis, BADGE, "")
    numbered.show_place(Place("b", span_of("Three", text)))
    (line,) = numbered.text.page.lines(len(numbered.text.page.pieces) - 1)
    assert numbered.text.margin.numbers(line) == [
        NumberMark(1, marked=False, selected=False),
        NumberMark(2, marked=True, selected=False),
        NumberMark(3, marked=False, selected=True),
    ]
