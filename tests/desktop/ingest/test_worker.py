"""The reader process by itself: one answer a line, whatever the file does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.ingest.drafts import Reading
from desktop.ingest.reading import FileReader
from desktop.ingest.worker import MEMORY_BYTES


def ask(*paths: Path, before: str = "") -> list[dict[str, Any]]:
    """Run the process on some files, after changing it by the code of `before`."""
    code = f"from desktop.ingest import worker\n{before}\nworker.main()"
    requests = "".join(json.dumps({"path": str(path)}) + "\n" for path in paths)
    done = subprocess.run(
        [sys.executable, "-c", code], input=requests.encode(), capture_output=True, check=False
    )
    assert done.stdout.isascii()
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Some words – and a dash.", encoding="utf-8")
    return path


def test_every_request_has_an_answer_in_order(article: Path, tmp_path: Path) -> None:
    first, second, third = ask(article, tmp_path / "missing.txt", article)
    assert first["drafts"][0]["text"] == "Some words – and a dash."
    assert second == {
        "drafts": [],
        "problem": {
            "code": "missing",
            "message": "There is no such file; check its name and its folder.",
        },
    }
    assert third == first


def test_what_a_parser_prints_does_not_get_into_the_answers(article: Path) -> None:
    change = (
        "real = worker.read_file\n"
        "def loud(path):\n"
        "    print('noise', flush=True)\n"
        "    return real(path)\n"
        "worker.read_file = loud"
    )
    assert len(ask(article, before=change)) == 1


@pytest.mark.parametrize("fault", ["1 / 0", "raise KeyError('x')", "assert False", "bytes(10**12)"])
def test_a_parser_that_fails_means_one_unread_file(article: Path, fault: str) -> None:
    change = (
        "real = worker.read_file\n"
        "calls = []\n"
        "def faulty(path):\n"
        "    calls.append(path)\n"
        f"    if len(calls) == 1: {fault}\n"
        "    return real(path)\n"
        "worker.read_file = faulty"
    )
    first, second = ask(article, article, before=change)
    assert first["problem"]["code"] == "unreadable"
    assert second["problem"] is None


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_the_process_has_less_memory_than_its_file_may_ask_for(article: Path) -> None:
    change = (
        "import resource\n"
        "real = worker.read_file\n"
        "def limited(path):\n"
        f"    assert resource.getrlimit(resource.RLIMIT_AS)[0] == {MEMORY_BYTES}\n"
        "    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == 0\n"
        "    assert resource.getrlimit(resource.RLIMIT_CPU)[0] < 60\n"
        "    return real(path)\n"
        "worker.read_file = limited"
    )
    (answer,) = ask(article, before=change)
    assert answer["problem"] is None


def test_an_import_of_many_files_uses_one_process(tmp_path: Path) -> None:
    readings: list[Reading] = []
    with FileReader() as reader:
        reader.start()
        assert reader._process is not None
        first = reader._process.pid
        for number in range(20):
            path = tmp_path / f"{number}.md"
            path.write_text(f"# Report {number}\n\nSome words.")
            readings.append(reader.read(path))
        assert reader._process.pid == first
    titles = [reading.drafts[0].text.partition("\n")[0] for reading in readings]
    assert titles == [f"Report {number}" for number in range(20)]
    assert reader._process is None
