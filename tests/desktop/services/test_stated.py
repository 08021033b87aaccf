"""What is stated of an article is kept, and what disagrees is told until somebody settles it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.model.articles import Origin
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.date_cards import DateCard, StatedValue, get_date_card, use_statement
from desktop.services.decisions import edit_field, redo, undo
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.progress import FileStatus
from desktop.services.stated import confidence_of, may_be_one_day
from tests.desktop.services.conftest import run_import

BODY = """<h1>Ferry to Anville stops</h1><p class="date">{seen}</p>
<p>The ferry to Anville stops on Friday, the harbor office said, because the pier has a crack.</p>
<p>Forty families on the island now wait for a boat that the council has promised for Monday.</p>
<p>Nobody knows how long the repair takes, an engineer said, and the shop has bread for a week.</p>
"""
HEAD = """<title>Ferry to Anville stops - The Test</title>
<meta property="og:site_name" content="The Test">
<meta property="article:published_time" content="{published}">
<meta property="article:modified_time" content="2024-11-05T09:00:00+00:00">
<meta property="article:section" content="Island">"""


def add(
    library: Library, folder: Path, published: str = "2024-11-02", seen: str = "3 November 2024"
) -> str:
    page = f"<html lang='en'><head>{HEAD}</head><body><article>{BODY}</article></body></html>"
    path = folder / "ferry.html"
    path.write_text(page.format(published=published, seen=seen), "utf-8")
    (outcome,) = run_import(library, path)
    assert outcome.status is FileStatus.IMPORTED
    return outcome.articles[0].id


def attention(library: Library) -> tuple[str, ...]:
    (summary,) = list_articles(library, ArticleQuery())
    return summary.attention


def values(card: DateCard, name: str) -> tuple[StatedValue, ...]:
    return next((field.values for field in card.fields if field.name == name), ())


def test_two_days_are_a_conflict_and_no_doubt_about_reading(
    library: Library, tmp_path: Path
) -> None:
    article = add(library, tmp_path)
    assert attention(library) == ("Two dates are stated: 2 Nov 2024 and 3 Nov 2024 (in the page).",)
    card = get_date_card(library, article)
    assert card.conflicts == attention(library)
    chosen, other = values(card, "published")
    assert (chosen.value, chosen.is_chosen, chosen.is_usable) == ("2024-11-02", True, False)
    assert (other.value, other.is_usable, other.agrees) == ("2024-11-03", True, False)
    assert other.places[0] == "dateline"


def test_the_other_day_can_be_used_and_taken_back(library: Library, tmp_path: Path) -> None:
    article = add(library, tmp_path)
    use_statement(library, article, "published", "2024-11-03")
    stated = get_article(library, article).metadata.published
    assert stated.value is not None
    assert (stated.value.iso, stated.origin) == ("2024-11-03", Origin.FILE)
    assert attention(library) == ()
    assert get_date_card(library, article).conflicts == ()
    assert undo(library) == "Edit published"
    assert len(attention(library)) == 1
    assert redo(library) == "Edit published"
    assert attention(library) == ()


def test_what_the_user_types_settles_the_conflict(library: Library, tmp_path: Path) -> None:
    article = add(library, tmp_path)
    edit_field(library, article, "published", "4 November 2024")
    assert attention(library) == ()
    first, *others = values(get_date_card(library, article), "published")
    assert (first.value, first.origin, first.is_chosen) == ("2024-11-04", "user", True)
    assert [other.value for other in others] == ["2024-11-02", "2024-11-03"]


def test_a_moment_of_another_zone_is_no_other_day(library: Library, tmp_path: Path) -> None:
    add(library, tmp_path, "2024-11-03T04:30:00+00:00", "2 November 2024")
    assert attention(library) == ()


def test_a_date_that_lies_ahead_is_shown_and_not_used(library: Library, tmp_path: Path) -> None:
    article = add(library, tmp_path, "2098-01-01", "soon")
    assert get_article(library, article).metadata.published.value is None
    assert any("lies ahead: 1 Jan 2098" in reason for reason in attention(library))
    (ahead,) = values(get_date_card(library, article), "published")
    assert (ahead.lies_ahead, ahead.is_usable) == (True, False)
    with pytest.raises(CrosslightError, match="lies ahead"):
        use_statement(library, article, "published", "2098-01-01")


def test_the_dates_of_the_copy_are_shown_and_never_the_publication(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("A crack in the pier\n\nThe pier of Anville has a crack, they said.\n", "utf-8")
    (outcome,) = run_import(library, path)
    card = get_date_card(library, outcome.articles[0].id)
    (file,) = values(card, "file")
    assert (file.origin, file.is_usable, file.is_chosen) == ("file system", False, False)
    assert values(card, "published") == ()


def test_updated_and_section_are_kept(library: Library, tmp_path: Path) -> None:
    card = get_date_card(library, add(library, tmp_path))
    (updated,) = values(card, "updated")
    assert (updated.value, updated.is_chosen) == ("2024-11-05T09:00+00:00", True)
    assert [value.value for value in values(card, "section")] == ["Island"]


def test_another_outlet_in_a_sidecar_is_a_conflict(library: Library, tmp_path: Path) -> None:
    meta = tmp_path / "ferry.html.meta.json"
    meta.write_text('{"outlet": "Evening Post"}', "utf-8")
    article = add(library, tmp_path, seen="2 November 2024")
    assert attention(library) == (
        "Two outlets are stated: Evening Post and The Test (meta tag og:site_name).",
    )
    use_statement(library, article, "outlet", "The Test")
    assert get_article(library, article).outlet == "The Test"
    assert attention(library) == ()


def test_what_nothing_states_cannot_be_used(library: Library, tmp_path: Path) -> None:
    article = add(library, tmp_path)
    for field, value in (("published", "2024-12-24"), ("file", "x"), ("nothing", "x")):
        with pytest.raises(CrosslightError):
            use_statement(library, article, field, value)
    with pytest.raises(CrosslightError):
        get_date_card(library, "nobody")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024-11-02", "2024-11-02T10:00+05:30", True),
        ("2024-11-02T23:00-08:00", "2024-11-03", True),
        ("2024-11-02", "2024-11-03", False),
        ("2024-11-02T12:00+00:00", "2024-11-05", False),
    ],
)
def test_days_are_compared_where_they_may_meet(one: str, other: str, expected: bool) -> None:
    assert may_be_one_day(one, other) is may_be_one_day(other, one) is expected


def test_places_that_agree_make_a_value_surer() -> None:
    def sure(*entries: tuple[str, str]) -> float:
        stated = {
            "published": [
                {"value": value, "origin": "file", "where": where} for value, where in entries
            ]
        }
        return confidence_of(stated, "published", "2024-11-02")

    line = ("2024-11-02", "line")
    assert sure(line) < sure(line, ("2024-11-02", "JSON-LD"))
    assert sure(line, ("2024-11-05", "meta tag date")) < sure(line)
    assert sure(("2024-11-02", "address")) < sure(line)
