"""Runs of words as numbers, and the keys that copies are found by."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.copies.overlap import measure_overlap
from desktop.core.copies.signatures import (
    KEY_LIMIT,
    RUN,
    copy_keys,
    copy_words,
    may_be_copies,
    number_runs,
    word_runs,
)

words = st.lists(st.sampled_from("storm roof mayor said the of plan wall ferry".split()))


def prose(seed: int, count: int) -> list[str]:
    """Return made-up words in an order that no other seed gives."""
    source = random.Random(seed)  # noqa: S311
    return [f"w{source.randrange(4000)}" for _ in range(count)]


def runs_of(*parts: list[str]) -> frozenset[int]:
    return number_runs([word for part in parts for word in part])


def test_case_marks_and_line_ends_make_no_other_words() -> None:
    assert copy_words("“Storm” — TEARS\nroof…") == copy_words("storm tears roof")


def test_letters_of_scripts_without_blanks_count_as_words() -> None:
    assert copy_words("市長は、東京で") == list("市長は東京で")
    assert copy_words("สวัสดี ABC")[-1] == "abc"


@given(words)
@settings(max_examples=60, deadline=None)
def test_the_same_words_always_have_the_same_runs_and_keys(text: list[str]) -> None:
    again = list(text)
    assert number_runs(text) == number_runs(again)
    assert copy_keys(number_runs(text)) == copy_keys(sorted(number_runs(again), reverse=True))


@given(words)
@settings(max_examples=60, deadline=None)
def test_a_text_has_at_most_one_run_a_position_and_none_without_words(text: list[str]) -> None:
    runs = number_runs(text)
    assert len(runs) <= max(min(len(text), 1), len(text) - RUN + 1)
    assert all(0 <= run < 2**63 for run in runs)
    assert bool(runs) == bool(text)
    assert len(runs) == len(word_runs(text))


@given(words, words)
@settings(max_examples=60, deadline=None)
def test_overlap_is_the_same_seen_from_either_text(left: list[str], right: list[str]) -> None:
    one, other = word_runs(left), word_runs(right)
    assert measure_overlap(one, other) == measure_overlap(other, one)
    found = measure_overlap(one, other)
    assert found == measure_overlap(number_runs(left), number_runs(right))
    assert 0.0 <= found.alike <= found.of_longer <= found.of_shorter <= 1.0


@given(st.integers(0, 10**6), st.text(max_size=40))
@settings(max_examples=40, deadline=None)
def test_words_put_in_front_leave_the_runs_behind_them(seed: int, front: str) -> None:
    text = prose(seed, 120)
    assert number_runs(text) <= number_runs([*copy_words(front), *text])


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_a_text_inside_a_longer_one_shares_keys_with_it(seed: int) -> None:
    part, rest = prose(seed, 600), prose(seed + 1, 900)
    keys = set(copy_keys(runs_of(part)))
    assert keys & set(copy_keys(runs_of(rest[:450], part, rest[450:])))


def test_keys_are_few_and_grow_with_the_text_up_to_a_limit() -> None:
    counts = [len(copy_keys(runs_of(prose(7, size)))) for size in (30, 600, 1200, 20_000)]
    assert counts[0] == 10
    assert 10 <= counts[1] < counts[2] < 64
    assert counts[3] == 64


def test_two_texts_of_other_words_share_no_key() -> None:
    assert not set(copy_keys(runs_of(prose(1, 500)))) & set(copy_keys(runs_of(prose(2, 500))))


def test_runs_are_numbered_alike_in_every_library_ever_written() -> None:
    # Keys are kept in libraries: another numbering would find none of the copies in them.
    assert sorted(number_runs("a storm tore the roof off".split())) == [
        3298041309761713121,
        5751335556527051742,
    ]


@given(st.integers(0, 10**6), st.integers(300, 1500))
@settings(max_examples=40, deadline=None)
def test_copies_are_never_ruled_out_by_their_keys(seed: int, size: int) -> None:
    text, other = prose(seed, size), prose(seed + 1, size)
    half = [*text[: size // 2], *other[size // 2 :]]
    sides = [[key for key in copy_keys(runs_of(each)) if key < KEY_LIMIT] for each in (text, half)]
    shared = len(set(sides[0]) & set(sides[1]))
    assert may_be_copies(len(sides[0]), len(sides[0]), len(sides[0]))
    if shared > 3:
        assert may_be_copies(shared, len(sides[0]), len(sides[1]))


def test_what_shares_a_phrase_is_ruled_out_where_that_can_be_told() -> None:
    assert not may_be_copies(2, 20, 24)
    assert may_be_copies(2, 20, 7)
    assert may_be_copies(2, 20, 64)
    assert may_be_copies(5, 20, 24)
