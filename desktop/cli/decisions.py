"""The verbs on what was decided in a library: decisions, undo, redo."""

from __future__ import annotations

from dataclasses import asdict

import click

from desktop.cli import output
from desktop.cli.options import format_option, library_option, opened_library

NOTHING = 1


@click.command("decisions")
@library_option
@format_option("text", "jsonl")
def decisions_command(library: str | None, kind: str) -> None:
    """List what was decided in a library: imports, corrections, names, the trash.

    The oldest comes first. What was undone is listed as such, while it can be redone.
    """
    from desktop.services.decisions import list_decisions

    with opened_library(library) as opened:
        for decision in list_decisions(opened):
            if kind == "jsonl":
                output.write_json(asdict(decision))
            else:
                state = "  (undone)" if decision.undone else ""
                output.write_line(f"{decision.made_at}  {decision.label}{state}")


@click.command("undo")
@library_option
@click.pass_context
def undo_command(context: click.Context, library: str | None) -> None:
    """Take back the last decision in a library."""
    from desktop.services.decisions import undo

    with opened_library(library, write=True) as opened:
        _tell(context, "Undone", undo(opened))


@click.command("redo")
@library_option
@click.pass_context
def redo_command(context: click.Context, library: str | None) -> None:
    """Take up again the decision that was undone last."""
    from desktop.services.decisions import redo

    with opened_library(library, write=True) as opened:
        _tell(context, "Done again", redo(opened))


def _tell(context: click.Context, words: str, label: str | None) -> None:
    if label is None:
        output.write_line("There is nothing to take back or to take up.")
        context.exit(NOTHING)
    output.write_line(f"{words}: {label}")
