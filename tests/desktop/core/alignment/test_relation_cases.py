"""Two statements: which difference is told first, and which differences are none."""

from __future__ import annotations

import pytest

from desktop.core.alignment.claims import details_of
from desktop.core.alignment.relations import (
    Account,
    counts_same,
    relate,
    relate_figures,
    same_scope,
    same_speaker,
    to_account,
)
from desktop.core.alignment.statements import Statements
from desktop.core.model.analyses import Figure
from desktop.core.model.comparisons import Relation
from desktop.core.model.spans import Span
from tests.desktop.core.made_up import LEXICONS, analyzed, event_of

BASE = "The harbor bridge will close soon."


def account(text: str) -> Account:
    articles, analyses = event_of(a=text)
    item = Statements(articles, analyses, LEXICONS).items[0]
    return to_account(text, analyzed(text), 1, frozenset(item.words), details_of(text, item))


def relation(base: str, other: str) -> Relation:
    return relate(account(base), account(other))[0]


def note(base: str, other: str) -> str:
    return relate(account(base), account(other))[1]


def figure(value: float | None, counts: str, scope: str = "", unit: str = "") -> Figure:
    return Figure(Span(0, 1), value, unit, counts, scope, "", 1)


@pytest.mark.parametrize("hedge", ["may", "might", "could", "perhaps", "allegedly", "reportedly"])
def test_a_hedge_on_one_side_is_another_certainty(hedge: str) -> None:
    other = f"The harbor bridge {hedge} close soon."
    assert relation(BASE, other) is Relation.OTHER_CERTAINTY
    assert relation(other, BASE) is Relation.OTHER_CERTAINTY
    assert note(BASE, other) == hedge


def test_a_hedge_on_both_sides_is_no_difference() -> None:
    assert relation("The bridge may close.", "The bridge could close.") is Relation.SAME


@pytest.mark.parametrize(
    ("base", "other", "expected"),
    [
        (BASE, "Aya Ito said the harbor bridge will close soon.", Relation.OTHER_ATTRIBUTION),
        ("Aya Ito said the harbor bridge will close soon.", BASE, Relation.OTHER_ATTRIBUTION),
        ("Aya Ito said the bridge will close.", "Nils Berg said the bridge will close.",
         Relation.OTHER_ATTRIBUTION),
        ("Aya Ito said the bridge will close.", "Ms. Ito said the bridge will close.",
         Relation.SAME),
        ("Aya Ito said the bridge will close.", "Aya Ito claimed the bridge will close.",
         Relation.OTHER_VERB),
        ("Aya Ito said the bridge will close.", "Aya Ito told us the bridge will close.",
         Relation.SAME),
    ],
)  # fmt: skip
def test_speaker_goes_before_verb(base: str, other: str, expected: Relation) -> None:
    assert relation(base, other) is expected


def test_a_figure_goes_before_all_other_differences() -> None:
    base = "About 400 people in Visby marched."
    other = "Aya Ito claimed that perhaps 600 people in Visby marched."
    assert relation(base, other) is Relation.OTHER_FIGURE
    assert note(base, other) == "600 in Visby"


def test_three_more_names_or_numbers_make_it_more_specific() -> None:
    detailed = "The bridge will close in Visby, Lund, Malmo and Kiruna by Monday."
    assert relation("The bridge will close.", detailed) is Relation.MORE_SPECIFIC
    assert relation(detailed, "The bridge will close.") is Relation.LESS_SPECIFIC


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (figure(3, "boats"), figure(5, "boats"), True),
        (figure(3, "fishing boats"), figure(5, "boats"), True),
        (figure(3, "boats"), figure(5, "birds"), False),
        (figure(3, "boats"), figure(5, "boats", unit="%"), False),
        (figure(None, "boats"), figure(5, "boats"), False),
        (figure(3, ""), figure(5, ""), False),
        (figure(3, "injured residents"), figure(5, "missing children"), False),
    ],
)
def test_figures_count_the_same_in_either_order(
    left: Figure, right: Figure, expected: bool
) -> None:
    assert counts_same(left, right) is counts_same(right, left) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("Visby", "Visby", True), ("the Visby region", "Visby", True), ("Visby", "Lund", False),
     ("Sweden’s Visby", "Visby", True), ("Sweden’s Visby", "Sweden", False), ("", "Lund", False)],
)  # fmt: skip
def test_scopes_are_the_same_place_in_either_order(left: str, right: str, expected: bool) -> None:
    one, other = figure(1, "boats", left), figure(1, "boats", right)
    assert same_scope(one, other) is same_scope(other, one) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Aya Ito", "Ito", True),
        ("Aya Ito", "Nils Berg", False),
        ("the council", "Visby officials", True),
        ("Aya Ito", "the council", False),
        ("", "", True),
        ("Petro Zelinskyy", "Zelinsky", True),
    ],
)
def test_speakers_are_the_same_in_either_order(left: str, right: str, expected: bool) -> None:
    assert same_speaker(left, right) is same_speaker(right, left) is expected


def test_a_value_that_both_give_settles_the_matter() -> None:
    base = [figure(3, "boats"), figure(5, "boats")]
    assert relate_figures(base, [figure(5, "boats")]) is None
    assert relate_figures([], [figure(5, "boats")]) is None
    assert relate_figures(base, []) is None
