"""Names in a query mean what is called just so, or else what has the words; never more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.conditions import Conditions
from desktop.services.decisions import edit_field, rename_event
from desktop.services.libraries import Library, open_library
from desktop.services.matching import match_of
from desktop.services.outlet_names import add_alias, merge_outlets
from desktop.services.queries import All, AnyOf, Importance, Not, Term, parse_query
from desktop.services.sessions import read_session
from desktop.services.tags import tag_articles
from tests.desktop.services.found import fill


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Give the small library; tests change nothing in it."""
    opened = open_library(tmp_path_factory.mktemp("shelf") / "Shelf.crosslight", create=True)
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture
def made(library: Library) -> Library:
    """Give the small library, which changes may be made to."""
    fill(library)
    return library


def found(library: Library, text: str) -> str:
    """Return the ids that a finished query finds, with blanks between."""
    rows = list_articles(library, ArticleQuery(text=text, is_finished=True))
    return " ".join(row.id for row in rows)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("outlet:lantern", "a1 a7"),
        ('outlet:"DAILY  lantern"', "a1 a7"),
        ("outlet:evening", "a5 a8"),  # without its accent
        ("outlet:ntern", ""),  # from the beginning of a word alone
        ("outlet:post", "a2 a3"),
        ("tag:follow", "a3 a7"),
        ("tag:low", ""),
        ('event:"storm in anville"', "a1 a3 a5"),
        ("event:e2", "a2 a7"),
        ("event:E2", ""),
        ("note:roof", "a2"),
        ("note:oof", ""),
        ("lang:Ukrainian", "a3"),
        ("lang:uk", "a3"),
        ("format:html", "a3 a8"),
        ("has:author", "a1 a3 a7"),
        ("-has:event", "a4 a8"),
        ("is:unanalyzed", "a4"),
        ("is:untagged -has:note", "a4 a5 a8"),
        ("importance:2..", "a1 a4 a7"),
        ("date:2022", "a7"),  # the other one of that year lies in the trash
        ("-date:2022..2024", "a4 a8"),
    ],
)
def test_a_name_means_what_it_says(shelf: Library, text: str, ids: str) -> None:
    assert found(shelf, text) == ids


@pytest.mark.parametrize("sign", ["%", "_", "'", '"', "*", "\\", "🌊", "\0", "NEAR(a b)"])
def test_a_sign_in_a_name_stands_for_itself_and_finds_nothing(shelf: Library, sign: str) -> None:
    for field in ("outlet", "tag", "note", "event"):
        assert found(shelf, f'{field}:"{sign}"') == ""


def test_a_name_of_another_outlet_is_not_meant_where_one_is_called_just_so(made: Library) -> None:
    edit_field(made, "a4", "outlet", "Lantern")
    assert found(made, "outlet:lantern") == "a4"
    assert found(made, 'outlet:"daily lantern"') == "a1 a7"


def test_an_outlet_is_found_by_all_its_names_also_those_of_one_merged_into_it(
    made: Library,
) -> None:
    add_alias(made, "HP", "Harbor Post")
    assert found(made, "outlet:hp") == "a2 a3"
    merge_outlets(made, "Harbor Post", "Daily Lantern")
    assert found(made, "outlet:hp") == "a1 a2 a3 a7"
    assert found(made, 'outlet:"daily lantern"') == "a1 a2 a3 a7"
    with read_session(made) as session:
        conditions = Conditions(session)
        assert len(conditions.outlets_with("HARBOR  post")) == 1
        assert conditions.outlets_with(" ") == conditions.outlets_with("nobody") == []


def test_an_event_is_found_by_the_name_that_the_user_gave_it(made: Library) -> None:
    rename_event(made, "e1", "Ураган")
    assert found(made, "event:ураган") == "a1 a3 a5"
    assert found(made, 'event:"Storm in Anville"') == ""


def test_a_tag_of_several_words_is_found_by_its_beginning(made: Library) -> None:
    tag_articles(made, ["a4"], "Follow the money")
    assert found(made, "tag:follow") == "a3 a4 a7"
    assert found(made, 'tag:"follow up"') == "a3 a7"
    assert found(made, "tag:money") == "a4"


def test_the_index_answers_words_alone() -> None:
    storm, roof = Term("storm"), Term("roof", is_prefix=True, field="title")
    assert match_of(storm) == '"storm"'
    assert match_of(roof) == 'title : "roof"*'
    assert match_of(AnyOf((storm, roof))) == '("storm") OR (title : "roof"*)'
    assert match_of(All((storm, Not(roof)))) == '("storm") NOT (title : "roof"*)'
    for other in (
        Not(storm),
        All((Not(storm), Not(roof))),
        All((storm, Importance(1, 3))),
        All((storm, Not(Importance(1, 3)))),
        AnyOf((storm, Not(roof))),
    ):
        assert match_of(other) is None


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ('"', ""),
        ("(", ""),
        (")", ""),
        ("-", ""),
        ("* -", ""),
        ("((storm", "storm"),
        ("storm)", "storm"),
        ('"storm', "storm"),
        ("storm -", "storm"),
        ("storm OR", "storm or"),  # no operator yet, but a word
        ("tag:", '"tag:"'),
    ],
)
def test_a_query_that_is_not_written_to_its_end_is_what_it_is_so_far(
    shelf: Library, text: str, like: str
) -> None:
    if like:
        assert found(shelf, text) == found(shelf, like)
    else:
        assert (parse_query(text), found(shelf, text)) == (None, "")


def test_an_empty_library_finds_nothing_by_any_name(tmp_path: Path) -> None:
    empty = open_library(tmp_path / "Empty.crosslight", create=True)
    for text in ("outlet:a", "tag:a", "event:a", "note:a", "lang:uk", "is:attention", "-storm"):
        assert found(empty, text) == ""
    empty.close()
