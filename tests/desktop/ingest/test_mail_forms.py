"""Mails of every form, mailboxes, and pages that a browser saved as one file."""

from __future__ import annotations

import base64
import quopri
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import FileFacts, Statement
from desktop.ingest.mail import read_mail, read_mails
from desktop.ingest.mhtml import read_saved_page
from desktop.ingest.readers import read_data
from tests.desktop.ingest.made_files import BODY, FIRST, SECOND, only, page, refusal

HEAD = (
    b"From: Ann Lee <ann@example.org>\r\nSubject: Storm\r\n"
    b"Date: Sat, 02 Nov 2024 10:00:00 +0530\r\nMIME-Version: 1.0\r\n"
)
PARTS = HEAD + b'Content-Type: multipart/%s; boundary="x"\r\n\r\n'
END = b"--x--\r\n"


def part(content: str, kind: str = "text/plain", more: str = "") -> bytes:
    return f"--x\r\nContent-Type: {kind}; charset=utf-8\r\n{more}\r\n{content}\r\n".encode()


def parts(form: str, *inner: bytes) -> bytes:
    return PARTS.replace(b"%s", form.encode()) + b"".join(inner) + END


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (parts("alternative", part(FIRST), part(f"<p>{SECOND}</p>", "text/html")), FIRST),
        (parts("alternative", part("See online."), part(f"<p>{BODY * 3}</p>", "text/html")),
         " ".join((BODY * 3).split())),
        (parts("alternative", part(""), part(f"<p>{SECOND}</p>", "text/html")), SECOND),
        (parts("mixed", part(FIRST), part("%PDF", "application/pdf"), part(SECOND)),
         f"{FIRST}\n\n{SECOND}"),
        (parts("mixed", part(FIRST), part("trap", more="Content-Disposition: attachment\r\n")),
         FIRST),
        (parts("mixed", part(FIRST, more="Content-Disposition: attachment\r\n")), FIRST),
        (parts("report", part(FIRST), part("Subject: x\r\n\r\ntrap", "message/rfc822")), FIRST),
        (parts("mixed", part(f"Subject: x\r\n\r\n{FIRST}", "message/rfc822")), FIRST),
        (parts("mixed", part("BEGIN:VCALENDAR", "text/calendar"), part(FIRST)), FIRST),
        (PARTS.replace(b"%s", b"mixed").replace(b'"x"', b'"zzz"') + part(FIRST) + END, FIRST),
        (HEAD + b"Content-Type: text/plain\r\n\r\n" + page().encode(), FIRST),
    ],
)  # fmt: skip
def test_a_mail_gives_the_text_that_a_reader_of_mail_shows(data: bytes, text: str) -> None:
    found = only(read_mail(data)).text
    assert found.strip().startswith(text)
    assert "trap" not in found
    assert "VCALENDAR" not in found


def test_wrapped_lines_are_joined_as_they_were_before_sending() -> None:
    flowed = HEAD + b"Content-Type: text/plain; format=flowed%s\r\n\r\n"
    body = b"The storm came \r\nat night.\r\n  Indented\r\n-- \r\nAnn\r\n"
    text = only(read_mail(flowed.replace(b"%s", b"") + body)).text
    assert text.split("\n")[:4] == ["The storm came at night.", " Indented", "-- ", "Ann"]
    joined = only(read_mail(flowed.replace(b"%s", b"; delsp=yes") + body)).text
    assert joined.startswith("The storm cameat night.")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?q?C=C3=B4te?= =?utf-8?q?_d=27Azur?=", "Côte d'Azur"),
        ("=?iso-2022-jp?B?GyRCJF4kXyRgGyhC?=", "まみむ"),
        ("=?euc-kr?Q?=C7=D1=B1=B9?= news", "한국 news"),
        ("=?utf-8?Q?Line=0D=0ABcc:_x?=", "Line Bcc: x"),
        ("=?utf-8?B?" * 50, "=?utf-8?B?" * 50),
        ("=?x-none?Q?Storm?=", "Storm"),
        ("Caf\udce9 in Lyon", "Café in Lyon"),
        ("Über alles", "Über alles"),
    ],
)
def test_a_subject_in_any_writing_is_read(subject: str, title: str) -> None:
    written = subject.encode("utf-8", "surrogateescape")
    data = HEAD.replace(b"Subject: Storm", b"Subject: " + written) + b"\r\n" + FIRST.encode()
    assert only(read_mail(data)).facts.title == title


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Sat, 02 Nov 2024 10:00:00 +0530", "2024-11-02T10:00+05:30"),
        ("2 Nov 24 10:00 EST", "2024-11-02T10:00-05:00"),
        ("Sat, 2 Nov 2024 10:00:00 -0700 (PDT)", "2024-11-02T10:00-07:00"),
        ("Foo, 99 Bar 99999", ""),
        ("", ""),
    ],
)
def test_a_mail_was_published_when_it_was_sent(written: str, iso: str) -> None:
    data = HEAD.replace(b"Sat, 02 Nov 2024 10:00:00 +0530", written.encode())
    draft = only(read_mail(data + b"\r\n" + FIRST.encode()))
    assert draft.facts.published == iso
    stated = [one.value for one in draft.statements if one.field == "published"]
    assert stated == ([iso] if iso else [])


def test_a_newsletter_is_from_an_outlet_and_a_mail_from_a_person() -> None:
    assert only(read_mail(HEAD + b"\r\n" + FIRST.encode())).facts.authors == ("Ann Lee",)
    letter = HEAD.replace(b"Ann Lee", b"The Daily Test") + b"List-Unsubscribe: <x>\r\n\r\n"
    draft = only(read_mail(letter + FIRST.encode()))
    assert (draft.facts.outlet, draft.facts.authors) == ("The Daily Test", ())
    assert Statement("outlet", "The Daily Test", "mail header") in draft.statements


def test_an_encrypted_mail_waits_for_the_user() -> None:
    assert refusal(read_mail, parts("encrypted", part("secret"))).code == "password"


def mailbox(*bodies: str) -> bytes:
    return b"\n".join(
        b"From ann@example.org Sat Nov  2 10:00:00 2024\n"
        + HEAD.replace(b"\r\n", b"\n").replace(b"Storm", f"Storm {number}".encode())
        + f"\n{body}\n".encode()
        for number, body in enumerate(bodies)
    )


def test_a_mailbox_gives_an_article_a_message_and_says_what_it_left_out() -> None:
    reading = read_mails(mailbox(FIRST, SECOND, ""))
    assert [draft.facts.title for draft in reading.drafts] == ["Storm 0", "Storm 1"]
    assert [draft.text.strip() for draft in reading.drafts] == [FIRST, SECOND]
    assert [remark.message for remark in reading.remarks] == [
        "1 message had no text and was left out."
    ]


def test_a_line_that_begins_like_the_next_message_stays_in_its_text() -> None:
    body = "He wrote.\n\nFrom the roof fell tiles.\n"
    assert only(read_mails(mailbox(body))).text.strip() == body.strip()


def saved(markup: str = "", more: bytes = b"", kind: str = "text/html") -> bytes:
    content = base64.encodebytes((markup or page()).encode())
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/storm\r\n"
        b"Subject: Storm, saved\r\nDate: Sat, 02 Nov 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
        + more
        + f"--x\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n".encode()
        + b"Content-Location: https://example.org/storm\r\n\r\n"
        + content
        + b"\r\n--x\r\nContent-Type: text/css\r\n\r\n@charset 'trap';\r\n--x--\r\n"
    )


def test_a_saved_page_gives_its_article_and_when_it_was_saved() -> None:
    draft = only(read_saved_page(saved()))
    assert FIRST in draft.text
    assert "trap" not in draft.text
    assert draft.format == "mhtml"
    assert draft.facts.url == "https://example.org/storm"
    assert draft.facts.published == ""
    assert Statement("saved", "2024-11-02T10:00", "saved page") in draft.statements


def test_the_page_itself_is_read_and_not_a_frame_in_it() -> None:
    frame = b"--x\r\nContent-Type: text/html\r\nContent-Location: https://ad.org/\r\n\r\n<p>trap</p>\r\n"
    assert "trap" not in only(read_saved_page(saved(more=frame))).text


def test_a_saved_page_in_another_encoding_is_no_guess() -> None:
    markup = page().replace("Anville", "Ānville Žižkov").encode("cp1257")
    head, _, rest = saved(kind="text/html; charset=windows-1257").partition(b"base64")
    body = head + b"quoted-printable" + rest[: rest.index(b"\r\n\r\n") + 4]
    draft = only(read_saved_page(body + quopri.encodestring(markup) + b"\r\n--x--\r\n"))
    assert "Ānville Žižkov" in draft.text
    assert draft.doubts == ()


@pytest.mark.parametrize("cut", [0, 1, 2, 3])
def test_a_page_or_a_mail_that_was_cut_is_read_with_a_doubt(cut: int) -> None:
    whole = base64.b64encode(page().encode() + b"  " * cut)
    head = saved()[: saved().index(b"\r\n\r\nPCF") + 4]
    for length in range(len(whole) * 3 // 4, len(whole) * 3 // 4 + 4):
        draft = only(read_saved_page(head + whole[:length]))
        assert FIRST in draft.text
        assert "PCF" not in draft.text
        kept = [doubt.code for doubt in draft.doubts]
        assert kept == ([] if length % 4 == 0 else ["cut-short"])
    mail = HEAD + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    draft = only(read_mail(mail + base64.b64encode(BODY.encode())[:101]))
    assert draft.text.startswith(FIRST[:60])
    assert [doubt.code for doubt in draft.doubts] == ["cut-short"]


def test_a_file_of_pictures_alone_is_refused() -> None:
    assert refusal(read_saved_page, saved("GIF89a", kind="image/gif")).code == "no-article"


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=120), st.integers(0, 700), st.sampled_from(["a.eml", "a.mhtml", "a.mbox"])
)
def test_any_mail_that_is_damaged_is_read_or_refused(junk: bytes, at: int, name: str) -> None:
    data = saved() if name == "a.mhtml" else mailbox(FIRST, SECOND)
    reading = read_data(data[:at] + junk + data[at + len(junk) :], name)
    assert bool(reading.drafts) != bool(reading.problem)


def test_a_message_of_the_library_is_read_as_it_was_written() -> None:
    message = EmailMessage()
    message["Subject"] = "Storm"
    message.set_content(BODY)
    message.add_alternative(f"<p>{FIRST}</p>", subtype="html")
    draft = only(read_data(message.as_bytes(), "a.eml"))
    assert (draft.text, draft.facts) == (BODY, FileFacts(title="Storm"))
