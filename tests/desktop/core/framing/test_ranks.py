"""Articles are ordered by loaded wording in own voice; what chance could turn is a tie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.analysis.articles import analyze_article
from desktop.core.framing.ranks import Unit, order_units, own_units, rank_articles
from desktop.core.model.articles import Article
from desktop.services.lexicons import load_lexicons

LEXICONS = load_lexicons()
PLAIN, LOADED = Unit(20, 0), Unit(20, 1)


def test_a_clear_order_has_no_tie() -> None:
    assert order_units([("plain", [PLAIN] * 12), ("loaded", [LOADED] * 12)]) == (
        ("loaded",),
        ("plain",),
    )


def test_an_order_that_one_sentence_turns_is_a_tie_with_the_higher_rate_first() -> None:
    one = [LOADED, LOADED, *[PLAIN] * 10]
    other = [LOADED, LOADED, LOADED, *[PLAIN] * 9]

    assert order_units([("one", one), ("other", other)]) == (("other", "one"),)


def test_equal_articles_tie_in_the_order_given() -> None:
    assert order_units([("a", [PLAIN] * 5), ("b", [PLAIN] * 5)]) == (("a", "b"),)


def test_no_articles_have_no_order() -> None:
    assert order_units([]) == ()


def test_words_in_marks_are_not_own_words() -> None:
    text = "“All of this is a disgrace,” Henrik Simon said on Monday in Torgau."
    analysis = analyze_article(Article("a", text), LEXICONS, redraws=0)

    assert [unit.words for unit in own_units(text, analysis)] == [7]


def test_an_article_with_too_little_text_is_not_ranked() -> None:
    article = Article("a", "The dike broke.")
    analysis = analyze_article(article, LEXICONS, redraws=0)

    assert rank_articles([article], [analysis]) == ()


@given(st.lists(st.lists(st.builds(Unit, st.integers(0, 30), st.integers(0, 2)))))
def test_every_article_is_ranked_once_and_always_alike(articles: list[list[Unit]]) -> None:
    ranked = [(str(number), units) for number, units in enumerate(articles)]

    groups = order_units(ranked)

    assert sorted(each for group in groups for each in group) == sorted(name for name, _ in ranked)
    assert order_units(ranked) == groups
