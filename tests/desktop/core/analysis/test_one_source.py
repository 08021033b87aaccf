"""Reprints are one source: they count once, and each of them is shown all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.one_source import count_once, leave_out_reprints
from desktop.core.events.labels import label_event, without_reprints
from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article, Published
from desktop.core.model.comparisons import Comparison, Relation
from tests.desktop.core.made_up import LEXICONS, article_of, compared, detailed

DAY = Published(2024, 5, 3)
TALK = " ".join(
    f"The clerk of the port read item {name} of the plan, and no one in the hall spoke of it."
    for name in ("one", "two", "three", "four", "five", "six", "seven", "eight")
)
WIRE = (
    "Mayor Ana Costa said on Friday that the harbor bridge in Porto must stay shut for 14 months."
    " “Nobody may cross the bridge before its steel has been tested,” Ana Costa told reporters."
    f" {TALK} “It is an attack on us all,” Rui Lopes slammed, furious at this disgraceful plan."
)
OTHER = (
    "Mayor Ana Costa said that the harbor bridge in Porto must stay shut for 12 months."
    " “It has to be done,” Rui Lopes said."
    " “Nobody may cross the bridge before its steel has been tested,” she said. "
    + " ".join(
        f"Boat {name} will leave from the new quay, and its crew has had no word about the costs."
        for name in ("one", "two", "three", "four", "five", "six", "seven", "eight")
    )
)


def event(*texts: str, day: Published | None = DAY) -> tuple[list[Article], list[Analysis]]:
    articles = [article_of(text, f"o{n}", f"Outlet {n}", day=day) for n, text in enumerate(texts)]
    return articles, [analyze_article(article, LEXICONS, redraws=0) for article in articles]


def compare(*texts: str) -> Comparison:
    return compared(*event(*texts))


def test_fifty_reprints_beside_another_text_are_two_sources() -> None:
    comparison = compare(*[WIRE] * 50, OTHER)

    assert comparison.reprints == (tuple(f"o{n}" for n in range(50)),)
    assert {each for tie in comparison.ranks for each in tie} == {"o0", "o50"}
    assert comparison.findings
    for finding in comparison.findings:
        assert {place.article for place in finding.evidence} <= {"o0", "o50"}
        assert "51" not in finding.text
    assert any("Outlet 0 (49 reprints)" in finding.text for finding in comparison.findings)


def test_each_reprint_has_the_cells_and_the_quotations_of_its_text() -> None:
    articles, analyses = event(*[WIRE] * 4, OTHER)
    comparison = compared(articles, analyses)
    texts = {article.id: article.text for article in articles}

    for claim in comparison.claims:
        first, *rest, _ = claim.cells
        for cell in rest:
            assert (cell.relation, cell.attribution) == (first.relation, first.attribution)
            said = [place.span.of(texts[place.article]) for place in cell.evidence]
            assert said == [place.span.of(texts[place.article]) for place in first.evidence]
    utterance = comparison.utterances[0]
    assert {place.article for place in utterance.versions} == set(texts)
    assert utterance.not_found == ()


def test_what_a_reprint_adds_is_compared_as_its_own() -> None:
    added = "The council of Sorel will pay 3 million euros for a new pier of steel."
    comparison = compare(WIRE, f"{WIRE} {added}", f"{OTHER} {added}")

    assert comparison.reprints == (("o0", "o1"),)
    claim = next(each for each in comparison.claims if "3 million" in each.text)
    assert [cell.relation for cell in claim.cells] == [
        Relation.NOT_FOUND,
        Relation.SAME,
        Relation.SAME,
    ]


def test_two_identical_articles_have_a_comparison_without_differences() -> None:
    articles, analyses = event(WIRE, WIRE)
    comparison, details = compared(articles, analyses), detailed(articles, analyses)

    assert (comparison.findings, details.questions, details.contrasts) == ((), (), ())
    assert details.keyness == ()
    assert comparison.ranks == (("o0",),)
    assert len(comparison.utterances) == 2
    assert [share.shared for share in details.wire.shares] == [
        share.words for share in details.wire.shares
    ]
    assert [len(row.versions) for row in details.quotations] == [2, 2]


def test_one_article_and_none_have_no_reprints() -> None:
    assert compare(WIRE).reprints == ()
    assert compare().reprints == ()
    assert detailed(*event(WIRE)).quotations == ()


def test_what_is_left_out_names_the_text_that_stands_for_a_reprint() -> None:
    articles, analyses = event(WIRE, WIRE, OTHER)
    left_out = [
        each for each in detailed(articles, analyses).left_out if "counts once" in each.reason
    ]

    assert [each.article for each in left_out] == ["o1"]
    assert "Outlet 0" in left_out[0].reason
    assert leave_out_reprints(Sources(articles, analyses), ()) == ()


def test_keyness_holds_a_text_against_other_texts_and_not_against_itself() -> None:
    words = [row.word for row in detailed(*event(WIRE, OTHER)).keyness if row.article == "o0"]
    again = [row for row in detailed(*event(*[WIRE] * 5, OTHER)).keyness if row.article != "o5"]

    assert [row.word for row in again if row.article == "o0"] == words
    assert {row.article for row in again} <= {"o0"}


def test_a_label_is_not_voted_for_by_reprints() -> None:
    wire = [
        article_of(f"Weather report\n\n{WIRE}", f"w{n}", title="Weather report") for n in range(9)
    ]
    others = [
        article_of(f"{OTHER} Number {n}.", f"x{n}", title="Harbor bridge in Porto stays shut")
        for n in range(2)
    ]
    others[1] = article_of(
        "Porto has the harbor bridge shut.", "x1", title="Harbor bridge in Porto"
    )

    assert [each.id for each in without_reprints([*wire, *others])] == ["w0", "x0", "x1"]
    assert "arbor bridge" in label_event([*wire, *others], LEXICONS)


def test_articles_without_outlet_and_date_are_grouped_and_named_by_number() -> None:
    articles = [Article("a", WIRE), Article("b", WIRE), Article("c", OTHER)]
    analyses = [analyze_article(each, LEXICONS, redraws=0) for each in articles]
    comparison = compared(articles, analyses)

    assert comparison.reprints == (("a", "b"),)
    assert any("Text 1 (1 reprint)" in finding.text for finding in comparison.findings)


def test_texts_in_several_languages_are_reprints_by_their_words() -> None:
    german = "Die Brücke bleibt für vierzehn Monate gesperrt, sagte die Bürgermeisterin. " * 8

    assert compare(german, german, WIRE).reprints == (("o0", "o1"),)


def test_an_event_of_three_hundred_articles_is_compared() -> None:
    articles = [article_of(WIRE, f"o{n}", f"Outlet {n}") for n in range(299)]
    articles.append(article_of(OTHER, "last", "Last"))
    one = analyze_article(articles[0], LEXICONS, redraws=0)
    analyses = [replace(one, article_id=each.id) for each in articles[:-1]]
    analyses.append(analyze_article(articles[-1], LEXICONS, redraws=0))
    comparison = compared(articles, analyses)

    assert len(comparison.reprints[0]) == 299
    assert all(len(claim.cells) == 300 for claim in comparison.claims)


@pytest.mark.parametrize("reprints", [(), (("o0", "o1"),)])
def test_nothing_is_left_out_but_reprints(reprints: tuple[tuple[str, ...], ...]) -> None:
    articles, analyses = event(WIRE, WIRE, OTHER)
    comparison = compared(articles, analyses)
    once = count_once(articles, analyses, comparison.claims, comparison.utterances, reprints)

    kept = ["o0", "o2"] if reprints else ["o0", "o1", "o2"]
    assert [article.id for article in once.articles] == kept
    assert [analysis.article_id for analysis in once.analyses] == kept
    assert all([cell.article for cell in claim.cells] == kept for claim in once.claims)
    assert all(place.article in kept for each in once.utterances for place in each.versions)
