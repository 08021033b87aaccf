"""Rows that the user put together are named and related by the rules of the claim grid."""

from __future__ import annotations

import pytest

from desktop.core.alignment.restating import Restater
from desktop.core.model.comparisons import Claim, Place, Relation
from desktop.core.model.spans import Span
from tests.desktop.core.analysis.judged import event
from tests.desktop.core.made_up import LEXICONS


@pytest.fixture
def restater() -> Restater:
    articles, analyses, _ = event()
    return Restater(articles, analyses, LEXICONS)


def base_of(restater: Restater, claim: Claim) -> Place:
    places = [place for cell in claim.cells for place in cell.evidence]
    return next(place for place in places if restater.text(place) == claim.text)


@pytest.mark.parametrize("nth", range(3))
def test_a_row_that_was_found_is_restated_as_it_is(restater: Restater, nth: int) -> None:
    claim = event()[2].claims[nth]
    cells = {cell.article: cell.evidence for cell in claim.cells if cell.evidence}
    again = restater.claim(base_of(restater, claim), cells, claim.score)
    assert again == claim


def test_an_article_without_a_sentence_has_an_empty_cell(restater: Restater) -> None:
    place = event()[2].claims[0].cells[0].evidence[0]
    claim = restater.claim(place, {place.article: (place,)}, 1.0)
    assert [cell.relation for cell in claim.cells] == [
        Relation.SAME,
        Relation.NOT_FOUND,
        Relation.NOT_FOUND,
    ]
    assert claim.score == 1.0


def test_the_sentence_of_a_place_is_the_one_that_shares_most(restater: Restater) -> None:
    place = event()[2].claims[0].cells[0].evidence[0]
    inside = Place(place.article, Span(place.span.start + 5, place.span.end))
    sentence = restater.sentence(inside)
    assert sentence is not None
    assert sentence.span == place.span


def test_a_place_beyond_the_text_or_in_no_article_has_neither_words_nor_sentence(
    restater: Restater,
) -> None:
    beyond = Place("Harbor Times", Span(9_000, 9_010))
    elsewhere = Place("Nobody’s Paper", Span(0, 4))
    for place in (beyond, elsewhere):
        assert restater.words(place) == ""
        assert restater.sentence(place) is None
    with pytest.raises(KeyError):
        restater.text(elsewhere)


def test_the_sentence_that_names_the_row_comes_first_in_its_cell(restater: Restater) -> None:
    first, second = (event()[2].claims[nth].cells[0].evidence[0] for nth in (0, 1))
    claim = restater.claim(second, {first.article: (first, second)}, 1.0)
    assert claim.cells[0].evidence == (second, first)
