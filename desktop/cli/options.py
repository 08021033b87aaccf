"""What the verbs on a library have in common: its option, the form of output, opening it."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from desktop.services.libraries import Library, default_library, open_library

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
    where: str | None, *, create: bool = False, write: bool = False
) -> Generator[Library]:
    """Open a library, the default one for None, and close it at the end."""
    library = open_library(where or default_library(), create=create, read_only=not write)
    try:
        yield library
    finally:
        library.close()


def to_text(given: str) -> str:
    """Return a word of the command line as text, which alone can be looked for.

    What is no text is replaced: it is the id of nothing.
    """
    return os.fsencode(given).decode("utf-8", "replace")
