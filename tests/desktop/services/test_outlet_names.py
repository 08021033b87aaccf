"""Outlets have several names, can be one, and are found by any of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.integrity import find_damage
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.counts import count_articles
from desktop.services.decisions import edit_field, redo, undo, undo_label
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.outlet_names import (
    add_alias,
    forget_alias,
    list_outlets,
    merge_outlets,
    rename_outlet,
)
from tests.desktop.services.conftest import run_import

TEXT = """<h1>{title}</h1><p>The pier of Anville has a crack, the harbor office said on Friday.</p>
<p>Nobody may walk on it until {title} is settled, and forty families wait for the ferry now.</p>
<p>An engineer looked at it for a whole day and told the council what he thought of it all.</p>
"""


def add(library: Library, folder: Path, outlet: str, title: str, url: str = "") -> str:
    link = f'<link rel="canonical" href="{url}">' if url else ""
    name = f'<meta property="og:site_name" content="{outlet}">' if outlet else ""
    path = folder / f"{title.replace(' ', '-')}.html"
    path.write_text(
        f"<html lang='en'><head>{name}{link}<title>{title}</title></head>"
        f"<body><article>{TEXT.format(title=title)}</article></body></html>",
        "utf-8",
    )
    (outcome,) = run_import(library, path)
    return outcome.articles[0].id


def names(library: Library) -> dict[str, tuple[int, tuple[str, ...]]]:
    return {each.name: (each.articles, each.aliases) for each in list_outlets(library)}


def test_a_page_links_its_site_to_the_name_it_is_called_by(
    library: Library, tmp_path: Path
) -> None:
    add(library, tmp_path, "Harbor Insider", "One crack", "https://www.harborinsider.com/a/1")
    assert names(library) == {"Harbor Insider": (1, ("harborinsider.com",))}
    second = add(library, tmp_path, "", "Two cracks", "https://www.harborinsider.com/a/2")
    assert get_article(library, second).outlet == "Harbor Insider"


def test_a_site_of_another_name_is_not_linked(library: Library, tmp_path: Path) -> None:
    add(library, tmp_path, "Island Post", "One crack", "https://www.newsportal.example/a")
    assert names(library) == {"Island Post": (1, ())}


def test_an_alias_leads_imports_and_edits_to_its_outlet(library: Library, tmp_path: Path) -> None:
    add(library, tmp_path, "Harbor Insider", "One crack")
    add_alias(library, " HI ", "harbor insider")
    assert undo_label(library) == "Name Harbor Insider “HI” too"
    second = add(library, tmp_path, "hi", "Two cracks")
    assert get_article(library, second).outlet == "Harbor Insider"
    assert names(library) == {"Harbor Insider": (2, ("HI",))}
    before = undo_label(library)
    edit_field(library, second, "outlet", "HI")
    assert get_article(library, second).outlet == "Harbor Insider"
    assert undo_label(library) == before


def test_a_forgotten_name_is_not_linked_again(library: Library, tmp_path: Path) -> None:
    add(library, tmp_path, "Harbor Insider", "One crack", "https://harborinsider.com/1")
    forget_alias(library, "harborinsider.com")
    add(library, tmp_path, "Harbor Insider", "Two cracks", "https://harborinsider.com/2")
    assert names(library) == {"Harbor Insider": (2, ())}
    undo(library)  # the second import
    undo(library)
    assert names(library)["Harbor Insider"][1] == ("harborinsider.com",)


def test_two_outlets_become_one_and_two_again(library: Library, tmp_path: Path) -> None:
    one = add(library, tmp_path, "Harbor Insider", "One crack")
    two = add(library, tmp_path, "HI", "Two cracks")
    add_alias(library, "H.I.", "HI")
    merge_outlets(library, "Harbor Insider", "HI")
    assert names(library) == {"Harbor Insider": (2, ("H.I.", "HI"))}
    assert [count.name for count in count_articles(library).outlets] == ["Harbor Insider"]
    assert {get_article(library, each).outlet for each in (one, two)} == {"Harbor Insider"}
    three = add(library, tmp_path, "HI", "Three cracks")
    assert get_article(library, three).outlet == "Harbor Insider"
    assert undo(library) is not None
    assert undo(library) == "Merge HI into Harbor Insider"
    assert get_article(library, two).outlet == "HI"
    assert names(library)["HI"] == (1, ("H.I.",))
    assert redo(library) == "Merge HI into Harbor Insider"
    assert names(library)["Harbor Insider"][1] == ("H.I.", "HI")
    assert list(find_damage(library.engine)) == []


def test_the_colors_stay_when_outlets_are_merged_and_parted(
    library: Library, tmp_path: Path
) -> None:
    for number, outlet in enumerate(("First", "Second", "Third")):
        add(library, tmp_path, outlet, f"Crack {number}")
    merge_outlets(library, "First", "Second")
    add(library, tmp_path, "Fourth", "Crack 4")
    slots = {each.name: each.slot for each in list_outlets(library)}
    assert slots == {"First": 0, "Third": 2, "Fourth": 3}


def test_a_renamed_outlet_is_found_by_both_names(library: Library, tmp_path: Path) -> None:
    one = add(library, tmp_path, "HI", "One crack")
    rename_outlet(library, "HI", "Harbor Insider")
    assert names(library) == {"Harbor Insider": (1, ("HI",))}
    two = add(library, tmp_path, "hi", "Two cracks")
    assert {get_article(library, each).outlet for each in (one, two)} == {"Harbor Insider"}
    undo(library)
    assert undo(library) == "Rename HI"
    assert get_article(library, one).outlet == "HI"
    assert names(library) == {"HI": (1, ())}
    redo(library)
    assert list(find_damage(library.engine)) == []


def test_an_outlet_can_take_one_of_its_own_other_names(library: Library, tmp_path: Path) -> None:
    add(library, tmp_path, "HI", "One crack")
    add_alias(library, "Harbor Insider", "HI")
    rename_outlet(library, "HI", "Harbor Insider")
    assert names(library) == {"Harbor Insider": (1, ("HI",))}
    undo(library)
    assert names(library) == {"HI": (1, ("Harbor Insider",))}


def test_what_would_make_two_outlets_one_by_the_way_is_refused(
    library: Library, tmp_path: Path
) -> None:
    add(library, tmp_path, "First", "Crack 1")
    add(library, tmp_path, "Second", "Crack 2")
    with pytest.raises(CrosslightError) as refusal:
        add_alias(library, "Second", "First")
    assert "Merge Second and First" in refusal.value.remedy
    with pytest.raises(CrosslightError, match="name of Second"):
        rename_outlet(library, "First", "second")
    merge_outlets(library, "First", "Second")
    with pytest.raises(CrosslightError, match="was merged"):
        forget_alias(library, "Second")
    with pytest.raises(CrosslightError, match="one outlet already"):
        merge_outlets(library, "First", "Second")


@pytest.mark.parametrize(("name", "outlet"), [("x", "nobody"), ("  ", "First")])
def test_what_is_no_outlet_and_no_name_is_refused(
    library: Library, tmp_path: Path, name: str, outlet: str
) -> None:
    add(library, tmp_path, "First", "Crack 1")
    with pytest.raises(CrosslightError):
        add_alias(library, name, outlet)
    with pytest.raises(CrosslightError, match="other name"):
        forget_alias(library, "nothing")


def test_a_merge_settles_what_was_a_conflict_of_two_names(library: Library, tmp_path: Path) -> None:
    meta = tmp_path / "Crack-1.html.meta.json"
    meta.write_text('{"outlet": "HI", "published": "2024-11-02"}', "utf-8")
    add(library, tmp_path, "Daily Pier", "Crack 1")
    meta.unlink()
    add(library, tmp_path, "Daily Pier", "Crack 2")

    def reasons() -> list[str]:
        return [
            reason
            for summary in list_articles(library, ArticleQuery())
            for reason in summary.attention
            if "outlets" in reason
        ]

    assert len(reasons()) == 1
    merge_outlets(library, "HI", "Daily Pier")
    assert reasons() == []
    undo(library)
    assert len(reasons()) == 1
