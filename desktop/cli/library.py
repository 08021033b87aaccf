"""The verbs that work on a library: import, list, show, export, check, backup, restore."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from desktop.cli import output
from desktop.cli.options import format_option, library_option, opened_library, to_text
from desktop.services.libraries import default_library

DAMAGED = 1


@click.command("import")
@click.argument("paths", nargs=-1, required=True)
@library_option
@format_option("text", "jsonl")
def import_command(paths: tuple[str, ...], library: str | None, kind: str) -> None:
    """Add the articles of files and folders, as dropping them on the window does."""
    from desktop.services.importing import (
        FileOutcome,
        explain_nothing,
        import_files,
        summarize,
    )

    if not all(paths):
        raise click.UsageError("A path is empty.")
    given = [Path(path) for path in paths]
    outcomes: list[FileOutcome] = []
    with opened_library(library, create=True, write=True) as opened:
        for step in import_files(opened, given):
            if step.outcome is None:
                continue
            outcomes.append(step.outcome)
            if kind == "jsonl":
                output.write_json(output.outcome_record(step.outcome))
            else:
                output.write_line(f"{step.done}/{step.total} {output.outcome_line(step.outcome)}")
    if kind == "text":
        for line in explain_nothing(given, outcomes):
            output.write_line(line)
        output.write_line(summarize(outcomes).text)


@click.command("list")
@click.option("--trash", is_flag=True, help="Those in the trash instead of those outside it.")
@library_option
@format_option("text", "jsonl")
def list_command(library: str | None, kind: str, trash: bool) -> None:
    """List the articles of a library in the order they were added."""
    from desktop.services.articles import ArticleQuery, list_articles

    with opened_library(library) as opened:
        collection, after = "trash" if trash else "all", None
        while page := list_articles(opened, ArticleQuery(collection, after=after)):
            for article in page:
                output.write_article(article, kind)
            after = page[-1].id


@click.command("show")
@click.argument("article_id", metavar="ID")
@library_option
@format_option("text", "jsonl")
def show_command(article_id: str, library: str | None, kind: str) -> None:
    """Show one article: what is known of it, where that comes from, its figures and its text."""
    from desktop.services.analyses import get_analysis
    from desktop.services.articles import get_article, get_source

    article_id = to_text(article_id)
    with opened_library(library) as opened:
        article = get_article(opened, article_id)
        source, analysis = get_source(opened, article_id), get_analysis(opened, article_id)
    if kind == "jsonl":
        output.write_json(output.article_record(article, source, analysis))
        return
    for line in output.article_lines(article, source, analysis):
        output.write_line(line)


@click.command("export")
@library_option
@format_option("jsonl", "csv")
def export_command(library: str | None, kind: str) -> None:
    """Write all articles of a library to standard output."""
    from desktop.services.exports import export_articles

    with opened_library(library) as opened:
        records: Iterable[dict[str, Any]] = (asdict(entry) for entry in export_articles(opened))
        if kind == "jsonl":
            for record in records:
                output.write_json(record)
        else:
            output.write_csv(records)


@click.command("check")
@library_option
@click.pass_context
def check_command(context: click.Context, library: str | None) -> None:
    """Look for damage: exit code 0 and nothing said is sound, 1 and a line for each problem not."""
    from desktop.services.maintenance import check_library

    problems = check_library(library or default_library())
    for problem in problems:
        output.write_line(problem)
    if problems:
        context.exit(DAMAGED)


@click.command("backup")
@library_option
@click.option("--to", "target", required=True, metavar="FILE", help="The file to write.")
def backup_command(library: str | None, target: str) -> None:
    """Write one whole copy of a library, also while it is in use."""
    from desktop.services.maintenance import backup_library

    with opened_library(library) as opened:
        backup_library(opened, Path(os.fsdecode(target)))


@click.command("restore")
@library_option
@click.option("--from", "source", required=True, metavar="FILE", help="The backup to bring back.")
def restore_command(library: str | None, source: str) -> None:
    """Make a library from a backup; what was there before is kept beside it."""
    from desktop.services.maintenance import restore_library

    kept = restore_library(library or default_library(), Path(os.fsdecode(source)))
    if kept is not None:
        click.echo(f"The library that was there before is now {kept}.", err=True)
