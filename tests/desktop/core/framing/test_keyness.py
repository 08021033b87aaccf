"""Words that one article's own voice uses more stand out with their counts; few words do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.framing.keyness import log_likelihood
from desktop.core.model.details import Keyness
from tests.desktop.core.made_up import detailed, event_of

REST = "The council met in the hall and read out the plan of the new road for an hour. "


def keys(**texts: str) -> list[Keyness]:
    return list(detailed(*event_of(**texts)).keyness)


def test_a_word_of_one_article_stands_out_with_its_counts() -> None:
    found = keys(
        Daily=REST + "A flotilla came. The flotilla left. No flotilla stayed.", Post=REST * 4
    )
    (row,) = [row for row in found if row.word == "flotilla"]

    assert (row.article, row.here, row.elsewhere) == ("Daily", 3, 0)
    assert row.likelihood > 6.63
    assert row.effect > 0


def test_a_word_in_marks_is_not_counted() -> None:
    quoted = "“A flotilla, a flotilla, a flotilla came,” Mayor Ana Costa said. "

    assert not [row for row in keys(Daily=REST + quoted, Post=REST * 4) if row.word == "flotilla"]


def test_a_word_that_all_use_does_not_stand_out() -> None:
    text = REST + "A flotilla came. The flotilla left. No flotilla stayed."

    assert keys(Daily=text, Post=text) == []


def test_another_spelling_of_a_name_does_not_stand_out() -> None:
    one, other = (
        REST + f"Then {name} came. There {name} met {name}." for name in ("Zelensky", "Zelenskiy")
    )

    assert keys(Daily=one, Post=other) == []


def test_one_article_has_no_words_of_its_own() -> None:
    assert keys(Daily=REST + "A flotilla came. The flotilla left. No flotilla stayed.") == []


@given(st.integers(0, 50), st.integers(50, 500), st.integers(0, 50), st.integers(50, 500))
def test_the_likelihood_is_the_same_from_either_side(a: int, b: int, c: int, d: int) -> None:
    assert log_likelihood(a, b, c, d) == pytest.approx(log_likelihood(c, d, a, b))
    assert log_likelihood(a, b, c, d) >= 0.0
