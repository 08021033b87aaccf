"""Nothing in the program reaches for a network: counted where attempts are made."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sample_event import SEEDS

# All verbs run in one process that counts from its start, readers included.
CODE = """
import sys
from desktop.__main__ import run
from desktop.ingest.watching import attempts, is_watching
library, folder = sys.argv[1:3]
codes = [
    run(["import", folder, "--library", library]),
    run(["list", "--library", library]),
    run(["events", "--library", library]),
    run(["files", "--library", library]),
    run(["export", "--library", library]),
    run(["check", "--library", library]),
]
print("counted", is_watching(), attempts(), set(codes), file=sys.stderr)
"""
REACHING = {
    "page.html": "<html><head><base href='http://192.0.2.1/'><link rel=stylesheet href=x.css>"
    "<script src='http://192.0.2.1/x.js'></script></head><body><img src='http://192.0.2.1/x.png'>"
    "<iframe src='http://192.0.2.1/'></iframe><p>%s</p></body></html>",
    "feed.xml": "<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'http://192.0.2.1/x.dtd'>"
    "<rss version='2.0'><channel><item><title>A storm</title><link>http://192.0.2.1/a</link>"
    "<description>%s</description></item></channel></rss>",
    "mail.eml": "From: a@one.invalid\r\nSubject: A storm\r\nMIME-Version: 1.0\r\nContent-Type: "
    "message/external-body; access-type=URL; URL=\"http://192.0.2.1/\"\r\n\r\n%s",
    "record.json": '{"title": "A storm", "url": "http://192.0.2.1/", "text": "%s"}',
}  # fmt: skip
WORDS = "The storm tore the roof from a school in the night, and nobody in the town was hurt. " * 8


def run_and_count(*arguments: object) -> str:
    """Return the last line that the verbs' process wrote of itself."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, *map(str, arguments)], capture_output=True, check=True
    )
    return done.stderr.decode().splitlines()[-1]


def test_the_samples_are_added_and_grouped_without_an_attempt(tmp_path: Path) -> None:
    assert run_and_count(tmp_path / "L.crosslight", SEEDS) == "counted True 0 {0}"


def test_files_that_name_places_on_a_network_are_read_without_an_attempt(tmp_path: Path) -> None:
    folder = tmp_path / "reaching"
    folder.mkdir()
    for name, text in REACHING.items():
        (folder / name).write_text(text % WORDS)
    assert run_and_count(tmp_path / "L.crosslight", folder) == "counted True 0 {0}"


@pytest.mark.parametrize("verb", ["analyze", "group"])
def test_language_verbs_make_no_attempt(verb: str, tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": WORDS}) + "\n"
    (tmp_path / "in.jsonl").write_text(line)
    code = (
        "import sys\nfrom desktop.__main__ import run\n"
        "from desktop.ingest.watching import attempts\n"
        f"code = run([{verb!r}, sys.argv[1]])\nraise SystemExit(code or attempts())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "in.jsonl")], capture_output=True, check=False
    )
    assert done.returncode == 0
