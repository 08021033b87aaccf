"""Statements relate by figure, speaker, verb, certainty and detail, and by nothing else."""

from __future__ import annotations

import pytest

from desktop.core.alignment.relations import (
    counts_same,
    describe_figure,
    format_value,
    relate,
    relate_figures,
    same_scope,
    same_speaker,
    to_account,
)
from desktop.core.analysis.articles import analyze_article
from desktop.core.model.analyses import Figure
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Relation
from desktop.core.model.spans import Span
from desktop.services.lexicons import load_lexicons

LEXICONS = load_lexicons()
NOTHING: frozenset[str] = frozenset()


def figure(value: float | None, counts: str, scope: str = "", unit: str = "persons") -> Figure:
    return Figure(Span(0, 5), value, unit, counts, scope, "", 1)


def relation_of(base: str, other: str) -> Relation:
    articles = [Article("a", text) for text in (base, other)]
    one, two = (
        to_account(each.text, analyze_article(each, LEXICONS, redraws=0), 1, NOTHING, NOTHING)
        for each in articles
    )
    return relate(one, two)[0]


@pytest.mark.parametrize(
    ("base", "other", "relation"),
    [
        ("The dike broke on Monday.", "The dike broke on Monday night.", Relation.SAME),
        (
            "The dike broke on Monday.",
            "Mayor Henrik Simon said that the dike broke on Monday.",
            Relation.OTHER_ATTRIBUTION,
        ),
        ("The dike broke on Monday.", "The dike may have broken.", Relation.OTHER_CERTAINTY),
        (
            "Henrik Simon said the dike broke on Monday.",
            "Henrik Simon warned the dike broke on Monday.",
            Relation.OTHER_VERB,
        ),
        (
            "Henrik Simon said that the council has been far too slow.",
            "Henrik Simon lashed out at the council for its slow work.",
            Relation.OTHER_VERB,
        ),
        (
            "Henrik Simon said that the council has been far too slow.",
            "Ada Berg lashed out at the council for its slow work.",
            Relation.OTHER_ATTRIBUTION,
        ),
    ],
)
def test_two_statements_relate(base: str, other: str, relation: Relation) -> None:
    assert relation_of(base, other) is relation


def test_numbers_of_two_places_have_another_scope_and_do_not_contradict() -> None:
    base = [figure(8000, "North Korean soldiers", "Russia’s Kursk region")]
    other = [figure(10000, "North Korean troops", "Russia")]

    found = relate_figures(base, other)

    assert found is not None
    assert found[0] is Relation.OTHER_SCOPE
    assert describe_figure(found[1]) == "10,000 in Russia"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Russia’s Kursk region", "the Kursk Oblast", True),
        ("Russia’s Kursk region", "Russia", False),
        ("the hospital", "the hospital", True),
        ("", "", True),
        ("", "Kursk", False),
    ],
)
def test_a_part_is_another_scope_than_its_whole(one: str, other: str, same: bool) -> None:
    assert same_scope(figure(1, "people", one), figure(1, "people", other)) is same


def test_numbers_of_one_place_are_different_figures() -> None:
    found = relate_figures([figure(3, "dead", "Kharkiv")], [figure(5, "dead", "Kharkiv")])

    assert found is not None
    assert found[0] is Relation.OTHER_FIGURE


def test_equal_numbers_and_other_things_counted_are_no_difference() -> None:
    assert relate_figures([figure(3, "dead")], [figure(3, "dead")]) is None
    assert relate_figures([figure(3, "dead")], [figure(36, "wounded")]) is None
    assert not counts_same(figure(3, "people", unit="persons"), figure(3, "people", unit="km"))
    assert not counts_same(figure(None, "people"), figure(3, "people"))


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [(8000, "persons", "8,000"), (2.5, "%", "2.5\u2009%"), (92, "feet", "92 feet")],
)
def test_a_value_is_written_with_its_unit(value: float, unit: str, expected: str) -> None:
    assert format_value(figure(value, "x", unit=unit)) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Zelensky", "Mr. Zelenskyy", True),
        ("US officials", "Biden administration", True),
        ("Lloyd Austin", "the Pentagon", False),
        ("Lloyd Austin", "Antony Blinken", False),
        ("", "Lloyd Austin", True),
    ],
)
def test_speakers_are_compared(one: str, other: str, same: bool) -> None:
    assert same_speaker(one, other) is same
