from __future__ import annotations

import pytest

from desktop.core.model.articles import BlockKind
from desktop.core.text.lines import (
    Line,
    find_lines,
    is_appeal,
    is_bio,
    is_related,
    kind_of_line,
    looks_like_name,
    opens_with_dateline,
    plain_text,
)


def line(text: str) -> Line:
    return Line(0, len(text), text, apart=True)


def test_lines_leave_out_blanks_and_know_whether_a_blank_line_precedes() -> None:
    lines = find_lines("  One\n Two \n\n\tThree")
    assert [(each.text, each.apart) for each in lines] == [
        ("One", True),
        ("Two", False),
        ("Three", True),
    ]


def test_windows_line_ends_are_one_break() -> None:
    assert [each.apart for each in find_lines("One.\r\nTwo.\r\n\r\nThree.")] == [True, False, True]


@pytest.mark.parametrize(
    "mark", "\n \r \x0b \x0c \x1c \x1d \x1e \x85 \u2028 \u2029 \r\n".split(" ")
)
def test_every_mark_that_ends_a_line_does(mark: str) -> None:
    lines = find_lines(f" One{mark}Two")
    assert [each.text for each in lines] == ["One", "Two"]
    assert [each.start for each in lines] == [1, 4 + len(mark)]


@pytest.mark.parametrize(
    "between", ["\r\r", "\u2029\u2029", "\r\n\r\n", "\n \n", "\x85\x0c", "\n\r"]
)
def test_two_breaks_of_any_kind_set_lines_apart(between: str) -> None:
    assert [each.apart for each in find_lines(f"One{between}Two")] == [True, True]


@pytest.mark.parametrize("between", ["\n", "\r\n", "\n\t ", "\x0b\n", "\x1c"])
def test_one_break_does_not(between: str) -> None:
    assert [each.apart for each in find_lines(f"One{between}Two")] == [True, False]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("By Ann Lee", "By Ann Lee"),
        ("By  Ann\u00a0Lee", "By Ann Lee"),
        ("By\tAnn Lee ", "By Ann Lee"),
        ("B\u00ady Ann\u200b L\u034fee\ufe0f", "By Ann Lee"),
        ("Zo\u0308e’s “café”", "Zo\u0308e’s “café”"),
        ("\u200b", "\u200b"),
        ("", ""),
    ],
)
def test_a_text_to_read_has_plain_blanks_and_no_invisible_marks(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@pytest.mark.parametrize("text", ["It is late.", "Is it?", "He said:", "“It is late.”", "So…"])
def test_a_line_with_an_end_mark_is_closed(text: str) -> None:
    assert not line(text).ends_open


@pytest.mark.parametrize("text", ["It is late", "“It is late”", "In 2024", "Lee (file)"])
def test_a_line_without_an_end_mark_is_open(text: str) -> None:
    assert line(text).ends_open


@pytest.mark.parametrize(
    "text",
    ["By Ann Lee", "BY ANN LEE", "By: Ann Lee", "Written by Ann Lee", "Ann Lee, Staff Writer",
     "Reporting by Ann Lee; Editing by Tom Ode", "By Ann Lee | May 3, 2023"],
)  # fmt: skip
def test_bylines_are_known(text: str) -> None:
    assert kind_of_line(line(text)) is BlockKind.BYLINE


@pytest.mark.parametrize(
    "text", ["By Thursday", "By far the best", "By the river", "Bypass Lane", "By Ann Lee it stood"]
)
def test_a_line_that_only_begins_with_by_is_no_byline(text: str) -> None:
    assert kind_of_line(line(text)) is None


@pytest.mark.parametrize(
    ("text", "related"),
    [
        ("Read more", True),
        ("RELATED: Ferry fares rise", True),
        ("Also read | Ferry fares rise", True),
        ("Read the full story at Harbor Weekly", True),
        ("More on this story", True),
        ("Read it and weep, she said", False),
        ("Watch the bridge", False),
        ("Related costs rise", False),
    ],
)
def test_lines_that_lead_to_other_articles_are_related(text: str, related: bool) -> None:
    assert is_related(text) is related


def test_an_appeal_asks_its_reader_in_two_ways() -> None:
    assert is_appeal("If you like our work, please donate: readers like you keep us free.")
    assert not is_appeal("If you like the bridge, go and see it.")
    assert not is_appeal("Members donate to support the newsroom of the school.")


@pytest.mark.parametrize(
    ("text", "bio"),
    [
        ("Ann Lee is a reporter at Harbor Weekly.", True),
        ("The author is a professor of law.", True),
        ("Follow her on Twitter: @annlee", True),
        ("Ann Lee can be reached at lee@example.org", True),
        ("Ann Lee was a reporter in her youth.", False),
        ("The bridge is a director's dream.", False),
    ],
)
def test_bios_are_known(text: str, bio: bool) -> None:
    assert is_bio(text) is bio


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("LISBON (AP) — The bridge fell", True),
        ("LISBON, May 3 - The bridge fell", True),
        ("(CNN) The bridge fell", True),
        ("Lisbon's bridge fell", False),
        ("The bridge fell", False),
    ],
)
def test_datelines_are_known(text: str, opens: bool) -> None:
    assert opens_with_dateline(text) is opens


def test_a_name_with_its_title_looks_like_a_name_and_a_headline_does_not() -> None:
    assert looks_like_name("Portuguese President Ann Lee")
    assert not looks_like_name("President Ann Lee speaks")
    assert not looks_like_name("Lee")


def test_words_of_a_line_hold_a_letter_or_digit() -> None:
    assert line("A – bridge, 2").words == 3
