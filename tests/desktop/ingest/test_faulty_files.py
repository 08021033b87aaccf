"""A file that brings the reader down costs itself and nothing else: real processes really fail."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop.ingest.confinement import MEMORY_BYTES
from desktop.ingest.drafts import Reading
from desktop.ingest.reading import TIMEOUT_S, FileReader

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such limits and signals there")

# The reader process imports this as it starts; the first word of a file's name says how to fail.
FAULTS = f"""
import os, signal
from desktop.ingest import readers

real = readers.read_data

def hang():
    while True:
        signal.pause()

def fill():
    bytearray({MEMORY_BYTES})

def write():
    open(os.environ["TARGET"], "w").write("stolen")

faults = {{
    "exit": lambda: os._exit(0),
    "abort": os.abort,
    "segfault": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "rubbish": lambda: os.write(answers, b"no JSON\\n"),
    "shape": lambda: os.write(answers, b'{{"drafts": 5}}\\n'),
    "hang": hang,
    "fill": fill,
    "write": write,
}}
answers = os.dup(1)

def faulty(data, name):
    fault = faults.get(name.partition("-")[0])
    if fault:
        fault()
    return real(data, name)

readers.read_data = faulty
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder for files, some of whose names bring the reader down."""
    (tmp_path / "faults").mkdir()
    (tmp_path / "faults" / "sitecustomize.py").write_text(FAULTS)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "faults"))
    monkeypatch.setenv("TARGET", str(tmp_path / "target.txt"))
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def put(folder: Path, name: str) -> Path:
    path = folder / f"{name}-file.txt"
    path.write_text(f"Some words of {name}.")
    return path


def texts(reading: Reading) -> list[str]:
    return [draft.text for draft in reading.drafts]


@pytest.mark.parametrize("fault", ["exit", "abort", "segfault", "killed", "rubbish", "shape"])
def test_a_crash_costs_one_file_and_the_next_is_read(files: Path, fault: str) -> None:
    before, bad, after = (put(files, name) for name in ("before", fault, "after"))
    with FileReader() as reader:
        assert texts(reader.read(before)) == ["Some words of before."]
        refused = reader.read(bad)
        assert texts(reader.read(after)) == ["Some words of after."]
    assert refused.drafts == ()
    assert refused.problem is not None
    assert refused.problem.code == "reader-failed"
    assert refused.problem.message == (
        "The file is damaged or too complex to be read; "
        "save the article as plain text and add that."
    )


def test_a_file_that_hangs_the_reader_is_given_up_and_the_next_is_read(files: Path) -> None:
    bad, after = put(files, "hang"), put(files, "after")
    with FileReader(timeout_s=0.5) as reader:
        refused = reader.read(bad)
        # A busy machine may need longer to start the process again.
        reader._timeout_s = TIMEOUT_S
        assert texts(reader.read(after)) == ["Some words of after."]
    assert refused.problem is not None
    assert refused.problem.code == "took-too-long"


def test_a_file_that_fills_the_memory_is_refused_by_the_same_process(files: Path) -> None:
    bad, after = put(files, "fill"), put(files, "after")
    with FileReader() as reader:
        refused = reader.read(bad)
        pid = reader.pid
        assert texts(reader.read(after)) == ["Some words of after."]
        assert reader.pid == pid
    assert refused.problem is not None
    assert refused.problem.code == "unreadable"


def test_nothing_that_is_read_can_write_a_file(files: Path, tmp_path: Path) -> None:
    with FileReader() as reader:
        reader.read(put(files, "write"))
        assert texts(reader.read(put(files, "after"))) == ["Some words of after."]
    # Where the system cannot refuse to make a file, it still lets nothing be written into it.
    target = tmp_path / "target.txt"
    assert not target.exists() or target.read_bytes() == b""


def test_the_process_ends_with_its_reader(files: Path) -> None:
    with FileReader() as reader:
        reader.read(put(files, "before"))
        pid = reader.pid
        assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


HOSTILE = {
    "deep.html": b"<html><body>" + b"<div>" * 20_000 + b"words",
    "wide.html": b"<html><body><p>" + b"<b>x</b>" * 5000,
    "tags.html": b"<html><body>" + b"<" * 300_000,
    "comment.html": b"<html><!--" + b"-" * 3_000_000,
    "bomb.xhtml": b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b"]><html><body><p>&m;</p></body></html>",
    "deep.json": b"[" * 2_000_000,
    "deep.md": b">" * 20_000 + b" words",
    "stars.md": b"*a " * 10_000,
    "brackets.md": b"[" * 5000,
    "parts.eml": b"From: a\r\nSubject: b\r\n" + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
    + b"--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" * 400,
    "commas.txt": b"," * 2_000_000,
}  # fmt: skip


def test_hostile_files_are_read_or_refused_and_end_nothing(tmp_path: Path) -> None:
    readings: dict[str, Reading] = {}
    with FileReader() as reader:
        for name, content in HOSTILE.items():
            (tmp_path / name).write_bytes(content)
            readings[name] = reader.read(tmp_path / name)
        assert texts(reader.read(put(tmp_path, "after"))) == ["Some words of after."]
    for name, reading in readings.items():
        assert bool(reading.drafts) != bool(reading.problem), name
        assert all(len(draft.text) <= len(HOSTILE[name]) + 1 for draft in reading.drafts), name
