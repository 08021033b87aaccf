"""The articles that speed is measured on: the same on every machine, and shaped like news."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.analysis.articles import analyze_article
from desktop.core.events.grouping import group_articles
from desktop.services import event_signatures, events
from tests.bench import placing
from tests.bench.articles import OUTLETS_PER_EVENT, make_articles, make_event, make_text
from tests.bench.comparing import compare_event
from tests.bench.importing import import_pages, import_texts
from tests.bench.listing import measure_lists
from tests.bench.pages import write_pages
from tests.bench.placing import place_one
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


def test_one_more_article_is_placed_not_grouped_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_parts: object) -> None:
        raise AssertionError("all articles were grouped again")

    monkeypatch.setattr(events, "_store_groups", refuse)
    monkeypatch.setattr(event_signatures, "MANY_ARTICLES", 5)
    monkeypatch.setattr(placing, "MANY_ARTICLES", 60)
    wall, cpu = place_one(60)
    assert cpu > 0
    assert wall > 0


def test_an_event_has_as_many_outlets_as_asked_for_and_they_can_be_compared() -> None:
    articles = make_event(7)
    assert len({article.outlet for article in articles}) == 7
    alone, whole = compare_event(3)
    assert 0 < alone < whole


def test_a_page_has_the_article_and_much_around_it(tmp_path: Path) -> None:
    write_pages(tmp_path, 2)
    first, second = sorted(tmp_path.rglob("*.html"))
    page = first.read_text("utf-8")
    assert 20_000 < len(page) < 200_000
    assert page.count("<p>") > 10
    assert "Advertisement" in page
    assert page != second.read_text("utf-8")


@pytest.mark.slow
def test_files_are_imported_by_the_command_and_measured() -> None:
    texts, pages = import_texts(8), import_pages(3)
    assert (texts.files, pages.files) == (8, 3)
    assert min(texts.rate, pages.rate, texts.size_kb, pages.size_kb) > 0
    assert texts.wait_s <= texts.took_s


def test_lists_and_searches_are_measured_as_a_library_grows() -> None:
    found = list(measure_lists((20, 40)))
    assert {size for size, _what, _took, _goal in found} == {20, 40}
    assert len(found) % 2 == 0
    assert all(took > 0 for _size, _what, took, _goal in found)
