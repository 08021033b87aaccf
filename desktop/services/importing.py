"""Importing files: each is read in a process of its own, stored, committed, and then reported."""

from __future__ import annotations

import os
import stat
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.integrity import seal_article
from db.tables import (
    ArticleRow,
    BatchArticleRow,
    DecisionRow,
    DoubtRow,
    FileOutcomeRow,
    ImportBatchRow,
    OutletRow,
)
from desktop.ingest.drafts import SAVE_AS_TEXT, Reading, Remark
from desktop.ingest.folders import FoundFile, find_files, is_kind
from desktop.ingest.reading import FileReader
from desktop.ingest.sidecars import Sidecars
from desktop.services.decision_kinds import IMPORT, outlet_before_edits
from desktop.services.decision_log import now, record
from desktop.services.files import to_text
from desktop.services.ids import new_id
from desktop.services.incoming import Incoming, to_incoming, to_row
from desktop.services.libraries import Library
from desktop.services.outlets import outlet_key
from desktop.services.progress import ArticleRef, FileOutcome, FileStatus, Problem, Progress
from desktop.services.sessions import require_writable, write_session

__all__ = ["ArticleRef", "FileOutcome", "FileStatus", "ImportSummary", "Problem",
           "explain_nothing", "find_barren", "import_files", "summarize"]  # fmt: skip

_FOUND_AT_A_STEP = 250
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


@dataclass(slots=True)
class _Batch:
    """An import as it goes on; it is written with the first file that holds an article.

    It becomes a decision with the first article that it adds: there is nothing to undo before.
    """

    library: Library
    notes_duplicates: bool
    id: str = field(default_factory=new_id)
    is_written: bool = False
    decision: int | None = None
    added: int = 0
    waiting: list[FileOutcome] = field(default_factory=list[FileOutcome])


@dataclass(frozen=True, slots=True)
class _Stored:
    ref: ArticleRef
    is_new: bool
    is_restored: bool = False


def import_files(
    library: Library,
    paths: Sequence[Path],
    *,
    notes_duplicates: bool = True,
    reader: FileReader | None = None,
) -> Generator[Progress]:
    """Import files and folders; each file is committed before its Progress, so stopping is safe.

    While files are looked for, steps without an outcome tell how many are found. An import that is
    undone while it runs ends there.

    Args:
        library: Where the articles go.
        paths: Files, and folders with all that is in them.
        notes_duplicates: Remember which articles were given again; not where the program gives
            its own.
        reader: A reader that was started ahead; it is closed at the end.

    Raises:
        CrosslightError: The library is read-only, in use, full or damaged; what was reported
            before is stored.
    """
    with reader or FileReader() as open_reader:
        require_writable(library)
        open_reader.start()
        sidecars, batch = Sidecars(), _Batch(library, notes_duplicates)
        files = sidecars.without_applied((yield from _find(paths)))
        for done, file in enumerate(files, start=1):
            outcome = _import_file(batch, open_reader, sidecars, file)
            if outcome is None:
                break
            yield Progress(done, len(files), file.path.name, outcome)
        _write_waiting(batch)


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


def _find(paths: Sequence[Path]) -> Generator[Progress, None, list[FoundFile]]:
    found: list[FoundFile] = []
    for file in find_files(paths):
        found.append(file)
        if len(found) % _FOUND_AT_A_STEP == 0:
            yield Progress(0, len(found), "Looking for files")
    return found


def _import_file(
    batch: _Batch, reader: FileReader, sidecars: Sidecars, file: FoundFile
) -> FileOutcome | None:
    """Import one file; None where the import was undone meanwhile."""
    reading = Reading(problem=file.problem) if file.problem else reader.read(file.path)
    if not reading.drafts:
        problem = _problem(reading.problem)
        outcome = FileOutcome(file.shown, FileStatus.REJECTED, error=problem)
        batch.waiting.append(outcome)
        return outcome
    facts = sidecars.facts_of(file)
    incoming = [to_incoming(draft, facts, file.path) for draft in reading.drafts]
    return _store(batch, file.shown, incoming)


def _problem(remark: Remark | None) -> Problem:
    if remark is None:
        return Problem("no-article", f"No article was found in the file; {SAVE_AS_TEXT}.")
    return Problem(remark.code, remark.message)


def _store(batch: _Batch, shown: str, incoming: Sequence[Incoming]) -> FileOutcome | None:
    with write_session(batch.library) as session:
        if _is_undone(session, batch):
            return None
        stored: dict[str, _Stored] = {}
        for article in incoming:
            kept = _keep(session, batch, article, _same_article(session, article))
            stored.setdefault(kept.ref.id, kept)
        outcome = _outcome(shown, incoming, list(stored.values()))
        added = sum(kept.is_new or kept.is_restored for kept in stored.values())
        if not added and not batch.notes_duplicates:
            return outcome
        decision = _log(session, batch, outcome, added)
    # Only what is committed counts: a failed step must leave nothing behind here either.
    batch.is_written, batch.decision, batch.waiting = True, decision, []
    batch.added += added
    return outcome


def _is_undone(session: Session, batch: _Batch) -> bool:
    row = session.get(DecisionRow, batch.decision) if batch.decision is not None else None
    return batch.decision is not None and (row is None or row.undone)


def _begin(session: Session, batch: _Batch) -> None:
    if session.get(ImportBatchRow, batch.id) is None:
        session.add(ImportBatchRow(id=batch.id, started_at=now()))
        session.flush()


def _same_article(session: Session, article: Incoming) -> ArticleRow | None:
    """Return the article with the same text, unless another outlet printed it.

    An outlet that the user corrected makes no other article of the file it came from.
    """
    query = (
        sa.select(ArticleRow, OutletRow.name)
        .outerjoin(OutletRow, ArticleRow.outlet_id == OutletRow.id)
        .where(ArticleRow.sha256 == article.sha256)
        .order_by(ArticleRow.trashed_at.is_not(None), ArticleRow.number)
    )
    wanted = article.metadata.outlet.value
    for row, outlet in session.execute(query):
        if not wanted or not outlet or outlet_key(wanted) == outlet_key(outlet):
            return row
        if outlet_key(wanted) == outlet_key(outlet_before_edits(session, row.id) or ""):
            return row
    return None


def _keep(session: Session, batch: _Batch, article: Incoming, same: ArticleRow | None) -> _Stored:
    if same is not None:
        ref = ArticleRef(same.id, same.title)
        if same.trashed_at is None:
            return _Stored(ref, is_new=False)
        _begin(session, batch)
        same.trashed_at = None
        session.merge(BatchArticleRow(batch_id=batch.id, article_id=same.id))
        return _Stored(ref, is_new=False, is_restored=True)
    _begin(session, batch)
    row = to_row(session, article, batch.id)
    session.add(row)
    session.flush()
    session.add(BatchArticleRow(batch_id=batch.id, article_id=row.id))
    session.add_all(
        DoubtRow(article_id=row.id, code=code, message=message)
        for code, message in {doubt.code: doubt.message for doubt in article.doubts}.items()
    )
    seal_article(session, row.number)
    return _Stored(ArticleRef(row.id, row.title), is_new=True)


def _outcome(shown: str, incoming: Sequence[Incoming], stored: Sequence[_Stored]) -> FileOutcome:
    refs = tuple(kept.ref for kept in stored)
    restored = sum(kept.is_restored for kept in stored)
    if not any(kept.is_new or kept.is_restored for kept in stored):
        return FileOutcome(shown, FileStatus.DUPLICATE, refs)
    # What was here before is no news of this file.
    news = tuple(kept.ref for kept in stored if kept.is_new or kept.is_restored)
    doubt = next((doubt for article in incoming for doubt in article.doubts), None)
    if doubt is None:
        return FileOutcome(shown, FileStatus.IMPORTED, news, restored=restored)
    return FileOutcome(shown, FileStatus.ATTENTION, news, _problem(doubt), restored)


def _log(session: Session, batch: _Batch, outcome: FileOutcome, added: int) -> int | None:
    """Write what became of the files so far, and keep the decision's label true."""
    _begin(session, batch)
    session.add_all(_to_row(batch.id, entry) for entry in (*batch.waiting, outcome))
    total = batch.added + added
    if not total:
        return None
    label = f"Add {total} article{'' if total == 1 else 's'}"
    if batch.decision is None:
        return record(session, IMPORT, label, {"batch": batch.id}).id
    change = sa.update(DecisionRow).where(DecisionRow.id == batch.decision)
    session.execute(change.values(label=label))
    return batch.decision


def _write_waiting(batch: _Batch) -> None:
    if batch.is_written and batch.waiting:
        with write_session(batch.library) as session:
            session.add_all(_to_row(batch.id, entry) for entry in batch.waiting)


def _to_row(batch_id: str, outcome: FileOutcome) -> FileOutcomeRow:
    error = outcome.error
    return FileOutcomeRow(
        batch_id=batch_id,
        path=to_text(outcome.path),
        status=outcome.status.value,
        articles=[ref.id for ref in outcome.articles],
        code=error.code if error else None,
        message=error.message if error else None,
    )
