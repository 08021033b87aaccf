"""PDF documents give running text in the order of reading, without what printing adds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest import pdf
from desktop.ingest.drafts import Statement
from desktop.ingest.pdf import read_pdf
from desktop.ingest.pdf_lines import Line, in_reading_order
from desktop.ingest.pdf_paragraphs import to_paragraphs
from desktop.ingest.readers import read_data
from tests.desktop.ingest.made_files import column, only, paragraphs, printed, refusal

STORM = (
    "The storm came at night and tore the roof from a school",
    "in Anville, the mayor said. Nobody was hurt when the old",
    "building lost its tiles.",
)
BRIDGE = (
    "The bridge will stay closed until Friday, as the council",
    "decided after a meeting that went on until midnight and",
    "ended without a vote.",
)
STORM_TEXT, BRIDGE_TEXT = " ".join(STORM), " ".join(BRIDGE)


def read(*pages: list[tuple[float, float, float, str]], info: str = "") -> list[str]:
    return paragraphs(only(read_pdf(printed(pages, info))))


def test_lines_of_print_become_paragraphs() -> None:
    body = column(60, 700, [*STORM, *BRIDGE])
    assert read(body) == [STORM_TEXT, BRIDGE_TEXT]


def test_a_gap_an_indent_and_another_size_begin_a_paragraph() -> None:
    gap = [*column(60, 700, STORM[:2]), *column(60, 650, BRIDGE[:2])]
    assert len(read(gap)) == 2
    headed = [(60.0, 720.0, 20.0, "Storm closes bridge"), *column(60, 690, STORM)]
    assert read(headed) == ["Storm closes bridge", STORM_TEXT]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("The storm tore the roof from the old buil-", "ding in Anville, the mayor said.",
         "building in"),
        ("The storm tore the roof of the well-known", "school and of the well-", "well-known"),
        ("The storm of the years 2020-", "2024 was the strongest of all that were ever seen.",
         "2020-2024"),
        ("The storm came from the north -", "and nobody had seen it coming at all, they said.",
         "north - and"),
    ],
)  # fmt: skip
def test_a_word_that_was_divided_is_one_again(above: str, below: str, joined: str) -> None:
    assert joined in " ".join(read(column(60, 700, [above, below, "x" * len(above)])))


def test_a_compound_that_stands_elsewhere_keeps_its_hyphen() -> None:
    lines = ["It is a well-known school, and as it is so very well-", "known, all of them came."]
    assert "very well-known" in " ".join(read(column(60, 700, lines)))


def test_columns_are_read_one_after_the_other_and_a_headline_across_them_first() -> None:
    left = [*STORM, *STORM[:2]]
    right = [*BRIDGE, *BRIDGE[:2]]
    # In the order of the file the lines of both columns take turns.
    body = [
        line
        for pair in zip(column(40, 660, left, 8), column(320, 660, right, 8), strict=True)
        for line in pair
    ]
    found = read([(40.0, 720.0, 24.0, "Storm closes the old bridge in Anville today"), *body])
    assert found[0] == "Storm closes the old bridge in Anville today"
    assert "|".join(found[1:]).startswith(STORM_TEXT)
    assert "|".join(found).index("The bridge") > "|".join(found).rindex("building") - 80
    whole = " ".join(found)
    assert whole.index("Nobody was hurt") < whole.index("stay closed")


def test_cells_of_a_table_stay_in_their_row() -> None:
    rows = [
        (x, 700.0 - 14 * n, 11.0, f"{name} {n}")
        for n in range(6)
        for x, name in ((60.0, "Town"), (250.0, "Wind"))
    ]
    assert read(rows) == [f"Town {n}\tWind {n}" for n in range(6)]


def test_running_heads_page_numbers_and_marks_of_printing_are_left_out() -> None:
    pages = [
        [
            (60.0, 770.0, 9.0, f"The Daily Test, page {number} of the year"),
            *column(60, 700, [f"{line} {number}." for line in STORM]),
            (300.0, 30.0, 9.0, str(number)),
            (60.0, 15.0, 7.0, f"https://example.org/storm?print {number}/3"),
        ]
        for number in (1, 2, 3)
    ]
    whole = " ".join(read(*pages))
    assert "Daily Test" not in whole
    assert "example.org" not in whole
    assert whole.count("The storm came") == 3
    assert not whole.rstrip().endswith(" 3")


def test_a_paragraph_goes_on_over_the_page() -> None:
    found = read(column(60, 700, STORM[:2]), column(60, 700, [STORM[2], *BRIDGE]))
    assert found[0].startswith(STORM_TEXT)


def test_the_largest_print_is_the_headline_and_properties_are_only_stated() -> None:
    body = [(60.0, 740.0, 22.0, "Storm closes bridge"), *column(60, 700, [*STORM, *BRIDGE])]
    info = "/Title (Microsoft Word - storm.doc) /Author (admin) /CreationDate (D:20241102100000Z)"
    draft = only(read_pdf(printed([body], info)))
    assert draft.facts.title == "Storm closes bridge"
    assert (draft.facts.authors, draft.facts.published) == ((), "")
    assert Statement("saved", "2024-11-02T10:00+00:00", "document properties") in draft.statements
    assert Statement("title", "Microsoft Word - storm.doc", "document properties") in (
        draft.statements
    )


def test_a_title_among_the_properties_counts_where_the_text_has_none() -> None:
    info = "/Title (Storm closes the old bridge)"
    body = column(60, 700, [*STORM, *BRIDGE])
    assert only(read_pdf(printed([body], info))).facts.title == "Storm closes the old bridge"


SCAN = b"""<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray
/BitsPerComponent 8 /Length 1 >>
stream
\x80
endstream"""


def scan() -> bytes:
    """Return a page that is one picture."""
    made = printed([[(60.0, 700.0, 11.0, "x")]]).replace(
        b"/Font << /F1 3 0 R >>", b"/XObject << /I 3 0 R >>"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    words = b"BT /F1 11.0 Tf 1 0 0 1 60.0 700.0 Tm (x) Tj ET\n"
    picture = b"q 600 0 0 700 0 0 cm /I Do Q\n"
    return made.replace(font, SCAN).replace(words, picture.ljust(len(words)))


def test_a_scan_without_text_waits_for_the_user() -> None:
    error = refusal(read_pdf, scan())
    assert error.code == "scan"
    assert error.message.endswith("add that.")


def test_a_document_without_any_words_is_refused() -> None:
    assert refusal(read_pdf, printed([[]])).code == "no-text"


def test_a_document_that_is_locked_or_broken_is_refused() -> None:
    locked = printed([column(60, 700, STORM)], extra="/Encrypt << /Filter /Acme.Lock /V 9 >>")
    assert refusal(read_pdf, locked).code == "password"
    for data in (b"%PDF-1.7\n%%EOF\n", b"%PDF-", b"%PDF-1.4\n1 0 obj\n<<"):
        assert refusal(read_pdf, data).code == "damaged"


def test_a_book_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 2)
    assert refusal(read_pdf, printed([column(60, 700, STORM)] * 3)).code == "text-too-long"
    monkeypatch.setattr(pdf, "_MOST_PAGES", 3)
    assert read_pdf(printed([column(60, 700, STORM)] * 3))


LINES = st.lists(
    st.builds(
        Line,
        st.text("ab cd-ef. ", min_size=1, max_size=30),
        st.floats(0, 500),
        st.floats(500, 600),
        st.floats(0, 300),
        st.floats(300, 800),
        st.floats(0, 30),
    ),
    max_size=30,
)


@given(LINES)
def test_no_line_is_lost_or_doubled_by_the_order_of_reading(lines: list[Line]) -> None:
    ordered = [line for part in in_reading_order(lines) for line in part]
    shown = sorted("".join("".join(line.text.split()) for line in ordered))
    assert shown == sorted("".join("".join(line.text.split()) for line in lines))


@given(LINES)
def test_paragraphs_hold_all_words_but_hyphens(lines: list[Line]) -> None:
    def letters(words: list[str]) -> str:
        return "".join(letter for word in words for letter in word if letter.isalpha())

    found = to_paragraphs([lines])
    assert letters(found) == letters([line.text for line in lines])
    assert all(paragraph.strip() for paragraph in found)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=20))
def test_a_damaged_document_is_read_or_refused(at: int, junk: bytes) -> None:
    place = at % len(WHOLE)
    reading = read_data(WHOLE[:place] + junk + WHOLE[place + len(junk) :], "a.pdf")
    assert bool(reading.drafts) != bool(reading.problem)


WHOLE = printed([column(60, 700, [*STORM, *BRIDGE])])
