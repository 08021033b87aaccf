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
    "add_alias": "outlets",
    "forget_alias": "outlets",
    "get_date_card": "show",
    "list_outlets": "outlets",
    "merge_outlets": "outlets",
    "rename_outlet": "outlets",
    "use_statement": None,  # `correct use` has a module of its own
    "analyze_articles": None,  # `show`, `events` and `report` analyze what they need
    "back_up": "backup",
    "backup_library": "backup",
    "count_articles": None,
    "add_event_note": "note",
    "add_note": "note",
    "count_matches": "find",
    "delete_note": "note",
    "delete_search": "search",
    "delete_tag": "tag",
    "edit_note": "note",
    "edit_search": "search",
    "find_snippets": "find",
    "list_notes": "note",
    "list_searches": "search",
    "list_tags": "tag",
    "rate_articles": "rate",
    "rename_tag": "tag",
    "save_search": "search",
    "tag_articles": "tag",
    "tags_of": None,
    "ids_of_numbers": None,
    "list_numbered": None,
    "list_numbers": None,
    "untag_articles": "tag",
    "count_wording": "correct",
    "edit_field": "correct",
    "event_members": "events",
    "explain_event": "events",
    "fix_speaker": "correct",
    "fix_voice": "correct",
    "begin_job": None,  # a command is finished by running it again
    "chosen_articles": None,
    "count_live": None,
    "count_unanalyzed": None,
    "end_job": None,
    "export_articles": None,  # `export` writes them with the two below
    "export_file": "export",
    "import_as_job": None,
    "pause_job": None,
    "resume_job": None,
    "unfinished_jobs": None,
    "unread_files": "watch",
    "unwatch_folder": "watch",
    "watch_folder": "watch",
    "watched_folders": "watch",
    "write_export": "export",
    "get_analysis": "show",
    "get_article": "show",
    "get_analyzed": "correct",
    "get_source": "show",
    "group_library": "events",
    "ignore_wording": "correct",
    "import_files": "import",
    "list_unsettled": "files",
    "retry_file": "files",
    "save_original": "files",
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
    "empty_trash": "trash",
    "trash_articles": "trash",
    "trash_state": "trash",
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
    "edit_text": None,  # `correct text` has a module of its own
    "find_copies": "copies",
    "first_text": None,
    "import_decision": None,
    "keep_paragraph": "receipt",
    "lacks_copies": None,
    "link_copies": "copies",
    "list_copies": "copies",
    "list_copy_notes": None,  # `copies` says the same
    "list_imports": "receipt",
    "list_versions": "revisions",
    "merge_copies": "copies",
    "read_paragraphs": "receipt",
    "read_receipt": "receipt",
    "remove_paragraph": "receipt",
    "restore_text": None,
    "unlink_copies": "copies",
    "view_pair": None,
    "view_diff": None,
    "view_event": "report",
}
# Verbs whose services take no open library.
OTHERS = {
    "analyze": "analyze_lines",
    "backups": "list_backups",
    "check": "check_library",
    "compare": "compare_lines",
    "group": "group_lines",
    "libraries": "recent_libraries",
    "privacy": "check_isolation",
    "restore": "restore_library",
    "salvage": "salvage_library",
}
# What services use among themselves.
INSIDE = {
    "back_up_if_due",
    "backup_folder",
    "is_due",
    "is_free",
    "keep_up",
    "name_backup",
    "find_backups",
    "get_unsettled",
    "import_reading",
    "load_original",
    "retry_steps",
    "purge_trash",
    "read_session",
    "remember_recent",
    "require_writable",
    "with_backups",
    "write_backup",
    "write_copy",
    "write_session",
}


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
