"""What an export says of tags, importance and notes is read back, and nothing else is taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest.drafts import DraftNote, Marks
from desktop.ingest.own_marks import read_marks

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@pytest.mark.parametrize("tags", [["Storm", "Lesson 3"], "Storm; Lesson 3"], ids=["list", "cell"])
@pytest.mark.parametrize("importance", [2, 2.0, "2"])
def test_tags_and_importance_come_from_lines_and_from_tables(
    tags: object, importance: object
) -> None:
    found = read_marks({"tags": tags, "importance": importance}, 10)
    assert found == Marks(("Storm", "Lesson 3"), 2)


def test_a_note_keeps_its_words_and_one_that_lies_outside_is_on_none() -> None:
    notes = [
        {"text": "Here", "start": 2, "end": 5},
        {"text": "Gone", "start": 2, "end": 50},
        {"text": "All", "start": None, "end": None},
        {"text": "  "},
    ]
    found = read_marks({"notes": notes}, 10).notes
    assert found == (DraftNote("Here", 2, 5), DraftNote("Gone"), DraftNote("All"))


@pytest.mark.parametrize("importance", [-1, "-1", "many", True, None, 2.5, [], "²"])
def test_what_is_no_importance_is_none(importance: object) -> None:
    assert read_marks({"importance": importance}, 10).importance == 0


def test_nobody_rates_higher_than_the_scale() -> None:
    assert read_marks({"importance": 12}, 10).importance == 3


@given(tags=VALUES, importance=VALUES, notes=VALUES, length=st.integers(0, 20))
def test_any_values_give_marks_within_their_bounds(
    tags: object, importance: object, notes: object, length: int
) -> None:
    found = read_marks({"tags": tags, "importance": importance, "notes": notes}, length)
    assert 0 <= found.importance <= 3
    assert len(set(found.tags)) == len(found.tags)
    assert all(-1 <= note.start <= note.end <= length for note in found.notes)
