"""The verbs on what was decided in a library: decisions, undo, redo."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from desktop.cli import output
from desktop.cli.options import format_option, library_option, opened_library

if TYPE_CHECKING:  # loaded when a verb runs
    from desktop.services.libraries import Library

NOTHING = 1


@click.command("decisions")
@library_option
@format_option("text", "jsonl")
@click.option(
    "--precision", is_flag=True, help="Say instead how often each rule was right on your texts."
)
def decisions_command(library: str | None, kind: str, precision: bool) -> None:
    """List what was decided in a library: imports, corrections, judgments, names, the trash.

    The oldest comes first. What was undone is listed as such, while it can be redone; what no
    longer applies, because its words are gone, is listed as well.
    """
    from desktop.services.decision_review import review_decisions

    with opened_library(library) as opened:
        if precision:
            _write_precisions(opened, kind)
            return
        for reviewed in review_decisions(opened):
            decision = reviewed.decision
            if kind == "jsonl":
                added = {"state": reviewed.state or "stands", "reason": reviewed.reason or None}
                output.write_json({**asdict(decision), **added})
            else:
                reason = f": {reviewed.reason}" if reviewed.reason else ""
                state = f"  ({reviewed.state})" if reviewed.state else ""
                output.write_line(f"{decision.made_at}  {decision.label}{reason}{state}")


def _write_precisions(library: Library, kind: str) -> None:
    from desktop.core.analysis.precision import tell_precision
    from desktop.services.decision_review import rule_precisions

    found = rule_precisions(library)
    for precision in found:
        count = precision.count
        if kind == "jsonl":
            record = {**asdict(count), "looked_at": count.looked_at}
            shares = {name: getattr(precision, name) for name in ("value", "low", "high")}
            output.write_json({**record, **shares})
        else:
            output.write_line(f"{count.group}, {count.name}: {tell_precision(precision)}")
    if not found and kind == "text":
        output.write_line("Nothing was judged yet.")


@click.command("undo")
@library_option
@click.option(
    "--decision", type=int, metavar="ID", help="A judgment on a comparison to take back alone."
)
@click.pass_context
def undo_command(context: click.Context, library: str | None, decision: int | None) -> None:
    """Take back the last decision in a library, or one judgment whatever came after it.

    `decisions --format jsonl` gives the ids. That a judgment was taken back is a decision itself,
    which `undo` takes back.
    """
    from desktop.services.comparison_decisions import take_back
    from desktop.services.decisions import undo, undo_label

    with opened_library(library, write=True) as opened:
        if decision is None:
            _tell(context, "Undone", undo(opened))
        else:
            take_back(opened, decision)
            output.write_line(str(undo_label(opened)))


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
