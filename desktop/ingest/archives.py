"""Reads archives (zip): each file in it as if it lay in a folder, with bounds on all of it."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from desktop.ingest.drafts import ArticleDraft, Reading, UnreadableFileError
from desktop.ingest.formats import find_format
from desktop.ingest.gathering import Gathering
from desktop.ingest.packages import open_package, read_member, too_large_inside
from desktop.ingest.sniffing import locked

# Reads the bytes of one member by its name, as the file of that name would be.
ReadMember = Callable[[bytes, str], tuple[ArticleDraft, ...]]

_MOST_DEPTH = 4
_MOST_MEMBER = 25_000_000
_MOST_UNPACKED = 300_000_000
BUNDLE = "crosslight-bundle.json"
_BUNDLED = "articles.jsonl"
# What comes along with saved pages and from file managers, and never holds an article.
_FURNITURE = frozenset(
    "css js mjs map png jpg jpeg gif svg webp avif ico bmp tif tiff woff woff2 ttf otf eot mp3 mp4"
    " m4a m4v mov webm ogg wav avi db ini lnk ds_store localized exe dll dat bin py sh bat"
    " log".split()
)
_PAGE_PARTS = ("_files", "_archivos", "_fichiers", "_dateien", ".files")


class ArchiveReader:
    """Goes through an archive and those in it; names of members are only looked at, never used."""

    def __init__(self, read: Callable[[bytes, str, ArchiveReader], Reading]) -> None:
        self._read = read
        self._depth = 0
        self._unpacked = 0

    def read_archive(self, data: bytes) -> Reading:
        """Return the articles of an archive.

        Raises:
            UnreadableFileError: It is damaged, nested too deep, or no member is an article.
        """
        if self._depth >= _MOST_DEPTH:
            raise UnreadableFileError(
                "nested-too-deep", "The archive is nested too deep; unpack it and add its folder."
            )
        package = open_package(data)
        gathering = Gathering("file", "files")
        self._depth += 1
        try:
            nothing = self._gather(package, gathering)
        finally:
            self._depth -= 1
        return gathering.reading(nothing)

    def _gather(self, package: zipfile.ZipFile, gathering: Gathering) -> UnreadableFileError:
        """Gather the articles; return why there is none, in case there is none."""
        nothing = UnreadableFileError(
            "no-article",
            "The archive holds no article; add one that does, or the files themselves.",
        )
        for info in _members(package):
            if gathering.is_full():
                break
            try:
                reading = self._read_one(package, info)
            except UnreadableFileError as error:
                nothing = _worse(nothing, error)
                gathering.leave_out(_REASONS.get(error.code, "could not be read"))
                continue
            for draft in reading.drafts:
                gathering.add(draft)
            for remark in reading.remarks:
                gathering.remark(remark)
            if reading.problem is not None:
                gathering.leave_out(_REASONS.get(reading.problem.code, "could not be read"))
        return nothing

    def _read_one(self, package: zipfile.ZipFile, info: zipfile.ZipInfo) -> Reading:
        room = _MOST_UNPACKED - self._unpacked
        if room <= 0:
            raise too_large_inside()
        data = read_member(package, info, min(_MOST_MEMBER, room))
        self._unpacked += len(data)
        return self._read(data, _last_name(info), self)


_REASONS = {
    "password": "had a password",
    "no-text": "held no words",
    "empty-file": "was empty",
    "picture": "was a picture",
    "unknown-format": "was of a kind that is not read",
    "unsupported-format": "was of a kind that is not read",
}


def _worse(first: UnreadableFileError, second: UnreadableFileError) -> UnreadableFileError:
    if second.code == "password":
        return locked("The archive")
    return second if second.code in ("damaged", "too-large-inside", "nested-too-deep") else first


def _members(package: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Give the members that may hold an article; in a bundle of this program only its articles."""
    names = {info.filename: info for info in package.infolist()}
    if BUNDLE in names and _BUNDLED in names:
        yield names[_BUNDLED]
        return
    for info in package.infolist():
        if not info.is_dir() and not _is_furniture(info):
            yield info


def _is_furniture(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    name = parts[-1].lower() if parts else ""
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        return True
    if name.startswith(("._", ".ds_store")) or "__MACOSX" in parts:
        return True
    if any(part.lower().endswith(_PAGE_PARTS) for part in parts[:-1]):
        return True
    ending = name.rpartition(".")[2]
    return find_format(name) is None and ending in _FURNITURE


def _last_name(info: zipfile.ZipInfo) -> str:
    """Return the last part of a name, which only tells the format."""
    return info.filename.replace("\\", "/").rpartition("/")[2]
