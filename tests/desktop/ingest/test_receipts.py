"""The text of an article again from its paragraphs, also with other choices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest.drafts import Paragraph
from desktop.ingest.receipts import choose, text_of

FOUR = (
    Paragraph("A storm hit the coast.", True),
    Paragraph("Share this", False, "share line"),
    Paragraph("Nobody was hurt.", True),
    Paragraph("Read more: Floods", False, "link list"),
)
PARAGRAPHS = st.lists(st.builds(Paragraph, st.text(min_size=1), st.booleans(), st.just("why")))


def test_the_text_is_the_kept_paragraphs_in_order() -> None:
    assert text_of(FOUR) == "A storm hit the coast.\n\nNobody was hurt."


def test_a_restored_paragraph_stands_in_its_place() -> None:
    chosen = choose(FOUR, restore=[1])
    assert text_of(chosen) == "A storm hit the coast.\n\nShare this\n\nNobody was hurt."
    assert chosen[1].reason == "share line"


def test_a_dropped_paragraph_is_gone_and_can_come_back() -> None:
    chosen = choose(FOUR, drop=[0])
    assert text_of(chosen) == "Nobody was hurt."
    assert choose(chosen, restore=[0]) == FOUR


def test_what_is_restored_or_dropped_already_stays_so() -> None:
    assert choose(FOUR, restore=[0], drop=[1]) == FOUR


@pytest.mark.parametrize(("restore", "drop"), [([4], []), ([], [-1]), ([2], [2])])
def test_a_choice_that_means_nothing_is_an_error(restore: list[int], drop: list[int]) -> None:
    with pytest.raises(ValueError, match="paragraph"):
        choose(FOUR, restore=restore, drop=drop)


@given(PARAGRAPHS, st.data())
def test_any_choice_changes_only_what_it_names(
    paragraphs: list[Paragraph], data: st.DataObject
) -> None:
    places = st.sampled_from(range(len(paragraphs))) if paragraphs else st.nothing()
    named = data.draw(st.lists(places, unique=True, max_size=len(paragraphs)))
    chosen = choose(paragraphs, restore=named)
    assert [each.text for each in chosen] == [each.text for each in paragraphs]
    for place, (before, after) in enumerate(zip(paragraphs, chosen, strict=True)):
        assert after.kept == (before.kept or place in named)
