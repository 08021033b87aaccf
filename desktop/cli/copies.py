"""`crosslight copies` and `revisions`: which articles are copies, and what the user says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from desktop.cli import output
from desktop.cli.deciding import tell_decision
from desktop.cli.options import format_option, library_option, opened_library, to_text
from desktop.core.model.copies import CopyKind

if TYPE_CHECKING:  # loaded when a verb runs
    from collections.abc import Callable

    from desktop.services.copies import Copies, CopySideShown, Version
    from desktop.services.libraries import Library

_KINDS = tuple(kind.value for kind in CopyKind)
_one = click.argument("article_id", metavar="ARTICLE")
_other = click.argument("other_id", metavar="OTHER")


@click.group("copies", invoke_without_command=True)
@click.option("--kind", "wanted", type=click.Choice(_KINDS), help="Only copies of this kind.")
@click.option("--article", metavar="ARTICLE", help="Only copies of this article.")
@click.option("--denied", is_flag=True, help="Those that you said are none, instead.")
@library_option
@format_option("text", "jsonl")
@click.pass_context
def copies_command(
    context: click.Context,
    wanted: str | None,
    article: str | None,
    denied: bool,
    library: str | None,
    kind: str,
) -> None:
    """List the articles that are copies of one another: duplicates, reprints and versions.

    A command says what holds of two articles; that holds when their files are imported again.
    """
    if context.invoked_subcommand is not None:
        return
    from desktop.services.copies import find_copies, list_copies

    with opened_library(library, write=True, or_read=True) as opened:
        if not opened.read_only:
            for _step in find_copies(opened):
                pass
        chosen = CopyKind(wanted) if wanted else None
        about = to_text(article) if article else None
        for copies in list_copies(opened, chosen, about, denied=denied):
            if kind == "jsonl":
                output.write_json(_record(copies))
            else:
                _write_lines(copies)


@copies_command.command("link")
@_one
@_other
@click.option(
    "--as",
    "wanted",
    type=click.Choice(_KINDS),
    required=True,
    help="One text twice, another outlet's print, or another version.",
)
@library_option
@format_option("text", "jsonl")
def link_command(
    article_id: str, other_id: str, wanted: str, library: str | None, kind: str
) -> None:
    """Say that two articles are copies, and of which kind; both are kept."""
    from desktop.services.copy_decisions import link_copies

    def link(opened: Library, one: str, other: str) -> None:
        link_copies(opened, one, other, CopyKind(wanted))

    _decide(link, article_id, other_id, library, kind)


@copies_command.command("unlink")
@_one
@_other
@library_option
@format_option("text", "jsonl")
def unlink_command(article_id: str, other_id: str, library: str | None, kind: str) -> None:
    """Say that two articles are no copies of one another."""
    from desktop.services.copy_decisions import unlink_copies

    _decide(unlink_copies, article_id, other_id, library, kind)


@copies_command.command("merge")
@_one
@_other
@library_option
@format_option("text", "jsonl")
def merge_command(article_id: str, other_id: str, library: str | None, kind: str) -> None:
    """Let ARTICLE stand for both: what OTHER states is kept with it, OTHER goes to the trash."""
    from desktop.services.copy_decisions import merge_copies

    _decide(merge_copies, article_id, other_id, library, kind)


@click.command("revisions")
@_one
@library_option
@format_option("text", "jsonl")
def revisions_command(article_id: str, library: str | None, kind: str) -> None:
    """List the versions of an ARTICLE, the earliest first; nothing where there is one alone."""
    from desktop.services.articles import get_article
    from desktop.services.copies import list_versions

    article_id = to_text(article_id)
    with opened_library(library) as opened:
        get_article(opened, article_id)  # which refuses what is none
        versions = list_versions(opened, article_id)
    for version in versions:
        if kind == "jsonl":
            output.write_json(_version_record(version))
        else:
            mark = "*" if version.is_shown else " "
            output.write_line(f"{mark} {version.id}  {_day(version):16}  {version.title}")


def _decide(
    work: Callable[[Library, str, str], None],
    article_id: str,
    other_id: str,
    where: str | None,
    kind: str,
) -> None:
    from desktop.services.decisions import last_decision

    one, other = to_text(article_id), to_text(other_id)
    with opened_library(where, write=True) as library:
        before = last_decision(library)
        work(library, one, other)
        tell_decision(library, before, kind, {"article": one, "other": other})


def _record(copies: Copies) -> dict[str, Any]:
    return {
        "article": _side(copies.article),
        "other": _side(copies.other),
        "kind": copies.kind.value,
        "share": copies.share,
        "by_user": copies.by_user,
        "denied": copies.denied,
    }


def _side(side: CopySideShown) -> dict[str, Any]:
    return {
        "id": side.id,
        "title": side.title,
        "outlet": side.outlet or None,
        "published": side.published.iso if side.published else None,
    }


def _write_lines(copies: Copies) -> None:
    by_user = ", by you" if copies.by_user else ""
    said = "no copies" if copies.denied else copies.kind.value
    output.write_line(f"{said}, {copies.share:.0%} of the shorter text{by_user}")
    for side in (copies.article, copies.other):
        output.write_line(f"  {side.id}  {side.outlet or 'no outlet'}: {side.title}")


def _version_record(version: Version) -> dict[str, Any]:
    return {
        "id": version.id,
        "title": version.title,
        "outlet": version.outlet or None,
        "published": version.published.iso if version.published else None,
        "updated": version.updated.iso if version.updated else None,
        "added": version.added,
        "words": version.words,
        "asked_about": version.is_shown,
    }


def _day(version: Version) -> str:
    stated = version.updated or version.published
    return stated.iso[:16].replace("T", " ") if stated else "no date"
