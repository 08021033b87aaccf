from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.spans import Span
from desktop.core.text.blocks import find_blocks
from desktop.core.text.sentences import find_sentences, split_sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))] if text else []


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Smith met Sen. Jones and Dr. J. R. Brown of St. Louis.",
        "The U.S. Senate and the U.K. Treasury met at 9 a.m. Friday.",
        "Output rose 3.5 percent to $4.2 billion on Sept. 12.",
        "“But instead … Germany is watching,” he said.",
        "“Why now?” asked the mayor.",
        "“Stop!” Smith said.",
        "Acme Inc. Chief Executive Ann Lee left on Jan. 3, 2024.",
        "See www.example.com/a.html or write to a.b@example.org today.",
        "He lived in Washington, D.C. from 1990 on.",
        "1. Open the door.",
        "Jones v. Smith is No. 5 on the list, e.g. for appeals.",
        "Yahoo! shares fell",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He left the U.S.", "The trip took a day."),
        ("It began at 9 p.m.", "But nobody came."),
        ("“We will win.”", "She sat down."),
        ("“We will win.", "It is time,” she said."),
        ("Will they stop?", "Nobody knows."),
        ("They went home...", "The end."),
        ("(Nobody was hurt.)", "Police left."),
        ("Prices rose [4].", "Wages did not."),
        ("She chose plan B.", "The rest followed."),
        ("It cost $5.", "“Too much,” he said."),
        ("He sold to Acme Inc.", "It was a good deal."),
        ("That was in 2019.", "2020 was worse."),
        ("Il est parti.", "Élodie est restée."),
    ],
)
def test_two_sentences_are_told_apart(first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


def test_a_closing_mark_belongs_to_the_sentence_it_closes() -> None:
    assert split("“A plan.” “A dream.”") == ["“A plan.”", "“A dream.”"]


def test_a_sentence_without_blank_after_its_stop_is_a_slip_and_ends_all_the_same() -> None:
    assert split("It was over.The crowd left.") == ["It was over.", "The crowd left."]


def test_a_capital_after_quoted_words_with_a_comma_is_no_new_sentence() -> None:
    text = "“All their camps,” The leader wrote."
    assert split(text) == [text]


def test_full_stops_of_other_scripts_end_a_sentence() -> None:
    assert split("他来了。他走了。") == ["他来了。", "他走了。"]


def test_a_web_address_after_a_stop_stands_alone() -> None:
    assert split("Read it here. http://example.org/a") == [
        "Read it here.",
        "http://example.org/a",
    ]


def test_sentences_never_reach_over_the_end_of_a_block() -> None:
    text = "A headline without stop\nThe first sentence goes here. A second one follows it."
    blocks = find_blocks(text)
    found = find_sentences(text, blocks)
    assert [sentence.block for sentence in found] == [0, 1, 1]
    assert found[0].span.of(text) == "A headline without stop"


@given(st.text(alphabet=st.sampled_from("ab AB.!?…“”\"'()\n1 ")))
def test_sentences_stand_in_order_inside_their_blocks_without_blank_ends(text: str) -> None:
    blocks = find_blocks(text)
    end = 0
    for sentence in find_sentences(text, blocks):
        words = sentence.span.of(text)
        assert words == words.strip()
        assert blocks[sentence.block].span.covers(sentence.span)
        assert sentence.span.start >= end
        end = sentence.span.end


@given(st.text(alphabet=st.sampled_from("ab AB.!?…“”\"'()1 ")))
def test_sentences_leave_out_blanks_only(text: str) -> None:
    kept = "".join(split(text))
    assert "".join(kept.split()) == "".join(text.split())


def test_a_long_run_of_marks_is_split_in_linear_time() -> None:
    for piece in (". ", "!”", "... ", ". (", "A. ", '."'):
        assert split(piece * 20_000)
