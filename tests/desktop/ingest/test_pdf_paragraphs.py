"""Printed lines are joined to paragraphs; running heads go, and hyphens are undone with care."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.pdf_lines import Line
from desktop.ingest.pdf_paragraphs import to_paragraphs, without_heads


def line(text: str, bottom: float, left: float = 50, right: float = 350, size: float = 10) -> Line:
    return Line(text, left, right, bottom, bottom + size, size)


def column(*texts: str, top: float = 700) -> list[Line]:
    return [line(text, top - 12 * n) for n, text in enumerate(texts)]


def page(head: str, foot: str, number: int) -> list[Line]:
    words = [f"word {letter} of page {'abcdef'[number]}" for letter in "klmnopqrst"]
    return [line(head, 780), *column(*words), line(foot, 20)]


def texts(lines: list[Line]) -> list[str]:
    return [one.text for one in lines]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("The Daily Test", "Page {n}"),
        ("THE DAILY TEST {n}", "{n} / 6"),
        ("Norland heute", "Seite {n} von 6"),
        ("Le Journal", "- {n} -"),
        ("2/11/2024, 18:37 The Daily Test", "https://example.org/storm {n}/6"),
    ],
)
def test_heads_and_page_numbers_go_from_every_page(head: str, foot: str) -> None:
    pages = [page(head.format(n=n + 1), foot.format(n=n + 1), n) for n in range(6)]
    for before, after in zip(pages, without_heads(pages), strict=True):
        assert texts(after) == texts(before)[1:-1]


def test_what_stands_on_one_page_alone_stays() -> None:
    pages = [page(f"Headline {'abcdef'[n]}", f"Foot {'uvwxyz'[n]}", n) for n in range(6)]
    assert without_heads(pages) == pages


def test_a_line_that_comes_again_amid_the_text_stays() -> None:
    pages = [page("The Daily Test", "Page 1", n) for n in range(3)]
    pages[1][5] = line("The Daily Test", pages[1][5].bottom)
    assert texts(without_heads(pages)[1]).count("The Daily Test") == 1


def test_the_only_page_keeps_its_head_and_loses_its_number() -> None:
    kept = texts(without_heads([page("The Daily Test", "Page 1", 0)])[0])
    assert kept[0] == "The Daily Test"
    assert "Page 1" not in kept


def test_a_page_of_two_lines_keeps_its_figures() -> None:
    lines = column("1914", "1918")
    assert without_heads([lines]) == [lines]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("The storm came at", "night.", "The storm came at night."),
        ("The coun-", "cil met.", "The council met."),
        ("The Franco-", "German talks.", "The Franco-German talks."),
        ("The years 1914-", "1918 were bad.", "The years 1914-1918 were bad."),
        ("The coun\u00ad", "cil met.", "The council met."),
        ("It came -", "and went.", "It came - and went."),
        ("Der Bürger-", "meister kam.", "Der Bürgermeister kam."),
        ("Мост закры-", "ли вчера.", "Мост закрыли вчера."),
        ("市長は古い橋を閉", "鎖した。", "市長は古い橋を閉鎖した。"),
        ("시장은 오래된", "다리를 닫았다.", "시장은 오래된 다리를 닫았다."),
    ],
)
def test_two_lines_are_one_paragraph(above: str, below: str, joined: str) -> None:
    assert to_paragraphs([column(above, below)]) == [joined]


def test_a_compound_that_is_written_elsewhere_keeps_its_hyphen() -> None:
    lines = column("A well-known man is well-known for his well-", "known voice.")
    assert to_paragraphs([lines])[0].endswith("his well-known voice.")


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    assert to_paragraphs([column("The bridge stays"), column("closed until Friday.")]) == [
        "The bridge stays closed until Friday."
    ]
    assert to_paragraphs([column("The bridge is shut."), column("closed until Friday.")]) == [
        "The bridge is shut.",
        "closed until Friday.",
    ]
    assert to_paragraphs([column("A headline"), column("The bridge is shut.")]) == [
        "A headline",
        "The bridge is shut.",
    ]


@pytest.mark.parametrize("mark", ["•", "–", "1.", "(2)", "a)", "▪"])
def test_points_of_a_list_stay_apart(mark: str) -> None:
    lines = column("The council decided", f"{mark} to close the bridge", f"{mark} to pay")
    assert to_paragraphs([lines]) == [one.text for one in lines]


def test_a_gap_or_another_size_begins_a_paragraph() -> None:
    first = column("The storm came at night and", "tore the roof off, and the", "mayor came")
    gap = line("Then it went.", first[-1].bottom - 18)
    assert to_paragraphs([[*first, gap]])[1:] == ["Then it went."]
    large = line("A crosshead", first[-1].bottom - 12, size=14)
    assert to_paragraphs([[*first, large]])[1:] == ["A crosshead"]


def test_rows_of_a_table_stay_apart() -> None:
    rows = column("Anville\t12", "Norland\t14", "Oldport\t9")
    assert to_paragraphs([rows]) == [row.text for row in rows]


TEXTS = st.text("ab- \u00ad.•1市é\t", max_size=12)
LINES = st.builds(
    line,
    TEXTS,
    st.floats(0, 800, allow_nan=False),
    st.floats(0, 300, allow_nan=False),
    st.floats(300, 600, allow_nan=False),
    st.floats(0, 40, allow_nan=False),
)


def letters(lines: list[str]) -> list[str]:
    return [letter for text in lines for letter in text if letter.isalnum()]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(LINES, max_size=8), max_size=4))
def test_no_letter_is_lost_when_lines_are_joined(columns: list[list[Line]]) -> None:
    found = to_paragraphs(columns)
    assert letters(found) == letters([one.text for part in columns for one in part])
    assert all(text.strip(" ") for text in found)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(LINES, max_size=9), max_size=5))
def test_only_whole_lines_are_taken_from_pages(pages: list[list[Line]]) -> None:
    kept = without_heads(pages)
    assert len(kept) == len(pages)
    for before, after in zip(pages, kept, strict=True):
        rest = iter(before)
        assert all(any(one is other for other in rest) for one in after)
