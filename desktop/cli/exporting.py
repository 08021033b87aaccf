"""`crosslight export`: articles as lines, tables, references or a bundle."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from desktop.cli.options import library_option, opened_library, to_text
from desktop.cli.report import find_event_id
from desktop.services.articles import ArticleQuery
from desktop.services.export_formats import ExportFormat
from desktop.services.exporting import ExportChoice, export_file, write_export
from desktop.services.libraries import Library

_COLLECTIONS = ("all", "attention", "duplicates", "reprints", "revisions", "trash")


@click.command("export")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@library_option
@click.option(
    "--format",
    "kind",
    type=click.Choice([form.value for form in ExportFormat]),
    default=ExportFormat.JSONL.value,
    show_default=True,
    help="The form of the export; bundle is a zip with everything, analyses included.",
)
@click.option("--to", "target", metavar="FILE", help="The file to write in place of the output.")
@click.option("--event", help="The articles of an event, named by its id or its label.")
@click.option("--collection", type=click.Choice(_COLLECTIONS), help="Those of a collection.")
@click.option("--search", metavar="QUERY", help="Those that a search finds.")
def export_command(
    ids: tuple[str, ...], library: str | None, kind: str, **chosen: str | None
) -> None:
    """Write the articles of a library, or the ones named, to standard output or a file."""
    form, target = ExportFormat(kind), chosen.pop("target")
    if target is None and not form.is_text:
        raise click.UsageError(f"--format {kind} is no text: name a file with --to.")
    if bool(ids) + bool(chosen["event"]) + bool(chosen["collection"] or chosen["search"]) > 1:
        raise click.UsageError("Choose articles by their ids, by event, or by collection.")
    with opened_library(library) as opened:
        choice = _choice(opened, ids, chosen)
        if target is None:
            for _step in write_export(opened, sys.stdout.buffer, form, choice):
                pass
            sys.stdout.buffer.flush()
        else:
            for _step in export_file(opened, Path(os.fsdecode(target)), form, choice):
                pass


def _choice(library: Library, ids: tuple[str, ...], chosen: dict[str, str | None]) -> ExportChoice:
    if ids:
        return ExportChoice(ids=tuple(map(to_text, ids)))
    event, collection, search = (chosen[name] for name in ("event", "collection", "search"))
    if event is not None:
        return ExportChoice(ArticleQuery("event", find_event_id(library, to_text(event))))
    if collection or search:
        return ExportChoice(ArticleQuery(collection or "all", text=to_text(search or "")))
    return ExportChoice()
