"""`crosslight outlets`: the outlets of a library, their names, and which of them are one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from desktop.cli import output
from desktop.cli.deciding import tell_decision
from desktop.cli.options import format_option, library_option, opened_library, to_text

if TYPE_CHECKING:  # loaded when a verb runs
    from desktop.services.libraries import Library


@click.group("outlets", invoke_without_command=True)
@library_option
@format_option("text", "jsonl")
@click.pass_context
def outlets_command(context: click.Context, library: str | None, kind: str) -> None:
    """List a library's outlets with their articles and other names, or change them.

    A name or a site's address that stands for an outlet is found by it on import. Each change is a
    decision, which `undo` takes back.
    """
    if context.invoked_subcommand is not None:
        return
    from desktop.services.outlet_names import list_outlets

    with opened_library(library) as opened:
        for outlet in list_outlets(opened):
            if kind == "jsonl":
                output.write_json(asdict(outlet))
                continue
            articles = f"{outlet.articles} article{'' if outlet.articles == 1 else 's'}"
            names = f"; also {', '.join(outlet.aliases)}" if outlet.aliases else ""
            output.write_line(f"{outlet.name}: {articles}{names}")


@outlets_command.command("merge")
@click.argument("outlet")
@click.argument("other")
@library_option
@format_option("text", "jsonl")
def merge_command(outlet: str, other: str, library: str | None, kind: str) -> None:
    """Make two outlets one: OUTLET keeps its name and gets all of OTHER."""
    from desktop.services.outlet_names import merge_outlets

    _change(library, kind, lambda opened: merge_outlets(opened, to_text(outlet), to_text(other)))


@outlets_command.command("alias")
@click.argument("name")
@click.argument("outlet")
@library_option
@format_option("text", "jsonl")
def alias_command(name: str, outlet: str, library: str | None, kind: str) -> None:
    """Let NAME, which may be a site's address, stand for OUTLET."""
    from desktop.services.outlet_names import add_alias

    _change(library, kind, lambda opened: add_alias(opened, to_text(name), to_text(outlet)))


@outlets_command.command("forget")
@click.argument("name")
@library_option
@format_option("text", "jsonl")
def forget_command(name: str, library: str | None, kind: str) -> None:
    """Take away one of an outlet's other names."""
    from desktop.services.outlet_names import forget_alias

    _change(library, kind, lambda opened: forget_alias(opened, to_text(name)))


@outlets_command.command("rename")
@click.argument("outlet")
@click.argument("name")
@library_option
@format_option("text", "jsonl")
def rename_command(outlet: str, name: str, library: str | None, kind: str) -> None:
    """Give OUTLET another name; the former one still leads to it."""
    from desktop.services.outlet_names import rename_outlet

    _change(library, kind, lambda opened: rename_outlet(opened, to_text(outlet), to_text(name)))


def _change(library: str | None, kind: str, change: Callable[[Library], None]) -> None:
    from desktop.services.decisions import last_decision

    with opened_library(library, write=True) as opened:
        before = last_decision(opened)
        change(opened)
        tell_decision(opened, before, kind, {})
