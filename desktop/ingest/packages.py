"""Packages: documents and archives that are zip files inside, opened without trust in them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

from desktop.ingest.drafts import SAVE_AGAIN, UnreadableFileError
from desktop.ingest.formats import Format

MOST_PART = 60_000_000
_MOST_MEMBERS = 50_000
_STEP = 65_536
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError, struct.error,
)  # fmt: skip
_ENCRYPTED = 1
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OTHER_KINDS = (
    ("xl/workbook.xml", "a spreadsheet", "save its sheet as CSV and add that"),
    ("ppt/presentation.xml", "a presentation", SAVE_AGAIN),
    ("Index/Document.iwa", "a Pages document", "export it as Word and add that"),
)


def open_package(data: bytes) -> zipfile.ZipFile:
    """Open a zip file by its list of members; nothing is unpacked yet.

    Raises:
        UnreadableFileError: It is damaged, or lists more members than any sound one.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED as error:
        raise damaged("The file") from error
    if len(package.filelist) > _MOST_MEMBERS:
        raise UnreadableFileError(
            "too-complex",
            f"The archive has more than {_MOST_MEMBERS} files; unpack it and add its folder.",
        )
    return package


def damaged(what: str) -> UnreadableFileError:
    """Return the refusal of a file that is broken or incomplete."""
    return UnreadableFileError(
        "damaged", f"{what} is damaged or incomplete; get a whole copy and add that."
    )


def read_member(package: zipfile.ZipFile, info: zipfile.ZipInfo, most: int = MOST_PART) -> bytes:
    """Return the bytes of one member; no more than `most` are ever unpacked.

    Raises:
        UnreadableFileError: It is damaged, encrypted, or larger.
    """
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableFileError("password", "It is locked with a password.")
    if info.file_size > most:
        raise too_large_inside()
    kept = io.BytesIO()
    try:
        with package.open(info) as member:
            # In steps, as the stated size may be a lie.
            while step := member.read(_STEP):
                kept.write(step)
                if kept.tell() > most:
                    raise too_large_inside()
    except _DAMAGED as error:
        raise damaged("It") from error
    return kept.getvalue()


def too_large_inside() -> UnreadableFileError:
    """Return the refusal of what unpacks to more than any article."""
    return UnreadableFileError(
        "too-large-inside", f"It unpacks to more than any article has; {SAVE_AGAIN}."
    )


def find_package(data: bytes) -> Format:
    """Return whether a zip file is a document, or an archive of files.

    Raises:
        UnreadableFileError: It is damaged, or a document of a kind that is not read.
    """
    package = open_package(data)
    names = set(package.namelist())
    if "word/document.xml" in names:
        return Format.WORD
    for name, what, remedy in _OTHER_KINDS:
        if name in names:
            raise _unsupported(what, remedy)
    if "[Content_Types].xml" in names and "_rels/.rels" in names:
        return Format.WORD
    kind = _stated_kind(package) if "mimetype" in names else ""
    if kind == "application/epub+zip":
        raise _unsupported("an e-book", SAVE_AGAIN)
    if kind.startswith(_OPEN_DOCUMENT) and not kind.startswith(f"{_OPEN_DOCUMENT}text"):
        raise _unsupported("an OpenDocument file without text", SAVE_AGAIN)
    if kind.startswith(_OPEN_DOCUMENT) or {"content.xml", "META-INF/manifest.xml"} <= names:
        return Format.OPEN_TEXT
    return Format.ARCHIVE


def _unsupported(what: str, remedy: str) -> UnreadableFileError:
    return UnreadableFileError(
        "unsupported-format", f"The file is {what}, which is not read; {remedy}."
    )


def _stated_kind(package: zipfile.ZipFile) -> str:
    try:
        stated = read_member(package, package.getinfo("mimetype"), 1000)
    except UnreadableFileError:
        return ""
    return stated.decode("ascii", "replace").strip()


def repack(parts: Iterable[tuple[str, bytes]]) -> io.BytesIO:
    """Return a package of parts that were read with limits, for a library to open."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts:
            package.writestr(zipfile.ZipInfo(name), content)
    packed.seek(0)
    return packed


def without_entities(part: bytes) -> bytes:
    """Return an XML part that defines no entities, as no sound document does.

    Raises:
        UnreadableFileError: It defines some.
    """
    head = part[:_STEP].replace(b"\0", b"").lower()
    if b"<!entity" in head or (b"<!doctype" in head and b"<!entity" in part.lower()):
        raise UnreadableFileError(
            "unsafe", f"The document refers to things outside of its text; {SAVE_AGAIN}."
        )
    return part
