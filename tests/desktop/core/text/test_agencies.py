"""An agency has one name, however a text writes it, and a word like its name is none."""

from __future__ import annotations

import pytest

from desktop.core.model.spans import Span
from desktop.core.text.agencies import find_agencies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(AP) - The vote", ["AP"]),
        ("The Associated Press contributed", ["AP"]),
        ("Agence France-Presse and Reuters", ["AFP", "Reuters"]),
        ("Kyodo News, Bloomberg News", ["Kyodo", "Bloomberg"]),
        ("an APPLE and a MAP", []),
        ("AP-style", []),
    ],
)
def test_agencies_are_found_by_one_name(text: str, names: list[str]) -> None:
    assert [agency for agency, _ in find_agencies(text)] == names


def test_only_the_part_asked_for_is_looked_at_and_places_are_those_of_the_text() -> None:
    text = "Reuters said so. AFP did not."

    assert find_agencies(text, Span(17, 29)) == [("AFP", Span(17, 20))]
