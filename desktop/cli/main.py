"""The command group `crosslight`: finds a verb's module when the verb is used, and not before."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click
from typing_extensions import override

from desktop.cli.verbs import VERBS, WINDOW_VERBS
from desktop.services.errors import CrosslightError

DONE = 0
CANNOT_OPEN = 3
INTERRUPTED = 130


class VerbGroup(click.Group):
    """A group that imports each command when it is used, so that every verb starts fast."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        verb = VERBS.get(cmd_name)
        if verb is None:
            return None
        return getattr(importlib.import_module(verb.module), verb.command)

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the summaries of the table: no verb's module is imported for the help text."""
        with formatter.section("Commands"):
            verbs = [(name, verb.summary) for name, verb in VERBS.items()]
            formatter.write_dl([*WINDOW_VERBS.items(), *verbs])


@click.group(
    cls=VerbGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="crosslight", prog_name="crosslight")
def cli() -> None:
    """See how each outlet lights the same event.

    Without a command, or with files in place of one, the window opens.
    """


def run_cli(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 2 usage, 3 cannot open, 130 interrupted.

    Results go to standard output, messages to standard error; a command may end with a code of
    its own through `click.Context.exit`.
    """
    try:
        # Not `main`: it would end the program with code 1 where the output's reader has gone.
        with cli.make_context("crosslight", list(arguments)) as context:
            code = cli.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, EOFError, KeyboardInterrupt):
        return INTERRUPTED
    except CrosslightError as error:
        return _complain(error.message, error.remedy)
    except BrokenPipeError:
        _drop_output()
        return DONE
    except OSError as error:
        return _complain(_describe(error), "Check the path, the rights and the free space.")
    return code if isinstance(code, int) else DONE


def _complain(message: str, remedy: str) -> int:
    click.echo(f"crosslight: {message}", err=True)
    if remedy:
        click.echo(remedy, err=True)
    return CANNOT_OPEN


def _describe(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _drop_output() -> None:
    """Send what is left of the output nowhere: its reader has gone, as `head` does."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
