"""The words around a wording: sense, position, names and headlines decide whether it counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import Category
from desktop.core.model.lexicons import LoadedEntry
from desktop.core.text.tokens import find_tokens
from desktop.core.wording.context import REACH, fits, is_headline_case, is_name


def entry(part: str = "", **words: frozenset[str]) -> LoadedEntry:
    plain = LoadedEntry("id", ("word",), Category.METAPHOR, 0.8, "A reason.", part=part)
    return replace(plain, **words)


def holds(entry: LoadedEntry, text: str, word: str) -> bool:
    tokens = find_tokens(text)
    place = next(n for n, token in enumerate(tokens) if token.lower == word)
    return fits(entry, tokens, place, place)


@pytest.mark.parametrize("text", ["a storm of praise", "a storm, they say", "storm", "the storm!"])
def test_an_entry_without_conditions_always_holds(text: str) -> None:
    assert holds(entry(), text, "storm")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a storm of protest", True),
        ("a storm of loud protest", True),
        ("a storm of very loud protest", False),
        ("a protest before the storm", False),
        ("a storm of protest's kind", True),
        ("a storm", False),
    ],
)
def test_a_head_stands_within_three_words_behind(text: str, expected: bool) -> None:
    assert holds(entry(heads=frozenset({"protest"})), text, "storm") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a protest like a storm", True),
        ("a protest that was like a storm", False),
        ("a storm of protest", False),
        ("a storm", False),
    ],
)
def test_a_word_before_stands_within_three_words(text: str, expected: bool) -> None:
    assert holds(entry(after=frozenset({"protest"})), text, "storm") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a storm at sea", False),
        ("the sea in a storm", False),
        ("the sea was far from any storm", True),
        ("a storm of protest", True),
    ],
)
def test_a_neighbor_on_either_side_makes_it_factual(text: str, expected: bool) -> None:
    assert holds(entry(unless=frozenset({"sea"})), text, "storm") is expected


def test_all_conditions_of_an_entry_must_hold_together() -> None:
    strict = entry(heads=frozenset({"protest"}), unless=frozenset({"sea"}))
    assert holds(strict, "a storm of protest", "storm")
    assert not holds(strict, "sea in a storm of protest", "storm")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They bash it.", True),
        ("To bash it is easy.", True),
        ("They will bash it.", True),
        ("She often bashes it.", True),
        ("He bashed it.", True),
        ("Bashing it is easy.", True),
        ("The bash was long.", False),
        ("A bash of that kind.", False),
        ("Her bash was long.", False),
        ("They met at bash time.", False),
        ("Holm's bash was long.", False),
    ],
)
def test_a_verb_is_known_by_its_ending_and_by_the_word_before(text: str, expected: bool) -> None:
    word = next(token.lower for token in find_tokens(text) if "bash" in token.lower)
    assert holds(entry(part="verb"), text, word) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("It is a lie.", "lie", True),
        ("It is a plain old lie.", "lie", True),
        ("They lie on the beach.", "lie", False),
        ("To lie there is nice.", "lie", False),
        ("Boats may lie there.", "lie", False),
        ("Holm's lie was found out.", "lie", True),
        ("Lies were told.", "lies", True),
        ("She lies there.", "lies", False),
    ],
)
def test_a_noun_that_is_also_a_verb_needs_an_article_near_it(
    text: str, word: str, expected: bool
) -> None:
    assert holds(entry(part="noun"), text, word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Slams Plan For New Tower", True),
        ("Mayor slams plan for new tower", False),
        ("MAYOR SLAMS PLAN", True),
        ("The Harbor Council of Visby met Nils Berg on Monday and left it open.", False),
        ("Ito", False),
        ("", False),
        ("12 % – 14 %", False),
    ],
)
def test_a_headline_has_capitals_nearly_everywhere(text: str, expected: bool) -> None:
    assert is_headline_case(find_tokens(text)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They saw Storm Elsa pass.", "storm", True),
        ("Storm and rain came.", "storm", False),
        ("“Storm and rain came,” he said.", "storm", False),
        ("It was: Storm and rain.", "storm", False),
        ("They saw a storm pass.", "storm", False),
        ("They saw a STORM pass.", "storm", False),
        ("- Storm and rain came.", "storm", False),
    ],
)
def test_a_capital_inside_a_sentence_makes_a_name(text: str, word: str, expected: bool) -> None:
    tokens = find_tokens(text)
    place = next(n for n, token in enumerate(tokens) if token.lower == word)
    assert is_name(tokens, place, place) is expected


@given(st.integers(0, 6))
def test_the_reach_is_the_same_for_heads_and_for_words_before(between: int) -> None:
    gap = "so " * between
    behind = holds(entry(heads=frozenset({"end"})), f"storm {gap}end", "storm")
    before = holds(entry(after=frozenset({"end"})), f"end {gap}storm", "storm")
    assert behind is before is (between < REACH)
