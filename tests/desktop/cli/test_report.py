"""`crosslight report`: a PDF or JSON of an event, by the real command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.sample_event import SEEDS


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "samples.crosslight"
    files = sorted(SEEDS.glob("0*.txt"))
    assert run("import", *files, "--library", path).returncode == 0
    return path


def event_of(library: Path) -> str:
    listed = run("events", "--library", library, "--format", "jsonl")
    return json.loads(listed.stdout.splitlines()[0])["id"]


def test_a_pdf_is_written_whole(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    done = run("report", event_of(library), "--library", library, "--to", target)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Antiwar.com" in PdfReader(target).pages[0].extract_text()
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_json_holds_the_comparison(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    assert run("report", event_of(library), "--library", library, "--to", target).returncode == 0
    assert len(json.loads(target.read_text("utf-8"))["articles"]) == 5


def test_an_unknown_event_is_said_plainly(library: Path, tmp_path: Path) -> None:
    done = run("report", "nothing", "--library", library, "--to", tmp_path / "r.pdf")
    assert done.returncode == 3
    assert "no event is called so" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_kind_of_file_is_a_usage_error(library: Path, tmp_path: Path) -> None:
    done = run("report", "any", "--library", library, "--to", tmp_path / "r.exe")
    assert done.returncode == 2
