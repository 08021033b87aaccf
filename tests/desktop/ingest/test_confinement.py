"""A confined process, seen from native code inside it: what the kernel refuses it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.ingest import confinement
from desktop.ingest.confinement import Means, find_readable
from desktop.ingest.reading import FileReader

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such means")

# Run inside: calls functions of the C library, past all of Python.
NATIVE = """
import ctypes, json, os, sys
from desktop.ingest.confinement import confine
libc = ctypes.CDLL(None, use_errno=True)
{before}
means = confine()
found = {{}}
def call(what, name, *arguments):
    ctypes.set_errno(0)
    result = getattr(libc, name)(*arguments)
    if what == "fork" and result == 0:
        os._exit(0)
    found[what] = os.strerror(ctypes.get_errno()) if result < 0 else "done"
foreign, own, folder = (os.fsencode(path) for path in sys.argv[1:4])
call("socket", "socket", 2, 1, 0)
call("datagrams", "socket", 10, 2, 0)
call("raw", "socket", 17, 3, 0)
call("netlink", "socket", 16, 3, 0)
call("local socket", "socket", 1, 1, 0)
call("pair", "socketpair", 1, 1, 0, (ctypes.c_int * 2)())
call("connect", "connect", 0, bytes(16), 16)
call("read foreign", "open", foreign, os.O_RDONLY)
call("write foreign", "open", foreign, os.O_WRONLY)
call("make", "open", folder + b"/new", os.O_RDWR | os.O_CREAT, 0o600)
call("make folder", "mkdir", folder + b"/new", 0o700)
call("remove", "unlink", foreign)
call("rename", "rename", foreign, folder + b"/other")
call("link", "symlink", foreign, folder + b"/link")
call("cut", "truncate", foreign, 0)
call("list", "scandir", folder, ctypes.byref(ctypes.c_void_p()), None, None)
call("chmod", "chmod", foreign, 0o777)
call("fork", "fork")
call("execute", "execve", b"/bin/sh", (ctypes.c_char_p * 1)(None), None)
call("trace", "ptrace", 16, os.getppid(), None, None)
call("signal", "kill", os.getppid(), 0)
call("memory file", "memfd_create", b"x", 0)
call("namespace", "unshare", 0x10000000)
call("read own", "open", own, os.O_RDONLY)
os.write(1, json.dumps([list(means), found]).encode())
"""
REFUSALS = {os.strerror(number) for number in (1, 13)}
FILES_ONLY = {"read foreign", "list"}
ALLOWED = {"read own"}


def try_natively(tmp_path: Path, before: str = "") -> tuple[set[str], dict[str, str]]:
    """Return the means in force in a confined process, and what came of each of its calls."""
    foreign, folder = tmp_path / "foreign.txt", tmp_path / "folder"
    foreign.write_text("private")
    folder.mkdir()
    own = confinement.__file__
    done = subprocess.run(
        [sys.executable, "-c", NATIVE.format(before=before), str(foreign), own, str(folder)],
        capture_output=True,
        check=True,
    )
    assert foreign.read_text() == "private"
    assert list(folder.iterdir()) == []
    means, found = json.loads(done.stdout)
    return set(means), found


@LINUX
def test_the_kernel_refuses_native_code_everything_but_reading_its_own(tmp_path: Path) -> None:
    means, found = try_natively(tmp_path)
    assert {Means.LIMITS, Means.PARENT, Means.CALLS} <= means
    refused = {what for what, answer in found.items() if answer in REFUSALS}
    expected = set(found) - ALLOWED
    # Kernels before 5.13 refuse writing alone, and `means` says so.
    assert refused == (expected if Means.FILES in means else expected - FILES_ONLY)
    assert found["read own"] == "done"


@LINUX
def test_files_are_shut_without_the_filter_of_calls_too(tmp_path: Path) -> None:
    before = "import desktop.ingest.confinement as c\nc._filter_calls = lambda: False"
    means, found = try_natively(tmp_path, before)
    assert Means.CALLS not in means
    if Means.FILES in means:
        for what in ("read foreign", "write foreign", "make", "remove", "rename", "list", "cut"):
            assert found[what] in REFUSALS, what


@LINUX
def test_the_filter_of_calls_refuses_writing_where_files_cannot_be_shut(tmp_path: Path) -> None:
    before = "import desktop.ingest.confinement as c\nc._shut_files = lambda: False"
    means, found = try_natively(tmp_path, before)
    assert Means.FILES not in means
    refused = {what for what, answer in found.items() if answer in REFUSALS}
    assert refused == set(found) - ALLOWED - FILES_ONLY


def test_a_system_without_any_of_the_means_goes_on_without() -> None:
    code = (
        "import sys; sys.modules['resource'] = None; sys.platform = 'other'\n"
        "from desktop.ingest.confinement import confine\n"
        "raise SystemExit(confine() != ())"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("error", ["OSError", "AttributeError", "ImportError"])
def test_a_means_that_fails_is_left_out(error: str) -> None:
    code = (
        "import desktop.ingest.confinement as c\n"
        f"def fail(*arguments): raise {error}\n"
        "c._call = fail\n"
        "raise SystemExit(set(c.confine()) - {c.Means.LIMITS} != set())"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_may_be_read_is_the_program_and_no_folder_of_the_user() -> None:
    places = find_readable()
    package = Path(confinement.__file__).parents[1]
    assert package in places
    home = Path.home()
    for place in places:
        assert place not in {home, Path("/"), Path.cwd(), *home.parents}, place
        assert place == package or not home.is_relative_to(place), place


def test_a_readers_own_test_says_what_is_refused(tmp_path: Path) -> None:
    private = tmp_path / "private.txt"
    private.write_text("private")
    with FileReader() as reader:
        found = reader.test(private)
        again = reader.read_data("a.txt", b"Some words.")
    answers: dict[str, Any] = {attempt["what"]: attempt for attempt in found.attempts}
    assert "read-file" in answers
    if sys.platform == "linux":
        assert Means.CALLS in found.means
        shut = {what for what, attempt in answers.items() if attempt["refused"]}
        open_: set[str] = set() if Means.FILES in found.means else {"read-file"}
        assert shut == set(answers) - open_
    assert again.drafts[0].text == "Some words."
    assert private.read_text() == "private"


def test_a_reader_that_ended_gives_no_answer_to_the_test(tmp_path: Path) -> None:
    reader = FileReader()
    reader.close()
    with pytest.raises(OSError, match="no answer"):
        reader.test(tmp_path)
