"""The reader process as its caller sees it: it answers, and what happens in it hurts nobody."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from desktop.ingest import process
from desktop.ingest.drafts import Remark
from desktop.ingest.reading import FileReader


def test_one_process_reads_many_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("First words.\r\n")
    (tmp_path / "b.bin").write_bytes(bytes(100))
    with FileReader() as reader:
        first, second = reader.read(tmp_path / "a.txt"), reader.read(tmp_path / "b.bin")
        third = reader.read(tmp_path / "missing.txt")
    assert [draft.text for draft in first.drafts] == ["First words.\n"]
    assert second.problem is not None
    assert third.problem == Remark(
        "missing", "There is no such file; check its name and its folder."
    )


def test_the_bytes_that_were_read_are_handed_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"First words.\r\n")
    with FileReader() as reader:
        found = reader.read_file(tmp_path / "a.txt")
        missing = reader.read_file(tmp_path / "b.txt")
    assert found.data == b"First words.\r\n"
    assert found.reading.drafts[0].text == "First words.\n"
    assert (missing.data, missing.reading.drafts) == (None, ())


def test_bytes_without_a_file_are_read_by_their_name() -> None:
    with FileReader() as reader:
        reading = reader.read_data("pasted.html", b"<p>Some words.</p>")
    assert "Some words." in reading.drafts[0].text


def test_a_large_file_goes_through() -> None:
    data = b"Some words of an article. " * 150_000
    with FileReader() as reader:
        reading = reader.read_data("large.txt", data)
    assert len(reading.drafts[0].text) >= len(data) - 1


def test_a_dead_process_is_started_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some words.")
    with FileReader() as reader:
        reader.read(tmp_path / "a.txt")
        assert reader.pid is not None
        os.kill(reader.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        assert reader.read(tmp_path / "a.txt").drafts[0].text == "Some words."


@pytest.mark.skipif(os.name == "nt", reason="processes cannot be stopped there")
@pytest.mark.parametrize("size", [10, 3_000_000])
def test_a_process_that_hangs_is_given_up_and_the_file_refused(size: int) -> None:
    with FileReader(timeout_s=0.0) as reader:
        reader.start()
        assert reader.pid is not None
        os.kill(reader.pid, signal.SIGSTOP)
        reading = reader.read_data("a.txt", b"word " * (size // 5))
    assert reading.problem is not None
    assert reading.problem.code == "took-too-long"


def test_closing_gives_up_the_file_that_is_read_and_starts_nothing_again() -> None:
    reader = FileReader()
    reader.start()
    pid = reader.pid
    assert pid is not None
    found: list[Remark | None] = []
    os.kill(pid, signal.SIGSTOP)
    work = threading.Thread(
        target=lambda: found.append(reader.read_data("a.txt", b"Some words.").problem)
    )
    work.start()
    reader.close()
    work.join(5)
    assert not work.is_alive()
    assert found[0] is not None
    assert reader.pid is None
    after = reader.read_data("a.txt", b"Some words.").problem
    assert after is not None
    assert after.code == "no-reader"
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_several_readers_work_side_by_side() -> None:
    with FileReader() as first, FileReader() as second:
        first.start()
        second.start()
        assert first.pid != second.pid
        words = [r.read_data("a.txt", b"Some words.").drafts[0].text for r in (first, second)]
    assert words == ["Some words."] * 2


def test_a_reader_outlives_the_thread_that_started_it() -> None:
    reader = FileReader()
    with reader:
        starter = threading.Thread(target=reader.start)
        starter.start()
        starter.join()
        pid = reader.pid
        assert reader.read_data("a.txt", b"Some words.").problem is None
        assert reader.pid == pid


def test_a_system_that_starts_no_process_is_said_to_be_at_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(process, "worker_command", lambda: ["/no/such/program"])
    with FileReader() as reader:
        problem = reader.read_data("a.txt", b"Some words.").problem
    assert problem is not None
    assert problem.code == "no-reader"


def test_no_thread_is_left_behind() -> None:
    before = threading.active_count()
    with FileReader() as reader:
        reader.read_data("a.txt", b"Some words.")
    limit = time.monotonic() + 5
    for thread in threading.enumerate():
        if thread.name == "reader":
            thread.join(max(0.0, limit - time.monotonic()))
    assert threading.active_count() <= before


@pytest.mark.skipif(os.name == "nt", reason="no such file names there")
def test_a_file_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt"))
    path.write_text("Some words.")
    with FileReader() as reader:
        assert reader.read(path).drafts[0].text == "Some words."


def test_reading_plain_text_loads_no_page_reader() -> None:
    code = (
        "import sys, desktop.ingest.worker, desktop.ingest.plain;"
        "heavy = {'lxml', 'puremagic', 'charset_normalizer', 'pydantic'};"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
