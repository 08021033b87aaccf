"""The reader process by itself: one answer a line, whatever the file does."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.ingest.answers import NO_ARTICLE, from_line
from desktop.ingest.confinement import MEMORY_BYTES, MOST_OPEN_FILES
from desktop.ingest.drafts import Reading
from desktop.ingest.reading import FileReader

WORDS = "Some words – and a dash."


def request(name: str, data: bytes) -> bytes:
    return json.dumps({"name": name, "size": len(data)}).encode() + b"\n" + data


def run(requests: bytes, before: str = "") -> list[bytes]:
    """Run the process on requests, after changing it by the code of `before`."""
    code = f"from desktop.ingest import worker\n{before}\nworker.main()"
    done = subprocess.run(
        [sys.executable, "-c", code], input=requests, capture_output=True, check=True
    )
    return done.stdout.splitlines()


def ask(*texts: str, before: str = "") -> list[Reading]:
    """Run the process on some texts."""
    requests = b"".join(request("a.txt", text.encode()) for text in texts)
    return [from_line(line).reading for line in run(requests, before)]


def test_every_request_has_an_answer_in_order() -> None:
    first, second, third = ask(WORDS, "", WORDS)
    assert first.drafts[0].text == WORDS
    assert second.problem is not None
    assert second.problem.code == "empty-file"
    assert third == first


def test_a_request_that_breaks_off_is_the_last() -> None:
    whole = request("a.txt", WORDS.encode())
    assert len(run(whole + whole[:-3])) == 1


@pytest.mark.parametrize("name", ["a\nb.txt", "\udcff.txt", "x" * 3000 + ".txt"])
def test_a_name_of_any_letters_is_taken(name: str) -> None:
    (line,) = run(request(name, WORDS.encode()))
    assert from_line(line).reading.drafts[0].text == WORDS


def test_what_a_parser_prints_does_not_get_into_the_answers() -> None:
    change = (
        "real = worker.read_data\n"
        "def loud(data, name):\n"
        "    print('noise', flush=True)\n"
        "    return real(data, name)\n"
        "worker.read_data = loud"
    )
    assert len(ask(WORDS, before=change)) == 1


@pytest.mark.parametrize("fault", ["1 / 0", "raise KeyError('x')", "assert False", "bytes(10**12)"])
def test_a_parser_that_fails_means_one_unread_file(fault: str) -> None:
    change = (
        "real = worker.read_data\n"
        "calls = []\n"
        "def faulty(data, name):\n"
        "    calls.append(name)\n"
        f"    if len(calls) == 1: {fault}\n"
        "    return real(data, name)\n"
        "worker.read_data = faulty"
    )
    first, second = ask(WORDS, WORDS, before=change)
    assert first.problem is not None
    assert first.problem.code == "unreadable"
    assert second.problem is None


def test_a_reader_that_finds_nothing_and_says_nothing_is_spoken_for() -> None:
    (answer,) = ask(WORDS, before="worker.read_data = lambda data, name: worker.Reading()")
    assert answer.problem == NO_ARTICLE


def test_what_a_parser_tries_on_the_network_is_counted() -> None:
    change = (
        "import socket\n"
        "def curious(data, name):\n"
        "    for place in ('one.invalid', 'two.invalid', 'localhost'):\n"
        "        try: socket.getaddrinfo(place, 80)\n"
        "        except OSError: pass\n"
        "    raise KeyError\n"
        "worker.read_data = curious"
    )
    lines = run(request("a.txt", b"x") * 2, before=change)
    assert [from_line(line).tried for line in lines] == [2, 2]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_the_process_has_less_of_everything_than_its_file_may_ask_for() -> None:
    change = (
        "import resource\n"
        "real = worker.read_data\n"
        "def limited(data, name):\n"
        f"    assert resource.getrlimit(resource.RLIMIT_AS)[0] == {MEMORY_BYTES}\n"
        f"    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == {MOST_OPEN_FILES}\n"
        "    assert resource.getrlimit(resource.RLIMIT_NPROC)[0] == 0\n"
        "    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == 0\n"
        "    assert resource.getrlimit(resource.RLIMIT_CPU)[0] < 60\n"
        "    return real(data, name)\n"
        "worker.read_data = limited"
    )
    (answer,) = ask(WORDS, before=change)
    assert answer.problem is None


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_process_that_nobody_waits_for_ends_by_itself() -> None:
    change = (
        "import signal\n"
        "worker.WALL_SECONDS = 1\n"
        "worker.read_data = lambda data, name: signal.pause()"
    )
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run(request("a.txt", b"x"), before=change)
    assert failed.value.returncode < 0


def test_an_import_of_many_files_uses_one_process(tmp_path: Path) -> None:
    readings: list[Reading] = []
    with FileReader() as reader:
        reader.start()
        first = reader.pid
        assert first is not None
        for number in range(20):
            path = tmp_path / f"{number}.md"
            path.write_text(f"# Report {number}\n\nSome words.")
            readings.append(reader.read(path))
        assert reader.pid == first
    titles = [reading.drafts[0].text.partition("\n")[0] for reading in readings]
    assert titles == [f"Report {number}" for number in range(20)]
    assert reader.pid is None


@pytest.mark.skipif(sys.platform != "linux", reason="the system has no such signal elsewhere")
def test_the_process_ends_when_the_one_it_works_for_is_killed(tmp_path: Path) -> None:
    hang = "from desktop.ingest import readers\nimport signal\n"
    hang += "readers.read_data = lambda data, name: signal.pause()\n"
    (tmp_path / "sitecustomize.py").write_text(hang)
    (tmp_path / "a.txt").write_text(WORDS)
    code = (
        "import sys, threading, pathlib\n"
        "from desktop.ingest.reading import FileReader\n"
        "reader = FileReader()\n"
        "work = lambda: reader.read(pathlib.Path(sys.argv[1]))\n"
        "reader.start()\n"
        "threading.Thread(target=work, daemon=True).start()\n"
        "print(reader.pid, flush=True)\n"
        "sys.stdin.read()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "a.txt")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    with parent:
        assert parent.stdout is not None
        watched = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    try:
        assert waits_for(watched, timeout_s=10)
    finally:
        os.close(watched)


def waits_for(process: int, timeout_s: float) -> bool:
    """Say whether a process ends in time."""
    return bool(select.select([process], [], [], timeout_s)[0])


def test_the_answers_of_a_process_are_plain_json() -> None:
    (line,) = run(request("a.txt", WORDS.encode()))
    answer: dict[str, Any] = json.loads(line)
    assert set(answer) == {"reading", "tried"}
    assert set(answer["reading"]) == {"drafts", "problem", "remarks"}
