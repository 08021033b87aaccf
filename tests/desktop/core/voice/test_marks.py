from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.articles import Block, BlockKind
from desktop.core.model.spans import Span
from desktop.core.text.blocks import find_blocks
from desktop.core.voice.marks import Stretch, find_stretches


def stretches(text: str) -> tuple[Stretch, ...]:
    return find_stretches(text, find_blocks(text))


def marked(text: str) -> list[str]:
    return [stretch.span.of(text) for stretch in stretches(text)]


@pytest.mark.parametrize(
    "quotation",
    [
        '"We will go"',
        "“We will go”",
        "«We will go»",
        "»We will go«",
        "‹We will go›",
        "„We will go“",
        "”We will go”",
        "“We will go“",
        '“We will go"',
        "''We will go''",
        "``We will go''",
        "‘We will go’",
        "'We will go'",
        "‚We will go‘",
        "“We say ‘never’ and go”",
        '"We say "never" and go"',
        "“It’s the allies’ plan”",
        "‘It’s the allies’ plan, really.’",
        "'We don't go.'",
    ],
)
def test_words_in_any_kind_of_mark_are_one_stretch(quotation: str) -> None:
    text = f"He said {quotation} and left the hall."
    assert marked(text) == [quotation]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the allies' plan, and they don't like it.",
        "The missile is 92 feet 6 inches, or 92' 6\" long.",
        "In the '90s and the ’80s he sang rock 'n' roll.",
        "Ukraine's and Russia’s leaders met.",
        "The dogs' owners' club met.",
        "No marks at all.",
        'A stray " stands here',
        "“”",
    ],
)
def test_apostrophes_inches_and_stray_marks_open_nothing(text: str) -> None:
    assert [words for words in marked(text) if len(words) < 24] == []


def test_two_stretches_in_straight_marks_are_told_apart() -> None:
    assert marked('"A," he said. "B."') == ['"A,"', '"B."']


def test_a_malformed_opening_mark_inside_is_no_stretch_of_its_own() -> None:
    assert marked('They strike "\'first" now.') == ['"\'first"']


def test_an_unclosed_mark_ends_with_its_paragraph_and_the_next_starts_anew() -> None:
    text = "He said: “We will go. And soon.\n\nNobody “knew” of it until then."
    found = stretches(text)
    assert [stretch.span.of(text) for stretch in found] == ["“We will go. And soon.", "“knew”"]
    assert [stretch.is_open for stretch in found] == [True, False]


def test_a_quotation_over_paragraphs_continues_with_each_opening_mark() -> None:
    text = "“We will go, he said. It is time for all.\n\n“We will not come back to this place.”"
    assert [stretch.continues for stretch in stretches(text)] == [False, True]


def test_a_paragraph_that_only_closes_the_mark_of_the_one_before_belongs_to_it() -> None:
    text = "He said: “We will go. It is time.\n\nWe will not come back,” and he left the hall."
    assert marked(text)[1] == "We will not come back,”"


def test_paragraphs_without_marks_belong_to_words_that_a_later_one_closes() -> None:
    text = "He wrote: “We will go.\n\nThe sea has risen.\n\nThere is no boat!” That was all."
    assert marked(text) == ["“We will go.", "The sea has risen.", "There is no boat!”"]
    assert [stretch.continues for stretch in stretches(text)] == [False, True, True]


def test_paragraphs_after_a_mark_that_is_never_closed_are_the_outlets() -> None:
    text = "He wrote: “We will go.\n\nThe sea has risen.\n\nThere is no boat. “So,” he said."
    assert marked(text) == ["“We will go.", "“So,”"]


def test_folded_blocks_have_no_stretches() -> None:
    text = "“A” and “B”"
    blocks = [Block(Span(0, len(text)), BlockKind.RELATED, scored=False)]
    assert find_stretches(text, blocks) == ()


@given(st.text(alphabet=st.sampled_from("ab A.,\n\"“”'’‘«»„`s")))
def test_stretches_stand_in_order_inside_their_blocks_around_their_words(text: str) -> None:
    blocks = find_blocks(text)
    found = find_stretches(text, blocks)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    for stretch in found:
        assert blocks[stretch.block].span.covers(stretch.span)
        assert stretch.span.covers(stretch.inner)
        assert stretch.inner.of(text).strip() == stretch.inner.of(text)


@pytest.mark.parametrize("piece", ['"', "“", "”", "'", "’", "‘", "' ", " '", "s' ", '" ', " “a”"])
def test_a_text_of_marks_takes_linear_time(piece: str) -> None:
    stretches(piece * (60_000 // len(piece)))
