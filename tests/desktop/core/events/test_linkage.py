"""Groups are joined by likeness, and the user's word stands above it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.events.linkage import link_groups

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.01, 1.0),
)
APART = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] != p[1]))


def test_what_is_to_be_together_is_joined_however_unlike() -> None:
    assert link_groups(4, {}, 0.2, together=[(0, 2, 3)]) == [[0, 2, 3], [1]]


def test_others_join_a_set_only_if_they_are_like_all_of_it() -> None:
    alike = {(0, 1): 0.9, (1, 2): 0.9, (1, 3): 0.05}
    assert link_groups(4, alike, 0.2, together=[(0, 2)]) == [[0, 1, 2], [3]]
    assert link_groups(4, alike, 0.5, together=[(0, 3)]) == [[0, 3], [1, 2]]


def test_a_pair_kept_apart_is_in_two_groups_and_each_finds_its_own() -> None:
    alike = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.7, (1, 3): 0.6, (0, 3): 0.1}
    assert link_groups(4, alike, 0.3, apart=[(0, 1)]) == [[0, 2], [1, 3]]


def test_a_group_keeps_away_from_all_that_one_of_it_is_kept_from() -> None:
    alike = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.8}
    assert link_groups(3, alike, 0.3, apart=[(1, 2)]) == [[0, 1], [2]]


@settings(max_examples=100)
@given(PAIRS, APART, st.sets(st.integers(0, 7), max_size=3))
def test_bounds_hold_for_any_likeness(
    alike: dict[tuple[int, int], float], apart: list[tuple[int, int]], together: set[int]
) -> None:
    kept = [pair for pair in apart if not set(pair) <= together]
    sets = [sorted(together)] if together else []
    groups = link_groups(8, alike, 0.2, sets, kept)
    assert sorted(each for group in groups for each in group) == list(range(8))
    place = {each: n for n, group in enumerate(groups) for each in group}
    assert len({place[each] for each in together}) <= 1
    # A set that the user put together may hold what is kept from one of its own.
    loose = [p for p in kept if not together & set(p)]
    assert all(place[left] != place[right] for left, right in loose)
