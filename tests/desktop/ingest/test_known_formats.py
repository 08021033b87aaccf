"""The formats are named in one place, and everything that lists them is in step with it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from desktop.ingest.formats import (
    KNOWN_FORMATS,
    Format,
    KnownFormat,
    endings,
    find_format,
    readable,
)
from desktop.ingest.readers import _READERS, MOST_ARCHIVE_BYTES, MOST_BYTES, most_bytes

ROOT = Path(__file__).resolve().parents[3]


def test_each_format_is_known_once_and_has_a_reader() -> None:
    assert sorted(known.format for known in KNOWN_FORMATS) == sorted(Format)
    assert len(set(endings())) == len(endings())
    assert set(_READERS) == set(Format) - {Format.ARCHIVE}
    for module, name in _READERS.values():
        assert callable(getattr(import_module(f"desktop.ingest.{module}"), name))


@pytest.mark.parametrize("known", KNOWN_FORMATS, ids=lambda known: known.format.value)
def test_the_read_me_the_guide_and_the_refusals_name_each_format(known: KnownFormat) -> None:
    ending = f"`{known.endings[0]}`"
    assert ending in (ROOT / "README.md").read_text("utf-8")
    assert ending in (ROOT / "docs/guide.md").read_text("utf-8")
    assert f"({known.endings[0]})" in readable()


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.TXT", Format.TEXT),
        ("a.b.Htm", Format.HTML),
        ("folder.pdf/a.docx", Format.WORD),
        ("a.warc.gz", Format.WEB_ARCHIVE),
        ("a.txt.gz", None),
        ("a", None),
        (".txt", None),
        ("a.mp4", None),
    ],
)
def test_a_name_promises_a_format_by_its_ending(name: str, format_: Format | None) -> None:
    known = find_format(name)
    assert (known.format if known else None) is format_


def test_archives_may_be_larger_than_other_files() -> None:
    assert most_bytes("a.zip") == most_bytes("a.WARC.gz") == MOST_ARCHIVE_BYTES
    assert most_bytes("a.pdf") == most_bytes("a") == MOST_BYTES
