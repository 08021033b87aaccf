"""Blanks of any kind and marks that take no room: what a line or a number is stays the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.articles import BlockKind
from desktop.core.text.blocks import find_blocks
from desktop.core.text.figures import find_figures
from desktop.core.text.lines import find_lines, plain_text
from desktop.core.text.metadata import find_metadata
from tests.desktop.core.made_up import sentences_of
from tests.desktop.core.strategies import ANY_TEXT

BLANKS = st.sampled_from([" ", "  ", "\u00a0", "\u00a0 ", "\u2009", "\u202f", "\t"])
PAGE = (
    "Harbor closed for the winter\n\nBy Aya Ito\n\nThe harbor was closed on Monday, and nobody "
    "knows when it opens.\n\nThe mayor spoke to the council about it on the same day.\n\n{}\n\n"
    "The council will meet again in a week to hear what is to be done."
)


def kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in find_blocks(text)]


@given(BLANKS)
def test_a_byline_stays_one_with_any_blank_in_its_name(blank: str) -> None:
    text = PAGE.format("It was late.").replace("Aya Ito", f"Aya{blank}Ito")
    assert kinds(text)[1] is BlockKind.BYLINE
    assert find_metadata(text, find_blocks(text)).authors.value == ("Aya Ito",)


@given(BLANKS)
@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read the full story here", BlockKind.RELATED),
        ("See also: Ships in the ice", BlockKind.RELATED),
        ("Ships in the old harbor. File photo / AP Photo", BlockKind.CAPTION),
        ("The Associated Press", BlockKind.AGENCY_CREDIT),
        ("Sign up for more", BlockKind.RESIDUE),
        ("Published on 4 May 2023", BlockKind.DATELINE),
    ],
)
def test_what_a_line_is_does_not_depend_on_its_blanks(
    line: str, kind: BlockKind, blank: str
) -> None:
    assert kinds(PAGE.format(line.replace(" ", blank)))[4] is kind


@pytest.mark.parametrize("mark", ["\u200b", "\u200f", "\u202a", "\ufeff", "\u2060", "\u00ad"])
@pytest.mark.parametrize("line", ["- Ships sank in the harbor", "By Nils Berg", "Read also: Ships"])
def test_a_mark_that_takes_no_room_changes_neither_its_line_nor_others(
    mark: str, line: str
) -> None:
    assert kinds(PAGE.format(mark + line)) == kinds(PAGE.format(line))
    assert kinds(PAGE.format(line + mark)) == kinds(PAGE.format(line))


def test_the_author_of_a_note_and_an_agency_are_given_with_plain_blanks() -> None:
    text = PAGE.format("KYIV (Agence\u00a0France-Presse) — The ships sank in the harbor at noon.")
    text = text.replace("By Aya Ito\n\n", "") + "\n\nAya  Ito is a reporter at The\u00a0Daily Post."
    found = find_metadata(text, find_blocks(text))
    assert found.authors.value == ("Aya Ito",)
    assert found.outlet.value == "The Daily Post"


@given(BLANKS)
@pytest.mark.parametrize(
    ("words", "modifier", "value", "unit"),
    [
        ("more than 40 boats", "more than", 40, ""),
        ("at least 3.5 million people", "at least", 3_500_000, "persons"),
        ("no fewer than 12 percent", "no fewer than", 12, "%"),
        ("as many as 40 percentage points", "as many as", 40, "percentage points"),
    ],
)
def test_a_figure_stays_whole_with_any_blank_in_it(
    words: str, modifier: str, value: float, unit: str, blank: str
) -> None:
    text = f"They counted {words.replace(' ', blank)} then."
    (figure,) = find_figures(text, sentences_of(text))
    assert (figure.modifier, figure.value, figure.unit) == (modifier, value, unit)
    assert plain_text(figure.span.of(text)).startswith(modifier)


def test_a_figure_goes_on_over_the_end_of_a_wrapped_line() -> None:
    text = "They counted more\nthan 40\nboats then and\nafter a while\nall of them sank."
    (figure,) = find_figures(text, sentences_of(text))
    assert (figure.modifier, figure.value, figure.counts) == ("more than", 40, "boats")


def test_lines_of_a_wrapped_paragraph_are_read_as_one() -> None:
    wrapped = "one two three four\nfive six seven\neight nine ten\neleven twelve."
    (line,) = find_lines(wrapped)
    assert (line.start, line.end) == (0, len(wrapped))
    assert line.text == wrapped.replace("\n", " ")


@given(ANY_TEXT)
def test_plain_text_has_single_blanks_and_is_its_own_plain_text(text: str) -> None:
    plain = plain_text(text)
    assert plain_text(plain) == plain
    assert plain == text or "  " not in plain
