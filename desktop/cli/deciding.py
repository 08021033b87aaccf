"""How a verb tells what it decided: as `undo` names it, or as an object for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from desktop.cli import output
from desktop.services.decisions import last_decision, undo_label
from desktop.services.libraries import Library

STANDS = "This stands already."


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
    number = last_decision(library)
    is_new = number != before
    label = undo_label(library) if is_new else None
    if kind == "jsonl":
        decided = {"decision": number if is_new else None, "label": label}
        output.write_json({**decided, **(subject or {})})
        return
    for line in (label or STANDS, *lines):
        output.write_line(line)
