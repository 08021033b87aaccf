"""Names of one actor in several articles, and verbs that introduce one speaker."""

from __future__ import annotations

import pytest

from desktop.core.framing.naming import find_namings
from desktop.core.framing.reporting import find_introductions
from desktop.core.framing.sources import Sources
from desktop.core.model.comparisons import Finding, FindingKind
from tests.desktop.core.made_up import event_of


def namings(**texts: str) -> list[Finding]:
    return list(find_namings(Sources(*event_of(**texts))))


def introductions(**texts: str) -> list[Finding]:
    return list(find_introductions(Sources(*event_of(**texts))))


def test_two_spellings_of_one_name_are_told_with_who_uses_them() -> None:
    (finding,) = namings(
        Daily="They met Petro Zelinskyy in Visby. Zelinskyy was late.",
        Post="They met Petro Zelinsky in Lund. Zelinsky was late.",
    )
    assert finding.kind is FindingKind.NAMING
    assert "“Petro Zelinskyy” in Daily" in finding.text or "“Zelinskyy” in Daily" in finding.text
    assert [place.article for place in finding.evidence] == ["Daily", "Post"]


@pytest.mark.parametrize(
    ("daily", "post"),
    [
        ("They met Aya Ito there.", "They met Aya Ito here."),
        ("They met Aya Ito there.", "They met Nils Berg here."),
        ("They met Aya Ito there.", "Nobody came."),
    ],
)
def test_one_form_or_two_people_are_no_finding(daily: str, post: str) -> None:
    assert namings(Daily=daily, Post=post) == []


def test_the_form_that_an_article_uses_most_is_its_usual_one() -> None:
    (finding,) = namings(
        Daily="They met Aya Ito there. Later Ito spoke. Nobody heard Ito.",
        Post="They met Aya Ito here.",
    )
    assert "“Ito” in Daily" in finding.text
    assert "“Aya Ito” in Post" in finding.text


def test_names_in_folded_blocks_do_not_count() -> None:
    assert (
        namings(
            Daily="They met Aya Ito at nine.\n\nRead more: Ito speaks\n\nIt was late, and dark.",
            Post="They met Aya Ito here.",
        )
        == []
    )


@pytest.mark.parametrize(
    ("daily", "post", "found"),
    [
        ("Aya Ito said it was late.", "Aya Ito said it was early.", 0),
        ("Aya Ito said it was late.", "Aya Ito urged them to go.", 0),
        ("Aya Ito said it was late.", "Aya Ito claimed it was late.", 1),
        ("Aya Ito said it was late.", "Aya Ito lashed out at them.", 1),
        ("Aya Ito said it was late.", "Nils Berg lashed out at them.", 0),
        ("Aya Ito said it was late and lashed out at them.", "Nobody came.", 0),
    ],
)
def test_verbs_two_rungs_apart_for_one_speaker_are_a_finding(
    daily: str, post: str, found: int
) -> None:
    assert len(introductions(Daily=daily, Post=post)) == found


def test_the_highest_verb_of_each_article_is_the_evidence() -> None:
    daily = "Aya Ito said it was late. Ito lashed out at them."
    post = "Aya Ito said it was early."
    (finding,) = introductions(Daily=daily, Post=post)
    texts = {"Daily": daily, "Post": post}
    assert [(place.article, place.span.of(texts[place.article])) for place in finding.evidence] == [
        ("Daily", "lashed out"),
        ("Post", "said"),
    ]
    assert finding.title == "How Aya Ito is introduced"


def test_the_widest_spread_comes_first() -> None:
    found = introductions(
        Daily="Aya Ito claimed it was late. Nils Berg lashed out at them.",
        Post="Aya Ito said it was late. Nils Berg said it was late.",
    )
    assert [finding.title.split()[1] for finding in found] == ["Nils", "Aya"]
