"""What Qt leaves out of a PDF: an outline, and text that can be searched for."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, StreamObject


def finish_pdf(pdf: bytes, outline: Sequence[tuple[str, int]]) -> bytes:
    """Return a PDF of Qt's with an outline (titles and pages from 0) and searchable text."""
    made = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for name in {face.get("/ToUnicode") for page in made.pages for face in _faces(page)}:
        stream = name.get_object() if name is not None else None
        if isinstance(stream, StreamObject):
            stream.set_data(_with_common_signs(stream.get_data()))
    for title, page in outline:
        made.add_outline_item(title=title, page_number=page)
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def _faces(page: PageObject) -> list[DictionaryObject]:
    resources = page.get("/Resources")
    faces = resources.get_object().get("/Font") if resources is not None else None
    return [face.get_object() for face in faces.get_object().values()] if faces else []


def _with_common_signs(cmap: bytes) -> bytes:
    """Return a table of a font's signs that names each glyph by the common one of its signs.

    Fonts draw blank and tab alike, and the apostrophe and U+02BC; Qt names them by the others.
    """
    return cmap.replace(b"<0009>", b"<0020>").replace(b"<02BC>", b"<2019>")
