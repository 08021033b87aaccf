"""Tables and references of odd articles: nothing is lost, broken in two, or run."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest
import rispy  # pyright: ignore[reportMissingTypeStubs]
from bibtexparser.entrypoint import parse_string

from desktop.services.export_citations import BibtexWriter, CslWriter, RisWriter
from desktop.services.export_formats import ArticleWriter, to_cells
from desktop.services.export_tables import COLUMNS, CsvWriter, XlsxWriter
from desktop.services.exports import ArticleNote, ArticleRelation, ExportedArticle

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELL = 32_767
read_ris = cast(
    "Callable[[str], list[dict[str, Any]]]",
    rispy.loads,  # pyright: ignore[reportUnknownMemberType]
)


def made(**known: Any) -> ExportedArticle:  # noqa: ANN401
    """Return an article of which little is known but what is given."""
    fields: dict[str, Any] = {
        "id": "1", "title": "Storm", "outlet": None, "authors": (), "published": None, "url": None,
        "language": None, "format": "txt", "text": "It blew.", "sha256": "", "source_name": "",
        "relations": (), "updated": None, "section": None, "tags": (), "importance": 0, "notes": (),
    }  # fmt: skip
    return ExportedArticle(**{**fields, **known})


def written(writer: Callable[[io.BytesIO], ArticleWriter], *articles: ExportedArticle) -> bytes:
    """Return what a writer makes of articles."""
    target = io.BytesIO()
    open_writer = writer(target)
    for article in articles:
        open_writer.write(article)
    open_writer.close()
    return target.getvalue()


def rows_of(*articles: ExportedArticle) -> list[dict[str, str]]:
    text = written(CsvWriter, *articles).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheet_of(number: int, *articles: ExportedArticle) -> list[list[tuple[str, str]]]:
    """Return the cells of a sheet of a workbook: each with its type and its letters."""
    with zipfile.ZipFile(io.BytesIO(written(XlsxWriter, *articles))) as book:
        assert book.testzip() is None
        root = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314
    return [
        [(cell.get("t", ""), "".join(cell.itertext())) for cell in row.iter(f"{_MAIN}c")]
        for row in root.iter(f"{_MAIN}row")
    ]


FULL = made(
    outlet="Ünlü; Post",
    authors=("Ann Lee", "José “Pepe” Márquez"),
    tags=("a, b", "🌊"),
    importance=3,
    relations=(ArticleRelation("2", "reprint"), ArticleRelation("3", "revision")),
    notes=(ArticleNote("One\nline", 0, 5, ""), ArticleNote("Two", None, None, "")),
)


def test_a_table_has_a_column_for_each_field_and_lists_as_one_cell() -> None:
    (row,) = rows_of(FULL)
    assert tuple(row) == COLUMNS
    assert row["authors"] == "Ann Lee; José “Pepe” Márquez"
    assert row["tags"] == "a, b; 🌊"
    assert row["relations"] == "reprint: 2; revision: 3"
    assert row["notes"] == "One\nline\nTwo"
    assert (row["importance"], row["outlet"]) == ("3", "Ünlü; Post")


def test_what_is_not_known_is_an_empty_cell_and_no_word() -> None:
    (row,) = rows_of(made())
    known = {name for name, cell in row.items() if cell}
    assert known == {"id", "title", "format", "text"}


@pytest.mark.parametrize(
    "text", ['a "b" c', "a,b", "a\nb", "a\r\nb", "  a  ", '"', "\u2028", "🌊,"]
)
def test_a_text_that_looks_like_a_table_comes_back_as_it_is(text: str) -> None:
    first, second = rows_of(made(text=text, title=text), made(id="2"))
    assert (first["text"], first["title"], second["id"]) == (text, text, "2")


def test_only_importance_is_a_number_in_a_workbook() -> None:
    _head, rated, unrated = sheet_of(1, made(title="12", importance=2), made(title="1e5"))
    assert [letters for kind, letters in rated if kind in ("", "n")] == ["2"]
    assert [letters for kind, letters in unrated if kind in ("", "n")] == []
    assert (rated[1][1], unrated[1][1]) == ("12", "1e5")


@pytest.mark.parametrize(
    ("length", "letter", "parts"),
    [
        (CELL, "a", 0),
        (CELL + 1, "a", 3),
        (CELL // 2, "🌊", 0),
        (CELL // 2 + 1, "🌊", 2),
        (48_000, "🌊", 3),
    ],
)
def test_a_text_goes_to_the_second_sheet_where_it_fits_no_cell(
    length: int, letter: str, parts: int
) -> None:
    article = made(text=letter * length)
    _head, *more = sheet_of(2, article)
    assert len(more) == parts
    if parts:
        assert "".join(row[2][1] for row in more) == article.text
        assert [row[1][1] for row in more] == [str(nth + 1) for nth in range(parts)]
        assert [row[0][1] for row in more] == [article.id] * parts


def test_letters_that_no_workbook_may_hold_are_replaced_and_the_rest_stays() -> None:
    _head, row = sheet_of(1, made(title="a\x00b\x0bc\ufffed"))
    assert row[1][1] == "a\ufffdb\ufffdc\ufffdd"


def test_cells_are_those_of_the_columns_in_their_order() -> None:
    assert tuple(to_cells(FULL)) == COLUMNS
    head, *_rows = sheet_of(1, FULL)
    assert tuple(letters for _kind, letters in head) == COLUMNS


def test_references_of_one_name_have_keys_of_their_own() -> None:
    article = made(outlet="The Anville Post", published="2024-11-02", title="Storm, again")
    same = [article, made(outlet="The Anville Post", published="2024-01-01"), article]
    entries = parse_string(written(BibtexWriter, *same).decode()).entries
    assert [entry.key for entry in entries] == [
        "theanvillepost2024storm",
        "theanvillepost2024storm-2",
        "theanvillepost2024storm-3",
    ]


@pytest.mark.parametrize("title", ["Мэр говорит", "🌊", "“”", " "])
def test_a_reference_without_a_plain_letter_has_a_key(title: str) -> None:
    found = parse_string(written(BibtexWriter, made(title=title, outlet="Мэр")).decode())
    assert found.failed_blocks == []
    assert len(found.entries) == 1
    (bare,) = parse_string(written(BibtexWriter, made(title=title)).decode()).entries
    assert bare.key == "article"


@pytest.mark.parametrize(
    ("published", "ris", "bib", "csl"),
    [
        ("2024-11-02T18:37+01:00", "2024/11/02", "2024-11-02", [[2024, 11, 2]]),
        ("2024-11-02", "2024/11/02", "2024-11-02", [[2024, 11, 2]]),
        (None, None, None, None),
    ],
)
def test_a_date_is_stated_as_each_form_wants_it(
    published: str | None, ris: str | None, bib: str | None, csl: list[list[int]] | None
) -> None:
    article = made(published=published)
    (entry,) = read_ris(written(RisWriter, article).decode())
    assert entry.get("date") == ris
    (cited,) = parse_string(written(BibtexWriter, article).decode()).entries
    stated = cited.fields_dict.get("date")
    assert (stated.value if stated else None) == bib
    (item,) = json.loads(written(CslWriter, article))
    assert item.get("issued", {}).get("date-parts") == csl


def test_references_carry_authors_tags_and_notes() -> None:
    (entry,) = read_ris(written(RisWriter, FULL).decode())
    assert entry["authors"] == list(FULL.authors)
    assert entry["keywords"] == list(FULL.tags)
    assert entry["notes"] == ["One line", "Two"]
    (item,) = json.loads(written(CslWriter, FULL))
    assert [author["literal"] for author in item["author"]] == list(FULL.authors)
    assert item["note"] == "One\nline\n\nTwo"


def test_signs_of_tex_and_an_odd_address_break_no_entry() -> None:
    article = made(title="100% of #1 & {more} \\ ~^_$", url="https://a.example/{x}\\ y?a=%20&b=#c")
    found = parse_string(written(BibtexWriter, article, made(id="2")).decode())
    assert (len(found.entries), found.failed_blocks) == (2, [])
    assert found.entries[0]["url"] == "https://a.example/%7Bx%7D%5C%20y?a=%20&b=#c"
    assert r"100\% of \#1 \& " in found.entries[0]["title"]
