"""`crosslight report`: an event's comparison as PDF or JSON."""

from __future__ import annotations

import os
from pathlib import Path

import click

from desktop.services.comparisons import view_event
from desktop.services.errors import CrosslightError
from desktop.services.events import list_events
from desktop.services.libraries import VIEWER, Library, default_library, open_library
from desktop.services.views import EventView

_KINDS = (".pdf", ".json")


@click.command("report")
@click.argument("event")
@click.option("--library", "where", help="A library file or an SQLAlchemy URL.")
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; its ending says what: .pdf or .json.",
)
@click.option("--gray", is_flag=True, help="For a printer without color (.pdf only).")
def report_command(event: str, where: str | None, target: Path, *, gray: bool) -> None:
    """Write the comparison of an EVENT, named by its id or by its label."""
    if target.suffix.lower() not in _KINDS:
        message = f"{target.name}: cannot write that kind; use {' or '.join(_KINDS)}."
        raise click.UsageError(message)
    library = open_library(where or default_library(), access=VIEWER)
    try:
        view = view_event(library, find_event_id(library, event))
        data = _pdf(view, gray=gray) if target.suffix.lower() == ".pdf" else _json(view)
    finally:
        library.close()
    _write(target, data)
    click.echo(f"{target}: written", err=True)


def find_event_id(library: Library, event: str) -> str:
    """Return the id of an event given by its id or its label.

    Raises:
        CrosslightError: No event, or more than one, is called so.
    """
    events = list_events(library)
    found = [one.id for one in events if event in (one.id, one.label)]
    if len(found) != 1:
        many = "more than one event is" if found else "no event is"
        message = f"{event}: {many} called so."
        raise CrosslightError(message, "List them with `crosslight events` and take the id.")
    return found[0]


def _json(view: EventView) -> bytes:
    from desktop.services.report_json import write_json

    return write_json(view)


def _pdf(view: EventView, *, gray: bool) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from desktop.services.reports import build_report
    from desktop.ui.fonts import load_fonts
    from desktop.ui.printing.pages import to_pdf
    from desktop.ui.printing.report import ReportOptions, lay_out_report

    running = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    pdf = to_pdf(lay_out_report(build_report(view), ReportOptions(gray=gray)))
    del running
    return pdf


def _write(target: Path, data: bytes) -> None:
    from desktop.services.files import write_whole

    try:
        write_whole(target, data)
    except OSError as error:  # which names a file beside it, that nobody asked for
        message = f"{target}: {error.strerror or error}"
        raise CrosslightError(message, "Check the path, the rights and the free space.") from error
