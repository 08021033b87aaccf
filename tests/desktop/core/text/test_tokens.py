from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.spans import Span
from desktop.core.text.blocks import find_blocks
from desktop.core.text.sentences import find_sentences
from desktop.core.text.tokens import count_words, find_tokens, split_tokens, word_set


def test_a_word_is_one_string_with_its_lower_case_and_with_itself_later_on() -> None:
    first, second, third, *_ = find_tokens("harbor Harbor harbor.")
    assert first.text is first.lower is third.text is second.lower
    assert (second.text, second.lower) == ("Harbor", "harbor")


def words_of(text: str) -> list[str]:
    return [token.text for token in find_tokens(text)]


def test_a_contraction_a_compound_and_an_abbreviation_are_one_token_each() -> None:
    assert words_of("They don’t want so-called U.S. aid.") == [
        "They",
        "don’t",
        "want",
        "so-called",
        "U.S.",
        "aid",
        ".",
    ]


def test_a_number_keeps_its_separators_and_its_suffix() -> None:
    assert words_of("8,000 of 9.5m, the 10th") == ["8,000", "of", "9.5m", ",", "the", "10th"]


def test_lower_case_folds_the_curly_apostrophe() -> None:
    assert find_tokens("Can’t")[0].lower == "can't"


def test_tokens_of_a_part_stand_where_they_stand_in_the_whole() -> None:
    text = "one two three"
    assert [token.span.of(text) for token in find_tokens(text, 4, 7)] == ["two"]


def test_a_mark_is_no_word_but_a_letter_is() -> None:
    assert [token.is_word for token in find_tokens("a – b")] == [True, False, True]


@given(st.text())
def test_tokens_equal_their_slices_stand_in_order_and_hold_no_blank(text: str) -> None:
    tokens = find_tokens(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))
    assert not any(char.isspace() for token in tokens for char in token.text)


def test_a_word_for_counting_is_separated_by_blanks_and_holds_a_letter_or_digit() -> None:
    text = "“No,” he said – twice – in 2,024 so-called …"
    assert count_words(text, [Span(0, len(text))]) == 7


def test_words_outside_the_areas_do_not_count() -> None:
    text = "one two three four"
    assert count_words(text, [Span(0, 3), Span(8, 13)]) == 2


def test_no_area_holds_no_word() -> None:
    assert count_words("one", []) == 0


@given(st.text(min_size=1))
def test_words_of_two_halves_cut_at_a_blank_add_up(text: str) -> None:
    whole = text + " " + text
    both = [Span(0, len(text)), Span(len(text) + 1, len(whole))]
    assert count_words(whole, both) == count_words(whole, [Span(0, len(whole))])


def test_a_word_set_holds_each_word_once() -> None:
    assert word_set("a b  a\nc") == {"a", "b", "c"}


@given(st.text(alphabet=st.sampled_from("abC.'’-1 \n!?“”)…。")))
def test_tokens_split_by_sentence_are_those_of_each_sentence_alone(text: str) -> None:
    spans = [sentence.span for sentence in find_sentences(text, find_blocks(text))]
    alone = [find_tokens(text, span.start, span.end) for span in spans]
    assert split_tokens(text, spans) == alone
