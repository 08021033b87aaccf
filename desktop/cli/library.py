"""The verbs that work on a library: import, list, show."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli import output
from desktop.cli.options import (
    format_option,
    library_option,
    opened_library,
    tell_trouble,
    to_text,
)


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
    from desktop.services.upkeep import with_backups

    if not all(paths):
        raise click.UsageError("A path is empty.")
    given = [Path(path) for path in paths]
    outcomes: list[FileOutcome] = []
    with opened_library(library, create=True, write=True) as opened:
        for step in with_backups(opened, import_files(opened, given), tell_trouble):
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
    from desktop.cli.stating import stated_lines, stated_record
    from desktop.services.analyses import get_analysis
    from desktop.services.articles import get_article, get_source
    from desktop.services.date_cards import get_date_card

    article_id = to_text(article_id)
    with opened_library(library) as opened:
        article = get_article(opened, article_id)
        source, analysis = get_source(opened, article_id), get_analysis(opened, article_id)
        card = get_date_card(opened, article_id)
    if kind == "jsonl":
        record = output.article_record(article, source, analysis)
        output.write_json({**record, "stated": stated_record(card)})
        return
    for line in output.article_lines(article, source, analysis, stated_lines(card)):
        output.write_line(line)
