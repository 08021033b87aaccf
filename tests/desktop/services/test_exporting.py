"""Giving back: every form holds every article, nothing runs, what can be read comes back equal."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest
import rispy  # pyright: ignore[reportMissingTypeStubs]
from bibtexparser.entrypoint import parse_string
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop.core.model.spans import Span
from desktop.services import decisions
from desktop.services.articles import ArticleQuery
from desktop.services.errors import CrosslightError
from desktop.services.export_formats import ExportFormat, disarmed, is_formula
from desktop.services.exporting import ExportChoice, export_file, write_export
from desktop.services.exports import ExportedArticle, export_articles
from desktop.services.libraries import Library, open_library
from desktop.services.notes import add_note
from desktop.services.progress import Progress
from desktop.services.tags import rate_articles, tag_articles
from tests.desktop.services.conftest import STORM, run_import, write

read_ris = cast(
    "Callable[[str], list[dict[str, Any]]]",
    rispy.loads,  # pyright: ignore[reportUnknownMemberType]
)
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What comes back equal; ids, the file and its format are the new library's own.
_EQUAL = (
    "title", "outlet", "authors", "published", "url", "language", "text", "sha256", "tags",
    "importance",
)  # fmt: skip


def exported(library: Library, form: ExportFormat, choice: ExportChoice | None = None) -> bytes:
    """Return an export as bytes."""
    target = io.BytesIO()
    for _step in write_export(library, target, form, choice or ExportChoice()):
        pass
    return target.getvalue()


def known(library: Library) -> list[dict[str, Any]]:
    """Return what an export and an import keep of each article."""
    found = [asdict(article) for article in export_articles(library)]
    return [{name: article[name] for name in _EQUAL} for article in found]


def read_back(tmp_path: Path, name: str, data: bytes) -> Iterator[Library]:
    """Give a new library with what an export holds."""
    (tmp_path / name).write_bytes(data)
    other = open_library(tmp_path / f"{name}.crosslight", create=True)
    try:
        run_import(other, tmp_path / name)
        yield other
    finally:
        other.close()


@pytest.mark.parametrize("form", [ExportFormat.JSONL, ExportFormat.CSV, ExportFormat.BUNDLE])
def test_what_the_user_made_of_an_article_comes_back_with_it(
    library: Library, tmp_path: Path, form: ExportFormat
) -> None:
    run_import(library, write(tmp_path, "storm.txt"))
    (article,) = export_articles(library)
    tag_articles(library, [article.id], "Lesson 3")
    rate_articles(library, [article.id], 2)
    add_note(library, article.id, "Who says so?", Span(2, 7))
    (told,) = export_articles(library)
    for other in read_back(tmp_path, f"all{form.ending}", exported(library, form)):
        (back,) = export_articles(other)
        assert (back.tags, back.importance) == (("Lesson 3",), 2)
        if form is not ExportFormat.CSV:  # a table has no column for notes
            assert [(n.text, n.start, n.end) for n in back.notes] == [("Who says so?", 2, 7)]
    assert (told.tags, told.importance) == (("Lesson 3",), 2)


@pytest.mark.parametrize("form", [ExportFormat.JSONL, ExportFormat.CSV, ExportFormat.BUNDLE])
def test_what_is_given_back_is_read_back_equal(
    samples: Library, tmp_path: Path, form: ExportFormat
) -> None:
    before = known(samples)
    for other in read_back(tmp_path, f"all{form.ending}", exported(samples, form)):
        assert known(other) == before


_WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=30
)
_LINES = st.text(st.sampled_from("ab '\"=+-@,;\n\t|\\{}%é“”🌊"), min_size=1, max_size=60)


@pytest.mark.slow
@settings(max_examples=2, deadline=None, phases=[Phase.generate])
@given(
    st.lists(
        st.tuples(_WORDS, _LINES, _WORDS), min_size=12, max_size=20, unique_by=lambda each: each[1]
    )
)
@pytest.mark.parametrize("form", [ExportFormat.JSONL, ExportFormat.CSV, ExportFormat.BUNDLE])
def test_any_articles_come_back_equal(
    tmp_path_factory: pytest.TempPathFactory,
    form: ExportFormat,
    made: list[tuple[str, str, str]],
) -> None:
    folder = tmp_path_factory.mktemp("round")
    records = [
        {
            "title": f"{title} {number}",
            "text": f"{text}\n\n{STORM}\nReport {number} of the day.",
            "outlet": f"{outlet} Post",
            "authors": ["Ann Lee", f"-{number}"],
            "published": f"2024-11-{number % 28 + 1:02}",
        }
        for number, (title, text, outlet) in enumerate(made)
    ]
    lines = "\n".join(json.dumps(record) for record in records)
    for first in read_back(folder, "given.jsonl", lines.encode()):
        before = known(first)
        assert len(before) == len(made)
        for second in read_back(folder, f"all{form.ending}", exported(first, form)):
            assert known(second) == before


@given(st.text(st.sampled_from("'=+-@\t\r\nab"), max_size=6))
def test_a_disarmed_cell_is_no_formula_and_says_what_it_was(cell: str) -> None:
    safe = disarmed(cell)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert (safe[1:] if is_formula(safe) else safe) == cell


@pytest.fixture
def armed(library: Library, tmp_path: Path) -> Library:
    """Give a library with an article whose every field would run."""
    record = {
        "title": "=HYPERLINK(1)",
        "outlet": "+SUM(1)",
        "authors": ["@cmd", "Ann"],
        "text": f"-1+1|cmd\n\n{STORM}",
        "url": "=1",
        "published": "2024-11-02",
    }
    run_import(library, write(tmp_path, "armed.json", json.dumps(record)))
    return library


def test_no_cell_of_a_table_begins_as_a_formula(armed: Library) -> None:
    rows = list(csv.reader(io.StringIO(exported(armed, ExportFormat.CSV).decode(), newline="")))
    assert rows[0][:4] == ["id", "title", "outlet", "authors"]
    assert len(rows) == 2
    cells = dict(zip(*rows, strict=True))
    assert (cells["title"], cells["authors"]) == ("'=HYPERLINK(1)", "'@cmd; Ann")
    assert not [cell for cell in rows[1] if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def sheet(data: bytes, number: int) -> tuple[list[list[str]], str]:
    """Return the cells of a sheet of a workbook, and its XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        source = book.read(f"xl/worksheets/sheet{number}.xml")
    rows = ET.fromstring(source).iter(f"{_SHEET}row")  # noqa: S314
    cells = [["".join(cell.itertext()) for cell in row.iter(f"{_SHEET}c")] for row in rows]
    return cells, source.decode()


def test_a_workbook_holds_texts_that_are_marked_as_texts_and_no_formula(armed: Library) -> None:
    data = exported(armed, ExportFormat.XLSX)
    (head, row), source = sheet(data, 1)
    assert head[:2] == ["id", "title"]
    assert row[1] == "=HYPERLINK(1)"
    assert "<f>" not in source
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert b'quotePrefix="1"' in book.read("xl/styles.xml")
        assert not [name for name in book.namelist() if "external" in name.lower()]


def test_a_text_longer_than_a_cell_is_whole_on_the_second_sheet(
    library: Library, tmp_path: Path
) -> None:
    text = "Storm\n\n" + "🌊 The mayor of Anville spoke for a very long time. " * 900
    run_import(library, write(tmp_path, "long.txt", text))
    (article,) = export_articles(library)
    (_head, *rows), _source = sheet(exported(library, ExportFormat.XLSX), 2)
    assert [row[:2] for row in rows] == [[article.id, str(n + 1)] for n in range(len(rows))]
    assert "".join(row[2] for row in rows) == article.text


def test_references_are_read_by_the_programs_that_read_them(armed: Library) -> None:
    (entry,) = read_ris(exported(armed, ExportFormat.RIS).decode())
    assert (entry["title"], entry["authors"]) == ("=HYPERLINK(1)", ["@cmd", "Ann"])
    assert (entry["date"], entry["secondary_title"]) == ("2024/11/02", "+SUM(1)")
    found = parse_string(exported(armed, ExportFormat.BIBTEX).decode())
    assert found.failed_blocks == []
    assert found.entries[0]["date"] == "2024-11-02"
    (cited,) = json.loads(exported(armed, ExportFormat.CSL))
    assert cited["issued"] == {"date-parts": [[2024, 11, 2]]}
    assert cited["author"] == [{"literal": "@cmd"}, {"literal": "Ann"}]


@settings(max_examples=25, deadline=None, phases=[Phase.generate])
@given(st.lists(_LINES, min_size=1, max_size=4))
def test_no_text_can_end_its_reference_or_begin_another(texts: list[str]) -> None:
    articles = [made(f"{text}\nER  - \nTY  - NEWS\n}}\n@article{{x,") for text in texts]
    ris, bib = io.BytesIO(), io.BytesIO()
    for target, module, name in (
        (ris, "desktop.services.export_citations", "RisWriter"),
        (bib, "desktop.services.export_citations", "BibtexWriter"),
    ):
        writer = getattr(__import__(module, fromlist=[name]), name)(target)
        for article in articles:
            writer.write(article)
        writer.close()
    assert len(read_ris(ris.getvalue().decode())) == len(texts)
    found = parse_string(bib.getvalue().decode())
    assert (len(found.entries), found.failed_blocks) == (len(texts), [])


def made(text: str) -> ExportedArticle:
    """Return an article with a text."""
    none: dict[str, Any] = dict.fromkeys(("published", "url", "language", "updated", "section"))
    return ExportedArticle(
        id="1", title=text, outlet=text, authors=(text,), format="txt", text=text, sha256="",
        source_name="", relations=(), tags=(text,), importance=0, notes=(), **none,
    )  # fmt: skip


def test_a_bundle_holds_texts_sidecars_analyses_and_lists(analyzed: Library) -> None:
    (event,) = list(decisions.list_decisions(analyzed))
    with zipfile.ZipFile(io.BytesIO(exported(analyzed, ExportFormat.BUNDLE))) as bundle:
        names = bundle.namelist()
        about = json.loads(bundle.read("crosslight-bundle.json"))
        events = [json.loads(line) for line in bundle.read("events.jsonl").splitlines()]
        texts = [name for name in names if name.startswith("texts/") and name.endswith(".txt")]
        first = json.loads(bundle.read("articles.jsonl").splitlines()[0])
        text = bundle.read(first["file"]).decode()
        sidecar = json.loads(bundle.read(f"{first['file']}.meta.json"))
    assert about["counts"] == {
        "articles": 5, "events": 1, "decisions": 1, "notes": 0, "outlets": 5,
    }  # fmt: skip
    assert len(texts) == 5
    assert len([name for name in names if name.startswith("analysis/")]) == 5
    assert len(events[0]["articles"]) == 5
    assert (text, sidecar["outlet"]) == (first["text"], first["outlet"])
    assert event.label == "Add 5 articles"


def test_an_unpacked_bundle_can_be_added_as_a_folder(samples: Library, tmp_path: Path) -> None:
    data = exported(samples, ExportFormat.BUNDLE)
    with zipfile.ZipFile(io.BytesIO(data)) as bundle:
        bundle.extractall(tmp_path / "unpacked")
    other = open_library(tmp_path / "Other.crosslight", create=True)
    run_import(other, tmp_path / "unpacked" / "texts")
    assert known(other) == known(samples)
    other.close()


def test_a_choice_of_articles_is_exported_and_the_trash_is_not(analyzed: Library) -> None:
    ids = [article.id for article in export_articles(analyzed)]
    decisions.trash_articles(analyzed, ids[:1])

    def chosen(choice: ExportChoice) -> list[str]:
        lines = exported(analyzed, ExportFormat.JSONL, choice).splitlines()
        return [json.loads(line)["id"] for line in lines]

    assert chosen(ExportChoice()) == ids[1:]
    assert chosen(ExportChoice(ids=(ids[3], ids[0], ids[1]))) == [ids[1], ids[3]]
    assert chosen(ExportChoice(ids=())) == []
    assert len(chosen(ExportChoice(ArticleQuery("attention")))) < 4
    assert chosen(ExportChoice(ArticleQuery(text="telegram"))) != []
    with pytest.raises(CrosslightError, match="no collection"):
        chosen(ExportChoice(ArticleQuery("nothing")))


def test_an_export_tells_how_far_it_is_and_left_half_way_leaves_no_file(
    samples: Library, tmp_path: Path
) -> None:
    target = tmp_path / "all.csv"
    target.write_text("before")
    steps = cast("Generator[Progress]", export_file(samples, target, ExportFormat.CSV))
    with closing(steps):
        first = next(steps)
    assert (first.done, first.total) == (1, 5)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["all.csv"]
    assert target.read_text() == "before"
    assert list(export_file(samples, target, ExportFormat.CSV))[-1].done == 5
    assert target.read_text().startswith("id,title")


def test_an_export_to_a_place_that_takes_none_says_so(samples: Library, tmp_path: Path) -> None:
    with pytest.raises(CrosslightError, match="cannot be written") as refusal:
        list(export_file(samples, tmp_path / "none" / "all.csv", ExportFormat.CSV))
    assert "space" in refusal.value.remedy


@pytest.mark.parametrize("form", list(ExportFormat))
def test_an_empty_library_gives_a_whole_file(library: Library, form: ExportFormat) -> None:
    data = exported(library, form)
    assert list[Progress](write_export(library, io.BytesIO(), form)) == []
    if form is ExportFormat.CSL:
        assert json.loads(data) == []
    if not form.is_text:
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
