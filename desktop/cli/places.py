"""How a verb names words of an article: as they stand in it, or by their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click
from typing_extensions import override

from desktop.cli.options import to_text
from desktop.core.model.spans import Span
from desktop.core.text.search import find_whole_words
from desktop.services.statements import in_short

_OFFSETS = re.compile(r"([0-9]{1,12}):([0-9]{1,12})", re.ASCII)
_MOST_LISTED, _AROUND = 12, 24


class Offsets(click.ParamType[Span]):
    """A place in a text, written as START:END."""

    name = "START:END"

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Span:
        found = _OFFSETS.fullmatch(str(value))
        start, end = map(int, found.groups()) if found else (0, 0)
        if start >= end:
            shown = to_text(str(value))
            self.fail(f"“{shown}”: write START:END in code points, START before END.", param, ctx)
        return Span(start, end)


@dataclass(frozen=True, slots=True)
class Place:
    """What was given on the command line to name words of an article."""

    words: str | None = None
    nth: int | None = None
    offsets: Span | None = None

    def span_in(self, text: str) -> Span:
        """Return where the words stand in a text.

        Raises:
            click.UsageError: They do not, or more than once, or nothing names them.
        """
        if (self.words is None) is (self.offsets is None):
            raise click.UsageError(
                "Name the words with --words TEXT, or their place with --span START:END."
            )
        if self.nth is not None and self.words is None:
            raise click.UsageError("--nth chooses among the places of --words.")
        if self.offsets is not None:
            return _inside(text, self.offsets)
        return self._found(text, to_text(self.words or ""))

    def _found(self, text: str, words: str) -> Span:
        if not words.strip():
            raise click.UsageError("--words is empty.")
        hits, shown = find_whole_words(text, words), in_short(words)
        if not hits:
            raise click.UsageError(
                f"{shown} does not stand in the article; `crosslight show` writes its text."
            )
        if self.nth is None and len(hits) > 1:
            raise click.UsageError(_listed(text, shown, hits))
        nth = self.nth or 1
        if nth > len(hits):
            times = "once" if len(hits) == 1 else f"{len(hits)} times"
            raise click.UsageError(
                f"{shown} stands {times} in the article, so that there is no --nth {nth}."
            )
        return hits[nth - 1]


def place_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that name words: `words`, `nth` and `offsets`."""
    options = (
        click.option("--words", metavar="TEXT", help="The words, as they stand in the article."),
        click.option(
            "--nth",
            type=click.IntRange(1),
            metavar="N",
            help="Which of the places where the words stand, counted from 1.",
        ),
        click.option(
            "--span",
            "offsets",
            type=Offsets(),
            help="Their place instead of the words, in code points; END is exclusive.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def in_context(text: str, span: Span) -> str:
    """Return words with a few others before and after them, on one line."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{' '.join(text[start:end].split())}{after}"


def offsets_of(span: Span) -> str:
    """Return a place as `--span` takes it."""
    return f"{span.start}:{span.end}"


def _inside(text: str, span: Span) -> Span:
    if span.end > len(text):
        raise click.UsageError(f"--span {offsets_of(span)}: the text ends at {len(text)}.")
    return span


def _listed(text: str, shown: str, hits: tuple[Span, ...]) -> str:
    lines = [f"{shown} stands {len(hits)} times in the article; choose one with --nth:"]
    for nth, hit in enumerate(hits[:_MOST_LISTED], start=1):
        lines.append(f"  {nth}  {offsets_of(hit)}  {in_context(text, hit)}")
    if len(hits) > _MOST_LISTED:
        lines.append(f"  and {len(hits) - _MOST_LISTED} more")
    return "\n".join(lines)
