"""`crosslight trash`: put articles away, and bring them back."""

from __future__ import annotations

import click

from desktop.cli.deciding import tell_decision
from desktop.cli.options import format_option, library_option, opened_library, to_text
from desktop.services.articles import get_article
from desktop.services.decisions import last_decision, restore_articles, trash_articles


@click.command("trash")
@click.argument("article_ids", metavar="ARTICLE...", nargs=-1, required=True)
@click.option("--back", is_flag=True, help="Take them out of the trash again.")
@library_option
@format_option("text", "jsonl")
def trash_command(article_ids: tuple[str, ...], back: bool, library: str | None, kind: str) -> None:
    """Move articles to the trash, which takes them out of their events; `undo` takes it back.

    `list --trash` lists what lies there.
    """
    ids = [to_text(each) for each in article_ids]
    with opened_library(library, write=True) as opened:
        for article_id in ids:
            get_article(opened, article_id)  # which refuses what is none, before any is moved
        before = last_decision(opened)
        move = restore_articles if back else trash_articles
        move(opened, ids)
        tell_decision(opened, before, kind, {"articles": ids})
