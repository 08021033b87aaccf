"""Reads Word documents: paragraphs, tables, text boxes and notes as Word shows them."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportMissingTypeStubs=false, reportAttributeAccessIssue=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from desktop.ingest.document_facts import Properties, facts_of_document
from desktop.ingest.drafts import SAVE_AS_TEXT, ArticleDraft, UnreadableFileError
from desktop.ingest.formats import Format
from desktop.ingest.packages import (
    damaged,
    open_package,
    read_member,
    repack,
    too_large_inside,
    without_entities,
)
from desktop.ingest.plain import row_lines, to_draft
from desktop.ingest.texts import Decoded

_MOST_UNPACKED = 120_000_000
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# Documents with macros, templates, and those in the strict form are read as common ones.
_AS_COMMON = (
    (b"application/vnd.ms-word.document.macroEnabled.main+xml", _MAIN.encode()),
    (b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml", _MAIN.encode()),
    (_MAIN.replace("document.main", "template.main").encode(), _MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip
_TABLE, _ROW, _CELL = qn("w:tbl"), qn("w:tr"), qn("w:tc")
_PARAGRAPH, _BOX = qn("w:p"), qn("w:txbxContent")
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_ON = qn("w:val")
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Deleted and moved text, field codes, and all that stands beside the text.
_UNSEEN = frozenset(
    qn(f"w:{name}")
    for name in (
        "del", "delText", "moveFrom", "instrText", "delInstrText", "pPr", "sectPr", "rt",
        "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "tblGrid", "annotationRef", "footnoteRef",
        "endnoteRef",
    )
) | {f"{_MC}Fallback"}  # fmt: skip
_LETTERS = {
    qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011", qn("w:softHyphen"): "",
}  # fmt: skip
_WORDS = (qn("w:t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_MOST_DEPTH = 200
_TITLE_STYLES = ("title", "titel", "titre", "título", "titolo")
Node = Any


def read_docx(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of a Word document.

    Raises:
        UnreadableFileError: It is damaged, or holds no words.
    """
    document = _open(data)
    lines = list(_body_lines(document.element.body))
    lines += _notes(document)
    heading = _heading(document)
    facts, statements = facts_of_document(_properties(document), lines, heading)
    decoded = Decoded("")
    draft = to_draft(decoded, "\n\n".join(lines) + "\n", Format.WORD, facts)
    return (replace(draft, statements=statements),)


def _open(data: bytes) -> Any:  # noqa: ANN401
    """Open what of a document is XML; nothing else in it is unpacked."""
    package = open_package(data)
    parts = list(_parts(package))
    try:
        return Document(repack(parts))
    except (KeyError, ValueError, AttributeError, IndexError, TypeError, etree.LxmlError) as error:
        raise damaged("The document") from error


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    total = 0
    seen: set[str] = set()
    for info in package.infolist():
        if info.is_dir() or info.filename in seen:
            continue
        seen.add(info.filename)
        if not info.filename.lower().endswith((".xml", ".rels")):
            yield info.filename, b""
            continue
        part = without_entities(read_member(package, info))
        total += len(part)
        if total > _MOST_UNPACKED:
            raise too_large_inside()
        for old, new in _AS_COMMON:
            part = part.replace(old, new)
        yield info.filename, part


def _body_lines(container: Node, depth: int = 0) -> Iterator[str]:
    """Give the paragraphs below an element, rows of plain tables as one line."""
    if depth > _MOST_DEPTH:
        raise UnreadableFileError(
            "too-complex", f"The document is nested too deep to be read; {SAVE_AS_TEXT}."
        )
    carried = ""
    for child in container:
        if child.tag == _PARAGRAPH:
            boxes: list[Node] = []
            text = carried + "".join(_words(child, boxes))
            carried = text if _goes_on(child) else ""
            if not carried:
                yield from _split(text)
            for box in boxes:
                yield from _body_lines(box, depth + 1)
        elif child.tag == _TABLE:
            yield from _table_lines(child, depth + 1)
        elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield from _body_lines(child, depth + 1)
    yield from _split(carried)


def _split(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield line.strip()


def _goes_on(paragraph: Node) -> bool:
    """Say whether the mark that ends a paragraph was deleted, so that the next one goes on."""
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None


def _table_lines(table: Node, depth: int) -> Iterator[str]:
    for row in table.iter(_ROW):
        if next(row.iterancestors(_TABLE)) is not table:
            continue
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            continue
        cells = [list(_body_lines(cell, depth + 1)) for cell in row.iter(_CELL)
                 if next(cell.iterancestors(_ROW)) is row]  # fmt: skip
        yield from row_lines(cells)


def _words(element: Node, boxes: list[Node], depth: int = 0) -> Iterator[str]:
    """Give the shown words of a paragraph; text boxes anchored in it are put aside."""
    for child in element:
        tag = child.tag
        if tag in _WORDS:
            yield child.text or ""
        elif tag in _LETTERS:
            yield _LETTERS[tag]
        elif tag == _WORD_ART:
            yield child.get("string") or ""
        elif tag == _BOX:
            boxes.append(child)
        elif depth < _MOST_DEPTH and _is_seen(child):
            inner = _chosen(child) if tag == f"{_MC}AlternateContent" else child
            yield from _words(inner, boxes, depth + 1)


def _chosen(alternatives: Node) -> Node:
    """Return the form of a drawing that holds words; new and old programs are given one each."""
    for form in alternatives:
        if next(form.iter(*_WORDS, _WORD_ART), None) is not None:
            return form
    return alternatives


def _is_seen(element: Node) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return False
    mark = element.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return mark is None or mark.get(_ON, "1") in ("0", "false", "off")


def _notes(document: Any) -> list[str]:  # noqa: ANN401
    """Return the footnotes and endnotes that the writer made."""
    lines: list[str] = []
    for relation in document.part.rels.values():
        kind = str(relation.reltype).rsplit("/", 1)[-1]
        if relation.is_external or kind not in ("footnotes", "endnotes"):
            continue
        try:
            root = etree.fromstring(
                relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True)
            )
        except etree.XMLSyntaxError:
            continue
        for note in root:
            if isinstance(note.tag, str) and note.get(qn("w:type"), "normal") == "normal":
                lines += _body_lines(note)
    return lines


def _heading(document: Any) -> str:  # noqa: ANN401
    """Return the first paragraph in the style of a title, as its style is called in the file."""
    for paragraph in document.element.body.iterchildren(_PARAGRAPH):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = style.get(_ON, "").lower() if style is not None else ""
        text = " ".join("".join(_words(paragraph, [])).split())
        if text:
            return text if name in _TITLE_STYLES else ""
    return ""


def _properties(document: Any) -> Properties:  # noqa: ANN401
    try:
        core = document.core_properties
        return Properties(
            title=core.title or "",
            authors=(core.author or "",),
            language=core.language or "",
            dates=(_iso(core.created), _iso(core.modified)),
        )
    except (KeyError, ValueError, AttributeError, TypeError, etree.LxmlError):
        return Properties()


def _iso(moment: datetime | None) -> str:
    # Word writes the time of the clock on the wall as if it were UTC.
    return moment.date().isoformat() if moment is not None else ""
