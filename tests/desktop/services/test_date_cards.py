"""The date card shows all that is stated of an article, and takes only what may be taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.core.model.articles import Origin
from desktop.services.articles import get_article
from desktop.services.date_cards import SHOWN, StatedValue, get_date_card, use_statement
from desktop.services.decisions import (
    edit_field,
    list_decisions,
    redo,
    trash_articles,
    undo,
    undo_label,
)
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library, open_library
from tests.desktop.services.conftest import STORM, run_import, write

PAGE = """<html lang="en"><head><title>Ferry stops - Pier Post</title>
<meta property="og:site_name" content="Pier Post">
<meta property="article:published_time" content="2024-11-02">
<meta name="author" content="Ann Lee"></head>
<body><article><h1>Ferry stops</h1><p class="byline">By Bo Lund</p>
<p>The ferry to Anville stops on Friday, the harbor office said, because the pier has a crack.</p>
<p>Forty families on the island now wait for a boat that the council has promised for Monday.</p>
<p>Nobody knows how long the repair takes, an engineer said, and the shop has bread for a week.</p>
</article></body></html>"""
SIDECAR = {
    "outlet": "Harbor Herald",
    "published": "2024-11-09",
    "authors": ["Ann Lee", "José Márquez"],
    "section": "Острів 🌊",
}


def add(library: Library, folder: Path, **stated: object) -> str:
    """Import the page with a file beside it that states things of it."""
    page = write(folder, "ferry.html", PAGE)
    write(folder, "ferry.html.meta.json", json.dumps({**SIDECAR, **stated}))
    (outcome,) = run_import(library, page)
    return outcome.articles[0].id


@pytest.fixture
def article(library: Library, tmp_path: Path) -> str:
    """Return the article of the page."""
    return add(library, tmp_path)


def values(library: Library, article: str, name: str) -> dict[str, StatedValue]:
    fields = {field.name: field.values for field in get_date_card(library, article).fields}
    return {value.value: value for value in fields.get(name, ())}


def test_the_fields_come_in_their_order_each_with_one_chosen_value_at_most(
    library: Library, article: str
) -> None:
    fields = get_date_card(library, article).fields
    names = [field.name for field in fields]
    assert names == [name for name in SHOWN if name in names]
    assert {"published", "outlet", "authors", "section"} <= set(names)
    for field in fields:
        chosen = [value.is_chosen for value in field.values]
        assert chosen == sorted(chosen, reverse=True)
        assert sum(chosen) <= 1
        assert not any(value.is_chosen and value.is_usable for value in field.values)


def test_each_value_that_may_be_used_can_be_used_and_taken_back(
    library: Library, article: str
) -> None:
    before = get_date_card(library, article)
    usable = [
        (field.name, value.value)
        for field in before.fields
        for value in field.values
        if value.is_usable
    ]
    assert {"published", "outlet", "authors"} <= {name for name, _value in usable}
    for name, value in usable:
        use_statement(library, article, name, value)
        assert values(library, article, name)[value].is_chosen
        after = get_date_card(library, article)
        assert undo(library) == f"Edit {name}"
        assert get_date_card(library, article) == before
        redo(library)
        assert get_date_card(library, article) == after
        undo(library)


def test_authors_are_taken_one_by_one_and_not_as_one_line(library: Library, article: str) -> None:
    other = next(value for value in values(library, article, "authors").values() if value.is_usable)
    use_statement(library, article, "authors", other.value)
    stated = get_article(library, article).metadata.authors
    assert stated.value == tuple(other.value.split("; "))
    assert stated.origin.value == other.origin


def test_an_outlet_that_is_used_settles_what_was_said_of_two(
    library: Library, article: str
) -> None:
    assert any("outlets" in each for each in get_date_card(library, article).conflicts)
    other = next(value for value in values(library, article, "outlet").values() if value.is_usable)
    use_statement(library, article, "outlet", other.value)
    assert get_article(library, article).outlet == other.value
    assert not any("outlets" in each for each in get_date_card(library, article).conflicts)


def test_a_date_that_lies_ahead_is_shown_and_not_taken(library: Library, tmp_path: Path) -> None:
    article = add(library, tmp_path, published="2098-01-01")
    ahead = values(library, article, "published")["2098-01-01"]
    assert (ahead.lies_ahead, ahead.is_usable, ahead.is_chosen) == (True, False, False)
    with pytest.raises(CrosslightError, match="lies ahead") as refusal:
        use_statement(library, article, "published", "2098-01-01")
    assert "type it" in refusal.value.remedy
    assert values(library, article, "published")["2024-11-02"].is_chosen


def test_what_is_not_stated_or_cannot_be_edited_is_refused(library: Library, article: str) -> None:
    before = get_date_card(library, article), list_decisions(library)
    for field, value in (
        ("published", "2024-11-0"),
        ("published", ""),
        ("outlet", "harbor herald"),
        ("outlet", "Nobody"),
        ("section", "Острів 🌊"),
        ("saved", "2024-11-02"),
        ("text", "anything"),
        ("", ""),
    ):
        with pytest.raises(CrosslightError, match="Nothing of this article is stated") as refusal:
            use_statement(library, article, field, value)
        assert "date card" in refusal.value.remedy
    assert (get_date_card(library, article), list_decisions(library)) == before


def test_the_value_that_is_used_again_is_no_decision(library: Library, article: str) -> None:
    use_statement(library, article, "published", "2024-11-09")
    before = list_decisions(library)
    use_statement(library, article, "published", "2024-11-09")
    assert list_decisions(library) == before


def test_what_the_user_typed_stands_first_and_the_rest_can_be_used_again(
    library: Library, article: str
) -> None:
    edit_field(library, article, "outlet", "Наш Порт 🌊")
    first, *others = values(library, article, "outlet").values()
    assert (first.value, first.origin, first.is_chosen) == ("Наш Порт 🌊", "user", True)
    assert [other.is_usable for other in others] == [True] * len(others)
    use_statement(library, article, "outlet", others[0].value)
    known = get_article(library, article).metadata.outlet
    assert (known.value, known.origin is Origin.USER) == (others[0].value, False)


def test_an_article_of_plain_text_has_a_card_without_dates(
    library: Library, tmp_path: Path
) -> None:
    (outcome,) = run_import(library, write(tmp_path, "storm.txt", STORM))
    card = get_date_card(library, outcome.articles[0].id)
    assert "published" not in {field.name for field in card.fields}
    assert card.conflicts == ()


def test_an_article_in_the_trash_keeps_its_card(library: Library, article: str) -> None:
    before = get_date_card(library, article)
    trash_articles(library, [article])
    assert get_date_card(library, article) == before


def test_no_article_has_no_card(library: Library) -> None:
    for nobody in ("", "nobody", "'; DROP TABLE article; --"):
        with pytest.raises(CrosslightError, match="has no article"):
            get_date_card(library, nobody)
        with pytest.raises(CrosslightError, match="has no article"):
            use_statement(library, nobody, "published", "2024-11-02")
    assert undo_label(library) is None


def test_a_library_opened_to_be_read_shows_the_card_and_takes_nothing(
    library: Library, article: str
) -> None:
    reading = open_library(library.url, read_only=True)
    try:
        assert get_date_card(reading, article) == get_date_card(library, article)
        with pytest.raises(CrosslightError, match="can only be read"):
            use_statement(reading, article, "published", "2024-11-09")
    finally:
        reading.close()
