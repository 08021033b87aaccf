"""`crosslight judge`: say what is wrong and what is right in an event's comparison."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from desktop.cli import output
from desktop.cli.deciding import deciding
from desktop.cli.options import format_option, library_option, opened_library, to_text
from desktop.core.model.comparisons import Relation

if TYPE_CHECKING:  # loaded when a command runs
    from desktop.services.libraries import Library
    from desktop.services.views import EventView

T = TypeVar("T")
_event = click.argument("event_id", metavar="EVENT")
_row = click.argument("row", type=int)
_finding = click.argument("finding", type=int)
_article = click.argument("article_id", metavar="ARTICLE")
_RELATIONS = tuple(each.value for each in Relation if each is not Relation.NOT_FOUND)


@click.group("judge")
def judge_command() -> None:
    """Merge and split claim rows, correct relations, find differences right or dismiss them.

    `judge show` numbers rows and differences as they are now. `undo` takes a judgment back.
    """


@judge_command.command("show")
@_event
@library_option
@format_option("text", "jsonl")
def show_command(event_id: str, library: str | None, kind: str) -> None:
    """List the key differences and the claim rows of an EVENT with their numbers."""
    from desktop.services.comparisons import view_event

    with opened_library(library) as opened:
        comparison = view_event(opened, to_text(event_id)).comparison
    for number, finding in enumerate(comparison.findings, start=1):
        if kind == "jsonl":
            record = {"finding": number, "kind": finding.kind.value}
            output.write_json({**record, "title": finding.title, "text": finding.text})
        else:
            output.write_line(f"difference {number}  {finding.title}: {finding.text}")
    for number, claim in enumerate(comparison.claims, start=1):
        cells = {cell.article: cell.relation.value for cell in claim.cells if cell.evidence}
        if kind == "jsonl":
            output.write_json({"row": number, "text": claim.text, "cells": cells})
        else:
            output.write_line(f"row {number}  {claim.text}")
            for article, relation in cells.items():
                output.write_line(f"{'':8}{article}  {relation}")


@judge_command.command("merge")
@_event
@click.argument("rows", type=int, nargs=-1, required=True)
@library_option
def merge_command(event_id: str, rows: tuple[int, ...], library: str | None) -> None:
    """Make ROWS of an EVENT one, named as the first of them."""
    from desktop.services.comparison_decisions import merge_claims

    with _judging(library, event_id) as (opened, view):
        merge_claims(opened, view.id, [_nth(view.comparison.claims, row) for row in rows])


@judge_command.command("split")
@_event
@_row
@_article
@library_option
def split_command(event_id: str, row: int, article_id: str, library: str | None) -> None:
    """Give what an ARTICLE has in a ROW a row of its own."""
    from desktop.services.comparison_decisions import split_claim

    with _judging(library, event_id) as (opened, view):
        split_claim(opened, view.id, _nth(view.comparison.claims, row), to_text(article_id))


@judge_command.command("relate")
@_event
@_row
@_article
@click.argument("relation", type=click.Choice(_RELATIONS))
@library_option
def relate_command(
    event_id: str, row: int, article_id: str, relation: str, library: str | None
) -> None:
    """State how what an ARTICLE has in a ROW relates to it; the one found confirms it."""
    from desktop.services.comparison_decisions import set_relation

    with _judging(library, event_id) as (opened, view):
        claim = _nth(view.comparison.claims, row)
        set_relation(opened, view.id, claim, to_text(article_id), Relation(relation))


@judge_command.command("right")
@_event
@_finding
@library_option
def right_command(event_id: str, finding: int, library: str | None) -> None:
    """Say that a key difference, by its number, is right."""
    from desktop.services.comparison_decisions import confirm_finding

    with _judging(library, event_id) as (opened, view):
        confirm_finding(opened, view.id, _nth(view.comparison.findings, finding))


@judge_command.command("dismiss")
@_event
@_finding
@click.option("--reason", default="", help="Why, in your words.")
@click.option("--true", "is_true", is_flag=True, help="It is true, and of no interest here.")
@library_option
def dismiss_command(
    event_id: str, finding: int, reason: str, is_true: bool, library: str | None
) -> None:
    """Take a key difference, by its number, out of the comparison."""
    from desktop.services.comparison_decisions import dismiss_finding

    with _judging(library, event_id) as (opened, view):
        found = _nth(view.comparison.findings, finding)
        dismiss_finding(opened, view.id, found, to_text(reason), is_wrong=not is_true)


@contextmanager
def _judging(library: str | None, event_id: str) -> Generator[tuple[Library, EventView]]:
    """Open a library to judge an event in it, and say at the end what was decided."""
    from desktop.services.comparisons import view_event

    with deciding(library) as opened:
        yield opened, view_event(opened, to_text(event_id))


def _nth(entries: Sequence[T], number: int) -> T:
    if not 1 <= number <= len(entries):
        message = f"{number}: choose a number from 1 to {len(entries)}; `judge show` lists them."
        raise click.UsageError(message)
    return entries[number - 1]
