"""`crosslight swap`: two names of an article change places, and what that moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from desktop.cli import output
from desktop.cli.options import format_option, library_option, opened_library
from desktop.core.analysis.swaps import Change, SentenceSwap, SwapTest
from desktop.core.text.languages import language_name
from desktop.services.swaps import run_swap_test
from desktop.services.views import SwapView

_MOST_SHOWN = 60
_COLUMNS = ("tone", "loadedness", "polarity", "subjectivity")
_WIDTH = 18
_FEWEST_DIGITS, _MOST_DIGITS = 2, 9


@click.command("swap")
@click.argument("article_id", metavar="ID")
@library_option
@format_option("text", "jsonl")
def swap_command(article_id: str, library: str | None, kind: str) -> None:
    """Let the two actors whom an article names most change places, and measure it again.

    The program's own tone and loadedness must stay as they were. What TextBlob's measure changes,
    whose list scores words of nationality, is told apart.
    """
    with opened_library(library) as opened:
        view = run_swap_test(opened, article_id)
    if kind == "jsonl":
        for record in _records(view):
            output.write_json(record)
    else:
        for line in _lines(view):
            output.write_line(line)


def _why_not(view: SwapView) -> str:
    if view.language:
        return f"The text is in {language_name(view.language)} and is not scored."
    return "The article names fewer than two actors."


def _records(view: SwapView) -> Iterator[dict[str, Any]]:
    test = view.test
    if test is None:
        yield {"first": None, "second": None, "reason": _why_not(view)}
        return
    for one in test.sentences:
        yield {
            "number": one.number,
            "sentence": one.span.of(view.article.text),
            "exchanged": one.swapped.of(test.text),
            **{name: _pair(change) for name, change in _changes(one)},
            "own_moved": one.own_moved,
            "reference_moved": one.reference_moved,
        }
    yield {
        "first": test.first,
        "second": test.second,
        "sentences": len(test.sentences),
        "own_moved": len(test.own_moved),
        "reference_moved": len(test.reference_moved),
        "lost": test.lost,
        "towards": [_pair(change) for change in test.towards],
        "text": test.text,
    }


def _lines(view: SwapView) -> Iterator[str]:
    test = view.test
    if test is None:
        yield f"Nothing can change places. {_why_not(view)}"
        return
    yield f"{_in_marks(test.first)} and {_in_marks(test.second)} change places."
    yield ""
    yield f"{'':10}{'the program’s own':{2 * _WIDTH}}TextBlob’s reference measure"
    yield f"{'sentence':10}" + "".join(f"{name:{_WIDTH}}" for name in _COLUMNS).rstrip()
    for one in test.sentences:
        cells = "".join(f"{_shown(change):{_WIDTH}}" for _name, change in _changes(one))
        yield f"{one.number:>8}  {cells}{_opening(view, one)}"
    yield ""
    for name, other, change in zip(
        (test.first, test.second), (test.second, test.first), test.towards, strict=True
    ):
        yield f"tone towards {name}, then {other}: {_shown(change)}"
    if test.lost:
        yield f"not compared, as they begin or end elsewhere then: {_sentences(test.lost)}"
    yield _sum(test)


def _sum(test: SwapTest) -> str:
    return (
        f"Moved: tone or loadedness in {len(test.own_moved)}, TextBlob’s reference measure in "
        f"{len(test.reference_moved)} of {_sentences(len(test.sentences))}."
    )


def _sentences(count: int) -> str:
    return "1 sentence" if count == 1 else f"{count} sentences"


def _changes(one: SentenceSwap) -> Iterator[tuple[str, Change]]:
    changes = (one.tone, one.loadedness, one.polarity, one.subjectivity)
    yield from zip(_COLUMNS, changes, strict=True)


def _pair(change: Change) -> list[float]:
    return [change.before, change.after]


def _shown(change: Change) -> str:
    """Return both values, with as many digits as it takes to see that they differ."""
    digits = _FEWEST_DIGITS
    while change.moved and digits < _MOST_DIGITS and _told(change, digits):
        digits += 1
    sign = "≠" if change.moved else "="
    return f"{_number(change.before, digits)} {sign} {_number(change.after, digits)}"


def _told(change: Change, digits: int) -> bool:
    return _number(change.before, digits) == _number(change.after, digits)


def _number(value: float, digits: int) -> str:
    return f"{round(value, digits) + 0.0:.{digits}f}"


def _opening(view: SwapView, one: SentenceSwap) -> str:
    words = " ".join(one.span.of(view.article.text)[: 2 * _MOST_SHOWN].split())
    return f"{words[: _MOST_SHOWN - 1].rstrip()}…" if len(words) >= _MOST_SHOWN else words


def _in_marks(name: str) -> str:
    return f"“{name}”"
