"""The outlet of a page: its own name for itself, then its address; companies come last."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import Statement
from desktop.ingest.page_data import Node, PageData
from desktop.ingest.page_outlets import find_outlet, host_label, host_of, is_alike

URL = "https://www.harborpost.example/a"


def outlet(title: str = "", url: str = "", **known: object) -> str:
    metas = {name.replace("_", ":", 1): [str(value)] for name, value in known.items()}
    return find_outlet(PageData(metas=metas, url=url), title)[0]


def published_by(publisher: object, url: str = URL, by_id: dict[str, Node] | None = None) -> str:
    return find_outlet(PageData(article={"publisher": publisher}, url=url, by_id=by_id or {}), "")[
        0
    ]


def test_a_page_that_states_nothing_has_no_outlet() -> None:
    assert find_outlet(PageData(), "Ferry stops") == ("", [])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ferry stops | Harbor Post", "Harbor Post"),
        ("Harbor Post: Ferry stops", "Harbor Post"),
        ("Ferry stops – Island – The Harbor Post", "The Harbor Post"),
        ("Ferry stops » Harbor Post", "Harbor Post"),
        ("Ferry stops | Another Paper", "harborpost.example"),
        ("Harbor Post", "harborpost.example"),
        ("", "harborpost.example"),
    ],
)
def test_a_part_of_the_title_is_the_outlet_where_the_address_bears_it_out(
    title: str, expected: str
) -> None:
    assert outlet(title, URL) == expected


def test_its_own_name_goes_before_title_and_address() -> None:
    assert outlet("Ferry | Harbor Post", URL, og_site_name="Post of the Harbor") == (
        "Post of the Harbor"
    )


@pytest.mark.parametrize("name", ["Home", "NEWS", "https://harborpost.example", "x", "n" * 61])
def test_what_is_no_name_is_passed_over(name: str) -> None:
    assert outlet("", URL, og_site_name=name) == "harborpost.example"


@pytest.mark.parametrize(
    "company", ["Harbor Media GmbH", "Post Verlag", "News Holding", "Harbor Ltd", "Presse S.A."]
)
def test_a_company_is_stated_and_no_outlet(company: str) -> None:
    found, statements = find_outlet(PageData(article={"publisher": company}, url=URL), "")
    assert found == "harborpost.example"
    assert Statement("outlet", company, "JSON-LD") in statements


@pytest.mark.parametrize(
    "publisher",
    [
        "The Harbor Post",
        {"name": "The Harbor Post"},
        [{"name": ""}, {"name": "The Harbor Post"}],
        [{}, None, 7, {"@id": "#paper"}],
        {"@id": "#paper", "name": "The Harbor Post"},
    ],
)
def test_a_publisher_is_named_in_any_shape(publisher: object) -> None:
    named = {"#paper": {"@id": "#paper", "name": "The Harbor Post"}}
    assert published_by(publisher, by_id=named) == "The Harbor Post"


def test_a_publisher_like_the_address_goes_before_the_site() -> None:
    data = PageData(
        article={"publisher": {"name": "Harbor Post"}}, sites=[{"name": "Island"}], url=URL
    )
    assert find_outlet(data, "")[0] == "Harbor Post"
    data.url = "https://other.example/a"
    assert find_outlet(data, "")[0] == "Island"


@pytest.mark.parametrize(
    ("url", "host", "label"),
    [
        ("https://www.example.org/a", "example.org", "example"),
        ("https://www2.example.org", "example.org", "example"),
        ("https://m.zeitung.example.de/a?b", "zeitung.example.de", "example"),
        ("https://EXAMPLE.co.uk:8080/a", "example.co.uk", "example"),
        ("https://user@news.example.com.au/", "news.example.com.au", "example"),
        ("https://localhost/a", "localhost", ""),
        ("https://[broken/a", "", ""),
        ("ferry.html", "", ""),
        ("", "", ""),
    ],
)
def test_an_address_gives_its_host(url: str, host: str, label: str) -> None:
    assert (host_of(url), host_label(host)) == (host, label)


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Harbor Post", "harborpost", True),
        ("The Harbor Post", "harborpost", True),
        ("Harbor Post", "hp", True),
        ("Harbor Post Online", "harborpost", True),
        ("Harbor-Post", "harbor-post", True),
        ("Harbor Post", "islander", False),
        ("Post", "harborpost", True),
        ("HP", "harborhp", False),
        ("", "harborpost", False),
        ("Harbor Post", "", False),
        ("Harbor Post", "h", False),
        ("…", "harborpost", False),
    ],
)
def test_a_name_is_alike_to_the_host_that_is_made_of_it(
    name: str, label: str, expected: bool
) -> None:
    assert is_alike(name, label) is expected


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "@id", "@type", "publisher"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(VALUES, st.text(max_size=40), st.text(max_size=30))
def test_any_data_give_one_line_or_nothing(value: object, title: str, url: str) -> None:
    data = PageData(article={"publisher": value}, sites=[{"name": value}], url=url)
    found, statements = find_outlet(data, title)
    assert found == " ".join(found.split())
    assert not found or found in {one.value for one in statements}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_address_gives_a_host_or_nothing(url: str) -> None:
    for written in (url, f"https://{url}", f"//{url}"):
        label = host_label(host_of(written))
        assert "." not in label
        assert label in host_of(written)
