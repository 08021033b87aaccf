"""An event's label uses words that its articles share and none that judge."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.events.labels import label_event, title_of
from desktop.core.model.articles import Article, Metadata, Stated
from desktop.services.lexicons import load_lexicons

LEXICONS = load_lexicons()


def titled(title: str, text: str) -> Article:
    return Article(title, text, Metadata(title=Stated(title)))


def test_the_label_is_what_the_titles_share_without_loaded_wording() -> None:
    label = label_event(
        [
            titled("Minister slams dike repairs in Torgau", "The dike repairs in Torgau go on."),
            titled("Dike repairs in Torgau delayed", "A minister spoke of dike repairs in Torgau."),
        ],
        LEXICONS,
    )

    assert label == "Dike repairs in Torgau"


def test_an_untitled_article_is_labeled_by_its_first_line() -> None:
    assert title_of(Article("a", "\n  Dike broke \nMore.")) == "Dike broke"
    assert label_event([Article("a", "Dike broke near Torgau\nMore.")], LEXICONS)


def test_an_empty_article_has_a_label_too() -> None:
    assert label_event([Article("a", "")], LEXICONS) == "Untitled event"


@given(st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_any_articles_have_a_label(texts: list[str]) -> None:
    assert label_event([Article(str(n), text) for n, text in enumerate(texts)], LEXICONS)
