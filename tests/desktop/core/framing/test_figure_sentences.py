"""Figures side by side, word for word: who gives which number, of what, and where."""

from __future__ import annotations

import pytest

from desktop.core.framing.numbers import find_figure_groups
from desktop.core.framing.sources import Sources
from desktop.core.model.comparisons import Finding
from tests.desktop.core.made_up import event_of


def figures(**texts: str) -> list[Finding]:
    return list(find_figure_groups(Sources(*event_of(**texts))))


@pytest.mark.parametrize(
    ("texts", "title", "text"),
    [
        ({"Daily": "Some 600 residents in Visby came.", "Post": "Only 400 residents in Visby came.",
          "Star": "Nearly 400 residents in Visby came."},
         "Different figures", "Post and Star 400 residents in Visby, Daily 600 residents."),
        ({"Daily": "Some 400 residents in Visby came.", "Post": "Some 600 residents in Lund came."},
         "Two figures, two scopes",
         "400 counts residents in Visby, 600 counts residents in Lund. They do not contradict."),
        ({"Daily": "Some 600 residents came.", "Post": "Some 400 residents in Lund came."},
         "Two figures, scope not stated by all",
         "400 counts residents in Lund, 600 counts residents. Post 400, Daily 600."),
        ({"Daily": "Some 600 residents came.", "Post": "Some 400 residents came."},
         "Two figures, scope not stated by all",
         "400 counts residents, 600 counts residents. Post 400, Daily 600."),
        ({"Daily": "Some 12 % of boats sank.", "Post": "Some 15.5 % of boats sank."},
         "Two figures, scope not stated by all",
         "12\u2009% counts boats, 15.5\u2009% counts boats. Daily 12\u2009%, Post 15.5\u2009%."),
    ],
    ids=["one place", "two places", "one without place", "both without", "percent"],
)  # fmt: skip
def test_the_lower_figure_is_told_first_with_what_it_counts_and_where(
    texts: dict[str, str], title: str, text: str
) -> None:
    (finding,) = figures(**texts)
    assert (finding.title, finding.text) == (title, text)


@pytest.mark.parametrize(
    ("daily", "post"),
    [
        ("Some 400 residents came.", "About 400 residents came."),
        ("Some 400 residents came and 600 residents left.", "Nobody came."),
        ("Some 400 residents came.", "Hundreds of residents came."),
        ("Some 400 residents came.", "Some 600 boats came."),
        ("Some 400 residents came.", "It rained.\n\nRead more: 600 residents in the hall\n\nOh."),
    ],
    ids=["one value", "one text", "no value", "other things", "folded"],
)
def test_without_two_values_of_two_texts_there_is_no_finding(daily: str, post: str) -> None:
    assert figures(Daily=daily, Post=post) == []


def test_evidence_is_the_number_as_printed_the_lower_value_first() -> None:
    texts = {
        "Daily": "More than 600 residents came.",
        "Post": "It rained. At least 400 residents came.",
        "Star": "About 600 residents came.",
    }
    (finding,) = figures(**texts)
    assert [(each.article, each.span.of(texts[each.article])) for each in finding.evidence] == [
        ("Post", "At least 400"),
        ("Daily", "More than 600"),
        ("Star", "About 600"),
    ]


def test_figures_of_most_texts_come_first() -> None:
    found = figures(
        Daily="About 40 boats sank. Some 400 residents came.",
        Post="About 50 boats sank. Some 600 residents came.",
        Star="Nobody sank. Some 600 residents came.",
    )
    assert ["residents" in finding.text for finding in found] == [True, False]


def test_the_briefest_place_stands_for_all_who_give_a_figure() -> None:
    (finding,) = figures(
        Daily="Some 400 residents came.",
        Mail="Some 400 residents in the old town of Visby came.",
        Post="Some 400 residents in Visby came.",
        Star="Some 600 residents in Lund came.",
    )
    assert finding.text.startswith("400 counts residents in Visby, ")


def test_two_places_are_surest_and_figures_without_a_place_least_sure() -> None:
    visby = "Some 400 residents in Visby came."
    others = ("Lund", "Visby", "")
    texts = [f"Some 600 residents{f' in {place}' if place else ''} came." for place in others]
    sure = [figures(Daily=visby, Post=text)[0].sure for text in texts]
    assert 1.0 >= sure[0] > sure[1] > sure[2] > 0.0


def test_three_values_of_one_kind_are_compared_two_by_two() -> None:
    found = figures(
        Daily="Some 400 residents came.",
        Post="Some 500 residents came.",
        Star="Some 600 residents came.",
    )
    assert [finding.text.split(". ")[1] for finding in found] == [
        "Daily 400, Post 500.",
        "Daily 400, Star 600.",
        "Post 500, Star 600.",
    ]
