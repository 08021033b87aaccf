"""Labels are plain: what the titles share, never a word that judges or that one alone uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.events.labels import BarredWords, label_event, title_of
from desktop.core.events.links import Signals, describe_weakest
from tests.desktop.core.made_up import LEXICONS, article_of
from tests.desktop.core.strategies import ANY_TEXT

BARRED = BarredWords(LEXICONS)
BODY = "The harbor bridge in Visby will close in May, and a ferry will sail to Lund instead."


def label(*titles: str) -> str:
    return label_event([article_of(BODY, str(n), "", t) for n, t in enumerate(titles)], LEXICONS)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("Harbor bridge in Visby to close",), "Harbor bridge in Visby"),
        (("Mayor wants Lund to back harbor bridge in Visby", "Harbor bridge in Visby will close"),
         "Harbor bridge in Visby"),
        (("Harbor bridge in Visby", "Harbor bridge in Visby"), "Harbor bridge in Visby"),
        (("Outrage over harbor bridge in Visby", "Harbor bridge in Visby"),
         "Harbor bridge in Visby"),
        (("Mayor slams harbor bridge", "Town claims harbor bridge"), "Harbor bridge"),
        (("The harbor bridge and the", "Harbor bridge"), "Harbor bridge"),
        (("Climate talks in Visby",), "Climate talks in Visby"),
    ],
)  # fmt: skip
def test_a_label_is_a_stretch_of_a_title(titles: tuple[str, ...], expected: str) -> None:
    assert label(*titles) == expected


@pytest.mark.parametrize("word", ["slammed", "claimed", "shameful", "disgrace", "said", "thugs"])
def test_words_that_judge_or_report_are_barred(word: str) -> None:
    assert word in BARRED


@pytest.mark.parametrize("word", ["bridge", "harbor", "council", "ferry", "climate", "class"])
def test_plain_words_are_not_barred(word: str) -> None:
    assert word not in BARRED


@given(st.permutations(["Harbor bridge in Visby to close", "Visby: harbor bridge to close in May"]))
def test_the_order_of_titles_does_not_change_a_label_they_share(titles: list[str]) -> None:
    assert "arbor bridge" in label(*titles)


@given(st.lists(ANY_TEXT, min_size=1, max_size=3))
def test_a_label_of_any_texts_is_one_line_that_holds_something(texts: list[str]) -> None:
    found = label_event([article_of(text, str(n)) for n, text in enumerate(texts)], LEXICONS)
    assert found.strip() == found != ""
    assert len(found.splitlines()) == 1


@given(ANY_TEXT)
def test_a_title_is_that_stated_or_the_first_line(text: str) -> None:
    assert title_of(article_of(text, "a", "", "Stated")) == "Stated"
    first = title_of(article_of(text))
    assert first == next((line.strip() for line in text.splitlines() if line.strip()), "")


@pytest.mark.parametrize(
    ("names", "figures", "days", "cosine", "expected"),
    [
        (0, 0, 3, 0.9, "They were published 3 days apart."),
        (0, 0, 2, 0.29, "Their weighted words are 29\u2009% alike."),
        (2, 0, 2, 0.3, "They share two names."),
        (3, 0, 0, 0.3, "They share no figure."),
        (3, 1, None, 0.3, "The date of at least one of them is not stated."),
        (3, 1, 0, 0.995, "Their weighted words are 100\u2009% alike."),
    ],
)
def test_one_signal_speaks_most_against_a_pair(
    names: int, figures: int, days: int | None, cosine: float, expected: str
) -> None:
    assert describe_weakest(Signals(names, figures, days, cosine)) == expected
