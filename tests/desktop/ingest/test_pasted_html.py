"""Pieces of web pages as they come from the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest.drafts import UnreadableFileError
from desktop.ingest.html import read_pasted_html
from desktop.ingest.receipts import text_of

LINES = [
    "A storm hit the coast near Anville on Friday and tore the roof from a school, police said.",
    "Nobody was hurt, the mayor told reporters, but forty families had to leave their houses.",
]
STYLED = "".join(
    f'<p style="margin: 0px; font-family: Georgia, serif; color: rgb(18, 18, 18);">{line}</p>'
    for line in LINES
)
MARKED = f"<html><body>\r\n<!--StartFragment-->{STYLED}<!--EndFragment-->\r\n</body>\r\n</html>"
WINDOWS = (
    "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000800\r\nStartFragment:0000000141\r\n"
    "EndFragment:0000000764\r\nSourceURL:https://daily.example/storm\r\n" + MARKED
)


@pytest.mark.parametrize("html", [STYLED, MARKED, WINDOWS])
def test_a_piece_of_a_page_gives_its_paragraphs(html: str) -> None:
    draft = read_pasted_html(html)
    assert draft.text == "\n\n".join(LINES)
    assert draft.format == "html"
    assert draft.doubts == ()


def test_what_windows_says_of_the_page_is_a_statement() -> None:
    draft = read_pasted_html(WINDOWS)
    assert draft.facts.url == "https://daily.example/storm"
    assert ("url", "clipboard") in {(each.field, each.where) for each in draft.statements}


def test_what_stands_outside_the_marks_was_not_copied() -> None:
    html = f"<p>trap</p>{MARKED}<p>trap</p>"
    assert read_pasted_html(html).text == "\n\n".join(LINES)


def test_nothing_that_was_chosen_is_outside_the_article() -> None:
    short = "<div><div>It rained.</div></div>"
    assert read_pasted_html(STYLED + short).text == "\n\n".join([*LINES, "It rained."])


def test_furniture_inside_a_piece_is_dropped_with_a_reason() -> None:
    draft = read_pasted_html(f'{STYLED}<p>Read more: <a href="/a">Floods</a></p>')
    assert draft.text == "\n\n".join(LINES)
    assert draft.paragraphs[-1].reason == "link list"


def test_a_piece_of_inline_text_is_one_paragraph() -> None:
    assert read_pasted_html("A storm hit <b>the coast</b> today").text == (
        "A storm hit the coast today"
    )


@pytest.mark.parametrize("html", ["", "<!--StartFragment--><!--EndFragment-->", "<img src=x>"])
def test_a_piece_without_words_is_refused(html: str) -> None:
    with pytest.raises(UnreadableFileError):
        read_pasted_html(html)


PARTS = st.sampled_from(
    ["Version:0.9\r\n", "<!--StartFragment-->", "<!--EndFragment-->", "SourceURL:https://a.b/c\n",
     "<p>", "</p>", "Words of the story. ", "<script>trap</script>", "\r\n", "\x00", "<span>"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=20))
def test_any_clipboard_is_read_or_refused(parts: list[str]) -> None:
    try:
        draft = read_pasted_html("".join(parts))
    except UnreadableFileError:
        return
    assert text_of(draft.paragraphs) == draft.text
    assert "trap" not in draft.text
