"""Names of one actor in several articles, and verbs that introduce one speaker."""

from __future__ import annotations

import pytest

from desktop.core.framing.actors import find_mentions
from desktop.core.framing.naming import find_namings
from desktop.core.framing.naming_table import name_actors
from desktop.core.framing.reporting import find_introductions
from desktop.core.framing.sources import Sources
from desktop.core.model.comparisons import Finding, FindingKind
from tests.desktop.core.made_up import event_of


def namings(**texts: str) -> list[Finding]:
    articles, analyses = event_of(**texts)
    sources, mentions = Sources(articles, analyses), find_mentions(articles, analyses)
    kinds = {mention.label: mention.kind for mention in mentions}
    return list(find_namings(sources, name_actors(sources, mentions), kinds))


def introductions(**texts: str) -> list[Finding]:
    return list(find_introductions(Sources(*event_of(**texts))))


def test_two_spellings_of_one_name_are_told_with_who_uses_them() -> None:
    texts = {
        "Daily": "They met President Petro Zelinskyy in Visby. Zelinskyy was late.",
        "Post": "They met President Petro Zelinsky in Lund. Zelinsky was late.",
    }
    (finding,) = namings(**texts)
    assert finding.kind is FindingKind.NAMING
    assert [place.article for place in finding.evidence] == ["Daily", "Post"]
    assert "Zelinskyy" in finding.text
    assert "Zelinsky” in Post" in finding.text


def test_two_words_for_one_group_are_told_and_the_other_word_speaks_against_it() -> None:
    texts = {
        "Daily": "North Korean troops came. North Korean troops ate. North Korean soldiers slept.",
        "Post": "North Korean soldiers came.",
    }
    (finding,) = namings(**texts)
    assert finding.text == (
        "One actor is named “North Korean troops” in Daily and “North Korean soldiers” in Post."
    )
    against = [place.span.of(texts[place.article]) for place in finding.counter]
    assert against == ["North Korean soldiers"]


@pytest.mark.parametrize(
    ("daily", "post"),
    [
        ("They met Mayor Aya Ito there.", "They met Mayor Aya Ito here."),
        ("They met Mayor Aya Ito there.", "They met Mayor Ito here."),
        ("They met Mayor Aya Ito there.", "They met Mayor A. Ito here."),
        ("They met Mayor Aya Ito there.", "They met Mayor Nils Berg here."),
        ("Russia said it was late.", "Moscow said it was late."),
        ("They met Mayor Aya Ito there.", "Nobody came."),
        ("Mayor Petro Zelinskyy came.", "It rained.\n\nRead more: Mayor Zelinsky speaks\n\nOh."),
    ],
    ids=["one form", "surname", "initial", "two people", "a state", "one text", "folded"],
)
def test_other_forms_of_the_same_words_are_no_finding(daily: str, post: str) -> None:
    assert namings(Daily=daily, Post=post) == []


@pytest.mark.parametrize(
    ("daily", "post", "found"),
    [
        ("Aya Ito said it was late.", "Aya Ito said it was early.", 0),
        ("Aya Ito said it was late.", "Aya Ito urged them to go.", 0),
        ("Aya Ito said it was late.", "Aya Ito claimed it was late.", 1),
        ("Aya Ito said it was late.", "Aya Ito lashed out at them.", 1),
        ("Aya Ito said it was late.", "Nils Berg lashed out at them.", 0),
        ("Aya Ito said it was late.", "Aya Ito accused them of theft.", 0),
        ("Aya Ito said it was late.", "Aya Ito claimed responsibility for it.", 0),
        ("Aya Ito said it was late.", "Critics of Ito’s plan lashed out at the town.", 0),
        ("The victims said it was late.", "The victims claimed it was late.", 0),
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
    assert [place.span.of(daily) for place in finding.counter] == ["said"]


def test_the_widest_spread_comes_first() -> None:
    found = introductions(
        Daily="Aya Ito claimed it was late. Nils Berg lashed out at them.",
        Post="Aya Ito said it was late. Nils Berg said it was late.",
    )
    assert [finding.title.split()[1] for finding in found] == ["Nils", "Aya"]


@pytest.mark.parametrize(
    ("daily", "post"),
    [
        ("the Berlin police", "the German police"),
        ("its partners", "its allies"),
    ],
)
def test_groups_that_need_not_be_one_are_no_finding(daily: str, post: str) -> None:
    texts = {
        "Daily": f"It was late when {daily} came. Nobody had told {daily} of the fire.",
        "Post": f"It was late when {post} came. Nobody had told {post} of the fire.",
    }
    assert namings(**texts) == []


@pytest.mark.parametrize(
    "daily",
    [
        "Nils Berg lashed out with a raid on the harbor. Berg left.",
        "Republicans lashed out at the council of the harbor.",
    ],
)
def test_deeds_and_parties_are_no_introduction(daily: str) -> None:
    post = "Nils Berg said that it was late. Republicans said that it was late."
    assert introductions(Daily=daily, Post=post) == []
