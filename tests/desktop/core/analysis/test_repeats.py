"""Sentences that reprints repeat are compared once and come back with the right words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.repeats import Repeats
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Cell, Claim, Relation, Utterance
from desktop.core.model.places import Place
from tests.desktop.core.made_up import LEXICONS, article_of, compared

SENTENCES = (
    "The council of Sorel shut the harbor bridge for 14 months.",
    "“Nobody may cross the bridge before its steel is tested,” Ana Costa said.",
    "Rui Lopes spoke of a bad day for the islanders.",
    "A boat will leave from the new quay every hour.",
    "The work will cost 3 million euros.",
)
LEAD = " ".join(SENTENCES)


def read(*texts: str) -> tuple[list[Article], list[Analysis]]:
    articles = [article_of(text, f"o{n}", f"Outlet {n}") for n, text in enumerate(texts)]
    return articles, [analyze_article(each, LEXICONS, redraws=0) for each in articles]


def sentence_place(article: Article, words: str) -> Place:
    span = next(
        each.span
        for each in analyze_article(article, LEXICONS, redraws=0).sentences
        if words in each.span.of(article.text)
    )
    return Place(article.id, span)


def claim_of(articles: list[Article], words: str) -> Claim:
    found = Cell("o0", Relation.SAME, "Ana Costa", "", (sentence_place(articles[0], words),))
    empty = [Cell(each.id, Relation.NOT_FOUND, None, "", ()) for each in articles[1:]]
    return Claim(words, (found, *empty), 0.9)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(SENTENCES))), st.sets(st.integers(0, len(SENTENCES) - 1)))
def test_what_is_repeated_is_found_with_the_same_words(order: list[int], left: set[int]) -> None:
    kept = [each for each in order if each in left]
    articles, analyses = read(LEAD, f"In Sorel. {' '.join(SENTENCES[each] for each in kept)}")
    repeats = Repeats(articles, analyses, [("o0", "o1")])

    for each, words in enumerate(SENTENCES):
        (claim,) = repeats.fill_claims([claim_of(articles, words[:30])])
        cell = claim.cells[1]
        assert bool(cell.evidence) is (each in left)
        for place in cell.evidence:
            assert place.span.of(articles[1].text) == words


def test_repeated_sentences_are_not_compared_again_and_others_are() -> None:
    articles, analyses = read(LEAD, f"{LEAD} It rained on the market square.")
    first, second = Repeats(articles, analyses, [("o0", "o1")]).analyses

    assert first is analyses[0]
    assert [each.number for each in second.sentences if each.scored] == [len(SENTENCES) + 1]
    assert second.quotations == ()
    assert [each.span for each in second.sentences] == [each.span for each in analyses[1].sentences]


def test_without_reprints_nothing_is_touched() -> None:
    articles, analyses = read(LEAD, LEAD)
    repeats = Repeats(articles, analyses, ())
    claim = claim_of(articles, SENTENCES[0][:30])

    assert repeats.analyses == analyses
    assert repeats.fill_claims([claim]) == (claim,)
    assert repeats.fill_utterances([]) == ()


def test_a_cell_that_a_reprint_has_of_its_own_stays() -> None:
    articles, analyses = read(LEAD, LEAD)
    claim = claim_of(articles, SENTENCES[0][:30])
    own = Cell("o1", Relation.OTHER_FIGURE, None, "9", (sentence_place(articles[1], "3 million"),))
    (filled,) = Repeats(articles, analyses, [("o0", "o1")]).fill_claims(
        [Claim(claim.text, (claim.cells[0], own), claim.score)]
    )

    assert filled.cells[1] == own


def test_a_claim_that_the_lead_has_not_stays_not_found() -> None:
    articles, analyses = read(LEAD, LEAD, "Fog lay on the sea.")
    place = sentence_place(articles[2], "Fog")
    cells = (
        Cell("o0", Relation.NOT_FOUND, None, "", ()),
        Cell("o1", Relation.NOT_FOUND, None, "", ()),
        Cell("o2", Relation.SAME, None, "", (place,)),
    )
    claim = Claim("Fog lay on the sea", cells, 1.0)

    assert Repeats(articles, analyses, [("o0", "o1")]).fill_claims([claim]) == (claim,)


def test_a_cell_has_the_attribution_and_relation_of_its_text() -> None:
    articles, analyses = read(LEAD, LEAD)
    (claim,) = Repeats(articles, analyses, [("o0", "o1")]).fill_claims(
        [claim_of(articles, SENTENCES[1][:30])]
    )

    assert [(cell.relation, cell.attribution) for cell in claim.cells] == [
        (Relation.SAME, "Ana Costa")
    ] * 2


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_a_quotation_of_a_reprint_has_its_own_marks(marks: str) -> None:
    other = LEAD.replace("“", marks[0]).replace("”", marks[1])
    articles, analyses = read(LEAD, f"News. {other}", "Rain fell.")
    repeats = Repeats(articles, analyses, [("o0", "o1")])
    (utterance,) = repeats.fill_utterances([])

    assert [place.article for place in utterance.versions] == ["o0", "o1"]
    said = utterance.versions[1].span.of(articles[1].text)
    assert said.strip(marks + ",").startswith("Nobody may cross the bridge")
    assert utterance.not_found == ("o2",)


def test_a_version_is_not_listed_twice() -> None:
    articles, analyses = read(LEAD, LEAD)
    places = [
        next(span for quotation in analysis.quotations for span in quotation.marked)
        for analysis in analyses
    ]
    known = Utterance(
        "Ana Costa",
        (Place("o0", places[0]), Place("o1", places[1])),
        Place("o0", places[0]),
        (),
        1.0,
    )
    (filled,) = Repeats(articles, analyses, [("o0", "o1")]).fill_utterances([known])

    assert filled.versions == known.versions


def test_a_sentence_that_stands_twice_has_two_places() -> None:
    twice = f"{LEAD} {SENTENCES[4]}"
    articles, analyses = read(twice, twice)
    scored = [
        each
        for each in Repeats(articles, analyses, [("o0", "o1")]).analyses[1].sentences
        if each.scored
    ]

    assert scored == []


def test_the_comparison_of_reprints_is_the_same_in_any_order_of_the_others() -> None:
    other = "Rain fell on Sorel. The council of Sorel shut the harbor bridge for 12 months."
    first = compared(*read(LEAD, LEAD, other))
    second = compared(*read(LEAD, other, LEAD))

    assert [claim.text for claim in first.claims] == [claim.text for claim in second.claims]
    assert first.reprints == (("o0", "o1"),)
    assert second.reprints == (("o0", "o2"),)
