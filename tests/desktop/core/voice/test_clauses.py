"""Where reported content ends: at the narrator's aside, and at the next attribution."""

from __future__ import annotations

import pytest

from desktop.core.model.analyses import QuotationKind
from desktop.core.model.spans import Span
from desktop.core.text.tokens import find_tokens
from desktop.core.voice.clauses import has_clause, is_boundary, next_boundary
from desktop.core.voice.verbs import Passage, is_finite_verb
from tests.desktop.core.voice.conftest import Reader


def reported(read: Reader, text: str) -> list[str]:
    quotations = read(text).quotations
    return [each.span.of(text) for each in quotations if each.kind is not QuotationKind.SCARE]


def to_passage(text: str) -> Passage:
    """Return a sentence as a passage; what stands between “ and ” is inside marks."""
    tokens = find_tokens(text)
    quoted: list[bool] = []
    inside = False
    for token in tokens:
        inside = inside or token.text == "“"
        quoted.append(inside)
        inside = inside and token.text != "”"
    return Passage(1, 0, Span(0, len(text)), tokens, quoted)


@pytest.mark.parametrize("word", ["is", "was", "won't", "said", "knows", "claimed", "he's"])
def test_verbs_with_a_subject_are_finite(word: str) -> None:
    assert is_finite_verb(find_tokens(word)[0])


@pytest.mark.parametrize("word", ["tower", "red", "Ed", "to", "old", "Holm's", "seeing"])
def test_other_words_are_not(word: str) -> None:
    assert not is_finite_verb(find_tokens(word)[0])


def test_a_clause_has_a_verb_and_some_words() -> None:
    assert has_clause(find_tokens("The tower is old"))
    assert not has_clause(find_tokens("The old tower there"))
    assert not has_clause(find_tokens("It is"))


def test_a_comma_is_a_boundary_outside_marks_and_as_the_last_thing_inside() -> None:
    passage = to_passage("It is “old, grey,” and white, he said")
    places = [place for place in range(len(passage.tokens)) if is_boundary(passage, place)]
    assert [passage.tokens[place].text for place in places] == ["”", ","]
    assert not is_boundary(passage, -1)
    assert not is_boundary(passage, 99)


def test_the_next_boundary_is_the_token_after_what_it_closes() -> None:
    passage = to_passage("It was late, he said")
    assert next_boundary(passage, 0) == 3
    assert next_boundary(passage, 4) is None


@pytest.mark.parametrize(
    "aside",
    [
        ", which surprised the council",
        ", who was not there",
        ", whose keeper left",
        ", a view that Berg shares",
        ", an old complaint of the island",
        ", something that Berg denies",
        ", one that nobody shares",
        ", although it was built in 1990",
        ", though it was built in 1990",
        ", even though it was built in 1990",
        ", drawing laughter from the keepers",
        ", prompting a reply from Berg",
        ", apparently by mistake",
        "; Berg left the island",
        " — a claim that nobody checked",
        " - even though nobody checked it",
        ", according to the Courier",
    ],
)
def test_an_aside_of_the_narrator_is_no_part_of_what_was_said(read: Reader, aside: str) -> None:
    assert "the tower was old" in reported(read, f"Holm said the tower was old{aside}.")


@pytest.mark.parametrize(
    "part",
    [
        " because nobody had painted it",
        " when the storm came",
        " and that it could fall",
        ", grey and cold",
        ", and a danger to ships",
        ", including its lamp",
        " after the fire, before the storm",
    ],
)
def test_what_belongs_to_the_clause_stays_in_it(read: Reader, part: str) -> None:
    assert reported(read, f"Holm said the tower was old{part}.") == [f"the tower was old{part}"]


def test_an_insertion_before_the_verb_ends_nothing(read: Reader) -> None:
    text = "Holm said the tower, which burned in May, was old."
    assert reported(read, text) == ["the tower, which burned in May, was old"]


@pytest.mark.parametrize(
    "more",
    [
        ", even though it is locked",
        ", drawing laughter",
        ", but nobody came",
        ", he is a keeper",
        " and he has kept his word",
        " and turned to the sea",
        ", as if it were his",
    ],
)
def test_a_promise_to_do_something_ends_with_its_clause(read: Reader, more: str) -> None:
    assert reported(read, f"Holm vowed to open the tower{more}.") == ["to open the tower"]


def test_several_things_to_do_are_one_promise(read: Reader) -> None:
    text = "Holm vowed to open the tower and to light the lamp."
    assert reported(read, text) == ["to open the tower and to light the lamp"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Holm said it was old, and Berg said it was safe.", ["it was old", "it was safe"]),
        ("Holm said it was old, while Berg said it was safe.", ["it was old", "it was safe"]),
        ("Holm said it was old, but then added it was safe.", ["it was old", "it was safe"]),
        ("Holm said it was old, adding that it was safe.", ["it was old", "it was safe"]),
        ("Holm said it was old, while noting that it was safe.", ["it was old", "it was safe"]),
        ("Holm said it was old but later told Berg it was safe.", ["it was old", "it was safe"]),
        (
            "Holm said it was old, but in a later interview said it was safe.",
            ["it was old", "it was safe"],
        ),
        (
            "Holm said she believed it was old, adding that it was safe.",
            ["she believed it was old", "it was safe"],
        ),
        (
            "Holm said it was “old,” adding that it was “safe.”",
            ["it was “old,”", "it was “safe.”"],
        ),
        (
            "Holm said it was old, and when asked about the lamp, she said it was new.",
            ["it was old", "it was new"],
        ),
    ],
)
def test_each_of_two_attributions_has_its_own_words(
    read: Reader, text: str, contents: list[str]
) -> None:
    assert reported(read, text) == contents


@pytest.mark.parametrize(
    "text",
    [
        "Keepers who say the tower is old stay home.",
        "The keeper who said the tower was old left.",
        "A letter calling on Holm to open the tower has many names below it.",
        "And to stress that it was old, Holm left the island.",
        "The recovery he promised has become a slow decline.",
    ],
)
def test_content_whose_end_cannot_be_seen_is_left_to_the_narrator(read: Reader, text: str) -> None:
    assert reported(read, text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Holm, who said it was old, left the island.", "it was old"),
        ("While Holm said it was old, nobody left.", "it was old"),
        ("Saying it was old, Holm left the island.", "it was old"),
        ("Berg blamed keepers who say it is old.", "it is old"),
    ],
)
def test_content_in_a_clause_of_its_own_ends_with_it(read: Reader, text: str, content: str) -> None:
    assert reported(read, text) == [content]
