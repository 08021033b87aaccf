"""The process that reads files, started before the library that takes them is open."""

from __future__ import annotations

from desktop.ingest.reading import FileReader

__all__ = ["FileReader", "start_reader"]


def start_reader() -> FileReader:
    """Return a reader whose process loads while something else is done; it is to be closed."""
    reader = FileReader()
    reader.start()
    return reader
