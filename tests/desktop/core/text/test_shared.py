"""Shared runs are found at any place, in any number of texts, and reprints are one text."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.text.shared import BREAK, RUN, find_reprints, find_runs, shared_words


def numbered(first: int, count: int) -> list[str]:
    return [f"w{number}" for number in range(first, first + count)]


STORY = numbered(0, 200)

small_texts = st.lists(
    st.lists(st.sampled_from(["a", "b", BREAK]), max_size=60).map(
        lambda tail: [*numbered(0, 5), *tail, *numbered(900, 14)]
    ),
    max_size=5,
)


@settings(max_examples=80, deadline=None)
@given(small_texts)
def test_a_run_has_the_same_words_in_all_its_texts(texts: list[list[str]]) -> None:
    for run in find_runs(texts):
        words = {tuple(texts[text][at : at + run.length]) for text, at in run.starts}
        assert len(words) == 1
        assert BREAK not in words.pop()
        assert run.length >= RUN
        assert len({text for text, _ in run.starts}) == len(run.starts) > 1


@settings(max_examples=80, deadline=None)
@given(small_texts)
def test_a_run_goes_as_far_as_its_texts_go_together(texts: list[list[str]]) -> None:
    def word(text: int, at: int) -> str:
        return texts[text][at] if 0 <= at < len(texts[text]) else BREAK

    for run in find_runs(texts):
        for ends in (-1, run.length):
            around = [word(text, at + ends) for text, at in run.starts]
            assert len(set(around)) > 1 or around[0] == BREAK


def test_eleven_words_are_no_run_and_twelve_are_one() -> None:
    left, right = [*STORY[:RUN], "end"], ["start", *STORY[:RUN]]

    assert [run.length for run in find_runs([left, right])] == [RUN]
    assert find_runs([left[: RUN - 1], right]) == []


def test_a_run_is_not_carried_over_a_break() -> None:
    broken = [*STORY[:10], BREAK, *STORY[10:20]]

    assert find_runs([broken, STORY[:20]]) == []


def test_a_part_that_a_third_text_has_is_a_run_of_its_own() -> None:
    found = find_runs([STORY[:60], STORY[:60], ["else", *STORY[20:50]]])

    assert {(run.length, len(run.starts)) for run in found} == {(60, 2), (30, 3)}


def test_texts_without_words_in_common_share_nothing() -> None:
    assert find_runs([STORY, numbered(500, 200)]) == []
    assert shared_words(STORY, numbered(500, 200)) == (set(), set())
    assert find_runs([]) == []


def test_many_prints_of_one_text_are_one_run() -> None:
    (run,) = find_runs([STORY] * 40)

    assert run.length == len(STORY)
    assert [text for text, _ in run.starts] == list(range(40))


def test_what_two_texts_share_is_counted_on_both_sides() -> None:
    one, other = shared_words(STORY[:40], ["x", "y", *STORY[10:40]])

    assert one == set(range(10, 40))
    assert other == set(range(2, 32))


def test_the_same_words_are_a_reprint_and_no_words_are_none() -> None:
    assert find_reprints([STORY, numbered(900, 50), STORY, [], []]) == [[0, 2]]


def test_a_text_with_a_few_words_changed_is_a_reprint() -> None:
    edited = [*STORY[:60], "changed", *STORY[61:140], "here", "too", *STORY[140:]]

    assert find_reprints([edited, STORY]) == [[0, 1]]


def test_a_text_cut_to_more_than_half_is_a_reprint_and_one_cut_to_less_is_none() -> None:
    assert find_reprints([STORY, STORY[:120]]) == [[0, 1]]
    assert find_reprints([STORY, STORY[:80]]) == []


def test_a_text_with_as_much_of_its_own_is_no_reprint() -> None:
    assert find_reprints([STORY[:100], [*STORY[:100], *numbered(700, 100)]]) == [[0, 1]]
    assert find_reprints([STORY[:100], [*STORY[:100], *numbered(700, 130)]]) == []
    assert find_reprints([STORY, [*STORY[:100], *numbered(700, 100)]]) == []


def test_the_same_sentences_in_another_order_are_no_reprint() -> None:
    sentences = [STORY[at : at + 16] for at in range(0, 192, 16)]
    shuffled = [word for sentence in reversed(sentences) for word in sentence]

    assert find_reprints([STORY[:192], shuffled]) == []


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(6)))
def test_groups_do_not_depend_on_the_order_of_the_texts(order: list[int]) -> None:
    texts = [
        STORY,
        STORY[:150],
        [*STORY[:100], "new", *STORY[101:]],
        numbered(500, 100),
        numbered(500, 90),
        numbered(900, 40),
    ]
    groups = find_reprints([texts[each] for each in order])

    assert sorted(sorted(order[at] for at in group) for group in groups) == [[0, 1, 2], [3, 4]]


def test_three_hundred_texts_take_no_long_time() -> None:
    texts = [[*numbered(each * 1000, 300), *STORY] for each in range(150)]
    texts += [[*STORY, f"own{each}"] for each in range(150)]
    start = time.process_time()

    assert len(find_runs(texts)) == 1
    assert len(find_reprints(texts)) == 1
    assert time.process_time() - start < 10.0
