"""Figures of several articles are set side by side, and only one place makes them differ."""

from __future__ import annotations

from desktop.core.analysis.articles import analyze_article
from desktop.core.framing.numbers import find_figure_groups
from desktop.core.framing.sources import Sources
from desktop.core.model.articles import Article, Metadata, Stated
from desktop.core.model.comparisons import Finding
from desktop.services.lexicons import load_lexicons

LEXICONS = load_lexicons()


def findings_of(**texts: str) -> list[Finding]:
    articles = [
        Article(outlet, text, Metadata(outlet=Stated(outlet))) for outlet, text in texts.items()
    ]
    analyses = [analyze_article(article, LEXICONS, redraws=0) for article in articles]
    return list(find_figure_groups(Sources(articles, analyses)))


def test_two_scopes_are_said_not_to_contradict() -> None:
    (finding,) = findings_of(
        Daily="Officials said 8,000 North Korean soldiers are in the Kursk region.",
        Post="Officials said 10,000 North Korean soldiers are in Russia.",
    )

    assert finding.text.endswith("They do not contradict.")
    assert [place.article for place in finding.evidence] == ["Daily", "Post"]


def test_one_figure_in_two_articles_is_no_finding() -> None:
    text = "Officials said 8,000 North Korean soldiers are in the Kursk region."

    assert findings_of(Daily=text, Post=text) == []


def test_two_figures_for_one_place_are_different_figures() -> None:
    (finding,) = findings_of(
        Daily="Officials said 8,000 North Korean soldiers are in the Kursk region.",
        Post="Officials said 9,000 North Korean soldiers are in the Kursk region.",
    )

    assert finding.title == "Different figures"
    assert "Daily 8,000" in finding.text
    assert "Post 9,000" in finding.text
