"""`crosslight tag`, `note` and `rate`: what the user says of articles."""

from __future__ import annotations

from typing import Any

import click

from desktop.cli import output
from desktop.cli.deciding import deciding
from desktop.cli.options import format_option, library_option, opened_library, to_text
from desktop.core.model.spans import Span

_name = click.argument("name")
_articles = click.argument("article_ids", metavar="ARTICLE...", nargs=-1, required=True)
_note = click.argument("note_id", metavar="NOTE")


@click.group("tag")
def tag_command() -> None:
    """Give articles tags, take them away, rename and delete tags; `undo` takes it back."""


@tag_command.command("list")
@library_option
@format_option("text", "jsonl")
def list_tags_command(library: str | None, kind: str) -> None:
    """List the tags, each with the number of its articles."""
    from desktop.services.tags import list_tags

    with opened_library(library) as opened:
        for tag in list_tags(opened):
            if kind == "jsonl":
                output.write_json({"tag": tag.name, "articles": tag.articles})
            else:
                output.write_line(f"{tag.articles:6}  {tag.name}")


@tag_command.command("add")
@_name
@_articles
@library_option
def add_tag_command(name: str, article_ids: tuple[str, ...], library: str | None) -> None:
    """Give the tag NAME to articles; a new one is made."""
    from desktop.services.tags import tag_articles

    with deciding(library) as opened:
        tag_articles(opened, [to_text(each) for each in article_ids], to_text(name))


@tag_command.command("remove")
@_name
@_articles
@library_option
def remove_tag_command(name: str, article_ids: tuple[str, ...], library: str | None) -> None:
    """Take the tag NAME from articles."""
    from desktop.services.tags import untag_articles

    with deciding(library) as opened:
        untag_articles(opened, [to_text(each) for each in article_ids], to_text(name))


@tag_command.command("rename")
@_name
@click.argument("new_name", metavar="NEW_NAME")
@library_option
def rename_tag_command(name: str, new_name: str, library: str | None) -> None:
    """Give the tag NAME another one."""
    from desktop.services.tags import rename_tag

    with deciding(library) as opened:
        rename_tag(opened, to_text(name), to_text(new_name))


@tag_command.command("delete")
@_name
@library_option
def delete_tag_command(name: str, library: str | None) -> None:
    """Take the tag NAME from all articles and out of the library."""
    from desktop.services.tags import delete_tag

    with deciding(library) as opened:
        delete_tag(opened, to_text(name))


@click.command("rate")
@click.argument("importance", type=click.IntRange(0, 3))
@_articles
@library_option
def rate_command(importance: int, article_ids: tuple[str, ...], library: str | None) -> None:
    """Say that articles are of an IMPORTANCE from 1 to 3; 0 takes it back."""
    from desktop.services.tags import rate_articles

    with deciding(library) as opened:
        rate_articles(opened, [to_text(each) for each in article_ids], importance)


@click.group("note")
def note_command() -> None:
    """Write notes on articles, on words of theirs, and on events; `undo` takes it back."""


@note_command.command("list")
@click.option("--article", metavar="ARTICLE", help="Those on one article.")
@click.option("--event", metavar="EVENT", help="Those on one event.")
@library_option
@format_option("text", "jsonl")
def list_notes_command(
    article: str | None, event: str | None, library: str | None, kind: str
) -> None:
    """List notes with their ids."""
    from desktop.services.notes import list_notes

    chosen = [None if each is None else to_text(each) for each in (article, event)]
    with opened_library(library) as opened:
        for note in list_notes(opened, *chosen):
            place = [note.span.start, note.span.end] if note.span else None
            if kind == "jsonl":
                record: dict[str, Any] = {"id": note.id, "text": note.text, "span": place}
                whole = {"article": note.article_id, "event": note.event_id}
                output.write_json({**record, **whole, "changed": note.changed_at})
            else:
                on = note.article_id or f"event {note.event_id}"
                where = f" {place[0]}-{place[1]}" if place else ""
                output.write_line(f"{note.id}  on {on}{where}: {' '.join(note.text.split())}")


@note_command.command("add")
@click.argument("article_id", metavar="ARTICLE")
@click.argument("text")
@click.option("--at", nargs=2, type=int, metavar="START END", help="On these letters of its text.")
@library_option
def add_note_command(
    article_id: str, text: str, at: tuple[int, int] | None, library: str | None
) -> None:
    """Write a note on an ARTICLE, or on words of its text."""
    from desktop.services.notes import add_note

    if at is not None and not 0 <= at[0] < at[1]:
        raise click.UsageError("START comes before END.")
    span = Span(*at) if at is not None else None
    with deciding(library) as opened:
        add_note(opened, to_text(article_id), to_text(text), span)


@note_command.command("event")
@click.argument("event_id", metavar="EVENT")
@click.argument("text")
@library_option
def event_note_command(event_id: str, text: str, library: str | None) -> None:
    """Write a note on an EVENT."""
    from desktop.services.notes import add_event_note

    with deciding(library) as opened:
        add_event_note(opened, to_text(event_id), to_text(text))


@note_command.command("edit")
@_note
@click.argument("text")
@library_option
def edit_note_command(note_id: str, text: str, library: str | None) -> None:
    """Give a NOTE another text."""
    from desktop.services.notes import edit_note

    with deciding(library) as opened:
        edit_note(opened, to_text(note_id), to_text(text))


@note_command.command("delete")
@_note
@library_option
def delete_note_command(note_id: str, library: str | None) -> None:
    """Delete a NOTE."""
    from desktop.services.notes import delete_note

    with deciding(library) as opened:
        delete_note(opened, to_text(note_id))
