"""A page's site becomes a name of its outlet where both are called the same, and only there."""

from __future__ import annotations

import pytest

from desktop.services.libraries import Library
from desktop.services.outlet_links import link_site
from desktop.services.outlet_names import add_alias, forget_alias, list_outlets, merge_outlets
from desktop.services.outlets import find_or_enter
from desktop.services.sessions import write_session


def link(library: Library, outlet: str, url: str) -> None:
    """Let a page of an outlet come in."""
    with write_session(library) as session:
        link_site(session, find_or_enter(session, outlet), url)


def names(library: Library) -> dict[str, tuple[str, ...]]:
    return {each.name: each.aliases for each in list_outlets(library)}


@pytest.mark.parametrize(
    ("outlet", "url", "site"),
    [
        ("Harbor Insider", "https://www.harborinsider.com/a?b=1#c", "harborinsider.com"),
        ("The Anville Post", "http://anvillepost.example/x", "anvillepost.example"),
        ("The Anville Post", "https://the-anville-post.example", "the-anville-post.example"),
        ("ANVILLE-POST", "https://news.anville-post.co.uk/1", "anville-post.co.uk"),
        ("A.N.V.", "https://anv.example:8080/1", "anv.example"),
    ],
)
def test_a_site_of_the_same_name_is_linked(
    library: Library, outlet: str, url: str, site: str
) -> None:
    link(library, outlet, url)
    assert names(library) == {outlet: (site,)}


@pytest.mark.parametrize(
    ("outlet", "url"),
    [
        ("Harbor Insider", ""),
        ("Harbor Insider", "not an address"),
        ("Harbor Insider", "/harborinsider/1"),
        ("Harbor Insider", "https://harborinsiders.com/1"),
        ("Harbor Insider", "https://harbor.example/harborinsider.com"),
        ("Harbor Insider", "https://insider.com"),
        ("HI", "https://hi.example/1"),
        ("🌊", "https://🌊.example/1"),
    ],
)
def test_a_site_that_is_not_called_so_is_left_alone(
    library: Library, outlet: str, url: str
) -> None:
    link(library, outlet, url)
    assert names(library) == {}


def test_a_site_is_linked_once_and_to_the_first(library: Library) -> None:
    for _time in range(2):
        link(library, "Anville Post", "https://anvillepost.example/1")
    link(library, "The Anville Post", "https://anvillepost.example/2")
    assert names(library) == {"Anville Post": ("anvillepost.example",)}


def test_an_outlet_called_by_its_address_gets_no_second_name(library: Library) -> None:
    link(library, "anvillepost.example", "https://www.anvillepost.example/1")
    assert names(library) == {}


def test_what_the_user_gave_to_another_outlet_stays_there(library: Library) -> None:
    with write_session(library) as session:
        find_or_enter(session, "Harbor Post")
    add_alias(library, "anvillepost.example", "Harbor Post")
    link(library, "Anville Post", "https://anvillepost.example/1")
    assert names(library) == {"Harbor Post": ("anvillepost.example",)}


def test_what_was_taken_away_comes_back_by_hand_alone(library: Library) -> None:
    link(library, "Anville Post", "https://anvillepost.example/1")
    forget_alias(library, "AnvillePost.example")
    link(library, "Anville Post", "https://anvillepost.example/2")
    assert names(library) == {}
    add_alias(library, "anvillepost.example", "Anville Post")
    assert names(library) == {"Anville Post": ("anvillepost.example",)}


def test_the_site_goes_with_an_outlet_that_is_merged(library: Library) -> None:
    link(library, "Anville Post", "https://anvillepost.example/1")
    with write_session(library) as session:
        find_or_enter(session, "Post of Anville")
    merge_outlets(library, "Post of Anville", "Anville Post")
    link(library, "Anville Post", "https://anvillepost.example/2")
    assert names(library) == {"Post of Anville": ("Anville Post", "anvillepost.example")}
