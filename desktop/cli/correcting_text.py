"""`crosslight correct text`: give an article another text, or the one again that was read."""

from __future__ import annotations

from typing import BinaryIO

import click

from desktop.cli.deciding import tell_decision
from desktop.cli.options import format_option, library_option, opened_library, to_text


@click.command("text")
@click.argument("article_id", metavar="ARTICLE")
@click.option(
    "--file",
    "source",
    type=click.File("rb"),
    metavar="FILE",
    help="The file with the whole text, in UTF-8; - is standard input.",
)
@click.option("--as-read", is_flag=True, help="The text again as it was read from its file.")
@library_option
@format_option("text", "jsonl")
def text_command(
    article_id: str, source: BinaryIO | None, as_read: bool, library: str | None, kind: str
) -> None:
    """Correct the text of an ARTICLE; the text as it was read is kept.

    What you decided on its words moves along with them, or is set aside where they are gone.
    """
    from desktop.services.decisions import last_decision
    from desktop.services.texts_edited import edit_text, restore_text

    if (source is None) is not as_read:
        raise click.UsageError("Give either --file or --as-read.")
    article = to_text(article_id)
    with opened_library(library, write=True) as opened:
        before = last_decision(opened)
        if source is None:
            edit = restore_text(opened, article)
        else:
            edit = edit_text(opened, article, _decoded(source.read()))
        about = {"article": article, "moved": edit.moved, "set_aside": list(edit.set_aside)}
        tell_decision(opened, before, kind, about, [edit.note] if edit.note else [])


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError("The file is no text in UTF-8.") from error
