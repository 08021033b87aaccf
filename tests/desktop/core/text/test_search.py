"""Words looked for in a text: what is found, and what is not."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.spans import Span
from desktop.core.text.search import MOST_HITS, find_whole_words, find_words


@given(st.text(alphabet="ab .A\n", max_size=60), st.text(alphabet="ab .A", max_size=4))
def test_what_is_found_reads_as_what_was_looked_for(text: str, words: str) -> None:
    hits = find_words(text, words, [Span(0, len(text))] if text else [])
    wanted = " ".join(words.lower().split())
    assert all(" ".join(hit.of(text).lower().split()) == wanted for hit in hits)
    assert all(left.end <= right.start for left, right in pairwise(hits))


def test_words_are_found_in_capitals_over_line_breaks_and_after_emoji() -> None:
    text = "😀 North\nKorean, NORTH KOREAN"
    found = find_words(text, "north korean", [Span(0, len(text))])
    assert [hit.start for hit in found] == [2, 16]


def test_signs_of_a_pattern_are_looked_for_as_they_stand() -> None:
    assert find_words("a.b axb (c", ".", [Span(0, 10)]) == (Span(1, 2),)
    assert find_words("a.b axb (c", "(", [Span(0, 10)]) == (Span(8, 9),)


def test_words_outside_the_areas_are_not_found_and_hits_have_a_limit() -> None:
    assert find_words("aa aa", "aa", [Span(0, 2)]) == (Span(0, 2),)
    many = "a" * (2 * MOST_HITS)
    assert len(find_words(many, "a", [Span(0, len(many))])) == MOST_HITS


def test_a_straight_mark_stands_for_those_of_a_newspaper() -> None:
    text = "Ada’s words: “It isn‘t so.”"
    whole = [Span(0, len(text))]
    assert find_words(text, "ada's", whole) == (Span(0, 5),)
    assert find_words(text, '"It isn\'t so."', whole) == (Span(13, 27),)
    assert find_words(text, "Ada‘s", whole) == ()


def test_whole_words_come_before_parts_of_words() -> None:
    text = "Warned of war: the war's end, post-war.\nWAR"
    assert [hit.start for hit in find_whole_words(text, "war")] == [10, 19, 35, 40]
    assert [hit.start for hit in find_whole_words(text, "arned")] == [1]
    assert find_whole_words(text, "war:") == (Span(10, 14),)
    assert find_whole_words("ab(c", "(") == (Span(2, 3),)
    assert find_whole_words("被警告", "警") == (Span(1, 2),)


@given(st.text("ab '’.\n🎭", max_size=40), st.text("ab '.🎭", max_size=4))
def test_whole_words_are_among_all_that_is_found(text: str, words: str) -> None:
    hits = find_whole_words(text, words)
    typed = " ".join(words.split())
    for hit in hits:
        assert " ".join(hit.of(text).replace("’", "'").split()) == typed
    everything = find_words(text, words, [Span(0, len(text))]) if text else ()
    assert bool(hits) == bool(everything)
    assert all(left.end <= right.start for left, right in pairwise(hits))
