"""The first argument decides: window, demo or a verb."""

from __future__ import annotations

from pathlib import Path

import pytest

import desktop.app
import desktop.cli.main
from desktop.__main__ import is_path, run


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """Record what would be started instead of starting it."""
    calls: list[tuple[str, list[str]]] = []

    def record(name: str) -> object:
        def start(arguments: list[str]) -> int:
            calls.append((name, arguments))
            return 0

        return start

    monkeypatch.setattr(desktop.app, "run_gui", record("gui"))
    monkeypatch.setattr(desktop.app, "run_demo", record("demo"))
    monkeypatch.setattr(desktop.cli.main, "run_cli", record("cli"))
    return calls


NOTHING: list[str] = []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (NOTHING, ("gui", NOTHING)),
        (["gui", "a.txt"], ("gui", ["a.txt"])),
        (["a.txt", "b.txt"], ("gui", ["a.txt", "b.txt"])),
        (["demo", "--to", "x"], ("demo", ["--to", "x"])),
        (["group", "in.jsonl"], ("cli", ["group", "in.jsonl"])),
        (["--help"], ("cli", ["--help"])),
        (["frobnicate"], ("cli", ["frobnicate"])),
    ],
)
def test_the_first_argument_decides(
    called: list[tuple[str, list[str]]], arguments: list[str], expected: tuple[str, list[str]]
) -> None:
    assert run(arguments) == 0
    assert called == [expected]


def test_a_folder_is_a_path_and_a_verb_never_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "import").mkdir()
    monkeypatch.chdir(tmp_path)

    assert is_path("articles")
    assert not is_path("import")
