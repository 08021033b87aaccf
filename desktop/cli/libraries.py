"""`crosslight libraries`: list the known libraries, make one, move, rename and forget them."""

from __future__ import annotations

import os
from pathlib import Path

import click

from desktop.cli import output
from desktop.cli.options import format_option, library_option, to_text
from desktop.services.errors import CrosslightError
from desktop.services.libraries import (
    create_library,
    default_library,
    library_path,
    recent_libraries,
    remember_library,
    without_password,
)
from desktop.services.library import SQLITE_URL
from desktop.services.locations import LIBRARY_ENDING, portable_library
from desktop.services.risky_places import find_risk
from desktop.services.settings import RecentLibrary, forget_recent


@click.group("libraries", invoke_without_command=True)
@format_option("text", "jsonl")
@click.pass_context
def libraries_command(context: click.Context, kind: str) -> None:
    """List the libraries that were open before, the latest first, and the default one.

    A command makes, moves, renames or forgets one.
    """
    if context.invoked_subcommand is not None:
        return
    default = _default()
    known = recent_libraries()
    if not any(entry.url == default.url for entry in known):
        known = (*known, default)
    for entry in known:
        _write_entry(entry, kind, is_default=entry.url == default.url)


@libraries_command.command("new")
@click.argument("path", required=False)
@click.option("--portable", is_flag=True, help="Beside the program, which finds it there first.")
def new_command(path: str | None, *, portable: bool) -> None:
    """Make an empty library at PATH, or one that travels with the program; print where it is."""
    if (path is None) is not portable:
        raise click.UsageError("Name a path, or say --portable.")
    place = portable_library() if path is None else Path(os.fsdecode(path))
    named = place if place.suffix else place.with_suffix(LIBRARY_ENDING)
    library = create_library(named)
    try:
        remember_library(library)
        output.write_line(library.shown)
    finally:
        library.close()
    if risk := find_risk(named):
        click.echo(f"crosslight: {risk}", err=True)


@libraries_command.command("move")
@click.argument("target")
@library_option
def move_command(target: str, library: str | None) -> None:
    """Move a library, with its backups, to TARGET: a path or a folder; print where it is."""
    from desktop.services.moving import move_library

    moved = move_library(library or default_library(), Path(os.fsdecode(target)))
    output.write_line(str(moved))
    if risk := find_risk(moved):
        click.echo(f"crosslight: {risk}", err=True)


@libraries_command.command("rename")
@click.argument("name")
@library_option
def rename_command(name: str, library: str | None) -> None:
    """Give a library another NAME, in the same folder; print where it is."""
    from desktop.services.moving import rename_library

    output.write_line(str(rename_library(library or default_library(), to_text(name))))


@libraries_command.command("forget")
@click.argument("place", metavar="PATH|URL|NAME")
def forget_command(place: str) -> None:
    """Take a library from the list; its file stays where it is."""
    path = library_path(place)
    url = place if path is None else f"{SQLITE_URL}{path.absolute()}"
    named = [entry.url for entry in recent_libraries() if place in (entry.name, entry.url)]
    if not any(forget_recent(each) for each in dict.fromkeys([url, *named])):
        raise CrosslightError(
            f"{place} is not in the list.", "`crosslight libraries` shows what is."
        )


def _default() -> RecentLibrary:
    where = default_library()
    path = library_path(where)
    if path is None:
        return RecentLibrary("default", where)
    return RecentLibrary(path.stem, f"{SQLITE_URL}{path.absolute()}")


def _write_entry(entry: RecentLibrary, kind: str, *, is_default: bool) -> None:
    place = without_password(entry.url).removeprefix(SQLITE_URL)
    if kind == "jsonl":
        told = {"name": entry.name, "place": place}
        output.write_json({**told, "missing": entry.is_missing, "default": is_default})
        return
    remarks = [word for word, holds in (("default", is_default),) if holds]
    if entry.is_missing:
        remarks.append("not made yet" if is_default else "missing")
    told = f" ({', '.join(remarks)})" if remarks else ""
    output.write_line(f"{entry.name}{told}  {place}")
