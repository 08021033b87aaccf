"""The variants of one utterance find each other; other words of the speaker do not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.alignment.quotations import (
    align_quotations,
    find_parts,
    find_quoted,
    match_quoted,
)
from desktop.core.analysis.articles import analyze_article
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Utterance
from desktop.services.lexicons import load_lexicons

LEXICONS = load_lexicons()


def read(*texts: str) -> tuple[list[Article], list[Analysis]]:
    articles = [Article(f"a{number}", text) for number, text in enumerate(texts)]
    return articles, [analyze_article(article, LEXICONS, redraws=0) for article in articles]


def align(*texts: str) -> tuple[Utterance, ...]:
    return align_quotations(*read(*texts))


def test_two_translations_of_one_utterance_are_variants() -> None:
    (utterance,) = align(
        "“Nobody has told us when the dike will be repaired,” Simon said.",
        "Simon said: “No one has told us when they will repair the dike.”",
    )

    assert [place.article for place in utterance.versions] == ["a0", "a1"]
    assert utterance.speaker == "Simon"
    assert utterance.not_found == ()


def test_the_longest_version_is_the_fullest_and_silent_articles_are_named() -> None:
    (utterance,) = align(
        "“We will leave,” Simon said on Monday.",
        "“We will leave the town before the night comes,” Simon said.",
        "“We will leave the town before the night,” Simon said.",
        "Simon was in Torgau.",
    )

    assert utterance.fullest.article == "a1"
    assert utterance.not_found == ("a0", "a3")


def test_other_words_of_the_speaker_are_no_variant() -> None:
    assert align("“The dike will hold,” Simon said.", "“Schools stay shut,” Simon said.") == ()


def test_a_fragment_joins_the_quotation_it_is_part_of() -> None:
    (utterance,) = align(
        "Simon spoke of “criminal negligence” on Monday.",
        "“This is criminal negligence by people who knew the dike,” Simon said.",
    )

    assert len(utterance.versions) == 2


def test_one_sentence_of_a_long_quotation_pairs_with_the_whole_of_it() -> None:
    articles, analyses = read(
        "“Rain is forecast. Everyone must leave the town before the night,” Simon said.",
        "“Everyone must leave the town before the night,” Simon said.",
    )
    wholes = find_quoted(articles, analyses)

    (match,) = match_quoted(wholes, find_parts(articles, analyses))

    assert wholes[match.left].place.span.of(articles[0].text).startswith("“Rain")


@given(st.lists(st.text("ab .,“”\"'\n", max_size=80), min_size=1, max_size=3))
def test_versions_are_stretches_of_their_articles(texts: list[str]) -> None:
    articles, analyses = read(*texts)

    for version in [*find_quoted(articles, analyses), *find_parts(articles, analyses)]:
        assert version.place.span.of(articles[version.article].text).strip()
    for utterance in align_quotations(articles, analyses):
        assert len({place.article for place in utterance.versions}) > 1
        assert utterance.fullest in utterance.versions
