"""`crosslight receipt`: what became of each file, and of each paragraph of a page."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from desktop.cli import output
from desktop.cli.deciding import tell_decision
from desktop.cli.options import format_option, library_option, opened_library, to_text

if TYPE_CHECKING:  # loaded when a verb runs
    from desktop.services.libraries import Library
    from desktop.services.receipts import ImportReceipt, ReceiptParagraph

_MOST_SHOWN = 90
_NTH = click.IntRange(min=1)


@click.command("receipt")
@click.argument("subject", metavar="[IMPORT|ARTICLE]", required=False)
@click.option("--imports", is_flag=True, help="List the imports instead, the latest first.")
@click.option("--keep", type=_NTH, metavar="N", help="Put paragraph N of the page into the text.")
@click.option("--drop", type=_NTH, metavar="N", help="Take paragraph N of the page out of it.")
@library_option
@format_option("text", "jsonl")
def receipt_command(
    subject: str | None,
    imports: bool,
    keep: int | None,
    drop: int | None,
    library: str | None,
    kind: str,
) -> None:
    """Say what became of each file of an IMPORT, of the last one where none is named.

    For an ARTICLE it lists the paragraphs of its page: those that are its text, and those that were
    left out, each with the reason. Nothing that was left out is lost.
    """
    named = to_text(subject) if subject else None
    if keep is not None or drop is not None:
        _move_paragraph(named, keep, drop, library, kind)
        return
    from desktop.services.receipts import list_imports, read_paragraphs, read_receipt

    with opened_library(library) as opened:
        if imports:
            for batch, started, files in list_imports(opened):
                _write_import(batch, started, files, kind)
        elif named and _is_article(opened, named):
            for paragraph in read_paragraphs(opened, named):
                _write_paragraph(paragraph, kind)
        else:
            _write_files(read_receipt(opened, named), kind)


def _is_article(library: Library, named: str) -> bool:
    from desktop.services.articles import get_source
    from desktop.services.errors import CrosslightError

    try:
        get_source(library, named)
    except CrosslightError:
        return False
    return True


def _move_paragraph(
    article_id: str | None, keep: int | None, drop: int | None, where: str | None, kind: str
) -> None:
    if article_id is None or (keep is not None and drop is not None):
        raise click.UsageError("Name the article, and one paragraph to keep or to drop.")
    from desktop.services.decisions import last_decision
    from desktop.services.receipts import keep_paragraph, remove_paragraph

    with opened_library(where, write=True) as opened:
        before = last_decision(opened)
        if keep is not None:
            edit = keep_paragraph(opened, article_id, keep - 1)
        else:
            edit = remove_paragraph(opened, article_id, (drop or 1) - 1)
        about = {"article": article_id, "moved": edit.moved, "set_aside": list(edit.set_aside)}
        tell_decision(opened, before, kind, about, [edit.note] if edit.note else [])


def _write_import(batch: str, started: str, files: int, kind: str) -> None:
    if kind == "jsonl":
        output.write_json({"import": batch, "started": started, "files": files})
    else:
        output.write_line(f"{batch}  {started}  {files} {'file' if files == 1 else 'files'}")


def _write_files(receipt: ImportReceipt, kind: str) -> None:
    from desktop.services.receipts import receipt_text

    if kind == "text":
        for line in receipt_text(receipt).splitlines():
            output.write_line(line)
        return
    for file in receipt.files:
        output.write_json({"import": receipt.id, **asdict(file), "status": file.status.value})


def _write_paragraph(paragraph: ReceiptParagraph, kind: str) -> None:
    if kind == "jsonl":
        output.write_json({**asdict(paragraph), "number": paragraph.number + 1})
        return
    state = "kept" if paragraph.kept else "left out"
    by_user = ", by you" if paragraph.kept is not paragraph.was_kept else ""
    reason = f" ({paragraph.reason})" if paragraph.reason else ""
    line = " ".join(paragraph.text.split())
    shown = line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1]}…"
    output.write_line(f"{paragraph.number + 1:4}  {state}{by_user}{reason}  {shown}")
