"""Addresses: one page under several spellings, and the site that a page is of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.copies.addresses import address_key, normal_address, site_of

PAGE = "anville-post.example/2024/storm"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.anville-post.example/2024/storm",
        "http://anville-post.example:80/2024/storm/",
        "HTTPS://M.Anville-Post.example/2024/storm#comments",
        "https://amp.anville-post.example/2024/storm/amp/",
        "//anville-post.example/2024/storm?utm_source=letter&fbclid=1",
        "https://reader@anville-post.example/2024/storm/index.html",
    ],
)
def test_what_leads_to_one_page_is_one_address(url: str) -> None:
    assert normal_address(url) == PAGE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/read?id=1", "https://a.example/read?id=2"),
        ("https://a.example/one", "https://a.example/two"),
        ("https://en.lexicon.example/Storm", "https://de.lexicon.example/Storm"),
        ("https://a.example/amphibians", "https://a.example/hibians"),
    ],
)
def test_other_pages_have_other_addresses(one: str, other: str) -> None:
    assert normal_address(one) != normal_address(other)


def test_the_order_of_what_is_asked_for_makes_no_other_address() -> None:
    assert normal_address("http://a.example/r?b=2&a=1") == normal_address("//a.example/r?a=1&b=2")


@pytest.mark.parametrize("url", ["", "storm.html", "https://www.anville-post.example/", "mailto:a"])
def test_a_front_page_or_no_address_tells_nothing(url: str) -> None:
    assert normal_address(url) == ""


@pytest.mark.parametrize(
    ("given", "site"),
    [
        ("https://uk.anville-post.example/a", "anville-post.example"),
        ("https://www.post.co.uk/a", "post.co.uk"),
        ("africa.post.com.cn", "post.com.cn"),
        ("The Anville Post", ""),
        ("https://anville.wordpress.com/2024", ""),
        ("", ""),
    ],
)
def test_a_site_is_the_name_that_somebody_registered(given: str, site: str) -> None:
    assert site_of(given) == site


@given(st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_any_text_is_an_address_or_none_and_a_normal_one_stays(text: str) -> None:
    for url in (text, f"https://{text}", f"https://a.example/{text}"):
        site_of(url)
        found = normal_address(url)
        assert address_key(found) < 0
        assert found == "" or "#" not in found


def test_the_number_of_an_address_is_kept_in_libraries_and_never_changes() -> None:
    assert address_key(PAGE) == -1390591465372549763
