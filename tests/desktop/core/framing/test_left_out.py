"""What a comparison leaves out is named, with the reason."""

from __future__ import annotations

from desktop.core.analysis.articles import analyze_article
from desktop.core.framing.left_out import find_left_out
from desktop.core.framing.sources import Sources
from desktop.core.model.articles import Article, Published
from tests.desktop.core.made_up import LEXICONS, article_of

LONG = "The ferry left the harbor at noon with forty people and came back to the town. " * 6
DAY = Published(2024, 5, 2)


def left_out(*articles: Article) -> set[tuple[str | None, str]]:
    analyses = [analyze_article(each, LEXICONS, redraws=0) for each in articles]
    found = find_left_out(Sources(articles, analyses))
    assert all(each.reason.endswith(".") for each in found)
    return {(each.article, each.part) for each in found}


def test_of_full_articles_nothing_is_left_out() -> None:
    assert (
        left_out(
            article_of(LONG, "a", "Daily", day=DAY), article_of(f"{LONG}x", "b", "Post", day=DAY)
        )
        == set()
    )


def test_one_article_cannot_be_compared() -> None:
    assert (None, "comparison") in left_out(article_of(LONG, "a", "Daily", day=DAY))


def test_articles_without_date_or_outlet_are_named() -> None:
    found = left_out(article_of(LONG, "a"), article_of(f"{LONG}x", "b", "Post", day=DAY))
    assert {("a", "clock"), ("a", "questions of silence"), ("a", "outlet profile")} <= found
    assert (None, "questions of silence") in found


def test_the_same_text_twice_is_named_once() -> None:
    found = left_out(
        article_of(LONG, "a", "Daily", day=DAY), article_of(LONG, "b", "Post", day=DAY)
    )
    assert found == {("b", "minimal pairs")}


def test_short_texts_headlines_alone_and_other_languages_have_no_rates() -> None:
    french = "La ville a voulu que le pont ne soit pas fermé avant la fin de la semaine. " * 6
    found = left_out(
        article_of("Council shuts bridge", "a", "Daily", "Council shuts bridge", DAY),
        article_of(french, "b", "Post", day=DAY),
        article_of("", "c", "Star", day=DAY),
    )
    assert ("a", "rates and ranks") in found
    assert ("b", "loaded wording, tone and ranks") in found
    assert ("c", "comparison") in found


def test_of_many_articles_the_places_shown_are_limited_and_it_says_so() -> None:
    many = [article_of(f"{LONG}{n}", str(n), f"Outlet {n}", day=DAY) for n in range(31)]
    assert (None, "annotations") in left_out(*many)
