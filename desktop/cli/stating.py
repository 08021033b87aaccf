"""What an article's sources state, told by `show`, and the verb that takes one of the values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from desktop.cli.deciding import tell_decision
from desktop.cli.options import format_option, library_option, opened_library, to_text
from desktop.services.date_cards import DateCard, StatedValue

_USABLE = ("title", "outlet", "authors", "published", "url", "language")


@click.command("use", epilog=f"FIELD is one of: {', '.join(_USABLE)}.")
@click.argument("article_id", metavar="ARTICLE")
@click.argument("field", type=click.Choice(_USABLE), metavar="FIELD")
@click.argument("value")
@library_option
@format_option("text", "jsonl")
def use_command(article_id: str, field: str, value: str, library: str | None, kind: str) -> None:
    """Take a VALUE that a source of an ARTICLE states for its own.

    It keeps the origin of what states it; `show` lists all values.
    """
    from desktop.services.date_cards import use_statement
    from desktop.services.decisions import last_decision

    article = to_text(article_id)
    with opened_library(library, write=True) as opened:
        before = last_decision(opened)
        use_statement(opened, article, field, to_text(value))
        tell_decision(opened, before, kind, {"article": article, "field": field})


def stated_record(card: DateCard) -> dict[str, Any]:
    """Return all that is stated, by field."""
    return {
        field.name: [
            {
                "value": value.value,
                "origin": value.origin,
                "where": list(value.places),
                "chosen": value.is_chosen,
            }
            for value in field.values
        ]
        for field in card.fields
    }


def stated_lines(card: DateCard) -> Iterator[str]:
    """Give what is stated and was not chosen, and what is not settled."""
    yield from card.conflicts
    for field in card.fields:
        for value in field.values:
            if not value.is_chosen:
                yield f"also {field.name}: {value.value} ({_origin(value)})"


def _origin(value: StatedValue) -> str:
    note = ", lies ahead" if value.lies_ahead else ""
    return ", ".join(value.places or (value.origin,)) + note
