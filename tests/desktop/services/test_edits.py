"""Edits by hand: what the user writes keeps its letters, and what it replaced comes back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.model.articles import Metadata, Stated
from desktop.services import decisions
from desktop.services.articles import (
    ArticleQuery,
    count_articles,
    get_article,
    list_articles,
)
from desktop.services.errors import CrosslightError
from desktop.services.events import list_events
from desktop.services.libraries import Library, open_library
from desktop.services.maintenance import check_library


@pytest.fixture(scope="module")
def desk(analyzed_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Give one library to all tests here; each takes back what it decides."""
    opened = open_library(shutil.copy(analyzed_file, tmp_path_factory.mktemp("edits")))
    yield opened
    assert opened.path is not None
    assert check_library(opened.path) == ()
    opened.close()


@pytest.fixture(autouse=True)
def nothing_stays_decided(desk: Library) -> Iterator[None]:
    yield
    while decisions.undo_label(desk) != "Add 5 articles":
        decisions.undo(desk)


def first(library: Library) -> str:
    return list_articles(library, ArticleQuery(limit=1))[0].id


def known(library: Library) -> Metadata:
    return get_article(library, first(library)).metadata


def edited(library: Library, field: str, value: str) -> object:
    decisions.edit_field(library, first(library), field, value)
    return getattr(known(library), field).value


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("نظر اهالی می\u200cگویند", "نظر اهالی می\u200cگویند"),
        ("क्\u200dष और र्\u200dय", "क्\u200dष और र्\u200dय"),
        ("👩\u200d🚀 lands in Łódź", "👩\u200d🚀 lands in Łódź"),
        ("\u2067שלום\u2069 said the mayor", "\u2067שלום\u2069 said the mayor"),
        ("Cafe\u0301 closes", "Caf\u00e9 closes"),
        (" one\r\ntwo\tthree\u2028four\u00a0five ", "one two three four five"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("half \ud83d of a letter", "half \ufffd of a letter"),
    ],
    ids=["Persian", "Hindi", "emoji", "right to left", "composed", "blanks", "controls", "half"],
)
def test_a_title_keeps_its_letters_on_one_line(desk: Library, written: str, kept: str) -> None:
    assert edited(desk, "title", written) == kept
    assert list_articles(desk, ArticleQuery(limit=1))[0].title == kept


@pytest.mark.parametrize("written", ["", "  ", "\u200b", "\u200d \u2060", "\x00\n", "\ufeff"])
def test_a_value_that_shows_nothing_makes_a_field_unknown(desk: Library, written: str) -> None:
    for field in ("title", "outlet", "url"):
        decisions.edit_field(desk, first(desk), field, "something")
        assert edited(desk, field, written) is None
    row = list_articles(desk, ArticleQuery(limit=1))[0]
    assert (row.title, row.outlet) == ("Untitled", "")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ("Ann Lee; Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Ann Lee,Bob Ray ,, ", ("Ann Lee", "Bob Ray")),
        ("Ann and Bob Ray", ("Ann and Bob Ray",)),
        (" ; , ", None),
    ],
)
def test_authors_are_parted_by_semicolons_and_commas(
    desk: Library, written: str, names: tuple[str, ...] | None
) -> None:
    decisions.edit_field(desk, first(desk), "authors", "Somebody Else")
    assert edited(desk, "authors", written) == names


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        (" 2024-11-02 ", "2024-11-02"),
        ("2024-11-02 18:37", "2024-11-02T18:37"),
        ("2024-11-02T18:37:59.9Z", "2024-11-02T18:37+00:00"),
        ("2024-11-02T18:37-0330", "2024-11-02T18:37-03:30"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(desk: Library, written: str, iso: str) -> None:
    decisions.edit_field(desk, first(desk), "published", written)
    published = known(desk).published.value
    assert published is not None
    assert published.iso == iso


@pytest.mark.parametrize("written", ["2023-02-29", "2024-11", "November 2024", "0024-11-02", "x"])
def test_what_is_no_full_date_is_named_and_changes_nothing(desk: Library, written: str) -> None:
    before = known(desk)
    with pytest.raises(CrosslightError) as refusal:
        decisions.edit_field(desk, first(desk), "published", written)
    assert f"“{written}”" in refusal.value.message
    assert "2024-11-02" in refusal.value.remedy
    assert known(desk) == before
    assert decisions.undo_label(desk) == "Add 5 articles"


def test_a_field_that_nobody_edits_is_refused_with_those_that_one_may(desk: Library) -> None:
    with pytest.raises(CrosslightError, match="“text” cannot be edited") as refusal:
        decisions.edit_field(desk, first(desk), "text", "x")
    assert all(field in refusal.value.remedy for field in decisions.EDITABLE)
    with pytest.raises(CrosslightError, match="no article nobody"):
        decisions.edit_field(desk, "nobody", "title", "x")


def test_an_outlet_in_another_spelling_is_the_one_that_is_there(desk: Library) -> None:
    before = count_articles(desk).outlets
    assert edited(desk, "outlet", "  the   HINDU ") == "The Hindu"
    after = {outlet.name: outlet for outlet in count_articles(desk).outlets}
    assert (after["The Hindu"].articles, after["The Hindu"].slot) == (2, before[1].slot)
    assert before[0].name not in after
    decisions.undo(desk)
    assert count_articles(desk).outlets == before


def test_an_outlet_whose_articles_left_it_keeps_its_slot_for_their_return(desk: Library) -> None:
    name = known(desk).outlet.value
    assert name is not None
    edited(desk, "outlet", "New Outlet")
    entered = count_articles(desk).outlets[-1]
    assert (entered.name, entered.articles) == ("New Outlet", 1)
    edited(desk, "outlet", name)
    found = {outlet.name: outlet.slot for outlet in count_articles(desk).outlets}
    assert (found[name], "New Outlet" in found) == (0, False)
    edited(desk, "outlet", "Newer Outlet")
    assert count_articles(desk).outlets[-1].slot == entered.slot + 1


def test_a_label_is_one_line_of_two_hundred_letters_at_most(desk: Library) -> None:
    (event,) = list_events(desk)
    decisions.rename_event(desk, event.id, "A\nlong\tlabel 🌊 " + "x" * 300)
    (renamed,) = list_events(desk)
    assert renamed.label == ("A long label 🌊 " + "x" * 300)[:200]
    decisions.rename_event(desk, event.id, " \u200b\n")
    assert list_events(desk) == (event,)


VALUES = st.text(st.characters(codec=None), max_size=20)
FIELDS = st.sampled_from([field for field in decisions.EDITABLE if field != "published"])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(FIELDS, VALUES), min_size=1, max_size=3))
def test_any_text_is_stored_on_one_line_and_taken_back(
    desk: Library, edits: list[tuple[str, str]]
) -> None:
    before = known(desk)
    for field, value in edits:
        decisions.edit_field(desk, first(desk), field, value)
        kept = known(desk)
        stated: Stated[object] = getattr(kept, field)
        assert stated.value is None or "\n" not in str(stated.value)
        decisions.edit_field(desk, first(desk), field, value)
        assert known(desk) == kept
    standing = [d for d in decisions.list_decisions(desk) if not d.undone]
    for _decision in standing[1:]:
        decisions.undo(desk)
    assert astuple(known(desk)) == astuple(before)
