"""The swap test on an article: what two exchanged actors change, measure by measure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from desktop.core.analysis.swaps import Change, SwapTest, swap_actors
from desktop.core.model.articles import Article
from tests.desktop.core.made_up import LEXICONS, analyzed, article_of
from tests.desktop.core.strategies import ANY_TEXT

TEXT = (
    "Norland slams Ostria over ferry scandal\n\n"
    "The government of Norland condemned Ostria on Monday. Ostria betrayed Norland's brave "
    "sailors, a minister said.\n\n"
    "The weather was fine. “Ostria is a bully,” said Nils Berg, the mayor."
)


def swapped(text: str) -> SwapTest:
    found = swap_actors(article_of(text), LEXICONS)
    assert found is not None
    return found


def test_the_two_most_named_actors_change_places_throughout() -> None:
    found = swapped(TEXT)
    assert {found.first, found.second} == {"Norland", "Ostria"}
    marked = TEXT.replace("Norland", "<>").replace("Ostria", "Norland").replace("<>", "Ostria")
    assert found.text == marked


def test_only_sentences_that_name_one_of_the_two_are_compared() -> None:
    found = swapped(TEXT)
    said = [sentence.span.of(TEXT) for sentence in found.sentences]
    assert len(said) == 4
    assert all("Norland" in each or "Ostria" in each for each in said)
    assert found.lost == 0


def test_no_measure_of_our_own_moves() -> None:
    found = swapped(TEXT)
    assert found.own_moved == ()
    assert any(sentence.tone.before < 0 for sentence in found.sentences)
    assert any(sentence.loadedness.before > 0.5 for sentence in found.sentences)


def test_the_tone_towards_an_actor_passes_to_the_one_in_its_place() -> None:
    for change in swapped(TEXT).towards:
        assert change.before == pytest.approx(change.after)
    assert any(change.before < 0 for change in swapped(TEXT).towards)


def test_spans_point_into_both_texts() -> None:
    found = swapped(TEXT)
    for sentence in found.sentences:
        before, after = sentence.span.of(TEXT), sentence.swapped.of(found.text)
        assert before.split()[-1].strip("”“.") != ""
        assert len(before.split()) == len(after.split())
        assert {*before.split()} - {*after.split()} <= {
            "Norland", "Norland's", "Ostria", "“Ostria",
        }  # fmt: skip


def test_a_full_name_becomes_the_full_name_and_a_short_one_the_short_one() -> None:
    text = "So Aya Ito met Nils Berg at nine. Later Ito praised Berg. Then Berg thanked Ito."
    assert swapped(text).text == (
        "So Nils Berg met Aya Ito at nine. Later Berg praised Ito. Then Ito thanked Berg."
    )


def test_an_actor_without_a_short_name_lends_its_full_one() -> None:
    text = "So Aya Ito went to Ostria. Later Ito praised Ostria."
    assert swapped(text).text == "So Ostria went to Aya Ito. Later Ostria praised Aya Ito."


@pytest.mark.parametrize(
    ("first", "second"),
    [("Love", "Berg"), ("Savage", "Berg"), ("Moody", "Ito"), ("Love", "Savage"), ("Brave", "Ito")],
)
def test_a_surname_that_is_also_a_word_weighs_nothing_where_it_stands_alone(
    first: str, second: str
) -> None:
    found = swapped(
        f"{first} and {second} clash over the harbor in a debate\n\n"
        f"Emma {first} and Nils {second} met on Monday.\n\n"
        f"{first} said that the plan was lovely and cheap. {second} called it a reckless gamble "
        f"with the harbor.\n\n“Nils {second} has betrayed this town,” {first} said. Then {second} "
        f"slammed the mayor over the botched deal.\n\n{first} accused {second} of lying. Critics "
        f"praised {first}."
    )
    assert len(found.sentences) + found.lost == 8
    assert found.own_moved == ()
    assert not any(change.moved for change in found.towards)


@pytest.mark.parametrize("text", ["", "No one is named here.", "So Aya Ito left at nine."])
def test_fewer_than_two_actors_cannot_change_places(text: str) -> None:
    assert swap_actors(article_of(text), LEXICONS) is None


def test_a_known_analysis_is_not_made_again() -> None:
    article = Article("a", TEXT)
    assert swap_actors(article, LEXICONS, analyzed(TEXT)) == swap_actors(article, LEXICONS)


def test_what_the_reference_measure_changes_is_told_apart() -> None:
    text = "So Grace praised the wonderful Joy. Then Grace met Joy at the lovely harbor."
    found = swapped(text)
    assert found.own_moved == ()
    assert [s.number for s in found.reference_moved] == [
        s.number for s in found.sentences if s.polarity.moved or s.subjectivity.moved
    ]


def test_a_change_below_rounding_is_none() -> None:
    assert not Change(0.1, 0.1 + 1e-12).moved
    assert Change(0.1, 0.2).moved


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT)
def test_any_text_can_be_exchanged_and_back(text: str) -> None:
    found = swap_actors(Article("a", text), LEXICONS)
    if found is None:
        return
    for sentence in found.sentences:
        assert sentence.span.of(text)
        assert sentence.swapped.of(found.text)
    assert len(found.sentences) + found.lost <= len(analyzed(text).sentences)
