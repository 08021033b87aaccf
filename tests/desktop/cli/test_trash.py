"""Articles put away and brought back by command."""

from __future__ import annotations

import json

from tests.desktop.cli.conftest import Run


def test_an_article_is_put_away_and_brought_back(run: Run, told: tuple[str, str]) -> None:
    article = told[1]
    assert run("trash", article) == ["Move 1 article to trash"]
    assert run("list") == []
    (listed,) = map(json.loads, run("list", "--trash", "--format", "jsonl"))
    assert listed["id"] == article
    assert run("trash", article) == ["This stands already."]
    assert run("undo") == ["Undone: Move 1 article to trash"]
    assert run("redo") == ["Done again: Move 1 article to trash"]
    (record,) = map(json.loads, run("trash", article, "--back", "--format", "jsonl"))
    assert record == {"decision": 3, "label": "Restore 1 article", "articles": [article]}
    assert len(run("list")) == 1
    assert run("list", "--trash") == []
    assert run("trash", article, "--back") == ["This stands already."]


def test_nothing_is_moved_where_one_of_the_articles_is_none(
    run: Run, told: tuple[str, str]
) -> None:
    assert "no article nobody" in run("trash", told[1], "nobody", code=3)[0]
    assert len(run("list")) == 1
