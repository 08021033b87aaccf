"""Front matter, mails, records and encodings: what they state is found, the rest is text."""

from __future__ import annotations

import json
import unicodedata
from email.message import EmailMessage
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import FileFacts, UnreadableFileError
from desktop.ingest.html import read_html
from desktop.ingest.mail import read_mail
from desktop.ingest.markdown import read_markdown, split_front, to_plain_text
from desktop.ingest.plain import read_plain
from desktop.ingest.readers import read_file
from desktop.ingest.records import read_records
from desktop.ingest.texts import clean_text, decode

AUTHORS = ("Ann Lee", "Bob Ray")
BODY = "The storm hit the coast on Friday.\n"


@pytest.mark.parametrize(
    ("front", "facts"),
    [
        ("title: Storm\nauthor: Ann Lee", FileFacts(title="Storm", authors=("Ann Lee",))),
        ("Title: 'It’s: here'", FileFacts(title="It’s: here")),
        ('headline: "Storm"\npublisher: Daily', FileFacts(title="Storm", outlet="Daily")),
        ("authors: [Ann Lee, 'Bob Ray']", FileFacts(authors=AUTHORS)),
        ("by: Ann Lee and Bob Ray", FileFacts(authors=AUTHORS)),
        ("authors:\n- Ann Lee\n- Bob Ray\nurl: x", FileFacts(authors=AUTHORS, url="x")),
        ("date: 2024-11-02T10:00:00Z", FileFacts(published="2024-11-02T10:00+00:00")),
        ("date: Nov 2, 2024\nlang: en-GB", FileFacts(published="2024-11-02", language="en-GB")),
        ("date: yesterday", FileFacts()),
        ("tags:\n  - title: no\n  - x\nslug: title", FileFacts()),
        ("nested:\n  title: not this one", FileFacts()),
        ("title:", FileFacts()),
        ("", FileFacts()),
    ],
)  # fmt: skip
def test_a_front_matter_states_facts_and_is_no_text(front: str, facts: FileFacts) -> None:
    for mark, ending in (("---", "\n"), ("+++", "\n"), ("---", "\r\n")):
        whole = f"{mark}\n{front}\n{mark}\n\n{BODY}".replace("\n", ending)
        (draft,) = read_markdown(whole.encode())
        assert draft.facts == facts
        assert draft.text == BODY


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"---\n\n{BODY}",
        f"{BODY}\n---\ntitle: no\n---\n",
        f"---\ntitle: no\n+++\n{BODY}",
        "---\n" + "x: y\n" * 6000 + f"---\n{BODY}",
    ],
)
def test_what_only_looks_like_a_front_matter_stays_text(text: str) -> None:
    assert split_front(text) == (text, FileFacts())


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_front_matter_leaves_the_body(front: str, value: str) -> None:
    whole = clean_text(f"---\ntitle: {value}\n{front}\n---\n{BODY}")
    body, facts = split_front(whole)
    assert body.endswith(BODY)
    assert "\n" not in facts.title


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# A\n\nb **c** _d_ `e`", "A\n\nb c d e\n"),
        ("a\nb\n\nc  \nd", "a b\n\nc d\n"),
        ("- one\n- two\n  1. three", "- one\n\n- two\n\n- three\n"),
        ("> said\n> so", "said so\n"),
        ("![alt](x.png) and [link](http://x.org 'title')", "and link\n"),
        ("<b>not</b> shown <script>x</script>", "not shown x\n"),
        ("```\ncode *x*\n```", "code *x*\n"),
        ("| a | b |\n|---|---|\n| c | d |", "a\n\nb\n\nc\n\nd\n"),
        ("a &amp; b \\* c", "a & b * c\n"),
        ("***\n\n---", ""),
    ],
)
def test_markdown_gives_its_words(markdown: str, text: str) -> None:
    assert to_plain_text(markdown) == text


def mail(body: str, subtype: str = "plain", charset: str = "utf-8", **header: str) -> bytes:
    message = EmailMessage()
    for name, value in header.items():
        message[name] = value
    message.set_content(body, subtype=subtype, charset=charset)
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_a_mail_in_any_encoding_gives_its_text(charset: str) -> None:
    (draft,) = read_mail(mail("Der Bürgermeister sprach.\n", charset=charset, Subject="Brücke"))
    assert (draft.text, draft.facts.title) == ("Der Bürgermeister sprach.\n", "Brücke")
    assert draft.doubts == ()


def test_a_mail_with_two_forms_gives_the_plain_one_and_no_attachment() -> None:
    message = EmailMessage()
    message["Subject"] = "Storm"
    message.set_content(BODY)
    message.add_alternative(f"<p>{BODY}</p><p>trap</p>", subtype="html")
    message.add_attachment(b"trap", maintype="text", subtype="plain", filename="trap.txt")
    (draft,) = read_mail(message.as_bytes())
    assert draft.text == BODY


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b.org\r\nSubject: x\r\n\r\n",
        b"From: a\r\nSubject: x\r\nContent-Type: image/png\r\n\r\nabc",
        b"From: a\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n",
    ],
)
def test_a_mail_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        read_mail(data)


@given(st.binary(max_size=200), st.binary(max_size=100))
def test_any_mail_is_read_or_refused(header: bytes, body: bytes) -> None:
    try:
        (draft,) = read_mail(b"From: " + header + b"\nDate: " + header + b"\n\n" + body)
    except UnreadableFileError:
        return
    assert draft.text == clean_text(draft.text)


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=5,
)
RECORD = st.dictionaries(
    st.sampled_from(["text", "title", "outlet", "authors", "author", "published", "url", "x"]),
    VALUES,
)


@settings(max_examples=80)
@given(st.lists(RECORD | VALUES, max_size=4), st.booleans())
def test_any_records_are_read_or_refused(records: list[Any], one_a_line: bool) -> None:
    lines = "\n".join(map(json.dumps, records)) if one_a_line else json.dumps(records)
    fields = [cast("dict[str, object]", one) for one in records if isinstance(one, dict)]
    stated = [one.get("text") for one in fields]
    texts = {clean_text(text) for text in stated if isinstance(text, str)}
    try:
        drafts = read_records(lines.encode()).drafts
    except UnreadableFileError:
        drafts = ()
    assert {draft.text for draft in drafts} <= texts
    wordy = {text for text in texts if sum(map(str.isalnum, text)) > 2}
    assert {draft.text for draft in drafts} == wordy


ENCODED = [
    ("Der Bürgermeister schloss die Brücke über die Weiße Elster am Dienstag.", "cp1252"),
    ("Мэр закрыл старый мост через реку, сообщили местные жители в пятницу утром.", "cp1251"),
    ("Ο δήμαρχος έκλεισε τη γέφυρα την Παρασκευή το πρωί, είπαν οι κάτοικοι.", "cp1253"),
    ("市長は金曜日の朝、川にかかる古い橋を閉鎖したと住民が語った。", "shift_jis"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_old_encodings_are_guessed_and_said_to_be(text: str, encoding: str) -> None:
    (draft,) = read_plain((text + "\n").encode(encoding) * 8)
    assert draft.text == (text + "\n") * 8
    assert [doubt.code for doubt in draft.doubts] == ["guessed-encoding"]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_a_page_that_states_its_encoding_is_no_guess(text: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{text}</p></body></html>'
    (draft,) = read_html(page.encode(encoding))
    assert draft.text.strip() == text
    assert draft.doubts == ()


@given(st.text(st.characters(codec=None), max_size=80))
def test_a_clean_text_survives_being_stored_and_read_again(text: str) -> None:
    kept = clean_text(text)
    assert decode(kept.encode("utf-8-sig")).text == kept
    assert clean_text(decode(kept.encode("utf-8-sig")).text) == kept
    assert len(kept.split("\n")) == len(clean_text(text.replace("\n", "\r\n")).split("\n"))


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_cleaning_takes_away_no_letter_and_no_mark(text: str) -> None:
    def letters(some: str) -> str:
        whole = unicodedata.normalize("NFD", some)
        return "".join(c for c in whole if unicodedata.category(c)[0] in "LMNPS")

    assert letters(clean_text(text)) == letters(text)


@pytest.mark.parametrize("ending", ["txt", "md", "html", "json", "eml"])
def test_no_reader_changes_the_letters_of_a_text(
    tmp_path_factory: pytest.TempPathFactory, ending: str
) -> None:
    text = "Zelenský’s “plan” – naïve? – cost €5m; 🌊 e\u0301 שלום"
    written = {
        "txt": text,
        "md": text,
        "html": f"<html><body><p>{text}</p></body></html>",
        "json": json.dumps({"text": text}),
        "eml": mail(text, From="a@b.org", Subject="Storm").decode(),
    }
    path = tmp_path_factory.mktemp("letters") / f"a.{ending}"
    path.write_text(written[ending], "utf-8")
    reading = read_file(str(path))
    assert reading.problem is None
    assert reading.drafts[0].text.strip() == unicodedata.normalize("NFC", text)
