"""Importing made-up articles by the command: how fast, in how much memory, into how large a file.

The articles are written to a temporary folder first; the command runs in a process of its own with
its readers, whose memory is counted with it: shared pages once. Files per second are those of a
clock on the wall, from the start of the command to its end.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.bench.pages import write_pages, write_texts

SIZES = (1_250, 2_500, 5_000, 10_000)
PAGES = (100, 200, 400, 800)
_LOOK_S = 0.25


class Imported(NamedTuple):
    """What an import came to.

    `wait_s` is the longest time without a line, `memory_mb` the most of all processes together,
    `size_kb` what the library takes for an article.
    """

    files: int
    took_s: float
    wait_s: float
    memory_mb: float
    size_kb: float

    @property
    def rate(self) -> float:
        """Return the files in a second."""
        return self.files / self.took_s


def import_texts(count: int) -> Imported:
    """Import so many text files."""
    with TemporaryDirectory() as folder:
        write_texts(Path(folder) / "files", count)
        return _import(Path(folder), count)


def import_pages(count: int) -> Imported:
    """Import so many web pages."""
    with TemporaryDirectory() as folder:
        write_pages(Path(folder) / "files", count)
        return _import(Path(folder), count)


def _import(folder: Path, count: int) -> Imported:
    library, lines = folder / "Bench.crosslight", folder / "lines.jsonl"
    command = [sys.executable, "-m", "desktop", "import", str(folder / "files")]
    began = last = time.perf_counter()
    wait = memory = 0.0
    told = 0
    with lines.open("wb") as output:
        words = [*command, "--library", str(library), "--format", "jsonl"]
        process = subprocess.Popen(words, stdout=output)
        while process.poll() is None:
            time.sleep(_LOOK_S)
            memory = max(memory, sum(map(_memory_mb, _tree(process.pid))))
            size = lines.stat().st_size
            if size > told:
                told, last = size, time.perf_counter()
            wait = max(wait, time.perf_counter() - last)
    took = time.perf_counter() - began
    done = lines.read_bytes().count(b"\n")
    if process.returncode or done != count:
        raise RuntimeError(f"{done} of {count} files were imported")
    return Imported(count, took, wait, memory, library.stat().st_size / 1000 / count)


def _tree(pid: int) -> Iterator[int]:
    """Give a process and all that it started."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = thread.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _tree(int(child))


def _memory_mb(pid: int) -> float:
    """Return the memory of a process, where the system tells; what is shared counts in part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    kilobytes = next((line.split()[1] for line in lines if line.startswith("Pss:")), "0")
    return int(kilobytes) / 1024
