"""Rows of tables in documents are a line with tabs, and of long cells the cells one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.docx import read_docx
from desktop.ingest.drafts import ArticleDraft
from desktop.ingest.odt import read_odt
from desktop.ingest.plain import row_lines
from tests.desktop.ingest.made_files import FIRST, SECOND, TITLE, only, open_text, paragraphs, word

Cells = Sequence[Sequence[str]]
HEAD = [TITLE, FIRST, SECOND]


def in_word(rows: Sequence[Cells]) -> str:
    """Return a table as Word writes it; each cell holds paragraphs."""
    written = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc>{''.join(f'<w:p><w:r><w:t>{p}</w:t></w:r></w:p>' for p in cell) or '<w:p/>'}"
            "</w:tc>"
            for cell in cells
        )
        + "</w:tr>"
        for cells in rows
    )
    return f"<w:tbl>{written}</w:tbl>"


def in_open_text(rows: Sequence[Cells]) -> str:
    written = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell>{''.join(f'<text:p>{p}</text:p>' for p in cell)}</table:table-cell>"
            for cell in cells
        )
        + "</table:table-row>"
        for cells in rows
    )
    return f"<table:table>{written}</table:table>"


def of_word(rows: Sequence[Cells]) -> ArticleDraft:
    return only(read_docx(word(body=in_word(rows))))


def of_open_text(rows: Sequence[Cells]) -> ArticleDraft:
    return only(read_odt(open_text(body=in_open_text(rows))))


kinds = pytest.mark.parametrize("read", [of_word, of_open_text], ids=["docx", "odt"])
Read = Callable[[Sequence[Cells]], ArticleDraft]


ROWS: list[tuple[Cells, list[str]]] = [
    ([["Anville"], ["12"]], ["Anville\t12"]),
    ([["Anville"], [], ["12"]], ["Anville\t12"]),
    ([["One."], ["Two.", "Three."]], ["One.", "Two.", "Three."]),
    ([["One.", "Two."], []], ["One.", "Two."]),
    ([[], []], []),
    ([], []),
]


@pytest.mark.parametrize(("cells", "lines"), ROWS)
def test_a_row_is_one_line_unless_a_cell_has_several(cells: Cells, lines: list[str]) -> None:
    assert list(row_lines(cells)) == lines


TABLES: list[tuple[Sequence[Cells], list[str]]] = [
    ([[["Ort"], ["Stimmen"]], [["Anwil"], ["12"]]], ["Ort\tStimmen", "Anwil\t12"]),
    ([[["町"], ["票"]], [["アンビル"], []]], ["町\t票", "アンビル"]),
    ([[["Un.", "Deux."], ["Trois."]]], ["Un.", "Deux.", "Trois."]),
    ([[[], []], [["Only"], []]], ["Only"]),
]


@kinds
@pytest.mark.parametrize(("rows", "lines"), TABLES)
def test_documents_of_both_kinds_give_the_same_rows(
    read: Read, rows: Sequence[Cells], lines: list[str]
) -> None:
    assert paragraphs(read(rows)) == [*HEAD, *lines]


CELLS = st.lists(st.lists(st.text("ab é市", min_size=1, max_size=5), max_size=3), max_size=4)


@settings(max_examples=80, deadline=None)
@given(CELLS)
def test_no_word_of_a_row_is_lost_or_moved(cells: list[list[str]]) -> None:
    words = [line for cell in cells for line in cell]
    assert "\t".join(row_lines(cells)) == "\t".join(words)


@kinds
@settings(max_examples=8, deadline=None)
@given(
    rows=st.lists(
        st.lists(
            st.lists(st.sampled_from(["Anwil", "12", "橋"]), max_size=2), min_size=1, max_size=3
        ),
        min_size=1,
        max_size=3,
    )
)
def test_any_table_is_read_in_full(read: Read, rows: list[list[list[str]]]) -> None:
    words = [word for cells in rows for cell in cells for word in cell]
    assert read(rows).text.split() == [*" ".join(HEAD).split(), *words]
