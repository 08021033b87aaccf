"""The group of commands: versions, help, exit codes."""

from __future__ import annotations

from importlib.metadata import version

import click
import pytest

from desktop.cli import main
from desktop.cli.main import run_cli
from desktop.cli.verbs import VERBS
from desktop.services.errors import CrosslightError


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Let the verb `group` raise what the test puts into the list."""
    raised: list[BaseException] = []

    def command(_: click.Context, name: str) -> click.Command:
        def body() -> None:
            raise raised[0]

        return click.Command(name, callback=body)

    monkeypatch.setattr(main.cli, "get_command", command)
    return raised


def test_the_help_lists_every_verb_without_loading_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_cli(["--help"]) == 0

    shown = capsys.readouterr().out
    assert all(name in shown for name in [*VERBS, "gui", "demo"])


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_cli(["--version"]) == 0

    assert version("crosslight") in capsys.readouterr().out


def test_an_error_for_the_user_is_shown_with_its_remedy(
    failing: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    failing.append(CrosslightError("The library is gone.", "Open another one."))

    assert run_cli(["group"]) == 3

    shown = capsys.readouterr()
    assert "The library is gone." in shown.err
    assert "Open another one." in shown.err
    assert shown.out == ""


def test_a_file_that_cannot_be_written_ends_with_code_3(
    failing: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    failing.append(PermissionError(13, "Permission denied", "out.json"))

    assert run_cli(["group"]) == 3
    assert "out.json: Permission denied" in capsys.readouterr().err


def test_an_interrupted_command_ends_with_code_130(failing: list[BaseException]) -> None:
    failing.append(KeyboardInterrupt())

    assert run_cli(["group"]) == 130


def test_a_command_may_end_with_a_code_of_its_own(failing: list[BaseException]) -> None:
    failing.append(click.exceptions.Exit(1))

    assert run_cli(["group"]) == 1


def test_a_bug_is_not_hidden(failing: list[BaseException]) -> None:
    failing.append(ZeroDivisionError())

    with pytest.raises(ZeroDivisionError):
        run_cli(["group"])
