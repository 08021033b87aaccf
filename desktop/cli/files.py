"""`crosslight files`: files that could not be read, or not well, and another attempt at them."""

from __future__ import annotations

import os
from pathlib import Path

import click

from desktop.cli import output
from desktop.cli.options import format_option, library_option, opened_library

STILL_UNREAD = 1
_file = click.argument("file_id", metavar="ID", type=click.IntRange(1, 2**63 - 1))


@click.group("files", invoke_without_command=True)
@library_option
@format_option("text", "jsonl")
@click.pass_context
def files_command(context: click.Context, library: str | None, kind: str) -> None:
    """List the files that need attention, the latest first, each with the reason.

    `kept` says that the library holds the file as it came, to be saved or tried again.
    """
    if context.invoked_subcommand is not None:
        return
    from desktop.services.kept_files import list_unsettled

    with opened_library(library) as opened:
        files = list_unsettled(opened)
    for file in files:
        if kind == "jsonl":
            output.write_json(
                {
                    "id": file.id,
                    "path": file.path,
                    "status": file.status.value,
                    "error": {"code": file.problem.code, "message": file.problem.message},
                    "added": file.added,
                    "articles": list(file.article_ids),
                    "kept": file.has_original,
                }
            )
        else:
            kept = "  (kept)" if file.has_original else ""
            output.write_line(f"{file.id:6}  {file.status.value:15}  {file.path}{kept}")
            output.write_line(f"{'':25}{file.problem.message}")


@files_command.command("save")
@_file
@click.option("--to", "target", required=True, metavar="FILE", help="The file to write.")
@library_option
def save_command(file_id: int, target: str, library: str | None) -> None:
    """Write file ID as it came to a place of your choice."""
    from desktop.services.kept_files import save_original

    with opened_library(library) as opened:
        save_original(opened, file_id, Path(os.fsdecode(target)))


@files_command.command("retry")
@_file
@library_option
@format_option("text", "jsonl")
@click.pass_context
def retry_command(context: click.Context, file_id: int, library: str | None, kind: str) -> None:
    """Read file ID again, as a later version may read more; what is found is added.

    Exit code 1: the file was read no better than before.
    """
    from desktop.services.kept_files import retry_file

    with opened_library(library, write=True) as opened:
        retry = retry_file(opened, file_id)
    if kind == "jsonl":
        record = output.outcome_record(retry.outcome) if retry.outcome else None
        output.write_json({"message": retry.message, "outcome": record})
    else:
        output.write_line(retry.message)
    if retry.outcome is None:
        context.exit(STILL_UNREAD)
