"""`crosslight events`: list a library's events, say why they are events, and change them."""

from __future__ import annotations

from dataclasses import asdict

import click

from desktop.cli import output
from desktop.cli.deciding import deciding
from desktop.cli.options import format_option, library_option, opened_library, to_text

_articles = click.argument("article_ids", metavar="ARTICLE...", nargs=-1, required=True)
_event = click.argument("event_id", metavar="EVENT")


@click.group("events", invoke_without_command=True)
@library_option
@format_option("text", "jsonl")
@click.pass_context
def events_command(context: click.Context, library: str | None, kind: str) -> None:
    """List the events of a library, grouping what has been added since the last time.

    A command changes or explains them; what was decided holds whatever is added later.
    """
    if context.invoked_subcommand is not None:
        return
    from desktop.services.events import event_members, group_library, is_grouped, list_events

    with opened_library(library, write=True, or_read=True) as opened:
        if not opened.read_only and not is_grouped(opened):
            for _step in group_library(opened):
                pass
        for event in list_events(opened):
            members = event_members(opened, event.id)
            if kind == "jsonl":
                output.write_json({"id": event.id, "label": event.label, "articles": members})
            else:
                outlets = ", ".join(event.outlets)
                articles = "article" if event.articles == 1 else "articles"
                output.write_line(f"{event.id}  {event.articles} {articles}  {event.label}")
                output.write_line(f"{'':38}{outlets}")


@events_command.command("why")
@_event
@library_option
@format_option("text", "jsonl")
def why_command(event_id: str, library: str | None, kind: str) -> None:
    """Say what the articles of an EVENT share, and what speaks most against each pair."""
    from desktop.core.events.links import explain_link
    from desktop.services.event_decisions import kept_articles
    from desktop.services.events import explain_event

    with opened_library(library) as opened:
        links = explain_event(opened, to_text(event_id))
        kept = kept_articles(opened, to_text(event_id))
    for link in links:
        if kind == "jsonl":
            output.write_json({**asdict(link), "kept": sorted(kept & {link.left, link.right})})
        else:
            output.write_line(f"{link.left}  {link.right}  {explain_link(link)}")
            output.write_line(f"{'':76}{link.weakest}")


@events_command.command("split")
@_event
@_articles
@library_option
def split_command(event_id: str, article_ids: tuple[str, ...], library: str | None) -> None:
    """Take articles out of an EVENT into one of their own; print its id."""
    from desktop.services.event_decisions import split_event

    with opened_library(library, write=True) as opened:
        output.write_line(split_event(opened, to_text(event_id), _texts(article_ids)))


@events_command.command("make")
@_articles
@library_option
def make_command(article_ids: tuple[str, ...], library: str | None) -> None:
    """Make articles of any events, or of none, an event of their own; print its id."""
    from desktop.services.event_decisions import make_event

    with opened_library(library, write=True) as opened:
        output.write_line(make_event(opened, _texts(article_ids)))


@events_command.command("nearest")
@click.argument("article_id", metavar="ARTICLE")
@library_option
@format_option("text", "jsonl")
def nearest_command(article_id: str, library: str | None, kind: str) -> None:
    """Say which event an ARTICLE is not in is nearest to it, and what is missing."""
    from desktop.core.events.links import explain_link
    from desktop.services.event_nearest import find_nearest

    with opened_library(library) as opened:
        nearest = find_nearest(opened, to_text(article_id))
    if nearest is None:
        if kind == "text":
            output.write_line("No other event or article shares anything with it.")
        return
    found = {"event": nearest.event, "label": nearest.label, "article": nearest.other.id}
    if kind == "jsonl":
        scores = {"likeness": nearest.likeness, "needed": nearest.needed}
        decided = {"kept_out": nearest.is_kept_out}
        output.write_json({**found, **scores, **decided, "link": asdict(nearest.link)})
        return
    output.write_line(f"{nearest.event or nearest.other.id}  {nearest.label}")
    output.write_line(f"{'':38}likeness {nearest.likeness:.2f}, needed {nearest.needed:.2f}")
    output.write_line(f"{'':38}{explain_link(nearest.link)}. {nearest.link.weakest}")
    if nearest.is_kept_out:
        output.write_line(f"{'':38}You decided that it does not belong there.")


@events_command.command("join")
@click.argument("event_ids", metavar="EVENT EVENT...", nargs=-1, required=True)
@library_option
def join_command(event_ids: tuple[str, ...], library: str | None) -> None:
    """Make events one, which is the first of them; print its id."""
    from desktop.services.event_decisions import join_events

    with opened_library(library, write=True) as opened:
        output.write_line(join_events(opened, _texts(event_ids)))


@events_command.command("keep")
@_event
@_articles
@library_option
def keep_command(event_id: str, article_ids: tuple[str, ...], library: str | None) -> None:
    """Put articles into an EVENT, or hold them there, whatever is added later."""
    from desktop.services.event_decisions import keep_in_event

    with deciding(library) as opened:
        keep_in_event(opened, to_text(event_id), _texts(article_ids))


@events_command.command("keep-out")
@_event
@_articles
@library_option
def keep_out_command(event_id: str, article_ids: tuple[str, ...], library: str | None) -> None:
    """Take articles out of an EVENT and hold them out of it, whatever is added later."""
    from desktop.services.event_decisions import keep_out_of_event

    with deciding(library) as opened:
        keep_out_of_event(opened, to_text(event_id), _texts(article_ids))


@events_command.command("release")
@_articles
@library_option
def release_command(article_ids: tuple[str, ...], library: str | None) -> None:
    """Forget what was decided about articles."""
    from desktop.services.event_decisions import release_articles

    with deciding(library) as opened:
        release_articles(opened, _texts(article_ids))


@events_command.command("rename")
@_event
@click.argument("label")
@library_option
def rename_command(event_id: str, label: str, library: str | None) -> None:
    """Give an EVENT a label; an empty one brings the found label back."""
    from desktop.services.decisions import rename_event

    with deciding(library) as opened:
        rename_event(opened, to_text(event_id), to_text(label))


def _texts(given: tuple[str, ...]) -> list[str]:
    return [to_text(each) for each in given]
