"""Importing files: read in processes of their own, stored, committed, and then reported."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.integrity import seal_articles
from db.tables import (
    ArticleRow,
    BatchArticleRow,
    DecisionRow,
    DoubtRow,
    FileOutcomeRow,
    ImportBatchRow,
)
from desktop.ingest.drafts import NEEDS_USER, SAVE_AS_TEXT, FileFacts, Reading, Remark
from desktop.ingest.folders import FoundFile, find_files
from desktop.ingest.reading import FileReader
from desktop.ingest.sidecars import Sidecars
from desktop.services.copies import find_copies
from desktop.services.copy_index import place_copies
from desktop.services.decision_kinds import IMPORT
from desktop.services.decision_log import now, record
from desktop.services.files import to_text
from desktop.services.ids import new_id
from desktop.services.import_summaries import (
    ImportSummary,
    explain_nothing,
    find_barren,
    summarize,
)
from desktop.services.incoming import Incoming, to_incoming, to_row
from desktop.services.libraries import Library
from desktop.services.marks_back import keep_marks
from desktop.services.originals import Original, room_for_originals
from desktop.services.originals import to_row as to_kept_row
from desktop.services.progress import ArticleRef, FileOutcome, FileStatus, Problem, Progress
from desktop.services.reading_ahead import FileTaken, ReadAhead
from desktop.services.receipts import keep_receipt
from desktop.services.same_text import find_same, keep_statements, known_texts
from desktop.services.sessions import read_session, require_writable, write_session

__all__ = ["ArticleRef", "FileOutcome", "FileStatus", "ImportSummary", "Problem",
           "explain_nothing", "find_barren", "import_files", "summarize"]  # fmt: skip

_FOUND_AT_A_STEP = 250
_BEAT_S = 0.25
# Files share a commit as long as it takes no longer than a moment: others wait to write, too.
_MOST_TOGETHER = 32
_LONG_S, _SHORT_S = 0.25, 0.1
_AT_ONCE = 50
# The copies of a file of more articles than this are looked for behind its commit, in steps.
_MOST_PLACED = 500
_MOST_LATE_S = 8.0
_BEGUN = "import begun"


@dataclass(slots=True)
class _Batch:
    """An import as it goes on; it is written with its first file.

    It becomes a decision with the first article that it adds: there is nothing to undo before.
    """

    library: Library
    notes_duplicates: bool
    id: str = field(default_factory=new_id)
    decision: int | None = None
    added: int = 0
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Read:
    """A file with what was read from it, ready to be stored."""

    file: FoundFile
    reading: Reading
    incoming: tuple[Incoming, ...]
    original: Original | None


@dataclass(frozen=True, slots=True)
class _Stored:
    ref: ArticleRef
    is_new: bool
    is_restored: bool = False
    number: int | None = None


def import_files(
    library: Library,
    paths: Sequence[Path],
    *,
    notes_duplicates: bool = True,
    reader: FileReader | None = None,
    batch: str | None = None,
) -> Generator[Progress]:
    """Import files and folders; each file is committed before its Progress, so stopping is safe.

    Files that are read by then share a commit. Steps without an outcome tell how many files are
    found, and that one is still being read. An import that is undone while it runs ends there.

    Args:
        library: Where the articles go.
        paths: Files, and folders with all that is in them.
        notes_duplicates: Remember which articles were given again; not where the program gives
            its own.
        reader: A reader that was started ahead; it is closed at the end.
        batch: The id of the import; one that was begun under it before goes on where it stopped.

    Raises:
        CrosslightError: The library is read-only, in use, full or damaged; what was reported
            before is stored.
    """
    with ReadAhead(reader) as ahead:
        require_writable(library)
        ahead.start()
        sidecars = Sidecars()
        begun = _begun(library, notes_duplicates, batch)
        files = sidecars.without_applied((yield from _find(paths)))
        yield from _import_all(begun, ahead, sidecars, files)


def import_reading(library: Library, file: FoundFile, reading: Reading) -> FileOutcome:
    """Store what was read from one file as an import of its own.

    Raises:
        CrosslightError: The library is read-only, in use, full or damaged.
    """
    batch, at = _Batch(library, notes_duplicates=True), Progress(0, 1, file.path.name)
    steps = _import_read(batch, file, reading, at)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def _import_read(
    batch: _Batch, file: FoundFile, reading: Reading, at: Progress
) -> Generator[Progress, None, FileOutcome]:
    read = yield from _to_read(Sidecars(), file, FileTaken(reading), at)
    outcomes = yield from _store_group(batch, [read], at)
    # Nobody can have undone an import that has just begun.
    (outcome,) = outcomes or []
    return outcome


def _begun(library: Library, notes_duplicates: bool, batch_id: str | None) -> _Batch:
    """Return a new import, or one that was begun before."""
    if batch_id is None:
        return _Batch(library, notes_duplicates)
    with read_session(library) as session:
        imports = sa.select(DecisionRow).where(DecisionRow.kind == IMPORT)
        rows = session.scalars(imports.order_by(DecisionRow.id.desc()))
        decision = next((row.id for row in rows if row.data["batch"] == batch_id), None)
        added = sa.select(sa.func.count()).where(BatchArticleRow.batch_id == batch_id)
        seen = sa.select(FileOutcomeRow.path).where(FileOutcomeRow.batch_id == batch_id)
        return _Batch(
            library,
            notes_duplicates,
            batch_id,
            decision,
            session.scalar(added) or 0,
            frozenset(session.scalars(seen)),
        )


def _import_all(
    batch: _Batch, ahead: ReadAhead, sidecars: Sidecars, found: Sequence[FoundFile]
) -> Generator[Progress]:
    files = [file for file in found if to_text(file.shown) not in batch.seen]
    total, done = len(found), len(found) - len(files)
    ahead.read(files)
    waiting, together = list(reversed(files)), 1
    is_late = False
    while waiting:
        readings = ahead.take(together, _BEAT_S)
        at = Progress(done, total, waiting[-1].path.name)
        if not readings:
            yield at
            continue
        group: list[_Read] = []
        for found_in in readings:
            read = yield from _to_read(sidecars, waiting.pop(), found_in, at)
            group.append(read)
        began = time.monotonic()
        outcomes = yield from _store_group(batch, group, at)
        if outcomes is None:
            return
        together = _next_size(together, time.monotonic() - began)
        for read, outcome in zip(group, outcomes, strict=True):
            done += 1
            more = read is not group[-1]
            yield Progress(done, total, read.file.path.name, outcome, more)
        is_late |= any(len(outcome.articles) > _MOST_PLACED for outcome in outcomes)
    if is_late:
        yield from _find_late(batch.library)


def _find_late(library: Library) -> Generator[Progress]:
    """Look for copies for a while; what is left is looked at when the library is opened next."""
    until = time.monotonic() + _MOST_LATE_S
    for step in find_copies(library):
        yield step
        if time.monotonic() > until:
            return


def _next_size(together: int, took_s: float) -> int:
    """Return how many files the next commit may hold, by how long the last one took."""
    if took_s > _LONG_S:
        return max(1, together // 2)
    return min(2 * together, _MOST_TOGETHER) if took_s < _SHORT_S else together


def _find(paths: Sequence[Path]) -> Generator[Progress, None, list[FoundFile]]:
    found: list[FoundFile] = []
    for file in find_files(paths):
        found.append(file)
        if len(found) % _FOUND_AT_A_STEP == 0:
            yield Progress(0, len(found), "Looking for files")
    return found


def _to_read(
    sidecars: Sidecars, file: FoundFile, read: FileTaken, at: Progress
) -> Generator[Progress, None, _Read]:
    """Find out what is known of a file's articles; one of many articles takes a while."""
    reading = read.reading
    facts = sidecars.facts_of(file) if reading.drafts else FileFacts()
    incoming: list[Incoming] = []
    for nth, draft in enumerate(reading.drafts, start=1):
        incoming.append(to_incoming(draft, facts, file.path))
        if nth % _AT_ONCE == 0:
            yield at
    return _Read(file, reading, tuple(incoming), read.original)


def _problem(remark: Remark | None) -> Problem:
    if remark is None:
        return Problem("no-article", f"No article was found in the file; {SAVE_AS_TEXT}.")
    return Problem(remark.code, remark.message)


def _store_group(
    batch: _Batch, group: Sequence[_Read], at: Progress
) -> Generator[Progress, None, list[FileOutcome] | None]:
    """Store files together and commit them; None where the import was undone meanwhile.

    Only what is committed counts: a failed step leaves nothing behind in `batch` either.
    """
    outcomes: list[FileOutcome] = []
    fresh: list[int] = []
    added = 0
    with write_session(batch.library) as session:
        if _is_undone(session, batch):
            return None
        group = _fitting(session, group)
        for read in group:
            stored = yield from _store(session, batch, read, at)
            outcomes.append(_outcome(read, list(stored.values())))
            added += sum(kept.is_new or kept.is_restored for kept in stored.values())
            fresh += [kept.number for kept in stored.values() if kept.number is not None]
        for start in range(0, len(fresh), _AT_ONCE):
            some = fresh[start : start + _AT_ONCE]
            seal_articles(session, some)
            if len(fresh) <= _MOST_PLACED:
                place_copies(session, some)
            if len(fresh) > _AT_ONCE:
                yield replace(at, busy=True)
        decision = _log(session, batch, list(zip(group, outcomes, strict=True)), added)
    batch.decision = decision
    batch.added += added
    return outcomes


def _fitting(session: Session, group: Sequence[_Read]) -> Sequence[_Read]:
    """Return the files without the originals that the library has no room for."""
    if not any(read.original for read in group):
        return group
    room = room_for_originals(session)
    fitting: list[_Read] = []
    for read in group:
        size = len(read.original.data) if read.original else 0
        fitting.append(read if size <= room else replace(read, original=None))
        room -= size if size <= room else 0
    return fitting


def _store(
    session: Session, batch: _Batch, read: _Read, at: Progress
) -> Generator[Progress, None, dict[str, _Stored]]:
    """Store the articles of one file; a step in the middle of many can only be given up."""
    stored: dict[str, _Stored] = {}
    # One look-up for all of them: of a file of very many articles hardly any is known.
    known = known_texts(session, read.incoming)
    for nth, article in enumerate(read.incoming, start=1):
        same = find_same(session, article) if article.sha256 in known else None
        known.add(article.sha256)
        kept = _keep(session, batch, article, same)
        stored.setdefault(kept.ref.id, kept)
        if nth % _AT_ONCE == 0:
            yield replace(at, busy=True)
    return stored


def _is_undone(session: Session, batch: _Batch) -> bool:
    row = session.get(DecisionRow, batch.decision) if batch.decision is not None else None
    return batch.decision is not None and (row is None or row.undone)


def _begin(session: Session, batch: _Batch) -> None:
    """Write the import itself, once; a session that has seen it does not ask again."""
    if _BEGUN in session.info:
        return
    if session.get(ImportBatchRow, batch.id) is None:
        session.add(ImportBatchRow(id=batch.id, started_at=now()))
        session.flush()
    session.info[_BEGUN] = True


def _keep(session: Session, batch: _Batch, article: Incoming, same: ArticleRow | None) -> _Stored:
    if same is not None:
        ref = ArticleRef(same.id, same.title)
        keep_statements(session, same, article)
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
    keep_receipt(session, row.id, article.paragraphs)
    keep_marks(session, row, article.marks)
    return _Stored(ArticleRef(row.id, row.title), is_new=True, number=row.number)


def _outcome(read: _Read, stored: Sequence[_Stored]) -> FileOutcome:
    shown, is_kept = read.file.shown, read.original is not None
    if not stored:
        problem = _problem(read.reading.problem)
        waits = problem.code in NEEDS_USER
        status = FileStatus.ATTENTION if waits else FileStatus.REJECTED
        return FileOutcome(shown, status, error=problem, kept=is_kept)
    refs = tuple(kept.ref for kept in stored)
    restored = sum(kept.is_restored for kept in stored)
    if not any(kept.is_new or kept.is_restored for kept in stored):
        return FileOutcome(shown, FileStatus.DUPLICATE, refs)
    # What was here before is no news of this file.
    news = tuple(kept.ref for kept in stored if kept.is_new or kept.is_restored)
    doubts = (doubt for article in read.incoming for doubt in article.doubts)
    doubt = next(iter(read.reading.remarks), None) or next(doubts, None)
    if doubt is None:
        return FileOutcome(shown, FileStatus.IMPORTED, news, restored=restored)
    return FileOutcome(shown, FileStatus.ATTENTION, news, _problem(doubt), restored, is_kept)


def _log(
    session: Session,
    batch: _Batch,
    files: Sequence[tuple[_Read, FileOutcome]],
    added: int,
) -> int | None:
    """Write what became of the files, keep those that are doubtful, and the label true."""
    noted = [
        (_to_row(batch.id, outcome), read.original)
        for read, outcome in files
        if batch.notes_duplicates or outcome.status is not FileStatus.DUPLICATE
    ]
    if noted:
        _begin(session, batch)
        session.add_all(row for row, _original in noted)
        session.flush()
        session.add_all(
            to_kept_row(row.id, original)
            for row, original in noted
            if original and row.status != FileStatus.DUPLICATE
        )
    total = batch.added + added
    if not added:
        return batch.decision
    label = f"Add {total} article{'' if total == 1 else 's'}"
    if batch.decision is None:
        return record(session, IMPORT, label, {"batch": batch.id}).id
    change = sa.update(DecisionRow).where(DecisionRow.id == batch.decision)
    session.execute(change.values(label=label))
    return batch.decision


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
