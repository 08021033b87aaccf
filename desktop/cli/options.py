"""What the verbs on a library have in common: its option, the form of output, opening it."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from desktop.services.errors import CrosslightError
from desktop.services.libraries import (
    COMMAND,
    VIEWER,
    Library,
    default_library,
    open_library,
)

F = TypeVar("F", bound=Callable[..., Any])

library_option = click.option(
    "--library", metavar="PATH|URL", default=None, help="The library; the default one if left out."
)


def format_option(*kinds: str) -> Callable[[F], F]:
    """Return the option that chooses the form of output, the first kind if it is left out."""
    return click.option(
        "--format",
        "kind",
        type=click.Choice(kinds),
        default=kinds[0],
        show_default=True,
        help="The form of the output; jsonl is one object a line.",
    )


@contextmanager
def opened_library(
    where: str | None, *, create: bool = False, write: bool = False, or_read: bool = False
) -> Generator[Library]:
    """Open a library, the default one for None, and close it at the end.

    With `or_read` it is opened for reading where it cannot be had for writing at once. One that was
    written to is looked after at the end: the trash after thirty days, a backup by time.
    """
    access = VIEWER if or_read else COMMAND
    place = where or default_library()
    library = open_library(place, create=create, read_only=not write, access=access)
    try:
        yield library
        if not library.read_only:
            _keep_up(library)
    finally:
        library.close()


def tell_trouble(error: CrosslightError) -> None:
    """Tell of what went wrong beside what was asked for, which is done."""
    click.echo(f"crosslight: {error.message} {error.remedy}".strip(), err=True)


def _keep_up(library: Library) -> None:
    from desktop.services.upkeep import keep_up

    try:
        keep_up(library)
    except CrosslightError as error:
        tell_trouble(error)


def to_text(given: str) -> str:
    """Return a word of the command line as text, which alone can be looked for.

    What is no text is replaced: it is the id of nothing.
    """
    return os.fsencode(given).decode("utf-8", "replace")
