"""Archives give the articles in them, within bounds, and their names are never used as paths."""

from __future__ import annotations

import gzip
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest import archives, gathering, packages, warcs
from desktop.ingest.drafts import ArticleDraft, Reading, Remark, Statement
from desktop.ingest.gathering import Gathering
from desktop.ingest.readers import read_data
from desktop.ingest.warcs import read_web_archive
from tests.desktop.ingest.made_files import (
    BODY,
    FIRST,
    SECOND,
    only,
    open_text,
    page,
    refusal,
    web_archive,
    word,
    zipped,
)


def read_zip(members: Mapping[str, bytes | str]) -> Reading:
    return read_data(zipped(members), "a.zip")


def code(reading: Reading) -> str:
    assert reading.problem is not None
    assert not reading.drafts
    return reading.problem.code


def test_each_file_of_an_archive_is_read_as_if_it_lay_in_a_folder() -> None:
    reading = read_zip(
        {
            "a.txt": BODY,
            "sub/b.docx": word(),
            "sub/c.odt": open_text(body="<text:p>More.</text:p>"),
            "d.html": page(1),
            "e.jsonl": '{"text": "Words of one."}\n{"text": "Words of two."}',
        }
    )
    assert [draft.format for draft in reading.drafts] == [
        "txt", "docx", "odt", "html", "json", "json",
    ]  # fmt: skip
    assert reading.remarks == ()


@pytest.mark.parametrize(
    "name",
    ["../../a.txt", "/etc/a.txt", "..\\..\\a.txt", "C:\\a.txt", "CON.txt", "~/a.txt",
     "n" * 300 + ".txt", "new\nline.txt", "-rf.txt", "./././a.txt", "$HOME/a.txt"],
)  # fmt: skip
def test_a_member_is_read_whatever_it_is_called_and_nothing_is_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert only(read_zip({name: BODY})).text == BODY
    assert list(tmp_path.iterdir()) == []


def test_what_comes_along_with_pages_is_passed_over_and_what_may_hold_an_article_is_told() -> None:
    along = {
        "page_files/frame.html": page(2),
        "page_files/x.css": "body {}",
        "picture.png": b"\x89PNG\r\n\x1a\n",
        "__MACOSX/._a.txt": b"\0\5\x16\7",
        "folder/": "",
        ".DS_Store": b"\0\0\0\1Bud1",
    }
    reading = read_zip({"a.txt": BODY, **along})
    assert only(reading).text == BODY
    assert reading.remarks == ()
    doubtful = {"b.docx": "no docx", "c.pages": "x", "d.txt": "", "e.json": "[]"}
    reading = read_zip({"a.txt": BODY, **doubtful})
    assert only(reading).text == BODY
    assert {remark.message for remark in reading.remarks} == {
        "2 files were of a kind that is not read and were left out.",
        "1 file was empty and was left out.",
        "1 file could not be read and was left out.",
    }


def test_the_same_file_twice_is_one_article() -> None:
    assert len(read_zip({"a.txt": BODY, "b/a.txt": BODY, "c.txt": FIRST}).drafts) == 2


@pytest.mark.parametrize(("depth", "is_read"), [(1, True), (4, True), (5, False), (30, False)])
def test_archives_in_archives_are_read_a_few_levels_deep(depth: int, is_read: bool) -> None:
    data, name = BODY.encode(), "a.txt"
    for level in range(depth):
        data, name = zipped({name: data}), f"{level}.zip"
    reading = read_data(data, "a.zip")
    assert bool(reading.drafts) == is_read
    if not is_read:
        assert code(reading) == "nested-too-deep"


def test_a_link_in_an_archive_is_not_followed() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    packed = io.BytesIO(zipped({"a.txt": BODY}))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert only(read_data(packed.getvalue(), "a.zip")).text == BODY


def raw(name: bytes, packed: bytes, *, flags: int = 0, crc: int = 0, size: int = 0) -> bytes:
    """Return an archive of one member with whatever it says of itself."""
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, flags, 8, 0, 0x5A21, crc, len(packed), size,
                        len(name), 0) + name + packed  # fmt: skip
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, flags, 8, 0, 0x5A21, crc, len(packed),
                        size, len(name), 0, 0, 0, 0, 0, 0) + name  # fmt: skip
    return local + entry + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(entry), len(local), 0)


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def test_a_bomb_is_refused_whatever_size_it_states() -> None:
    bomb = deflated(bytes(80_000_000))
    for size in (80_000_000, 1000):
        assert code(read_data(raw(b"a.txt", bomb, size=size), "a.zip")) in (
            "too-large-inside",
            "damaged",
        )


def test_members_together_unpack_to_no_more_than_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_MOST_UNPACKED", 250)
    reading = read_zip({f"{n}.txt": f"{n} {FIRST}" for n in range(9)})
    assert 1 < len(reading.drafts) < 9
    assert [remark.code for remark in reading.remarks] == ["left-out"]


def test_an_archive_of_too_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_MOST_MEMBERS", 3)
    assert code(read_zip({f"{n}.txt": BODY for n in range(4)})) == "too-complex"


def test_a_locked_or_damaged_member_is_told() -> None:
    content = BODY.encode()
    locked = raw(b"a.txt", deflated(content), flags=1, size=len(content))
    assert code(read_data(locked, "a.zip")) == "password"
    wrong = raw(b"a.txt", deflated(content), crc=1, size=len(content))
    assert code(read_data(wrong, "a.zip")) == "damaged"
    right = raw(b"caf\xe9\xff.txt", deflated(content), crc=zlib.crc32(content), size=len(content))
    assert only(read_data(right, "a.zip")).text == BODY


def test_an_archive_without_articles_is_refused() -> None:
    assert code(read_data(b"PK\5\6" + bytes(18), "a.zip")) == "no-article"
    assert code(read_zip({"a.png": b"\x89PNG\r\n\x1a\n"})) == "no-article"


@pytest.mark.parametrize(
    ("members", "what"),
    [
        ({"xl/workbook.xml": "<x/>"}, "a spreadsheet"),
        ({"ppt/presentation.xml": "<x/>"}, "a presentation"),
        ({"mimetype": "application/epub+zip"}, "an e-book"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "without text"),
    ],
)
def test_a_document_of_another_kind_is_told_by_its_name(
    members: Mapping[str, bytes | str], what: str
) -> None:
    reading = read_zip(members)
    assert code(reading) == "unsupported-format"
    assert reading.problem is not None
    assert what in reading.problem.message


def test_of_a_bundle_of_this_program_only_the_articles_are_read() -> None:
    bundle = {"articles.jsonl": '{"text": "Words."}', archives.BUNDLE: "{}", "texts/a.txt": BODY}
    assert only(read_zip(bundle)).text == "Words."


PAGES = [(f"https://example.org/{number}", page(number).encode()) for number in range(3)]


@pytest.mark.parametrize("compressed", [False, True])
def test_a_web_archive_gives_an_article_a_page(compressed: bool) -> None:
    data = web_archive(PAGES, compressed=compressed)
    for whole in (data, gzip.compress(data) if not compressed else data):
        reading = read_data(whole, "a.warc.gz")
        assert [draft.facts.url for draft in reading.drafts] == [url for url, _page in PAGES]
        assert {draft.format for draft in reading.drafts} == {"warc"}
        assert reading.remarks == ()
        saved = Statement("saved", "2024-11-02T10:00+00:00", "web archive")
        assert all(saved in draft.statements for draft in reading.drafts)
        assert all(not draft.facts.published for draft in reading.drafts)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("404 Not Found", "text/html"),
        ("301 Moved", "text/html"),
        ("200 OK", "image/png"),
        ("200 OK", "text/css"),
    ],
)
def test_only_pages_that_were_answered_well_are_read(status: str, kind: str) -> None:
    address = "https://example.org/other"
    other = web_archive([(address, page(9).encode())], status=status, kind=kind)
    draft = only(read_web_archive(web_archive(PAGES[:1]) + other))
    assert draft.facts.url == "https://example.org/0"
    assert refusal(read_web_archive, other).code == "no-article"


def test_a_page_in_a_stated_encoding_is_no_guess() -> None:
    markup = page().replace("Anville", "Žižkov").encode("cp1250")
    draft = only(read_web_archive(
        web_archive([("https://example.org/", markup)], kind="text/html; charset=windows-1250")
    ))  # fmt: skip
    assert "Žižkov" in draft.text
    assert draft.doubts == ()


def test_a_damaged_web_archive_gives_what_is_whole() -> None:
    data = web_archive(PAGES, compressed=True)
    reading = read_data(data[: len(data) * 5 // 6], "a.warc.gz")
    assert 0 < len(reading.drafts) < 3
    assert [remark.code for remark in reading.remarks] == ["damaged-archive"]


def test_a_web_archive_unpacks_to_no_more_than_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warcs, "_MOST_UNPACKED", 2000)
    data = web_archive(PAGES, compressed=True) + gzip.compress(bytes(5_000_000))
    reading = read_data(data, "a.warc.gz")
    assert 0 < len(reading.drafts) <= 3
    assert "too-large-inside" in {remark.code for remark in reading.remarks}


def test_a_compressed_file_that_is_no_web_archive_is_refused() -> None:
    assert code(read_data(gzip.compress(BODY.encode()), "a.warc.gz")) == "unsupported-format"
    assert code(read_data(b"WARC/9.9 nothing\r\n" * 50, "a.warc")) == "no-article"


def draft(text: str) -> ArticleDraft:
    return ArticleDraft(text, "txt")


def test_a_file_that_holds_too_much_gives_its_beginning_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in (("MOST_ARTICLES", 2), ("MOST_TEXT", 8), ("BUDGET_S", -1.0)):
        with monkeypatch.context() as patch:
            patch.setattr(gathering, name, value)
            found = Gathering("record", "records")
            found.add(draft("first"))
            found.add(draft("second"))
            assert found.is_full()
            assert found.is_full()
            reading = found.reading(refusal(read_web_archive, b"WARC/1.0"))
        assert [remark.code for remark in reading.remarks] == ["too-many"]
        assert "its first 2 articles were added" in reading.remarks[0].message


def test_what_is_left_out_is_counted_by_its_reason() -> None:
    found = Gathering("file", "files")
    found.add(draft("first"))
    for reason in ("had a password", "was empty", "was empty"):
        found.leave_out(reason)
    found.remark(Remark("a-b", "Odd."))
    found.remark(Remark("a-b", "Odd."))
    assert [remark.message for remark in found.reading(refusal(read_web_archive, b"")).remarks] == [
        "Odd.",
        "1 file had a password and was left out.",
        "2 files were empty and were left out.",
    ]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=30), st.booleans())
def test_any_damaged_archive_is_read_or_refused(at: int, junk: bytes, is_web: bool) -> None:
    data = WEB if is_web else ZIP
    place = at % len(data)
    reading = read_data(data[:place] + junk + data[place + len(junk) :], "a.zip")
    assert bool(reading.drafts) != bool(reading.problem)


WEB = web_archive(PAGES[:1], compressed=True)
ZIP = zipped({"a.txt": BODY, "b.zip": zipped({"c.txt": SECOND})})
