"""Word and OpenDocument texts give what their programs show, and nothing of what they hide."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.docx import read_docx
from desktop.ingest.drafts import Statement
from desktop.ingest.odt import read_odt
from desktop.ingest.readers import read_data
from tests.desktop.ingest.made_files import (
    BODY,
    FIRST,
    SECOND,
    TITLE,
    changed,
    only,
    open_text,
    paragraphs,
    refusal,
    word,
    zipped,
)

MAKERS = {"docx": (word, read_docx), "odt": (open_text, read_odt)}
BOX = (
    "<w:p><w:r><mc:AlternateContent "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>"
    "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r>"
    "<w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
    "<w:t>Beside the box.</w:t></w:r></w:p>"
)


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


@pytest.mark.parametrize("ending", MAKERS)
def test_a_document_gives_its_paragraphs(ending: str) -> None:
    make, read = MAKERS[ending]
    draft = only(read(make()))
    assert paragraphs(draft) == [TITLE, FIRST, SECOND]
    assert draft.format == ending
    assert draft.doubts == ()


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (f"<w:p><w:ins>{run('Put in.')}</w:ins></w:p>", ["Put in."]),
        ("<w:p><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>", []),
        (f"<w:p><w:moveFrom>{run('Old place.')}</w:moveFrom></w:p>", []),
        (f"<w:p><w:moveTo>{run('New place.')}</w:moveTo></w:p>", ["New place."]),
        (f"<w:p>{run('Seen')}{run(' unseen', '<w:vanish/>')}{run('.')}</w:p>", ["Seen."]),
        ("<w:p>" + run("Seen.", "<w:vanish w:val='0'/>") + "</w:p>", ["Seen."]),
        (f"<w:p><w:hyperlink>{run('A link.')}</w:hyperlink></w:p>", ["A link."]),
        (f"<w:p><w:fldSimple w:instr='DATE'>{run('Today.')}</w:fldSimple></w:p>", ["Today."]),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", []),
        (f"<w:sdt><w:sdtContent><w:p>{run('In a control.')}</w:p></w:sdtContent></w:sdt>",
         ["In a control."]),
        ("<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>",
         ["One", "two\tthree"]),
        ("<w:p><w:r><w:t>in</w:t><w:softHyphen/><w:t>side</w:t><w:noBreakHyphen/></w:r></w:p>",
         ["inside\u2011"]),
        (BOX, ["Beside the box.", "In a box."]),
        (("<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'>"
         "<v:textpath string='Drawn words'/></v:shape></w:pict></w:r></w:p>"), ["Drawn words"]),
        ((f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Goes on ')}</w:p><w:p>{run('here.')}"
         "</w:p>"), ["Goes on here."]),
        ((f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('Gone row.')}</w:p></w:tc></w:tr>"
         f"<w:tr><w:tc><w:p>{run('A')}</w:p></w:tc><w:tc><w:p>{run('B')}</w:p></w:tc></w:tr>"
         "</w:tbl>"), ["A\tB"]),
        ((f"<w:tbl><w:tr><w:tc><w:p>{run('One.')}</w:p><w:p>{run('Two.')}</w:p></w:tc></w:tr>"
         "</w:tbl>"), ["One.", "Two."]),
        ((f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p>{run('Inner.')}</w:p></w:tc></w:tr></w:tbl>"
         "</w:tc></w:tr></w:tbl>"), ["Inner."]),
        (("<w:p><w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Base"
         "</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"), ["Base"]),
    ],
)  # fmt: skip
def test_a_word_document_gives_what_word_shows(body: str, shown: list[str]) -> None:
    assert paragraphs(only(read_docx(word(body=body)))) == [TITLE, FIRST, SECOND, *shown]


def test_footnotes_come_after_the_text_and_their_rulers_do_not() -> None:
    notes = (
        f'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:type="separator"><w:p>{run("ruler")}</w:p></w:footnote>'
        f"<w:footnote><w:p>{run('A note.')}</w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    data = changed(
        word(),
        {
            "document": lambda part: part.replace(b"</Relationships>", relation.encode()),
            "[Content_Types]": lambda part: part.replace(b"</Types>", override.encode()),
        },
    )
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    draft = only(read_docx(zipped({**members, "word/footnotes.xml": notes})))
    assert paragraphs(draft)[-1] == "A note."
    assert "ruler" not in draft.text


def test_a_document_in_the_strict_form_or_with_macros_is_read_like_any_other() -> None:
    strict = changed(
        word(),
        {
            "document": lambda part: part.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
        },
    )
    macros = changed(
        word(),
        {
            "[Content_Types]": lambda part: part.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            )
        },
    )
    for data in (strict, macros):
        assert paragraphs(only(read_docx(data))) == [TITLE, FIRST, SECOND]


def fill_properties(document: Any) -> None:  # noqa: ANN401
    core = document.core_properties
    core.title, core.author = "Document1", "Microsoft Office User"
    core.created = core.modified = datetime(2024, 11, 2, 10, 0, tzinfo=UTC)


def test_properties_of_a_document_are_stated_and_never_taken_for_facts_of_the_article() -> None:
    draft = only(read_docx(word(fill_properties)))
    assert draft.facts.title == TITLE
    assert draft.facts.authors == ()
    assert draft.facts.published == ""
    where = "document properties"
    assert {
        Statement("title", "Document1", where),
        Statement("authors", "Microsoft Office User", where),
        Statement("file", "2024-11-02", where),
    } <= set(draft.statements)


def test_an_author_that_the_text_names_too_is_the_articles() -> None:
    def fill(document: Any) -> None:  # noqa: ANN401
        document.core_properties.author = "Ann Lee"
        document.add_paragraph("By Ann Lee")

    assert only(read_docx(word(fill))).facts.authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<text:p>One<text:line-break/>two<text:tab/>three<text:s text:c='2'/>four</text:p>",
         ["One", "two\tthree  four"]),
        ("<text:p>Much \n   space</text:p>", ["Much space"]),
        (("<text:p>Words<text:note text:note-class='footnote'><text:note-citation>1"
         "</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
         "</text:note>.</text:p>"), ["Words.", "A note."]),
        ("<text:p>Said<office:annotation><text:p>A comment.</text:p></office:annotation>.</text:p>",
         ["Said."]),
        (("<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p>"
         "</text:deletion></text:changed-region></text:tracked-changes>"), []),
        (("<text:p><draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box>"
         "</draw:frame>Beside it.</text:p>"), ["Beside it.", "In a box."]),
        ("<text:list><text:list-item><text:p>A point.</text:p></text:list-item></text:list>",
         ["A point."]),
        (("<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
         "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>"),
         ["A\tB"]),
        (("<table:table><table:table-row><table:table-cell><text:p>A.</text:p><text:p>B.</text:p>"
         "</table:table-cell></table:table-row></table:table>"), ["A.", "B."]),
        ("<text:section text:display='none'><text:p>Unseen.</text:p></text:section>", []),
        ("<text:p>Seen <text:hidden-text>unseen </text:hidden-text>words.</text:p>",
         ["Seen words."]),
        (("<text:p>Base<text:ruby><text:ruby-base>word</text:ruby-base><text:ruby-text>above"
         "</text:ruby-text></text:ruby></text:p>"), ["Baseword"]),
        ("<text:table-of-content><text:p>Storm 1</text:p></text:table-of-content>", []),
    ],
)  # fmt: skip
def test_an_open_document_gives_what_is_shown(body: str, shown: list[str]) -> None:
    assert paragraphs(only(read_odt(open_text(body=body)))) == [TITLE, FIRST, SECOND, *shown]


def test_words_in_a_hidden_style_of_an_open_document_are_left_out() -> None:
    style = (
        b'<style:style style:name="T9" style:family="text"><style:text-properties'
        b' text:display="none"/></style:style></office:automatic-styles>'
    )
    data = changed(
        open_text(body="<text:p>Seen<text:span text:style-name='T9'> unseen</text:span>.</text:p>"),
        {
            "content": lambda part: part.replace(
                b"<office:automatic-styles/>",
                b"<office:automatic-styles></office:automatic-styles>",
            ).replace(b"</office:automatic-styles>", style, 1)
        },
    )
    assert paragraphs(only(read_odt(data)))[-1] == "Seen."


def test_an_open_document_with_a_password_waits_for_the_user() -> None:
    manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    locked = changed(
        open_text(),
        {"manifest": lambda _part: manifest, "content": lambda _part: b"\x01\x02"},
    )
    assert refusal(read_odt, locked).code == "password"


@pytest.mark.parametrize("ending", MAKERS)
@pytest.mark.parametrize("entity", ['<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY x "ha">'])
def test_a_document_that_defines_entities_is_refused(ending: str, entity: str) -> None:
    make, read = MAKERS[ending]
    name = "document" if ending == "docx" else "content"

    def define(part: bytes) -> bytes:
        head, _, rest = part.partition(b"?>")
        return head + f"?><!DOCTYPE d [{entity}]>".encode() + rest

    assert refusal(read, changed(make(), {name: define})).code == "unsafe"


def replaced(data: bytes, content: bytes) -> bytes:
    return changed(data, {"document": lambda _part: content, "content": lambda _part: content})


@pytest.mark.parametrize("ending", MAKERS)
def test_a_document_that_is_cut_or_empty_is_refused(ending: str) -> None:
    make, read = MAKERS[ending]
    data = make()
    for share in (0.2, 0.6, 0.99):
        assert refusal(read, data[: int(len(data) * share)]).code == "damaged"
    for broken in (b"", b"<w", b"\0\1"):
        assert refusal(read, replaced(data, broken)).code == "damaged"


@pytest.mark.parametrize("ending", MAKERS)
def test_a_document_that_unpacks_to_a_mountain_is_refused(ending: str) -> None:
    make, read = MAKERS[ending]
    mountain = b"<a>" + b" " * 61_000_000 + b"</a>"
    assert refusal(read, replaced(make(), mountain)).code == "too-large-inside"


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(MAKERS)), st.integers(0, 5000), st.binary(min_size=1, max_size=30))
def test_a_damaged_document_is_read_or_refused(ending: str, at: int, junk: bytes) -> None:
    data = MADE[ending]
    place = at % len(data)
    reading = read_data(data[:place] + junk + data[place + len(junk) :], f"a.{ending}")
    assert bool(reading.drafts) != bool(reading.problem)


MADE = {ending: make() for ending, (make, _read) in MAKERS.items()}


def test_the_text_of_a_document_is_stored_as_it_stands() -> None:
    for ending, data in MADE.items():
        draft = only(read_data(data, f"a.{ending}"))
        assert draft.text == f"{TITLE}\n\n{BODY}"
