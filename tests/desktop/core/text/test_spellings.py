"""Spellings of one name fall together, different names stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text.spellings import fold_spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelenskyy", "Zelensky"),
        ("Zelenskiy’s", "Zelenskyy"),
        ("Müller", "Muller"),
        ("Navalnyi", "Navalny"),
        ("Mohammed", "Mohamed"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert fold_spelling(one) == fold_spelling(other)


@pytest.mark.parametrize(("one", "other"), [("Iran", "Iraq"), ("Austin", "Austria"), ("Li", "Lee")])
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert fold_spelling(one) != fold_spelling(other)


@given(st.text(max_size=20))
def test_a_key_is_found_for_any_text(word: str) -> None:
    assert isinstance(fold_spelling(word), str)
