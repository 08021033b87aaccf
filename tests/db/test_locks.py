"""The right to write: one program at a time, several times over in it, and never left behind."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.locks import HeldError, Holder, hold, is_held, lock_path, read_holder

US = Holder("command", os.getpid(), "2026-01-02T03:04:05+00:00")
OTHER = """
import sys
from pathlib import Path
from db.locks import Holder, hold
lock = hold(Path(sys.argv[1]), Holder("window", 7, "2026-01-01T00:00:00+00:00"))
print("held", flush=True)
sys.stdin.readline()
lock.release()
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return the path of a library; the lock does not ask what is in it."""
    path = tmp_path / "a ? name.crosslight"
    path.touch()
    return path


@contextmanager
def other_program(library: Path) -> Generator[subprocess.Popen[str]]:
    """Run a program that holds the right to write until it gets a line."""
    command = [sys.executable, "-c", OTHER, str(library)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_lock_says_who_holds_it_and_goes_with_it(library: Path) -> None:
    assert not is_held(library)
    lock = hold(library, US)
    assert is_held(library)
    assert read_holder(library) == US
    assert stat.S_IMODE(lock_path(library).stat().st_mode) & 0o077 == 0
    lock.release()
    lock.release()
    assert not is_held(library)
    assert read_holder(library) is None
    assert [path.name for path in library.parent.iterdir()] == [library.name]


def test_one_program_may_hold_it_several_times(library: Path) -> None:
    first, second = hold(library, US), hold(library, US)
    first.release()
    assert is_held(library)
    second.release()
    assert not is_held(library)


def test_another_program_is_refused_with_the_name_of_the_holder(library: Path) -> None:
    with other_program(library) as process:
        with pytest.raises(HeldError) as refusal:
            hold(library, US)
        assert refusal.value.holder == Holder("window", 7, "2026-01-01T00:00:00+00:00")
        assert is_held(library)
        process.communicate("go\n")
    hold(library, US).release()


def test_whoever_waits_gets_it_when_the_other_has_finished(library: Path) -> None:
    with other_program(library) as process:
        assert process.stdin is not None
        timer = threading.Timer(0.1, process.communicate, ["go\n"])
        timer.start()
        hold(library, US, patience_s=60).release()
        timer.join()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills as POSIX systems do")
def test_a_program_that_was_killed_leaves_the_library_free(library: Path) -> None:
    with other_program(library) as process:
        process.kill()
        process.wait()
    assert lock_path(library).exists()
    assert not is_held(library)
    lock = hold(library, US)
    assert read_holder(library) == US
    lock.release()
    assert not lock_path(library).exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[1]", b'{"pid": "x", "since": 4}'])
def test_a_lock_with_rubbish_in_it_is_held_by_nobody_known(library: Path, content: bytes) -> None:
    lock_path(library).write_bytes(content)
    assert read_holder(library) == Holder()
    hold(library, US).release()


def test_links_to_a_library_share_its_lock(library: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(library)
    with other_program(tmp_path / "link"), pytest.raises(HeldError):
        hold(library, US)


def test_threads_that_want_it_at_once_all_get_it_and_it_is_free_at_the_end(library: Path) -> None:
    def work() -> None:
        for _ in range(50):
            hold(library, US, patience_s=10).release()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not is_held(library)


def test_a_folder_that_takes_no_lock_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        hold(tmp_path / "missing" / "x.crosslight", US)
