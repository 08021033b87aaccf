"""Findings call an article by its outlet, and by its number where that says too little."""

from __future__ import annotations

from desktop.core.framing.sources import Sources, joined, plural
from desktop.core.model.articles import Article, Metadata, Stated


def named(article_id: str, outlet: str) -> Article:
    return Article(article_id, "Text", Metadata(outlet=Stated(outlet)))


def test_an_outlet_names_its_article() -> None:
    assert Sources([named("a", "Daily"), named("b", "Post")], []).name("b") == "Post"


def test_two_articles_of_one_outlet_are_numbered() -> None:
    sources = Sources([named("a", "Daily"), named("b", "Daily"), Article("c", "")], [])

    assert [sources.name(each) for each in "abc"] == ["Daily (text 1)", "Daily (text 2)", "Text 3"]


def test_lists_and_counts_read_as_words() -> None:
    assert joined([]) == ""
    assert joined(["A"]) == "A"
    assert joined(["A", "B", "C"]) == "A, B and C"
    assert plural(1, "text") + plural(0, "text") == "texttexts"
