"""The articles that speed is measured on: the same on every machine, and shaped like news."""

from __future__ import annotations

from desktop.core.analysis.articles import analyze_article
from desktop.core.events.grouping import group_articles
from tests.bench.articles import OUTLETS_PER_EVENT, make_articles, make_text
from tests.desktop.core.made_up import LEXICONS


def test_the_same_seed_makes_the_same_articles() -> None:
    assert make_articles(9) == make_articles(9)
    assert make_articles(9) != make_articles(9, seed=8)
    assert len({article.id for article in make_articles(9)}) == 9


def test_articles_are_as_long_as_news_and_have_what_the_analysis_looks_for() -> None:
    articles = make_articles(8)
    analyses = [analyze_article(article, LEXICONS, redraws=0) for article in articles]
    assert 2_000 < sum(len(article.text) for article in articles) / len(articles) < 5_000
    assert all(each.language == "en" and each.quotations and each.figures for each in analyses)
    assert sum(len(each.loaded) for each in analyses) > len(articles)


def test_articles_of_one_event_are_grouped_more_often_than_not() -> None:
    articles = make_articles(8 * OUTLETS_PER_EVENT)
    groups = group_articles(articles, LEXICONS)
    together = sum(
        len({article.split("-")[0] for article in group.articles}) == 1 for group in groups
    )
    assert together >= 0.7 * len(groups)
    assert len(groups) < len(articles)


def test_a_text_has_the_length_asked_for() -> None:
    for length in (1, 1_000, 20_000):
        assert len(make_text(length)) == length
