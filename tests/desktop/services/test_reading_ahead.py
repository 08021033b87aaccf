"""Reading side by side: in the order given, as far ahead as there is room, and ended at once."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from typing_extensions import override

from desktop.ingest.drafts import ArticleDraft, FileFacts, Reading, Remark
from desktop.ingest.folders import FoundFile
from desktop.ingest.reading import FileRead, FileReader
from desktop.services import reading_ahead
from desktop.services.originals import unpack
from desktop.services.reading_ahead import MANY_FILES, FileTaken, ReadAhead
from tests.desktop.services.conftest import STORM, write

PATIENCE_S = 30.0


class SlowReader(FileReader):
    """Reads nothing but names; waits for its gate first, and notes what it was given."""

    def __init__(self, gate: threading.Event, length: int = 10) -> None:
        super().__init__()
        self.gate, self.length = gate, length
        self.given: list[str] = []

    @override
    def start(self) -> None:
        """Start no process."""

    @override
    def read_file(self, path: Path) -> FileRead:
        self.given.append(path.name)
        self.gate.wait(PATIENCE_S)
        if path.name == "fault":
            raise ZeroDivisionError
        draft = ArticleDraft("x" * self.length, "txt", FileFacts(title=path.name))
        return FileRead(Reading((draft,)), b"bytes")

    @override
    def close(self) -> None:
        self.gate.set()


def found(*names: str) -> list[FoundFile]:
    return [FoundFile(Path(name), name, Path()) for name in names]


def take_all(ahead: ReadAhead, files: int) -> list[FileTaken]:
    taken: list[FileTaken] = []
    until = time.monotonic() + PATIENCE_S
    while len(taken) < files and time.monotonic() < until:
        taken += ahead.take(5, 0.1)
    return taken


def test_readings_come_in_the_order_given_from_several_processes(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, f"{n:02}.txt", STORM.replace("Anville", f"Town {n}"))
        for n in range(3 * MANY_FILES)
    ]
    with ReadAhead() as ahead:
        ahead.start()
        ahead.read([FoundFile(path, path.name, tmp_path) for path in paths])
        assert len(ahead._threads) > 1
        taken = take_all(ahead, len(paths))
        readers = list(ahead._readers)
    texts = [read.reading.drafts[0].text for read in taken]
    assert texts == [STORM.replace("Anville", f"Town {n}") for n in range(len(paths))]
    assert {read.original for read in taken} == {None}
    assert [reader.pid for reader in readers] == [None] * len(readers)


def test_a_few_files_are_read_by_one_process_and_what_is_no_file_by_none(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    problem = Remark("missing", "There is no such file.")
    files = [FoundFile(tmp_path, "x", tmp_path, problem), FoundFile(path, "a.txt", tmp_path)]
    with ReadAhead() as ahead:
        ahead.read(files)
        first, second = take_all(ahead, 2)
        assert len(ahead._threads) == 1
    assert first.reading.problem == problem
    assert second.reading.drafts[0].text == STORM


def test_what_takes_long_is_waited_for_only_for_a_moment() -> None:
    gate = threading.Event()
    with ReadAhead(SlowReader(gate)) as ahead:
        ahead.read(found("a"))
        assert ahead.take(5, 0.01) == []
        gate.set()
        assert len(take_all(ahead, 1)) == 1


def test_nobody_reads_further_ahead_than_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_ahead, "_MOST_BYTES", 1_000)
    monkeypatch.setattr(reading_ahead, "MANY_FILES", 1_000)
    gate = threading.Event()
    gate.set()
    reader = SlowReader(gate, length=600)
    names = [str(number) for number in range(20)]
    with ReadAhead(reader) as ahead:
        ahead.read(found(*names))
        for number in range(len(names)):
            (read,) = ahead.take(1, PATIENCE_S)
            assert read.reading.drafts[0].facts.title == names[number]
            assert len(reader.given) <= number + 4


def test_a_fault_of_our_own_is_raised_where_the_reading_is_taken() -> None:
    gate = threading.Event()
    gate.set()
    with ReadAhead(SlowReader(gate)) as ahead:
        ahead.read(found("a", "fault", "b"))
        assert len(ahead.take(1, PATIENCE_S)) == 1
        with pytest.raises(ZeroDivisionError):
            take_all(ahead, 2)


def test_leaving_ends_what_hangs_on_a_file_at_once() -> None:
    gate = threading.Event()
    with ReadAhead(SlowReader(gate)) as ahead:
        ahead.read(found("a", "b"))
        began = time.monotonic()
    assert time.monotonic() - began < PATIENCE_S / 2
    assert gate.is_set()
    assert not any(thread.is_alive() for thread in ahead._threads)


def test_the_bytes_of_what_is_doubtful_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7 and no more")
    with ReadAhead() as ahead:
        ahead.read([FoundFile(path, path.name, tmp_path)])
        (read,) = take_all(ahead, 1)
    assert read.reading.problem is not None
    assert read.original is not None
    assert unpack(read.original.data) == b"%PDF-1.7 and no more"
