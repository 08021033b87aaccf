"""A comparison of any articles: every place stands in its text, every article in every row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.analysis.comparisons import align_articles
from desktop.core.model.comparisons import Comparison, Place, Relation
from tests.desktop.core.made_up import LEXICONS, compared, event_of
from tests.desktop.core.strategies import ANY_TEXT

NEWS = (
    "The harbor bridge in Visby will close in May, the council said.\n\n"
    "“Nobody may cross it before the steel is tested,” Aya Ito said.\n\n"
    "About 400 people use it every day."
)
OTHER = (
    "In May the council will close the harbor bridge in Visby.\n\n"
    "Aya Ito said: “Nobody may cross it until the steel has been tested.”\n\n"
    "The ferry takes 90 minutes."
)
THIRD = "Cherry trees are in bloom on the southern coast, and the bees have come back."
TEXTS = st.one_of(ANY_TEXT, st.sampled_from([NEWS, OTHER, THIRD, "", "😀" + NEWS, NEWS * 2]))


def places(comparison: Comparison) -> Iterator[Place]:
    for claim in comparison.claims:
        for cell in claim.cells:
            yield from cell.evidence
    for utterance in comparison.utterances:
        yield from (*utterance.versions, utterance.fullest)
    for finding in comparison.findings:
        yield from finding.evidence


@settings(max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_places_rows_and_ranks_of_any_articles_are_sound(texts: list[str]) -> None:
    event = {f"o{number}": text for number, text in enumerate(texts)}
    found = compared(*event_of(**event))

    assert found.articles == tuple(event)
    assert all(place.span.end <= len(event[place.article]) for place in places(found))
    assert all(place.span.of(event[place.article]).strip() for place in places(found))
    for claim in found.claims:
        assert [cell.article for cell in claim.cells] == list(event)
        assert claim.text.strip()
        assert 0.0 <= claim.score <= 1.0
        for cell in claim.cells:
            assert bool(cell.evidence) is (cell.relation is not Relation.NOT_FOUND)
            assert all(place.article == cell.article for place in cell.evidence)
    for utterance in found.utterances:
        quoting = {place.article for place in utterance.versions}
        assert utterance.fullest in utterance.versions
        assert quoting.isdisjoint(utterance.not_found)
        assert quoting | set(utterance.not_found) == set(event)
    ranked = [each for group in found.ranks for each in group]
    assert len(ranked) == len(set(ranked)) <= len(event)


@settings(max_examples=40)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_a_comparison_made_again_is_the_same(texts: list[str]) -> None:
    event = {f"o{number}": text for number, text in enumerate(texts)}
    assert compared(*event_of(**event)) == compared(*event_of(**event))


@settings(max_examples=40)
@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_shared_places_join_two_articles_and_are_listed_once(texts: list[str]) -> None:
    event = {f"o{number}": text for number, text in enumerate(texts)}
    found = align_articles(*event_of(**event), LEXICONS)

    assert len({(shared.kind, shared.places) for shared in found}) == len(found)
    for shared in found:
        assert shared.kind in {"claim", "quotation"}
        assert len({place.article for place in shared.places}) == 2
        assert 0.0 < shared.score <= 1.0


def test_what_two_say_stands_in_one_row_and_what_one_says_alone() -> None:
    found = compared(*event_of(a=NEWS, b=OTHER, c=THIRD))
    rows = [[cell.relation for cell in claim.cells] for claim in found.claims]
    assert rows[0][2] is Relation.NOT_FOUND
    assert Relation.NOT_FOUND not in rows[0][:2]
    (utterance,) = found.utterances
    assert utterance.not_found == ("c",)


@pytest.mark.parametrize("texts", [{}, {"a": NEWS}, {"a": "", "b": ""}, {"a": "😀", "b": "😀"}])
def test_little_to_compare_gives_little(texts: dict[str, str]) -> None:
    found = compared(*event_of(**texts))
    assert found.utterances == found.findings == ()
    assert all(sum(bool(cell.evidence) for cell in claim.cells) >= 1 for claim in found.claims)


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a"), ("b", "c", "a")])
def test_articles_stand_in_the_order_given(order: tuple[str, ...]) -> None:
    texts = {"a": NEWS, "b": OTHER, "c": THIRD}
    found = compared(*event_of(**{name: texts[name] for name in order}))
    assert found.articles == order
    assert all([cell.article for cell in claim.cells] == list(order) for claim in found.claims)
    assert len(found.utterances) == 1
