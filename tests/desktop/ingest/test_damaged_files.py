"""Damaged and odd files: what can be read is read and said to be doubtful, all else is refused."""

from __future__ import annotations

import codecs
import os
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest import readers
from desktop.ingest.dates import to_iso
from desktop.ingest.drafts import UnreadableFileError
from desktop.ingest.mail import read_mail
from desktop.ingest.records import read_records
from desktop.ingest.sniffing import sniff
from desktop.ingest.texts import clean_line, decode

WORDS = "The storm came at night and tore the roof from a school. "
BODY = b"\r\n\r\nThe storm came at night.\r\n"
HEAD = b"From: Ann Lee <a@example.org>\r\nSubject: Storm\r\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE),
     ("utf-32-le", codecs.BOM_UTF32_LE), ("utf-32-be", codecs.BOM_UTF32_BE),
     ("utf-8", codecs.BOM_UTF8)],
)  # fmt: skip
def test_a_text_that_was_cut_inside_a_letter_is_read_with_a_doubt(
    encoding: str, mark: bytes
) -> None:
    cut = mark + (WORDS + "🌊").encode(encoding)[:-1]
    decoded = decode(cut)
    assert decoded.text.startswith(WORDS)
    assert decoded.text[len(WORDS) :].strip("\ufffd") == ""
    assert decoded.doubt is not None
    assert decoded.doubt.code == "damaged-text"
    assert decode(mark + WORDS.encode(encoding)).doubt is None


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE])
def test_rubbish_behind_a_mark_is_no_text(mark: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not text that can be read; save the article"):
        decode(mark + b"\xdc\xdc\xdc\xdc" * 50)


@pytest.mark.parametrize(
    ("broken", "is_doubt"), [(4, "damaged-text"), (5, "guessed-encoding")], ids=["a few", "many"]
)
def test_utf8_with_a_broken_letter_for_every_four_whole_ones_is_still_utf8(
    broken: int, is_doubt: str
) -> None:
    decoded = decode("é".encode() * 16 + b" \xff" * broken)
    assert decoded.doubt is not None
    assert decoded.doubt.code == is_doubt
    assert decoded.text.startswith("é" * 16) == (is_doubt == "damaged-text")


@pytest.mark.parametrize("declared", ["nonsense", "base64", "rot13", "undefined", "a\0b", ""])
def test_an_encoding_that_is_none_is_passed_over(declared: str) -> None:
    decoded = decode("Der Bürgermeister schloss die Brücke am Dienstag.".encode("cp1252"), declared)
    assert "Bürgermeister" in decoded.text
    assert decoded.doubt is not None
    assert decoded.doubt.code == "guessed-encoding"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"Rar!\x1a\x07\0 rest", "an archive"),
        (b"\x1f\x8b\x08 rest", "a compressed file"),
        (b"\xd0\xcf\x11\xe0 rest", "an old office document"),
        (b"MZ\x90\0\x03", "a program"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture"),
        (b"BM\x10\0\0\0\0\0\0\0 rest", "a picture"),
        (b"II*\0 rest", "a picture"),
        (b"SQLite format 3\0" + bytes(80), "binary data (SQLite database file)"),
        (b"\x01\x02\x03\x04" * 20, "binary data"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
def test_what_a_refused_file_is_is_said_whatever_its_name(
    data: bytes, what: str, name: str
) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        sniff(data, name)
    told = refusal.value.message
    assert told.startswith(f"The file is {what}")
    assert told.count(";") == 1
    assert told.endswith(".")


@pytest.mark.parametrize(
    "kind",
    [b"text/plain; charset=nonsense", b"text/plain; charset=base64", b";;;", b"text",
     b"text/plain; charset*=utf-8''%FF%FF", b'text/plain; charset="a\0b"'],
)  # fmt: skip
def test_a_mail_with_a_broken_kind_is_read_as_text(kind: bytes) -> None:
    (draft,) = read_mail(HEAD + b"Content-Type: " + kind + BODY)
    assert (draft.text, draft.facts.title) == ("The storm came at night.\n", "Storm")


@pytest.mark.parametrize(
    "kind",
    [b"multipart/related", b"multipart/alternative; boundary=y",
     b'multipart/mixed; boundary=""', b"text/calendar", b"application/pdf"],
)  # fmt: skip
def test_a_mail_whose_parts_cannot_be_taken_apart_is_refused(kind: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="The mail holds no text; save the article as"):
        read_mail(HEAD + b"Content-Type: " + kind + BODY)


@pytest.mark.parametrize(
    ("sender", "authors"),
    [
        ("Ann Lee <a@example.org>", ("Ann Lee",)),
        ('"Lee, Ann" <a@example.org>', ("Lee, Ann",)),
        ("=?utf-8?q?Zo=C3=AB?= <a@example.org>", ("Zoë",)),
        ("a@example.org", ()),
        ("<<>>", ()),
        ("=?x?q?=?=", ()),
    ],
)
def test_the_author_of_a_mail_is_its_sender_by_name(sender: str, authors: tuple[str, ...]) -> None:
    (draft,) = read_mail(b"From: " + sender.encode() + b"\r\nSubject: x" + BODY)
    assert draft.facts.authors == authors


def test_a_mail_of_one_page_gives_its_paragraphs() -> None:
    message = EmailMessage()
    message["Subject"] = "Storm"
    page = f"<p>{WORDS * 2}</p><p hidden>trap</p><script>trap</script><p>{WORDS * 3}</p>"
    message.set_content(page, subtype="html", charset="iso-8859-1")
    (draft,) = read_mail(message.as_bytes())
    assert draft.text.strip().split("\n\n") == [(WORDS * 2).strip(), (WORDS * 3).strip()]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Sat, 02 Nov 2024 10:00:00 EST", "2024-11-02T10:00-05:00"),
        ("Sat, 02 Nov 2024 10:00:00 -0000", "2024-11-02T10:00"),
        ("Sat, 02 Nov 2024 10:00:00 GMT (noon)", "2024-11-02T10:00+00:00"),
        ("Sat, 32 Nov 2024 10:00:00 +0100", ""),
        ("Sat, 02 Nov 2150 10:00:00 +0100", ""),
        ("Sat, 02 Nov 2024 25:00:00 +0100", ""),
        ("Sat, 02 Nov 2024 10:00:00 +9999", ""),
        ("29 February 2023", ""),
        ("1st Sept. 2024", "2024-09-01"),
        ("may 3rd, 2024", "2024-05-03"),
        ("2024-11-02T10:60", "2024-11-02"),
        ("2024-11-02\n  10:00", "2024-11-02T10:00"),
        ("20241302", ""),
    ],
)
def test_a_date_that_never_was_is_none_and_a_clock_that_never_showed_leaves_the_day(
    written: str, iso: str
) -> None:
    assert to_iso(written) == iso


@pytest.mark.parametrize(("bad", "told"), [(1, "1 record had no text"), (3, "3 records had no")])
def test_records_without_words_are_counted_for_the_file(bad: int, told: str) -> None:
    lines = [b'{"text": "..."}', b"{broken", b'{"title": "x"}'][:bad]
    reading = read_records(b"\n".join([*lines, b'{"text": "Rain."}', b'{"text": "Snow."}']))
    assert [draft.text for draft in reading.drafts] == ["Rain.", "Snow."]
    assert [remark.message.startswith(told) for remark in reading.remarks] == [True]
    assert not any(draft.doubts for draft in reading.drafts)


def test_one_text_of_two_outlets_is_two_articles_and_of_one_outlet_one() -> None:
    record = '{"text": "Rain fell.", "outlet": "%s"}'
    data = "\n".join(record % outlet for outlet in ("Daily", "Evening", "Daily")).encode()
    assert [d.facts.outlet for d in read_records(data).drafts] == ["Daily", "Evening"]


def test_a_file_is_read_up_to_the_limit_and_not_beyond(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "MOST_BYTES", 100)
    path = tmp_path / "a.txt"
    path.write_text("x" * 100)
    assert readers.read_file(str(path)).drafts[0].text == "x" * 100
    path.write_text("x" * 101)
    problem = readers.read_file(str(path)).problem
    assert problem is not None
    assert problem.code == "file-too-large"


@pytest.mark.parametrize(("size", "shown"), [(25_000_001, 26), (26_000_000, 26), (26_000_001, 27)])
def test_a_size_beyond_the_limit_never_reads_like_the_limit(size: int, shown: int) -> None:
    assert f"The file has {shown} MB" in readers.too_large(size).message


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in folders")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    problem = readers.read_file(str(tmp_path / "a.txt")).problem
    assert problem is not None
    assert (problem.code, problem.message) == ("not-a-file", readers.NOT_A_FILE)


@given(st.text(st.characters(codec=None), max_size=60), st.integers(2, 20))
def test_a_line_that_is_cut_says_so_and_keeps_its_beginning(text: str, most: int) -> None:
    whole, cut = clean_line(text, 10_000), clean_line(text, most)
    assert len(cut) <= most
    if len(whole) <= most:
        assert cut == whole
    else:
        assert cut.endswith("…")
        assert whole.startswith(cut[:-1])
