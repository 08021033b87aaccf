"""The verbs analyze, group and compare: JSON lines in, JSON lines out, no library."""

from __future__ import annotations

import gc
import io
import json
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from desktop.services.errors import CrosslightError
from desktop.services.language import (
    ArticleLine,
    analyze_lines,
    compare_lines,
    compare_whole,
    group_lines,
    read_articles,
)

Answer = Callable[[Iterable[ArticleLine]], Iterable[dict[str, Any]]]

# An analysis makes many small objects and hardly a cycle of them: looking for cycles as often as
# Python does by itself takes a tenth of the time, and of a text of 5 MB, where each look takes in
# millions of objects, a quarter.
_COLLECTIONS = (100_000, 50, 1_000)

_source = click.argument("source", metavar="IN.jsonl", type=click.Path())
_format = click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    show_default=True,
    help="The form of the answer: one JSON object a line.",
)


@click.command("analyze")
@_format
@_source
def analyze_command(source: str, format_: str) -> None:
    """Analyze each article of IN.jsonl (- for stdin) by itself."""
    del format_
    _answer(source, analyze_lines)


@click.command("group")
@_format
@_source
def group_command(source: str, format_: str) -> None:
    """Say for each article of IN.jsonl (- for stdin) which event it is about."""
    del format_
    _answer(source, group_lines)


@click.command("compare")
@_format
@click.option("--full", is_flag=True, help="Write the whole comparison as one object.")
@_source
def compare_command(source: str, format_: str, *, full: bool) -> None:
    """List the claims and quotations that articles of IN.jsonl (- for stdin) share.

    All articles of the file are taken to be about one event.
    """
    del format_
    _answer(source, compare_whole if full else compare_lines)


def _answer(source: str, answer: Answer) -> None:
    name = "standard input" if source == "-" else source
    write = sys.stdout.buffer.write
    with _opened(source) as stream, _few_collections():
        for record in answer(_checked_lines(stream, name)):
            write(json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
    sys.stdout.buffer.flush()


def _checked_lines(stream: TextIO, name: str) -> Iterator[ArticleLine]:
    try:
        yield from read_articles(stream, name)
    except UnicodeDecodeError as error:
        raise CrosslightError(f"{name}: not UTF-8: {error}", "Save the file as UTF-8.") from error


@contextmanager
def _few_collections() -> Generator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(*_COLLECTIONS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _opened(source: str) -> Generator[TextIO]:
    """Open a file or standard input as UTF-8; lines end at a line feed and nowhere else."""
    if source == "-":
        yield io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="\n")
        return
    with Path(source).open(encoding="utf-8-sig", newline="\n") as stream:
        yield stream
