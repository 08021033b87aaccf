"""Figures of several articles are set side by side, and only one place makes them differ."""

from __future__ import annotations

import pytest

from desktop.core.alignment.statements import Statements
from desktop.core.framing.desk import build_desk
from desktop.core.framing.numbers import find_figure_findings
from desktop.core.framing.sources import Sources
from desktop.core.model.comparisons import Finding
from tests.desktop.core.made_up import LEXICONS, event_of

KURSK = "Officials said 8,000 North Korean soldiers are in the Kursk region."


def figures(**texts: str) -> list[Finding]:
    articles, analyses = event_of(**texts)
    sources, statements = Sources(articles, analyses), Statements(articles, analyses, LEXICONS)
    desk = build_desk(sources, statements.likeness)
    return list(find_figure_findings(sources, desk, statements.likeness))


def test_two_scopes_are_said_not_to_contradict() -> None:
    (finding,) = figures(
        Daily=KURSK, Post="Officials said 10,000 North Korean soldiers are in Russia."
    )
    assert finding.title == "Two figures, two scopes"
    assert finding.text == (
        "8,000 counts North Korean soldiers in Kursk region, 10,000 counts North Korean soldiers in"
        " Russia. They do not contradict."
    )
    assert [place.article for place in finding.evidence] == ["Daily", "Post"]


def test_two_figures_for_one_place_are_different_figures_the_lower_first() -> None:
    (finding,) = figures(Daily=KURSK.replace("8,000", "9,000"), Post=KURSK)
    assert finding.title == "Different figures"
    assert finding.text == (
        "Post 8,000 North Korean soldiers in Kursk region, Daily 9,000 North Korean soldiers."
    )
    assert [place.article for place in finding.evidence] == ["Post", "Daily"]


def test_a_third_value_speaks_against_a_difference_of_two() -> None:
    found = figures(
        Daily=KURSK,
        Post=KURSK.replace("8,000", "9,000"),
        Star=KURSK.replace("8,000", "9,500"),
    )
    against = [[place.article for place in finding.counter] for finding in found]
    assert against == [["Star"], ["Post"], ["Daily"]]


@pytest.mark.parametrize(
    ("daily", "post"),
    [
        (KURSK, KURSK),
        (KURSK, "Officials said thousands of North Korean soldiers are in the Kursk region."),
        (KURSK, "Officials said 8,500 boats are in the Kursk region."),
        (KURSK, f"It rained.\n\nRead more: {KURSK.replace('8,000', '9,000')}\n\nIt was late."),
        (f"{KURSK} Some 30 men were seen.", "At noon the mayor of Lund spoke of 400 men in Lund."),
        ("Police held 7 people in Lund on Monday.", "Police held 50 people in Visby on Monday."),
        (KURSK, KURSK.replace("8,000", "90,000")),
    ],
    ids=[
        "one value",
        "no value",
        "other things",
        "folded",
        "other matters",
        "people anywhere",
        "many times as many",
    ],
)
def test_without_two_values_that_stand_side_by_side_there_is_no_finding(
    daily: str, post: str
) -> None:
    assert figures(Daily=daily, Post=post) == []
