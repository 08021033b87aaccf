"""What two files state of one article is put together, in order and each statement once."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.joined_statements import Stated, join_statements

_ENTRIES = st.lists(
    st.fixed_dictionaries(
        {"value": st.sampled_from(["2024-11-02", "Ünlü Post", "🌊"]), "origin": st.just("file")}
    ),
    max_size=4,
    unique_by=lambda entry: entry["value"],
)
_STATED = st.dictionaries(st.sampled_from(["published", "outlet", "url"]), _ENTRIES, max_size=3)


def _key(entry: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(entry.items()))


def test_nothing_stated_adds_nothing() -> None:
    stated: Stated = {"url": [{"value": "a"}]}
    assert join_statements(stated, None) == stated
    assert join_statements(None, stated) == stated
    assert join_statements({}, stated) == stated
    assert join_statements(None, None) is None


def test_the_same_value_from_another_place_is_another_statement() -> None:
    page, sidecar = ({"value": "2024-11-02", "origin": each} for each in ("page", "file"))
    joined = join_statements({"published": [page]}, {"published": [sidecar, page]})
    assert joined == {"published": [page, sidecar]}


def test_what_is_no_list_is_kept_as_it_stands() -> None:
    assert join_statements({"version": 1}, {"version": 2, "day": "x"}) == {"version": 1, "day": "x"}
    assert join_statements({"version": [1]}, {"version": 2}) == {"version": [1]}


@settings(max_examples=80, deadline=None)
@given(_STATED, _STATED)
def test_all_statements_stand_in_it_once_and_the_own_ones_first(one: Stated, other: Stated) -> None:
    before = copy.deepcopy((one, other))
    joined = join_statements(one, other) or {}
    assert (one, other) == before
    for field in {*one, *other}:
        entries: list[Any] = joined[field]
        own = one.get(field, [])
        assert entries[: len(own)] == own
        both = [*own, *other.get(field, [])]
        assert sorted(map(_key, entries)) == sorted({_key(entry) for entry in both})
    assert join_statements(joined, other) == (joined or other)
    assert join_statements(joined, one) == (joined or one)
