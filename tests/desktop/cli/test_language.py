"""The real command on JSON lines: results on standard output, exit codes as documented."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
LINES = [
    {"id": "a", "title": "", "text": "Some fear the worst.\r\nThe 🌊 came, “fast”, Simon said."},
    {"id": "b", "outlet": "Daily", "text": ""},
]


def run(*arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def to_lines(records: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


@pytest.mark.parametrize("verb", ["analyze", "group"])
def test_each_article_gives_one_line_in_the_same_order(verb: str, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(to_lines(LINES), "utf-8")

    done = run(verb, "--format", "jsonl", path)

    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b"]
    assert done.stderr == ""


def test_a_dash_reads_standard_input() -> None:
    done = run("analyze", "-", given=to_lines(LINES))

    assert done.returncode == 0, done.stderr
    (end,) = {row["end"] for row in json.loads(done.stdout.splitlines()[0])["sentences"]} - {20}
    assert end == len(LINES[0]["text"])


def test_articles_with_nothing_in_common_give_no_lines() -> None:
    done = run("compare", "--format", "jsonl", "-", given=to_lines(LINES))

    assert (done.returncode, done.stdout) == (0, "")


def test_a_bad_line_is_named_with_its_file_and_ends_with_code_3(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(to_lines(LINES) + "{]\n", "utf-8")

    done = run("analyze", path)

    assert done.returncode == 3
    assert "broken.jsonl, line 3" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_utf_8_ends_with_code_3(tmp_path: Path) -> None:
    path = tmp_path / "latin.jsonl"
    path.write_bytes(b'{"id": "a", "text": "caf\xe9"}\n')

    done = run("analyze", path)

    assert done.returncode == 3
    assert "latin.jsonl" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_there_ends_with_code_3(tmp_path: Path) -> None:
    done = run("group", tmp_path / "none.jsonl")

    assert done.returncode == 3
    assert "none.jsonl" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["analyze"], ["analyze", "--format", "xml", "-"], ["frobnicate"]]
)
def test_wrong_usage_ends_with_code_2(arguments: list[str]) -> None:
    done = run(*arguments)

    assert done.returncode == 2
    assert done.stdout == ""


def test_a_line_separator_inside_a_text_ends_no_line() -> None:
    record = json.dumps({"id": "a", "text": "One\u2028two\u0085three."}, ensure_ascii=False)

    done = run("analyze", "-", given=record + "\n")

    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("verb", ["analyze", "group", "compare"])
def test_the_verbs_load_neither_qt_nor_sqlalchemy_nor_numpy(verb: str) -> None:
    code = (
        "import sys; from desktop.cli.main import run_cli; run_cli([sys.argv[1], '-']);"
        "heavy = {'PySide6', 'sqlalchemy', 'numpy', 'textblob', 'nltk', 'pydantic'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, verb],
        input=to_lines(LINES),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert done.stderr.strip() == "[]"
