"""Made-up events in which one mayor is quoted and one story printed, for the views of voices."""

from __future__ import annotations

from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.comparisons import compare_articles
from desktop.core.model.articles import Article
from desktop.services.badges import to_badges
from desktop.services.event_details import make_details
from desktop.services.lexicons import load_lexicons
from desktop.services.views import EventView
from desktop.ui.figures.voices import VoiceSheets, make_voice_sheets
from tests.desktop.core.made_up import article_of

STORY = (
    "The ferry to Venn was stopped on Tuesday after two of its four engines failed in heavy weather"
    " near the northern pier"
)
QUOTED = "“We will close the old harbor bridge before the winter storms arrive,” Ana Costa said."
CUT = "“We will close the old harbor bridge,” Ana Costa said."
OTHER = "“We shall shut the old harbor bridge before winter storms come,” Ana Costa said."
REPORTED = "Ana Costa said that the city would close the harbor bridge before winter."


def spoken_view(*texts: str) -> EventView:
    """Return an event of these texts, each by an outlet of its own."""
    articles = tuple(article_of(text, f"a{n}", f"Paper {n}") for n, text in enumerate(texts))
    return view_of(articles)


def view_of(articles: tuple[Article, ...]) -> EventView:
    """Return an event of these articles."""
    analyses = tuple(analyze_article(each, load_lexicons(), redraws=0) for each in articles)
    badges = to_badges([(article.outlet, n) for n, article in enumerate(articles)])
    comparison = compare_articles(articles, analyses, load_lexicons())
    return EventView("e", "Harbor", articles, analyses, badges, comparison, ())


def sheets_of(view: EventView) -> VoiceSheets:
    """Return the tables of an event's voices."""
    return make_voice_sheets(view, make_details(view))
