"""How a verb tells what it decided: as `undo` names it, or as an object for programs."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import Any

from desktop.cli import output
from desktop.cli.options import opened_library
from desktop.services.libraries import Library

STANDS = "This stands already."


@contextmanager
def deciding(where: str | None) -> Generator[Library]:
    """Open a library to decide something in it, and say at the end what was decided."""
    from desktop.services.decisions import last_decision

    with opened_library(where, write=True) as library:
        before = last_decision(library)
        yield library
        tell_decision(library, before)


def tell_decision(
    library: Library,
    before: int | None,
    kind: str = "text",
    subject: dict[str, Any] | None = None,
    lines: Iterable[str] = (),
) -> None:
    """Write what was decided in a library since the decision that was the last one before.

    Args:
        library: The library.
        before: The id of that decision, None where there was none.
        kind: The form of the output, text or jsonl.
        subject: What the decision is about, for programs.
        lines: The same for people; they follow the decision.
    """
    from desktop.services.decisions import last_decision, undo_label

    number = last_decision(library)
    is_new = number != before
    label = undo_label(library) if is_new else None
    if kind == "jsonl":
        decided = {"decision": number if is_new else None, "label": label}
        output.write_json({**decided, **(subject or {})})
        return
    for line in (label or STANDS, *lines):
        output.write_line(line)
