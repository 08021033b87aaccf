"""The verbs of the command line and where each one's command lives; imports nothing heavy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Verb(NamedTuple):
    """The module and the name of a verb's click command, and its line in the list of commands."""

    module: str
    command: str
    summary: str


VERBS: Mapping[str, Verb] = {
    "import": Verb("desktop.cli.library", "import_command", "Add articles to a library."),
    "list": Verb("desktop.cli.library", "list_command", "List a library's articles."),
    "find": Verb("desktop.cli.finding", "find_command", "Find articles by words and fields."),
    "search": Verb("desktop.cli.finding", "search_command", "Keep searches."),
    "show": Verb("desktop.cli.library", "show_command", "Show one article and its analysis."),
    "swap": Verb("desktop.cli.swaps", "swap_command", "Exchange two names and measure again."),
    "events": Verb("desktop.cli.events", "events_command", "List or change a library's events."),
    "judge": Verb("desktop.cli.judging", "judge_command", "Correct an event's comparison."),
    "correct": Verb("desktop.cli.correcting", "correct_command", "Correct an article."),
    "outlets": Verb("desktop.cli.outlets", "outlets_command", "List or change outlets' names."),
    "copies": Verb("desktop.cli.copies", "copies_command", "List or change what copies what."),
    "revisions": Verb("desktop.cli.copies", "revisions_command", "List an article's versions."),
    "receipt": Verb("desktop.cli.receipts", "receipt_command", "Say what an import did."),
    "tag": Verb("desktop.cli.marking", "tag_command", "Tag articles."),
    "rate": Verb("desktop.cli.marking", "rate_command", "Say how important articles are."),
    "note": Verb("desktop.cli.marking", "note_command", "Write notes on articles and events."),
    "trash": Verb("desktop.cli.trash", "trash_command", "Put articles away, or bring them back."),
    "decisions": Verb("desktop.cli.decisions", "decisions_command", "List what was decided."),
    "undo": Verb("desktop.cli.decisions", "undo_command", "Take back the last decision."),
    "redo": Verb("desktop.cli.decisions", "redo_command", "Take up what was undone last."),
    "report": Verb("desktop.cli.report", "report_command", "Write an event's comparison."),
    "profile": Verb("desktop.cli.profile", "profile_command", "Compare outlets over events."),
    "files": Verb("desktop.cli.files", "files_command", "List files that need attention."),
    "watch": Verb("desktop.cli.watching", "watch_command", "Import what comes into a folder."),
    "export": Verb("desktop.cli.exporting", "export_command", "Write a library's articles."),
    "libraries": Verb("desktop.cli.libraries", "libraries_command", "List or move libraries."),
    "check": Verb("desktop.cli.backups", "check_command", "Look for damage in a library."),
    "backup": Verb("desktop.cli.backups", "backup_command", "Copy a library safely."),
    "backups": Verb("desktop.cli.backups", "backups_command", "List the backups of a library."),
    "restore": Verb("desktop.cli.backups", "restore_command", "Make a library from a backup."),
    "salvage": Verb("desktop.cli.backups", "salvage_command", "Save what is sound in a library."),
    "privacy": Verb("desktop.cli.privacy", "privacy_command", "Test what readers may not do."),
    "analyze": Verb("desktop.cli.language", "analyze_command", "Analyze articles in JSON lines."),
    "group": Verb("desktop.cli.language", "group_command", "Sort articles in JSON lines by event."),
    "compare": Verb("desktop.cli.language", "compare_command", "Align the articles of one event."),
}
WINDOW_VERBS: Mapping[str, str] = {
    "gui [PATH...]": "Open the window (the default), adding the files named.",
    "demo": "Compare the sample articles; write the report and pictures.",
}
