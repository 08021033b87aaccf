"""The verbs on copies of a library: check, backup, backups, restore, salvage."""

from __future__ import annotations

import os
from collections.abc import Generator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from desktop.cli import output
from desktop.cli.options import format_option, library_option, opened_library
from desktop.services.libraries import default_library

if TYPE_CHECKING:  # loaded when a verb runs
    from desktop.services.backups import Backup
    from desktop.services.progress import Progress

DAMAGED = 1
_KILO = 1000
T = TypeVar("T")


@click.command("check")
@library_option
@click.pass_context
def check_command(context: click.Context, library: str | None) -> None:
    """Look for damage: exit code 0 and nothing said is sound, 1 and a line for each problem not."""
    from desktop.services.maintenance import check_library, remember_damage

    where = library or default_library()
    problems = check_library(where)
    remember_damage(where, problems)
    for problem in problems:
        output.write_line(problem)
    if problems:
        context.exit(DAMAGED)


@click.command("backup")
@library_option
@click.option("--to", "target", metavar="FILE", help="The file; left out: among the backups.")
def backup_command(library: str | None, target: str | None) -> None:
    """Write one whole, checked copy of a library, also while it is in use."""
    from desktop.services.backups import back_up
    from desktop.services.maintenance import backup_library

    with opened_library(library) as opened:
        if target is not None:
            backup_library(opened, Path(os.fsdecode(target)))
        else:
            output.write_line(str(finish(back_up(opened))))


@click.command("backups")
@library_option
@format_option("text", "jsonl")
def backups_command(library: str | None, kind: str) -> None:
    """List the backups of a library, the latest first: when, why, how big, how many articles."""
    from desktop.services.backups import list_backups

    for backup in list_backups(library or default_library()):
        if kind == "jsonl":
            output.write_json(_record(backup))
        else:
            output.write_line(_line(backup))


@click.command("restore")
@library_option
@click.option(
    "--from",
    "source",
    required=True,
    metavar="FILE|NAME|latest",
    help="The backup to bring back: a file, or one that `backups` lists.",
)
def restore_command(library: str | None, source: str) -> None:
    """Make a library from a backup; what was there before is kept among its backups."""
    from desktop.services.backups import find_backup
    from desktop.services.maintenance import restore_library

    where = library or default_library()
    kept = restore_library(where, find_backup(where, os.fsdecode(source)))
    if kept is not None:
        click.echo(f"The library that was there before is now {kept}.", err=True)


@click.command("salvage")
@click.option("--from", "source", metavar="PATH", help="The damaged library; or the default one.")
@click.option("--to", "target", required=True, metavar="PATH", help="The new library.")
@click.option("--backup", metavar="FILE", help="The backup to draw on, not the newest sound one.")
@format_option("text", "jsonl")
def salvage_command(source: str | None, target: str, backup: str | None, kind: str) -> None:
    """Make a new library of what is sound in a damaged one and in its newest backup."""
    from desktop.services.salvage import salvage_library

    chosen = Path(os.fsdecode(backup)) if backup is not None else None
    where = source or default_library()
    saved = finish(salvage_library(where, Path(os.fsdecode(target)), chosen))
    if kind == "text":
        for line in saved.lines:
            output.write_line(line)
        return
    places = {"target": str(saved.target), "backup": str(saved.backup) if saved.backup else None}
    groups = ("from_backup", "doubtful", "lost")
    named = {name: [asdict(ref) for ref in getattr(saved, name)] for name in groups}
    output.write_json({**places, "saved": saved.saved, **named})


def finish(steps: Generator[Progress, None, T]) -> T:
    """Take all steps of a job and return its result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def _record(backup: Backup) -> dict[str, Any]:
    return {
        "path": str(backup.path),
        "made": backup.made.isoformat(),
        "kind": backup.kind.value,
        "bytes": backup.size,
        "articles": backup.articles,
    }


def _line(backup: Backup) -> str:
    made = backup.made.astimezone().strftime("%Y-%m-%d %H:%M")
    count = "cannot be read" if backup.articles is None else f"{backup.articles} articles"
    size = f"{backup.size / _KILO**2:.1f} MB"
    return f"{made}  {backup.kind.value:16}  {size:>10}  {count:>15}  {backup.path}"
