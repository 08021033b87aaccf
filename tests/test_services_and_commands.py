"""What a user can do in the window can be scripted: services and commands are paired here."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

import desktop.services
from desktop.cli.main import cli
from desktop.cli.verbs import VERBS

# Each service that takes a library, with the verb that uses it; None: in the window only, so far.
PAIRS: dict[str, str | None] = {
    "analyze_articles": None,  # `show`, `events` and `report` analyze what they need
    "backup_library": "backup",
    "count_articles": None,
    "count_wording": "correct",
    "edit_field": "correct",
    "event_members": "events",
    "explain_event": "events",
    "fix_speaker": "correct",
    "fix_voice": "correct",
    "export_articles": "export",
    "get_analysis": "show",
    "get_article": "show",
    "get_analyzed": "correct",
    "get_source": "show",
    "group_library": "events",
    "ignore_wording": "correct",
    "import_files": "import",
    "is_grouped": "events",
    "join_events": "events",
    "keep_in_event": "events",
    "keep_out_of_event": "events",
    "kept_articles": "events",
    "count_left_out": None,
    "find_nearest": "events",
    "list_holds": None,
    "make_event": "events",
    "release_articles": "events",
    "split_event": "events",
    "keep_block": "correct",
    "list_articles": "list",
    "list_decisions": None,  # `decisions` lists them with what became of each
    "list_events": "events",
    "live_among": None,
    "mark_wording": "correct",
    "profile_library": "profile",
    "redo": "redo",
    "last_decision": None,
    "last_import": None,
    "redo_label": None,
    "remember_library": None,
    "rename_event": "events",
    "reset_voice": "correct",
    "run_swap_test": "swap",
    "restore_articles": "trash",
    "set_apart_block": "correct",
    "trash_articles": "trash",
    "undo": "undo",
    "undo_label": None,
    "unmark_wording": "correct",
    "confirm_finding": "judge",
    "confirm_voice": "correct",
    "confirm_wording": "correct",
    "dismiss_finding": "judge",
    "merge_claims": "judge",
    "review_decisions": "decisions",
    "rule_precisions": "decisions",
    "set_relation": "judge",
    "split_claim": "judge",
    "take_back": "undo",
    "view_diff": None,
    "view_event": "report",
}
# Verbs whose services take no open library.
OTHERS = {
    "analyze": "analyze_lines",
    "check": "check_library",
    "compare": "compare_lines",
    "group": "group_lines",
    "restore": "restore_library",
}
# What services use among themselves.
INSIDE = {"read_session", "remember_recent", "require_writable", "write_session"}


def service_modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(desktop.services.__path__):
        yield importlib.import_module(f"desktop.services.{found.name}")


def library_services() -> set[str]:
    return {
        name
        for module in service_modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and "library" in list(inspect.signature(function).parameters)[:1]
    }


def test_every_service_of_a_library_is_paired_with_a_verb_or_known_to_have_none() -> None:
    assert library_services() - INSIDE == set(PAIRS)


def test_every_verb_is_paired_with_a_service() -> None:
    assert {verb for verb in PAIRS.values() if verb} | set(OTHERS) == set(VERBS)


@pytest.mark.parametrize(
    ("verb", "service"),
    [*((verb, service) for service, verb in PAIRS.items() if verb), *OTHERS.items()],
)
def test_a_verb_uses_the_service_it_is_paired_with(verb: str, service: str) -> None:
    module = importlib.import_module(VERBS[verb].module)

    assert service in inspect.getsource(module)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_explains_itself(verb: str) -> None:
    answer = CliRunner().invoke(cli, [verb, "--help"])

    assert answer.exit_code == 0
    assert "Usage:" in answer.output


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_documented(verb: str) -> None:
    page = Path(__file__).parents[1] / "docs/commands.md"

    assert f"`{verb}" in page.read_text("utf-8")
