"""Sentences of two articles that say the same are found, in pairs and in rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.alignment.statements import Statements
from desktop.core.analysis.articles import analyze_article
from desktop.core.model.articles import Article
from desktop.services.lexicons import load_lexicons

LEXICONS = load_lexicons()
NEWS = (
    "The river Elbe burst its banks in Torgau on Monday.\n"
    "Mayor Henrik Simon asked Berlin for 400 soldiers.\n"
    "Schools stay shut until Thursday."
)
OTHER = (
    "Until Thursday there will be no lessons in the schools.\n"
    "In Torgau the Elbe left its banks on Monday.\n"
    "Cherry growers fear for their harvest."
)


def statements_of(*texts: str) -> Statements:
    articles = [Article(f"a{number}", text) for number, text in enumerate(texts)]
    analyses = [analyze_article(article, LEXICONS, redraws=0) for article in articles]
    return Statements(articles, analyses, LEXICONS)


def test_sentences_that_say_the_same_match_whatever_their_order() -> None:
    found = statements_of(NEWS, OTHER)

    pairs = {(match.left, match.right - 3) for match in found.matches}

    assert pairs == {(0, 1), (2, 0)}


def test_a_row_holds_every_article_that_says_the_same() -> None:
    found = statements_of(NEWS, OTHER, "The Elbe burst its banks in Torgau.\nRain is forecast.")

    assert [0, 4, 6] in found.rows()


def test_a_row_holds_two_sentences_of_an_article_at_most() -> None:
    found = statements_of(*["The Elbe burst its banks in Torgau.\n" * 5] * 2)

    for row in found.rows():
        assert len([each for each in row if found.items[each].article == 0]) <= 2


def test_sentences_of_one_article_never_match() -> None:
    assert statements_of(NEWS + "\n" + NEWS).matches == []


def test_the_score_is_the_same_from_both_sides() -> None:
    found = statements_of(NEWS, OTHER)

    assert found.score(0, 4) == found.score(4, 0) > 0


@given(st.lists(st.text("abc .\n“”8", max_size=60), min_size=1, max_size=3))
def test_any_texts_can_be_aligned(texts: list[str]) -> None:
    found = statements_of(*texts)

    for match in found.matches:
        assert 0 < match.score <= 1
        assert found.items[match.left].article != found.items[match.right].article
    rows = [each for row in found.rows() for each in row]
    assert len(rows) == len(set(rows))
