"""Rich text gives its shown words in any code page, with notes and text boxes after them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import Statement
from desktop.ingest.readers import read_data
from desktop.ingest.rtf import read_rtf
from tests.desktop.ingest.made_files import only, paragraphs, refusal, rich


def escaped(text: str, encoding: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("One.\\par Two.\\par", ["One.", "Two."]),
        ("{\\b Bold} and {\\i not}.", ["Bold and not."]),
        ("Braces \\{ \\} and \\\\.", ["Braces { } and \\."]),
        ("\\ldblquote Yes\\rdblquote\\emdash no\\~one", ["“Yes”—no\xa0one"]),
        ("\\u8364?5 and \\u-3844?", ["€5 and \uf0fc"]),
        ("A wave \\u-10180?\\u-8438?.", ["A wave 🌊."]),
        ("\\uc0\\u8364 5 each", ["€5 each"]),
        ("\\u99999999? still here", ["\ufffd still here"]),
        ("\\uc Words", ["Words"]),
        ("Words{\\footnote A note.} go on.", ["Words go on.", "A note."]),
        ("Words{\\shp{\\*\\shpinst{\\shptxt In a box.\\par}}} go on.",
         ["Words go on.", "In a box."]),
        ("Seen{\\deleted  gone}{\\v  unseen}.", ["Seen."]),
        ("Seen{\\v0  too}.", ["Seen too."]),
        ("{Seen \\v unseen}", ["Seen unseen"]),
        ("A link: {\\field{\\*\\fldinst HYPERLINK \"http://a.b\"}{\\fldrslt here}}.",
         ["A link: here."]),
        ("A\\cell B\\cell\\row C\\cell D\\cell\\row", ["A\tB", "C\tD"]),
        ("{\\listtext 1.\\tab}A point.", ["A point."]),
        ("{\\pict\\bin5 {{{{{}Words", ["Words"]),
        ("Words {\\pict\\bin2000000000 abc}", ["Words"]),
        ("Words{\\object{\\*\\objdata d0cf11e0}}", ["Words"]),
        ("{\\header Head}{\\footer Foot}Words", ["Words"]),
        ("Words {{{{{", ["Words"]),
        ("Words }}}}} more", ["Words"]),
    ],
)  # fmt: skip
def test_a_document_gives_its_shown_words(body: str, shown: list[str]) -> None:
    found = paragraphs(only(read_rtf(rich(body))))
    assert found == shown


PAGES = [
    ("Мэр закрыл старый мост.", "cp1251", "1251", "204"),
    ("Gęś zażółć jaźń.", "cp1250", "1250", "238"),
    ("市長は橋を閉鎖した。", "cp932", "932", "128"),
    ("시장은 다리를 닫았다.", "cp949", "949", "129"),
    ("Ο δήμαρχος έκλεισε.", "cp1253", "1253", "161"),
]


@pytest.mark.parametrize(("text", "encoding", "number", "charset"), PAGES)
def test_letters_are_those_of_the_code_page(
    text: str, encoding: str, number: str, charset: str
) -> None:
    plain = f"\\ansi\\ansicpg{number}\\deff0{{\\fonttbl{{\\f0\\fcharset0 Arial;}}}}"
    fonts = f"\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f1\\fcharset{charset} Arial;}}}}\\f1"
    for head in (plain, fonts):
        assert paragraphs(only(read_rtf(rich(f"{escaped(text, encoding)}\\par", head)))) == [text]


def test_bytes_as_they_stand_are_of_the_code_page_too() -> None:
    head = b"{\\rtf1\\ansi\\ansicpg1251 "
    data = head + "Мэр закрыл мост.".encode("cp1251") + b"\\par}"
    assert paragraphs(only(read_rtf(data))) == ["Мэр закрыл мост."]


def test_a_letter_of_two_bytes_may_end_in_a_plain_one() -> None:
    # The second byte of this letter is that of an A.
    assert "テスト".encode("cp932")[1:2] == b"e"
    body = "\\'83e\\'83X\\'83g"
    head = "\\ansi\\ansicpg932\\deff0"
    assert paragraphs(only(read_rtf(rich(body, head)))) == ["テスト"]


@pytest.mark.parametrize(
    ("machine", "byte", "letter"), [("mac", "8e", "é"), ("pc", "82", "é"), ("pca", "82", "é")]
)
def test_old_documents_name_their_machine(machine: str, byte: str, letter: str) -> None:
    assert paragraphs(only(read_rtf(rich(f"Caf\\'{byte} noir", f"\\{machine}")))) == [
        f"Caf{letter} noir"
    ]


def test_properties_are_stated() -> None:
    info = (
        "{\\info{\\title Storm}{\\author Ann Lee}{\\creatim\\yr2024\\mo11\\dy2\\hr10}}"
        "Storm\\par By Ann Lee\\par The storm came at night.\\par"
    )
    draft = only(read_rtf(rich(info)))
    assert (draft.facts.title, draft.facts.authors) == ("Storm", ("Ann Lee",))
    assert Statement("file", "2024-11-02", "document properties") in draft.statements
    assert "2024" not in draft.text


@pytest.mark.parametrize(
    "body", ["", "\\par\\par", "{\\info{\\title Words}}", "{\\v Unseen words}"]
)
def test_a_document_without_words_is_refused(body: str) -> None:
    assert refusal(read_rtf, rich(body)).code == "no-text"


@settings(max_examples=80, deadline=None)
@given(st.text("\\{}'ub01fa \n*;", max_size=60))
def test_any_document_is_read_or_refused(body: str) -> None:
    reading = read_data(rich(body), "a.rtf")
    assert bool(reading.drafts) != bool(reading.problem)
    for draft in reading.drafts:
        assert not any("\ud800" <= letter <= "\udfff" for letter in draft.text)
