"""Records and tables: whatever the fields are called, and what this program wrote is read back."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.csv_tables import read_table
from desktop.ingest.drafts import ArticleDraft, FileFacts, Statement
from desktop.ingest.readers import read_data
from desktop.ingest.records import read_records
from desktop.ingest.texts import clean_line, clean_text
from tests.desktop.ingest.made_files import BODY, FIRST, SECOND, TITLE, only, refusal

FACTS = FileFacts(
    title=TITLE,
    outlet="The Daily Test",
    authors=("Ann Lee", "Bob Ray"),
    published="2024-11-02T10:00+05:30",
    url="https://example.org/storm",
    language="en",
    updated="2024-11-03",
    section="Weather",
)


def record(**more: object) -> dict[str, object]:
    return {
        "title": FACTS.title,
        "outlet": FACTS.outlet,
        "authors": list(FACTS.authors),
        "published": FACTS.published,
        "url": FACTS.url,
        "language": FACTS.language,
        "updated": FACTS.updated,
        "section": FACTS.section,
        "text": BODY,
        **more,
    }


def read_json(value: object) -> ArticleDraft:
    return only(read_records(json.dumps(value).encode()))


def table(rows: list[dict[str, Any]], mark: str = ",") -> bytes:
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(rows[0]), delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode()


def test_a_record_states_all_its_fields() -> None:
    draft = read_json(record())
    assert (draft.text, draft.facts) == (BODY, FACTS)
    assert Statement("authors", "Ann Lee; Bob Ray", "record") in draft.statements
    assert Statement("updated", "2024-11-03", "record") in draft.statements


@pytest.mark.parametrize(
    "names",
    [
        {"headline": TITLE, "articleBody": BODY, "datePublished": "2024-11-02",
         "publisher": {"@type": "Organization", "name": "The Daily Test"},
         "author": [{"name": "Ann Lee"}]},
        {"title": TITLE, "content": BODY, "publishedAt": "2024-11-02",
         "source": {"id": None, "name": "The Daily Test"}, "author": "Ann Lee"},
        {"title": TITLE, "maintext": BODY, "date_publish": "2024-11-02",
         "source_domain": "The Daily Test", "authors": ["Ann Lee"]},
        {"title": TITLE, "abstract": BODY, "issued": {"date-parts": [[2024, 11, 2]]},
         "container-title": "The Daily Test", "author": [{"family": "Lee", "given": "Ann"}]},
        {"Title": TITLE, " Text ": BODY, "Published": {"$date": "2024-11-02"},
         "OUTLET": ["The Daily Test"], "Authors": "Ann Lee"},
    ],
)  # fmt: skip
def test_fields_are_known_by_what_others_call_them(names: dict[str, object]) -> None:
    facts = read_json([names]).facts
    assert (facts.title, facts.outlet, facts.authors) == (TITLE, "The Daily Test", ("Ann Lee",))
    assert facts.published == "2024-11-02"


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (1730541600, "2024-11-02T10:00+00:00"),
        (1730541600000, "2024-11-02T10:00+00:00"),
        (2024, ""),
        (10**400, ""),
        (True, ""),
        (float("nan"), ""),
        ({"date-parts": [[2024]]}, ""),
        ({"date-parts": [[2024, 13, 2]]}, ""),
        ({"raw": "2 November 2024"}, "2024-11-02"),
        ([], ""),
        ("2024-02-30", ""),
    ],
)
def test_only_a_full_date_is_one(value: object, iso: str) -> None:
    assert read_json(record(published=value)).facts.published == iso


@pytest.mark.parametrize(
    "around",
    [
        '{"status": "ok", "articles": %s}',
        '{"data": {"results": %s}}',
        '{"meta": {"pages": 1}, "items": %s}',
        "%s",
    ],
)
def test_records_are_found_inside_what_is_around_them(around: str) -> None:
    entries = json.dumps([record(), record(text=FIRST)])
    drafts = read_records((around % entries).encode()).drafts
    assert [draft.text for draft in drafts] == [BODY, FIRST]


def test_entries_of_a_feed_in_json_are_of_its_outlet() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Daily Test",
            "items": [{"title": TITLE, "content_html": f"<p>{FIRST}</p><p>{SECOND}</p>"}],
            }  # fmt: skip
    draft = read_json(feed)
    assert draft.facts.outlet == "The Daily Test"
    assert draft.text == f"{FIRST}\n\n{SECOND}"


def test_markup_in_a_text_is_undone_but_not_in_what_this_program_wrote() -> None:
    marked = f"<p>{FIRST}</p><script>trap</script><p>{SECOND}</p>"
    assert read_json(record(text=marked)).text == f"{FIRST}\n\n{SECOND}"
    own = record(text=marked, sha256=hashlib.sha256(marked.encode()).hexdigest())
    assert read_json(own).text == marked


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_in_any_shape_is_read(mark: str, encoding: str) -> None:
    row = {**record(), "authors": "Ann Lee; Bob Ray"}
    data = table([row], mark).decode().encode(encoding)
    draft = only(read_table(data))
    assert (draft.text, draft.facts, draft.format) == (BODY, FACTS, "csv")


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("TEXT , Title\nWords of one.,T\n", ["Words of one."]),
        ("title,title,text\nA,B,Words of one.\n", ["Words of one."]),
        ('title,text\nA,"Words\nof one."\n', ["Words\nof one."]),
        ('title,text\nA,Words of one.\nB\nC,,,,\n"D","not closed', ["Words of one.", "not closed"]),
        ("title,text\n\n\nA,Words of one.\n\n", ["Words of one."]),
        ("text\nWords of one.\nWords of one.\nOther words.\n", ["Words of one.", "Other words."]),
    ],
)  # fmt: skip
def test_rows_that_have_a_text_are_articles(written: str, texts: list[str]) -> None:
    assert [draft.text for draft in read_table(written.encode()).drafts] == texts


def test_rows_without_a_text_are_counted() -> None:
    reading = read_table(b"title,text\nA,Words of one.\nB,\n")
    assert [remark.message for remark in reading.remarks] == ["1 row had no text and was left out."]


@pytest.mark.parametrize("data", [b"a,b\n1,2\n", b"title,text\n", b"file,outlet\na.txt,T\n"])
def test_a_table_without_texts_is_refused(data: bytes) -> None:
    assert refusal(read_table, data).code == "no-article"


def test_a_cell_of_any_length_is_read() -> None:
    words = "Words of one. " * 100_000
    assert only(read_table(f'title,text\nA,"{words}"\n'.encode())).text == words


WRITTEN = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)


@settings(max_examples=80, deadline=None)
@given(WRITTEN, WRITTEN, st.lists(WRITTEN.map(lambda one: one.replace(";", "")), max_size=3))
def test_what_this_program_exports_is_read_back_the_same(
    words: str, title: str, names: list[str]
) -> None:
    text = clean_text(f"{words} stored words")
    line, authors = clean_line(title), [clean_line(name) for name in names]
    authors = list(dict.fromkeys(author for author in authors if author.strip()))
    own = {"id": "1", "title": line, "outlet": None, "authors": authors, "text": text,
           "sha256": hashlib.sha256(text.encode()).hexdigest()}  # fmt: skip
    from_lines = read_json(own)
    cells = {**own, "outlet": "", "authors": "; ".join(authors)}
    from_table = only(read_table(table([{k: guarded(str(v)) for k, v in cells.items()}])))
    for draft in (from_lines, from_table):
        assert (draft.text, draft.facts.title) == (text, line)
        assert draft.facts.authors == tuple(authors)


def guarded(cell: str) -> str:
    """Return a cell as it is written, so that no spreadsheet runs it."""
    return f"'{cell}" if cell.lstrip("'").startswith(("=", "+", "-", "@", "\t", "\r")) else cell


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from('title,text\n;"\t=|ab \0'), max_size=80))
def test_any_table_is_read_or_refused(rest: str) -> None:
    reading = read_data(f"title,text\n{rest}".encode(), "a.csv")
    assert bool(reading.drafts) != bool(reading.problem)
