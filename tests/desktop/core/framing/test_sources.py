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


def test_of_many_outlets_the_first_are_named_and_the_rest_counted() -> None:
    sources = Sources([named(f"a{nth}", f"Daily {nth}") for nth in range(9)], [])
    assert sources.names(["a0", "a1", "a2"]) == "Daily 0, Daily 1 and Daily 2"
    assert sources.names(f"a{nth}" for nth in range(6)).count("Daily") == 6
    assert sources.names(f"a{nth}" for nth in range(9)) == (
        "Daily 0, Daily 1, Daily 2, Daily 3 and 5 others"
    )
    assert sources.names([]) == ""
