"""Reads OpenDocument texts: paragraphs, lists, tables, text boxes and notes as they are shown."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace

from odfdo import Document, Element

from desktop.ingest.document_facts import Properties, facts_of_document
from desktop.ingest.drafts import SAVE_AS_TEXT, ArticleDraft, UnreadableFileError
from desktop.ingest.formats import Format
from desktop.ingest.packages import damaged, open_package, read_member, repack, without_entities
from desktop.ingest.plain import row_lines, to_draft
from desktop.ingest.sniffing import locked
from desktop.ingest.texts import Decoded

_PARTS = ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")
_KIND = "application/vnd.oasis.opendocument.text"
_PARAGRAPHS = ("text:p", "text:h")
# Deletions, comments, field prompts and the marks of notes; index entries repeat headings.
_UNSEEN = frozenset(
    {
        "text:tracked-changes", "office:annotation", "office:annotation-end",
        "text:note-citation", "text:ruby-text", "text:table-of-content",
        "text:section-source", "text:hidden-text", "office:forms", "office:scripts",
        "office:event-listeners", "text:sequence-decls", "text:variable-decls",
        "text:user-field-decls", "draw:object", "draw:object-ole",
        "math:math",
        "svg:title",
        "svg:desc",
    }
)  # fmt: skip
# What stands in a paragraph and holds paragraphs of its own.
_ASIDE = ("text:note-body", "draw:text-box")
_MOST_SPACES = 100
_MOST_DEPTH = 200


def read_odt(data: bytes) -> tuple[ArticleDraft, ...]:
    """Return the one article of an OpenDocument text.

    Raises:
        UnreadableFileError: It is damaged or locked, or holds no words.
    """
    package = open_package(data)
    parts = dict(_parts(package))
    manifest = parts.get("META-INF/manifest.xml", b"")
    if b"encryption-data" in manifest or "encrypted-package" in package.namelist():
        raise locked("The document")
    if "content.xml" not in parts:
        raise damaged("The document")
    body, hidden, properties, heading = _open(parts)
    lines = list(_lines(body, hidden))
    facts, statements = facts_of_document(properties, lines, heading)
    draft = to_draft(Decoded(""), "\n\n".join(lines) + "\n", Format.OPEN_TEXT, facts)
    return (replace(draft, statements=statements),)


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in _PARTS:
        if name in package.namelist():
            part = read_member(package, package.getinfo(name))
            # The manifest says that the others are encrypted, and then they are no XML.
            yield name, without_entities(part)


def _open(parts: dict[str, bytes]) -> tuple[Element, frozenset[str], Properties, str]:
    # The library wants all parts and a sound list of them, also where a file has no such.
    whole = {"mimetype": _KIND.encode(), **_filled(parts)}
    try:
        document = Document(repack(whole.items()))
        root = document.content.root
        body = document.body
        properties = _properties(document)
    except (KeyError, ValueError, AttributeError, TypeError, OSError, SyntaxError) as error:
        raise damaged("The document") from error
    if body.tag != "office:text":
        raise damaged("The document")
    styles = [style for style in _below(root) if style.tag == "style:style"]
    hidden = frozenset(
        style.get_attribute_string("style:name") or ""
        for style in styles
        if any(child.get_attribute_string("text:display") == "none" for child in style.children)
    )
    return body, hidden, properties, _heading(styles, body)


def _below(root: Element) -> Iterator[Element]:
    """Give the styles that a document defines beside those of its kind."""
    for part in root.children:
        if part.tag in ("office:automatic-styles", "office:styles"):
            yield from part.children


def _filled(parts: dict[str, bytes]) -> dict[str, bytes]:
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in parts
        if not name.startswith("META-INF")
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        f' manifest:version="1.2"><manifest:file-entry manifest:full-path="/"'
        f' manifest:media-type="{_KIND}"/>{listed}</manifest:manifest>'
    )
    return {**parts, "META-INF/manifest.xml": manifest.encode()}


def _properties(document: Document) -> Properties:
    try:
        meta = document.meta
        created, changed = meta.creation_date, meta.date
        names = (meta.initial_creator or "", meta.creator or "")
        return Properties(
            title=meta.title or "",
            authors=tuple(name for name in names if name),
            language=meta.language or "",
            dates=tuple(day.date().isoformat() for day in (created, changed) if day is not None),
        )
    except (KeyError, ValueError, AttributeError, TypeError, SyntaxError):
        return Properties()


def _heading(styles: list[Element], body: Element) -> str:
    """Return the first paragraph if its style is that of a title."""
    parents = {
        style.get_attribute_string("style:name"): style.get_attribute_string(
            "style:parent-style-name"
        )
        for style in styles
    }
    for paragraph in body.children:
        if paragraph.tag not in _PARAGRAPHS:
            continue
        text = " ".join("".join(_words(paragraph, frozenset(), [])).split())
        style = paragraph.get_attribute_string("text:style-name")
        if text:
            return text if "Title" in (style, parents.get(style)) else ""
    return ""


def _lines(container: Element, hidden: frozenset[str], depth: int = 0) -> Iterator[str]:
    if depth > _MOST_DEPTH:
        raise UnreadableFileError(
            "too-complex", f"The document is nested too deep to be read; {SAVE_AS_TEXT}."
        )
    for child in container.children:
        tag = child.tag
        if tag in _PARAGRAPHS:
            yield from _paragraph(child, hidden, depth)
        elif tag == "table:table-row":
            yield from _row(child, hidden, depth)
        elif tag not in _UNSEEN and _is_shown(child, hidden):
            yield from _lines(child, hidden, depth + 1)


def _paragraph(paragraph: Element, hidden: frozenset[str], depth: int) -> Iterator[str]:
    if not _is_shown(paragraph, hidden):
        return
    aside: list[Element] = []
    text = "".join(_words(paragraph, hidden, aside))
    yield from (line.strip() for line in text.split("\n") if line.strip())
    for part in aside:
        yield from _lines(part, hidden, depth + 1)


def _row(row: Element, hidden: frozenset[str], depth: int) -> Iterator[str]:
    cells = [list(_lines(cell, hidden, depth + 1)) for cell in row.children]
    yield from row_lines(cells)


def _is_shown(element: Element, hidden: frozenset[str]) -> bool:
    return (
        element.get_attribute_string("text:style-name") not in hidden
        and element.get_attribute_string("text:display") != "none"
    )


def _words(
    element: Element, hidden: frozenset[str], aside: list[Element], depth: int = 0
) -> Iterator[str]:
    """Give the shown words of a paragraph; notes and text boxes in it are put aside."""
    # Blanks are written as elements of their own; those in the markup count as one.
    yield _plain(element.text)
    for child in element.children:
        tag = child.tag
        if tag == "text:s":
            count = child.get_attribute_string("text:c") or "1"
            yield " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
        elif tag == "text:tab":
            yield "\t"
        elif tag == "text:line-break":
            yield "\n"
        elif tag in _ASIDE:
            aside.append(child)
        elif tag not in _UNSEEN and depth < _MOST_DEPTH and _is_shown(child, hidden):
            yield from _words(child, hidden, aside, depth + 1)
        yield _plain(child.tail)


def _plain(text: str | None) -> str:
    return " ".join(f"a{text}b".split())[1:-1] if text else ""
