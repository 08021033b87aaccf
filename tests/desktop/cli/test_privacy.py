"""`crosslight privacy`: the figures of the page, and a code for scripts."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from desktop.cli import privacy
from desktop.cli.main import run_cli
from desktop.services.privacy import check_isolation, list_bundled


def test_the_page_is_printed_in_words_and_nothing_was_tried() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "privacy"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == (0 if check_isolation().is_tight else privacy.NOT_REFUSED)
    assert done.stderr == ""
    assert "Attempts to reach a network since this start: 0" in done.stdout
    assert "Connect to a network address: refused" in done.stdout or sys.platform != "linux"
    for entry in list_bundled():
        assert f"{entry.name} ({entry.license})" in done.stdout


def test_the_page_is_one_record_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    run_cli(["privacy", "--format", "jsonl"])
    (line,) = capsys.readouterr().out.splitlines()
    record = json.loads(line)
    assert set(record) == {"network", "isolation", "trials", "bundled"}
    assert record["network"]["tried"] >= 0
    assert {"means", "words", "in_force"} == set(record["isolation"][0])
    assert {"name", "words", "refused", "answer"} == set(record["trials"][0])


def test_what_was_not_refused_is_told_by_the_code_as_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = check_isolation()
    loose = replace(found, trials=(replace(found.trials[0], refused=False, answer="done"),))
    monkeypatch.setattr(privacy, "check_isolation", lambda: loose)
    assert run_cli(["privacy"]) == privacy.NOT_REFUSED
    assert "NOT REFUSED (done)" in capsys.readouterr().out
