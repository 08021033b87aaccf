"""What is stated of an article by command: told by `show`, taken by `correct use`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.services.importing import import_files
from desktop.services.libraries import open_library
from tests.desktop.cli.conftest import Run

PAGE = """<html lang="en"><head><title>Ferry to Anville stops</title>
<meta property="article:published_time" content="2024-11-02"></head><body><article>
<h1>Ferry to Anville stops</h1><time class="date">5 November 2024</time>
<p>The ferry to Anville stops on Friday, the harbor office said, because the pier has a crack.</p>
<p>Forty families on the island now wait for a boat that the council has promised for Monday.</p>
</article></body></html>"""


@pytest.fixture
def divided(told: tuple[str, str], tmp_path: Path) -> str:
    """Add an article with two dates to the library, and give its id."""
    path = tmp_path / "ferry.html"
    path.write_text(PAGE, "utf-8")
    library = open_library(told[0])
    outcomes = [step.outcome for step in import_files(library, [path]) if step.outcome]
    library.close()
    return outcomes[0].articles[0].id


def test_show_tells_what_else_is_stated(run: Run, divided: str) -> None:
    lines = run("show", divided)
    assert "Two dates are stated: 2 Nov 2024 and 5 Nov 2024 (in the page)." in lines
    assert any(line.startswith("also published: 2024-11-05 (dateline") for line in lines)
    assert any(line.startswith("also file: ") for line in lines)
    (record,) = map(json.loads, run("show", divided, "--format", "jsonl"))
    first, *_others = record["stated"]["published"]
    assert (first["value"], first["origin"], first["chosen"]) == ("2024-11-02", "file", True)


def test_another_value_is_used_and_taken_back(run: Run, divided: str) -> None:
    assert run("correct", "use", divided, "published", "2024-11-05") == ["Edit published"]
    assert run("correct", "use", divided, "published", "2024-11-05") == ["This stands already."]
    assert "published:  2024-11-05 (from file)" in run("show", divided)
    assert not any("Two dates" in line for line in run("show", divided))
    run("undo")
    assert any("Two dates" in line for line in run("show", divided))


def test_what_nothing_states_is_refused(run: Run, divided: str) -> None:
    assert (
        "Nothing of this article"
        in run("correct", "use", divided, "published", "2020-01-01", code=3)[0]
    )
    assert "Invalid value" in run("correct", "use", divided, "file", "x", code=2)[-1]
