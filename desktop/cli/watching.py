"""`crosslight watch`: what is put into a folder is imported until the command is interrupted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from desktop.cli import output
from desktop.cli.options import format_option, library_option, opened_library
from desktop.services.libraries import Library

_LOOK_S = 1.0


@click.command("watch")
@click.argument("folders", nargs=-1, metavar="FOLDER...")
@library_option
@format_option("text", "jsonl")
@click.option("--add", is_flag=True, help="Let the window watch the folders, too, at each start.")
@click.option("--remove", is_flag=True, help="Let the window watch the folders no longer.")
@click.option("--list", "lists", is_flag=True, help="List the folders that the window watches.")
def watch_command(folders: tuple[str, ...], library: str | None, kind: str, **what: bool) -> None:
    """Import what is in a FOLDER and what comes into it, until interrupted."""
    places = [Path(folder) for folder in folders]
    if not places and not what["lists"]:
        raise click.UsageError("Name a folder.")
    with opened_library(library, create=True, write=True) as opened:
        if what["lists"]:
            _list(opened)
        elif what["add"] or what["remove"]:
            _remember(opened, places, add=what["add"])
        else:
            _watch(opened, places, kind)


def _list(library: Library) -> None:
    from desktop.services.watching import watched_folders

    for folder in watched_folders(library):
        output.write_line(str(folder.path))


def _remember(library: Library, folders: Sequence[Path], *, add: bool) -> None:
    from desktop.services.watching import unwatch_folder, watch_folder

    for folder in folders:
        (watch_folder if add else unwatch_folder)(library, folder)


def _watch(library: Library, folders: Sequence[Path], kind: str) -> None:
    from desktop.services.errors import CrosslightError
    from desktop.services.watching import FolderWatch, unread_files

    for folder in folders:
        if not folder.is_dir():
            raise CrosslightError(f"{folder} is no folder.", "Name a folder to watch.")
    with FolderWatch(folders) as watch:
        found = [path for folder in folders for path in unread_files(library, folder)]
        while True:
            if found:
                _import(library, found, kind)
            found = watch.take(_LOOK_S)


def _import(library: Library, paths: Sequence[Path], kind: str) -> None:
    from desktop.services.importing import import_files

    for step in import_files(library, paths):
        if step.outcome is None:
            continue
        if kind == "jsonl":
            output.write_json(output.outcome_record(step.outcome))
        else:
            output.write_line(output.outcome_line(step.outcome))
