"""`crosslight find` and `crosslight search`: look for articles, and keep what is looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import click

from desktop.cli import output
from desktop.cli.deciding import deciding
from desktop.cli.options import format_option, library_option, opened_library, to_text

if TYPE_CHECKING:  # loaded when a command runs
    from desktop.services.articles import ArticleQuery
    from desktop.services.libraries import Library

_PAGE = 100
_ORDERS = ("date", "relevance", "added", "title", "outlet", "loaded", "tone", "importance")
_COLLECTIONS = (
    "all", "attention", "duplicates", "reprints", "revisions", "undated", "untagged", "trash",
)  # fmt: skip


_FLAGS = {"ignore_unknown_options": True}  # -word is no option


@click.command("find", context_settings=_FLAGS)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.option("--in", "collection", type=click.Choice(_COLLECTIONS), default="all")
@click.option("--saved", type=int, metavar="NUMBER", help="A saved search to look in.")
@click.option("--order", type=click.Choice(_ORDERS), default="date", show_default=True)
@click.option("--reverse", is_flag=True, help="The other way round.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@click.option("--count", "counts", is_flag=True, help="Say how many there are, and no more.")
@library_option
@format_option("text", "jsonl")
def find_command(words: tuple[str, ...], library: str | None, kind: str, **given: Any) -> None:  # noqa: ANN401
    """List the articles that WORDS ask for: all of them, "in a row", some*, -without, OR.

    Fields: outlet: author: title: event: tag: note: date:2024-11..2025 lang: format:
    importance:2.. is:untagged is:undated is:unanalyzed is:reprint is:revision is:duplicate
    is:attention has:note. A query with quotation marks or < > stands in single quotes.
    """
    from desktop.services.articles import count_matches

    query = _to_query(" ".join(map(to_text, words)), given)
    with opened_library(library) as opened:
        if given["counts"]:
            output.write_count(count_matches(opened, query), kind)
        else:
            _write_found(opened, query, given["limit"], kind)


def _to_query(text: str, given: Mapping[str, Any]) -> ArticleQuery:
    from desktop.services.articles import ArticleQuery
    from desktop.services.finding import DESCENDING_FIRST, Order

    order, saved = Order(given["order"]), given["saved"]
    return ArticleQuery(
        given["collection"] if saved is None else "search",
        "" if saved is None else str(saved),
        text,
        order=order,
        is_descending=(order in DESCENDING_FIRST) != given["reverse"],
        is_finished=True,
    )


def _write_found(library: Library, query: ArticleQuery, limit: int | None, kind: str) -> None:
    from desktop.services.articles import list_articles
    from desktop.services.snippets import find_snippets, words_of

    words = words_of(query.text, is_finished=True)
    left = limit
    while left is None or left > 0:
        size = _PAGE if left is None else min(_PAGE, left)
        page = list_articles(library, replace(query, limit=size))
        snippets = find_snippets(library, words, [article.id for article in page])
        for article in page:
            output.write_hit(article, snippets.get(article.id), kind)
        if len(page) < size:
            return
        query = replace(query, after=page[-1].id)
        left = None if left is None else left - len(page)


@click.group("search")
def search_command() -> None:
    """Keep searches, which the window lists beside the collections; `undo` takes it back."""


@search_command.command("list")
@library_option
@format_option("text", "jsonl")
def list_command(library: str | None, kind: str) -> None:
    """List the saved searches with their numbers."""
    from desktop.services.saved_searches import list_searches

    with opened_library(library) as opened:
        for search in list_searches(opened):
            if kind == "jsonl":
                output.write_json(asdict(search))
            else:
                output.write_line(f"{search.id:4}  {search.name}: {search.query}")


@search_command.command("save")
@click.argument("name")
@click.argument("query")
@library_option
def save_command(name: str, query: str, library: str | None) -> None:
    """Keep a QUERY under a NAME."""
    from desktop.services.saved_searches import save_search

    with deciding(library) as opened:
        save_search(opened, to_text(name), to_text(query))


@search_command.command("change")
@click.argument("number", type=int)
@click.option("--name", help="Another name.")
@click.option("--query", help="Another query.")
@library_option
def change_command(number: int, name: str | None, query: str | None, library: str | None) -> None:
    """Give the saved search of a NUMBER another name or query."""
    from desktop.services.saved_searches import edit_search

    if name is None and query is None:
        raise click.UsageError("Give --name, --query or both.")
    new_name, new_query = (None if each is None else to_text(each) for each in (name, query))
    with deciding(library) as opened:
        edit_search(opened, number, new_name, new_query)


@search_command.command("delete")
@click.argument("number", type=int)
@library_option
def delete_command(number: int, library: str | None) -> None:
    """Delete the saved search of a NUMBER; no article goes with it."""
    from desktop.services.saved_searches import delete_search

    with deciding(library) as opened:
        delete_search(opened, number)
