"""Where a sentence ends, in the cases that news is full of."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.spans import Span
from desktop.core.text.blocks import find_blocks
from desktop.core.text.sentences import find_sentences, split_sentences
from tests.desktop.core.strategies import ANY_TEXT


def split(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))] if text else []


@pytest.mark.parametrize(
    "sentence",
    [
        "Prof. Holm and Gov. Berg met Rep. Ruiz near Mt. Hekla.",
        "The Hon. A. B. Okoro chaired the session.",
        "Col. Ruiz (Ret.) drove a jeep.",
        "It rained from 6 p.m. to 9 p.m. on the island.",
        "Holm v. Berg was heard on Nov. 12.",
        "The ship sails at 7.30 and costs 12.50 euros.",
        "Version 2.0 of the map is online.",
        "The price fell by 0.5 percent, i.e. by one crown.",
        "The firm, Berg & Sons Ltd., built the tower.",
        "“Is it safe?” Maja Holm asked.",
        "“It is safe!” Holm said.",
        "“Never again …” is carved above the door.",
        "He paid approx. 40 crowns for it.",
        "See p. 12 and fig. 3 of the report.",
        "They left for St. Ives on Sat. 4 June.",
        "The U.N. envoy and the E.U. observer were there.",
        "Write to info@harbor.example.org or visit harbor.example.org/tower.html now.",
        "2. The tower opens in May.",
    ],
)
def test_a_full_stop_inside_does_not_end_a_sentence(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentences",
    [
        ["It was late.", "The keeper slept."],
        ["Who did it?", "Nobody knows.", "Nobody asks!"],
        ["He sailed for the U.K.", "He never came back."],
        ["It opens at 9 a.m.", "The keeper comes at eight."],
        ["He works for Berg Ltd.", "His brother does not."],
        ["“We open in May.”", "The council agreed."],
        ["“We open in May.", "It will be warm,” she said."],
        ["‘We open in May.’", "The council agreed."],
        ["The tower (built in 1880) is old.", "It is white."],
        ["(It is white.)", "Nobody minds."],
        ["It closed in 1999.", "In 2010 it opened."],
        ["The water rose...", "Then it fell."],
        ["The water rose…", "Then it fell."],
        ["The lamp burns.[2]", "It has two lenses."],
        ["“Why?”", "“Because.”"],
        ["Really?!", "The keeper laughed."],
        ["She got an A.", "He did not."],
        ["The storm came at night.", "“It was loud,” he said."],
        ["The storm came.", "— It was loud."],
        ["A boat sank.", "3 people swam ashore."],
        ["Он ушёл.", "Она осталась."],
    ],
)
def test_sentences_in_a_row_are_told_apart(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize("gap", [" ", "  ", "\t", "\u00a0", "\u2003", "\n"])
def test_any_blank_parts_two_sentences(gap: str) -> None:
    assert split(f"It was late.{gap}The keeper slept.") == ["It was late.", "The keeper slept."]


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("   ", 0), (".", 1), ("…", 1), ("😀", 1), ("A", 1), ("?!", 1), ("a. b. c.", 1)],
)
def test_texts_of_next_to_nothing_have_no_more_than_one_sentence(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_lower_case_word_goes_on_with_the_sentence() -> None:
    assert len(split("He asked why? and left. then he came back.")) == 1


def test_a_part_of_a_text_has_only_its_own_sentences() -> None:
    text = "One is here. Two is here. Three is here."
    area = Span(text.index("Two"), text.index(" Three"))
    assert [span.of(text) for span in split_sentences(text, area)] == ["Two is here."]


def test_each_paragraph_begins_a_sentence_even_in_lower_case() -> None:
    text = "the tower is old\n\nand it is white\r\n\r\nthe end"
    found = find_sentences(text, find_blocks(text))
    assert [(each.block, each.span.of(text)) for each in found] == [
        (0, "the tower is old"),
        (1, "and it is white"),
        (2, "the end"),
    ]


def test_folded_blocks_have_sentences_too() -> None:
    text = "Tower opens\n\nBy Maja Holm\n\nIt is white. It is old.\n\nIt will open to all in May."
    blocks = find_blocks(text)
    found = find_sentences(text, blocks)
    assert [blocks[each.block].scored for each in found] == [True, False, True, True, True]


@given(ANY_TEXT)
def test_sentences_of_any_text_lie_in_order_in_their_blocks_and_lose_no_letter(text: str) -> None:
    blocks = find_blocks(text)
    found = find_sentences(text, blocks)

    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(blocks[each.block].span.covers(each.span) for each in found)
    kept = "".join("".join(each.span.of(text).split()) for each in found)
    assert kept == "".join(text.split())


@given(st.lists(st.sampled_from(["It was late.", "Who knows?", "Stop!", "We left."]), min_size=1))
def test_plain_sentences_come_back_as_they_were_put_together(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences
