"""The tree of a page: parsed whatever it is, with nothing in it that no reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import UnreadableFileError
from desktop.ingest.pages import Element, drop_unseen, is_unseen, parse_page, shown_text, walk


def first(markup: str, tag: str = "p") -> Element:
    return next(parse_page(f"<html><body>{markup}</body></html>").iter(tag))


@pytest.mark.parametrize("text", ["", "   ", "<!-- nothing -->"])
def test_a_text_without_anything_is_no_page(text: str) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        parse_page(text)
    assert refusal.value.code == "no-article"


@pytest.mark.parametrize(
    "style",
    ["display:none", "DISPLAY : none !important", "color:red;visibility:hidden", "font-size:0",
     "position:absolute;left:-9999px", "text-indent: -9999em", "clip: rect(1px, 1px, 1px, 1px)",
     "clip-path: inset(50%)", "visibility: collapse"],
)  # fmt: skip
def test_a_style_that_hides_is_known(style: str) -> None:
    assert is_unseen(first(f'<p style="{style}">trap</p>'))


@pytest.mark.parametrize(
    "style",
    ["display:block", "font-size:0.9em", "left:-10px", "clip: rect(0px, 60px, 200px, 0px)",
     "clip-path: inset(5%)", "visibility:visible", "top:0"],
)  # fmt: skip
def test_a_style_that_only_moves_or_cuts_hides_nothing(style: str) -> None:
    assert not is_unseen(first(f'<p style="{style}">Shown.</p>'))


@pytest.mark.parametrize(
    ("markup", "tag", "expected"),
    [
        ("<p hidden>x</p>", "p", True),
        ('<p hidden="until-found">x</p>', "p", True),
        ('<div hidden id="S:0">x</div>', "div", False),
        ('<div hidden id="S:x9">x</div>', "div", True),
        ("<dialog>x</dialog>", "dialog", True),
        ("<dialog open>x</dialog>", "dialog", False),
        ("<details>x</details>", "details", False),
        ("<svg>x</svg>", "svg", True),
    ],
)
def test_an_element_is_shown_or_not(markup: str, tag: str, expected: bool) -> None:
    assert is_unseen(first(markup, tag)) is expected


def test_the_shown_text_leaves_the_page_as_it_was() -> None:
    page = parse_page("<body><p>One <b hidden>trap</b>two.</p></body>")
    line = next(page.iter("p"))
    assert shown_text(line) == "One two."
    assert page.text_content() == "One traptwo."
    drop_unseen(page)
    assert page.text_content() == "One two."


def test_the_shown_text_of_what_stands_in_something_hidden_is_nothing() -> None:
    assert shown_text(first("<div hidden><section><p>trap</p></section></div>")) == ""


def test_a_walk_gives_every_element_once_as_it_starts_and_ends() -> None:
    page = parse_page("<body><p>One <b>two</b></p><p>Three</p></body>")
    steps = [(event, element.tag) for event, element in walk(page)]
    assert [tag for event, tag in steps if event == "start"] == ["html", "body", "p", "b", "p"]
    assert sorted(map(str, (tag for _, tag in steps))).count("p") == 4


def test_a_page_deeper_than_usual_is_whole() -> None:
    depth = 1500
    page = parse_page("<div>" * depth + "deep" + "</div>" * depth + "<p>after</p>")
    assert page.text_content() == "deepafter"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_a_page_or_refused(text: str) -> None:
    try:
        page = parse_page(text)
    except UnreadableFileError:
        return
    drop_unseen(page)
    assert isinstance(page.text_content(), str)
