"""References for citation programs: RIS, BibTeX and CSL JSON, the text as the abstract."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import IO, Any, cast

import rispy  # pyright: ignore[reportMissingTypeStubs]
from bibtexparser.library import Library as References
from bibtexparser.model import Entry, Field
from bibtexparser.writer import write
from typing_extensions import override

from desktop.services.exports import ExportedArticle

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_NOT_A_KEY = re.compile(r"[^a-z0-9]+")


class _Unnumbered(rispy.RisWriter):
    @override
    def set_header(self, count: int) -> str:
        return ""


class RisWriter:
    """A RIS record an article; RIS has lines, no paragraphs, so a text is one long line."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target

    def write(self, article: ExportedArticle) -> None:
        """Write an article."""
        found = _DAY.match(article.published or "")
        entry = {
            "type_of_reference": "NEWS",
            "id": article.id,
            "title": _line(article.title),
            "authors": [_line(author) for author in article.authors],
            "secondary_title": _line(article.outlet or ""),
            "date": "/".join(found.groups()) if found else "",
            "year": found[1] if found else "",
            "urls": [_line(article.url)] if article.url else [],
            "language": article.language or "",
            "section": _line(article.section or ""),
            "keywords": [_line(tag) for tag in article.tags],
            "notes": [_line(note.text) for note in article.notes],
            "abstract": _line(article.text),
        }
        filled = {name: value for name, value in entry.items() if value}
        self._target.write(_ris(filled).encode() + b"\n")

    def close(self) -> None:
        """Write nothing more."""


class BibtexWriter:
    """A BibTeX entry an article, with the dates of biblatex."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self._keys: dict[str, int] = {}

    def write(self, article: ExportedArticle) -> None:
        """Write an article."""
        fields = {
            "title": f"{{{_tex(article.title)}}}",
            "author": " and ".join(f"{{{_tex(author)}}}" for author in article.authors),
            "journal": _tex(article.outlet or ""),
            "date": (article.published or "")[:10],
            "url": _tex_url(article.url or ""),
            "langid": article.language or "",
            "keywords": ", ".join(_tex(tag) for tag in article.tags),
            "note": _tex("\n\n".join(note.text for note in article.notes)),
            "abstract": _tex(article.text),
        }
        entry = Entry(
            "article",
            self._key(article),
            [Field(name, f"{{{value}}}") for name, value in fields.items() if value],
        )
        self._target.write(write(References([entry])).encode() + b"\n")

    def close(self) -> None:
        """Write nothing more."""

    def _key(self, article: ExportedArticle) -> str:
        """Return a key of outlet, year and first word of the title, unlike those before."""
        year = (article.published or "")[:4]
        parts = (_plain(article.outlet or "article"), year, _plain(article.title.split(" ")[0]))
        key = "".join(parts)
        self._keys[key] = self._keys.get(key, 0) + 1
        return key if self._keys[key] == 1 else f"{key}-{self._keys[key]}"


class CslWriter:
    """The JSON of the Citation Style Language: one list, an object an article."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self._before = b"[\n"

    def write(self, article: ExportedArticle) -> None:
        """Write an article."""
        entry = {
            "id": article.id,
            "type": "article-newspaper",
            "title": article.title,
            "author": [{"literal": author} for author in article.authors],
            "container-title": article.outlet,
            "issued": _csl_date(article.published),
            "URL": article.url,
            "language": article.language,
            "section": article.section,
            "keyword": ", ".join(article.tags),
            "note": "\n\n".join(note.text for note in article.notes),
            "abstract": article.text,
        }
        filled = {name: value for name, value in entry.items() if value}
        self._target.write(self._before + json.dumps(filled, ensure_ascii=False).encode())
        self._before = b",\n"

    def close(self) -> None:
        """Write the end of the list."""
        self._target.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")


def _ris(entry: Mapping[str, Any]) -> str:
    dump = cast("Callable[..., str]", rispy.dumps)  # pyright: ignore[reportUnknownMemberType]
    return dump([dict(entry)], implementation=_Unnumbered, enforce_list_tags=False).strip()


def _csl_date(published: str | None) -> Mapping[str, Any] | None:
    found = _DAY.match(published or "")
    return {"date-parts": [[int(part) for part in found.groups()]]} if found else None


def _line(text: str) -> str:
    """Return a text as one line, in which no other record can begin."""
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in text)


def _tex_url(url: str) -> str:
    """Return an address that closes no field: braces and blanks as it writes them itself."""
    codes = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "\n": "", "\t": ""}
    return "".join(codes.get(letter, letter) for letter in url)


def _plain(word: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return _NOT_A_KEY.sub("", ascii_only)
