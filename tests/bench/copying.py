"""How long a new article takes to be placed among its copies, by how many articles there are.

`python -m tests.bench.copying` measures four sizes. The articles that are there have keys as real
ones have, and next to no text: only those that are compared are read.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, CopyKeyRow, ImportBatchRow
from desktop.core.copies.addresses import address_key, normal_address
from desktop.core.copies.signatures import copy_keys, copy_words, number_runs
from desktop.services.copy_index import place_copies
from desktop.services.ids import new_id
from desktop.services.libraries import Library, create_library
from desktop.services.sessions import write_session
from tests.bench.articles import make_text

SIZES = (12_500, 25_000, 50_000, 100_000)
GOAL_MS = 5.0
_PLACED, _TOGETHER, _KEYS, _WORDS = 60, 1_000, 20, 600
_APPEAL = "Sign up for our letter to get the news of Anville each morning before the ferry leaves."


class Growth(NamedTuple):
    """The milliseconds of CPU that an article takes, and the bytes of keys of each, at a size."""

    articles: int
    cpu_ms: float
    key_bytes: float


def measure(folder: Path, sizes: Sequence[int] = SIZES) -> Iterator[Growth]:
    """Give the figures of libraries of some sizes, in rising order."""
    library = create_library(folder / "Copies.crosslight")
    source, count = random.Random(11), 0  # noqa: S311
    with write_session(library) as session:
        session.add(ImportBatchRow(id="bench", started_at="2024-11-02T00:00:00+00:00"))
    for size in sizes:
        while count < size:
            count += _fill(library, source, count, min(_TOGETHER, size - count))
        yield Growth(size, _place(library, source, count), _key_bytes(library) / count)
        count += _PLACED
    library.close()


def _fill(library: Library, source: random.Random, start: int, articles: int) -> int:
    """Add articles that have keys and no words; three in ten share an appeal to readers."""
    appeal = copy_keys(number_runs(copy_words(_APPEAL)))
    with write_session(library) as session:
        rows: list[dict[str, int]] = []
        for nth in range(start, start + articles):
            number = _add(session, f"Article {nth}.", nth)
            keys = {source.getrandbits(58) for _ in range(_KEYS)} | {_address(nth)}
            keys |= set(appeal) if nth % 10 < 3 else set()
            rows += [{"key": key, "number": number} for key in keys]
        session.execute(sa.insert(CopyKeyRow), rows)
    return articles


def _place(library: Library, source: random.Random, start: int) -> float:
    times: list[float] = []
    with write_session(library) as session:
        for nth in range(start, start + _PLACED):
            text = f"{make_text(_WORDS * 6, seed=source.getrandbits(32))}\n\n{_APPEAL}"
            number = _add(session, text, nth)
            began = time.process_time()
            place_copies(session, [number])
            times.append(1000 * (time.process_time() - began))
    return median(times)


def _add(session: Session, text: str, nth: int) -> int:
    row = ArticleRow(
        id=new_id(),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=f"Report {nth}",
        url=_url(nth),
        provenance={},
        format="html",
        source_name=f"{nth}.html",
        batch_id="bench",
        added_at="2024-11-02T00:00:00+00:00",
    )
    session.add(row)
    session.flush()
    return row.number


def _url(nth: int) -> str:
    return f"https://post.example/{nth}"


def _address(nth: int) -> int:
    return address_key(normal_address(_url(nth)))


def _key_bytes(library: Library) -> float:
    query = "SELECT SUM(pgsize) FROM dbstat WHERE name LIKE '%copy_key%'"
    with library.engine.connect() as connection:
        return float(connection.exec_driver_sql(query).scalar() or 0)


def main() -> None:
    """Print the figures beside the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    sizes = parser.parse_args().sizes
    with TemporaryDirectory() as folder:
        for growth in measure(Path(folder), sizes):
            told = f"{growth.articles:>8,} articles: {growth.cpu_ms:.1f} ms (goal {GOAL_MS:.0f})"
            sys.stdout.write(f"{told}, {growth.key_bytes:.0f} bytes of keys an article\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
