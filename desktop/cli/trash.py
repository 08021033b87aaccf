"""`crosslight trash`: put articles away, bring them back, and empty the trash."""

from __future__ import annotations

from collections.abc import Sequence

import click

from desktop.cli import output
from desktop.cli.deciding import tell_decision
from desktop.cli.options import format_option, library_option, opened_library, to_text
from desktop.services.articles import get_article
from desktop.services.decisions import last_decision, restore_articles, trash_articles
from desktop.services.trash import TRASH_DAYS, empty_trash, trash_state


@click.command("trash")
@click.argument("article_ids", metavar="ARTICLE...", nargs=-1)
@click.option("--back", is_flag=True, help="Take them out of the trash again.")
@click.option("--empty", is_flag=True, help="Delete all that is in it for good.")
@click.option("--yes", is_flag=True, help="Do not ask before it is emptied.")
@library_option
@format_option("text", "jsonl")
def trash_command(
    article_ids: tuple[str, ...],
    back: bool,
    empty: bool,
    yes: bool,
    library: str | None,
    kind: str,
) -> None:
    """Move articles to the trash, which takes them out of their events; `undo` takes it back.

    Without articles it says how many lie in it, and when the first is deleted for good: thirty
    days after it was put there. `list --trash` lists them. Emptying the trash cannot be undone; a
    backup is made before.
    """
    if empty:
        if article_ids or back:
            raise click.UsageError("--empty takes no articles.")
        _empty(library, kind, asks=not yes)
    elif article_ids:
        _move(library, kind, [to_text(each) for each in article_ids], back=back)
    elif back:
        raise click.UsageError("Name the articles to take out of the trash.")
    else:
        _tell(library, kind)


def _move(library: str | None, kind: str, ids: Sequence[str], *, back: bool) -> None:
    with opened_library(library, write=True) as opened:
        for article_id in ids:
            get_article(opened, article_id)  # which refuses what is none, before any is moved
        before = last_decision(opened)
        move = restore_articles if back else trash_articles
        move(opened, ids)
        tell_decision(opened, before, kind, {"articles": list(ids)})


def _empty(library: str | None, kind: str, *, asks: bool) -> None:
    with opened_library(library, write=True) as opened:
        count = trash_state(opened).articles
        if asks and count:
            click.confirm(f"Delete {_count(count)} for good?", abort=True, err=True)
        deleted = empty_trash(opened)
    if kind == "jsonl":
        output.write_json({"deleted": deleted})
    else:
        output.write_line(f"{_count(deleted)} deleted for good.")


def _tell(library: str | None, kind: str) -> None:
    with opened_library(library) as opened:
        state = trash_state(opened)
    goes = state.next_goes.isoformat() if state.next_goes else None
    if kind == "jsonl":
        output.write_json({"articles": state.articles, "next_deleted": goes})
    elif goes is None:
        output.write_line("The trash is empty.")
    else:
        words = f"The first is deleted for good on {goes}, {TRASH_DAYS} days after it came there."
        output.write_line(f"{_count(state.articles)} in the trash. {words}")


def _count(number: int) -> str:
    return f"{number} article{'' if number == 1 else 's'}"
