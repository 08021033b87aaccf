"""Marked-up pieces give all that they show; plain words stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest.fragments import fragment_text, is_markup, to_plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<div>One.<div>Two.</div>Three.</div>", "One.\n\nTwo.\n\nThree."),
        ("One.<br>Two.<br/>Three.", "One.\nTwo.\nThree."),
        ("<table><tr><td>A</td><td>B</td></tr></table>", "A\n\nB"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("<p>A <a href='x'>link</a>, <b>bold</b>.</p>", "A link, bold."),
        ("<p>Words<script>trap()</script><style>trap</style></p>", "Words"),
        ("<p>Words</p><p hidden>trap</p><p style='display:none'>trap</p>", "Words"),
        ("<p>Much \n\t  space</p>", "Much space"),
        ("Fish &amp; chips", "Fish & chips"),
        ("<p>Open", "Open"),
        ("<img src='file:///etc/passwd'>", ""),
        ("", ""),
    ],
)
def test_a_piece_gives_what_it_shows(markup: str, text: str) -> None:
    assert fragment_text(markup) == text


@pytest.mark.parametrize("text", ["2 < 3", "a <- b", "<3", "x <y> z", "R&D", "AT&T; more", "<<"])
def test_plain_words_are_no_markup(text: str) -> None:
    assert not is_markup(text)
    assert to_plain(text) == text


def test_a_piece_of_any_depth_is_read() -> None:
    assert fragment_text("<div>" * 1000 + "deep").endswith("deep")


@given(st.text("<>/pbrdiv &;am\"'=", max_size=80))
def test_any_piece_gives_text_without_tags(markup: str) -> None:
    found = fragment_text(markup)
    assert "\f" not in found
    assert "\v" not in found
    assert "\n\n\n" not in found
