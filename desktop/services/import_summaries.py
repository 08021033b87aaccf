"""What an import came to: articles, duplicates and refusals, and why a folder gave nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.ingest.folders import is_kind
from desktop.services.progress import FileOutcome, FileStatus

_NO_ARTICLES = (
    "The folder holds no articles; save them in it as text or as web pages and add it again."
)
_ONLY_SIDECAR = (
    "A sidecar alone adds nothing; add its folder, or the files that it describes, with it."
)


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import did; `article_ids` are the articles that are new in the library.

    `restored` of them were in the trash. `text` says it all in one line.
    """

    added: int
    duplicates: int
    attention: int
    rejected: int
    restored: int
    text: str
    article_ids: tuple[str, ...]


def summarize(outcomes: Iterable[FileOutcome]) -> ImportSummary:
    """Return what the files of one import came to.

    >>> summarize([]).text
    '0 added, 0 duplicates'
    """
    all_outcomes = list(outcomes)
    kept = [o for o in all_outcomes if o.status in (FileStatus.IMPORTED, FileStatus.ATTENTION)]
    ids = tuple(dict.fromkeys(ref.id for outcome in kept for ref in outcome.articles))
    restored = sum(outcome.restored for outcome in all_outcomes)
    counts = {
        status: sum(outcome.status is status for outcome in all_outcomes) for status in FileStatus
    }
    added = len(ids) - restored
    duplicates = counts[FileStatus.DUPLICATE]
    parts = [f"{added} added", f"{duplicates} duplicate{'' if duplicates == 1 else 's'}"]
    more = {
        "restored from the trash": restored,
        "to look over": counts[FileStatus.ATTENTION],
        "not read": counts[FileStatus.REJECTED],
    }
    parts += [f"{number} {what}" for what, number in more.items() if number]
    return ImportSummary(
        added=added,
        duplicates=duplicates,
        attention=counts[FileStatus.ATTENTION],
        rejected=counts[FileStatus.REJECTED],
        restored=restored,
        text=", ".join(parts),
        article_ids=ids,
    )


def explain_nothing(paths: Iterable[Path], outcomes: Iterable[FileOutcome]) -> list[str]:
    """Return a line for each folder that gave no article and each sidecar that served none."""
    return [f"{path}: {reason}" for path, reason in find_barren(paths, outcomes).items()]


def find_barren(paths: Iterable[Path], outcomes: Iterable[FileOutcome]) -> dict[Path, str]:
    """Return the given folders that gave no article and sidecars that served none, with the reason.

    A folder that has an outcome itself, as one without files has, is explained by that.
    """
    told = list(outcomes)
    named = {outcome.path for outcome in told}
    read = [_place(Path(o.path)) for o in told if o.status is not FileStatus.REJECTED]
    reasons: dict[Path, str] = {}
    for path in dict.fromkeys(paths):
        # A name that is too long, which `Path.is_dir` raises for, is no folder.
        is_folder = is_kind(path, stat.S_ISDIR)
        folder = path if is_folder else path.parent
        if str(path) in named or any(place.is_relative_to(_place(folder)) for place in read):
            continue
        reasons[path] = _NO_ARTICLES if is_folder else _ONLY_SIDECAR
    return reasons


def _place(path: Path) -> Path:
    """Return a path by which files and folders compare; no link is followed."""
    return Path(os.path.normpath(path.absolute()))
