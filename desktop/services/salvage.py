"""Salvage: what is sound in a damaged library, and in its newest backup, into a new library."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.engine import sqlite_engine, writing
from db.integrity import seal_articles
from db.recovery import (
    CARRIED,
    DamagedFile,
    NewFile,
    Row,
    copy_apart,
    judge,
    mend_head,
    outlet_names,
)
from db.tables import ArticleRow, LibraryInfoRow
from desktop.services.backup_files import find_backups
from desktop.services.errors import CrosslightError
from desktop.services.files import to_text
from desktop.services.libraries import create_library, library_path, open_library
from desktop.services.library_copies import cannot_write, put_in_place, with_part
from desktop.services.maintenance import check_library
from desktop.services.progress import ArticleRef, Progress
from desktop.services.stepwise import Teller, in_steps

_MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of a salvage.

    Attributes:
        target: The new library.
        backup: The backup that was drawn on, if any was sound.
        saved: How many articles are in the new library.
        from_backup: Those of them that were sound in the backup alone.
        doubtful: Those whose text is sound, and whose title, outlet or date may have changed.
        lost: Those that are known to have been there and were sound nowhere.
        lines: The same in words.
    """

    target: Path
    backup: Path | None
    saved: int
    from_backup: tuple[ArticleRef, ...]
    doubtful: tuple[ArticleRef, ...]
    lost: tuple[ArticleRef, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the report in words."""
        told = [f"{_count(self.saved)} saved into {self.target}."]
        groups = (
            (self.from_backup, "from the backup, because it was damaged in the library"),
            (self.doubtful, "with a sound text, but look over its title, outlet and date"),
            (self.lost, "could not be saved"),
        )
        for articles, words in groups:
            if articles:
                told.append(f"{_count(len(articles))} {words}:")
                told += [f"  {ref.id}  {ref.title}".rstrip() for ref in articles[:_MOST_TOLD]]
        if self.backup is None:
            told.append("No sound backup was found.")
        return tuple(told)


@dataclass(slots=True)
class _Work:
    """A salvage as it goes on; ids of articles by what became of them."""

    new: NewFile
    present: dict[str, str] = field(default_factory=dict[str, str])
    doubtful: dict[str, str] = field(default_factory=dict[str, str])
    restored: dict[str, str] = field(default_factory=dict[str, str])
    unsound: dict[str, str] = field(default_factory=dict[str, str])
    has_gaps: set[str] = field(default_factory=set[str])


def salvage_library(
    where: str | Path, target: Path, backup: Path | None = None
) -> Generator[Progress, None, Salvaged]:
    """Make a new library of what is sound in a damaged one and in a backup, as a job.

    The damaged library is only read.

    Args:
        where: The damaged library.
        target: Where the new one goes; nothing may be there.
        backup: The backup to draw on; the newest sound one of the library, if it is left out.

    Raises:
        CrosslightError: There is no such file, something is at the target, or nothing is sound.
    """
    source = library_path(where)
    if source is None or not source.is_file():
        raise CrosslightError(f"There is no library file at {where}.", "Check the path.")
    if target.exists():
        raise CrosslightError(f"There is a file at {target} already.", "Choose another name.")
    work = in_steps("Salvaging", lambda teller: _salvage(source, target.absolute(), backup, teller))
    return (yield from work)


def _salvage(source: Path, target: Path, backup: Path | None, teller: Teller) -> Salvaged:
    chosen = backup or _newest_sound(source, teller)
    done: list[Salvaged] = []
    with tempfile.TemporaryDirectory(prefix="crosslight-salvage-") as name:
        folder = Path(name)

        def fill(part: Path) -> None:
            part.unlink()
            create_library(part).close()
            done.append(_carry(source, part, folder, chosen, teller))
            _finish(part, target, done[0].doubtful)
            problems = check_library(part, teller)
            if problems:
                raise CrosslightError(
                    f"What was salvaged is not sound: {problems[0]}", "Restore a backup instead."
                )
            put_in_place(part, target)

        try:
            with_part(target, fill)
        except OSError as error:
            raise cannot_write(target, error) from error
    return replace(done[0], target=target)


def _newest_sound(source: Path, teller: Teller) -> Path | None:
    for backup in find_backups(source.absolute()):
        with suppress(CrosslightError):
            if not check_library(backup.path, teller):
                return backup.path
    return None


def _carry(source: Path, part: Path, folder: Path, backup: Path | None, teller: Teller) -> Salvaged:
    copy = copy_apart(source, folder)
    mend_head(copy, backup or _fresh(folder))
    damaged = DamagedFile(copy)
    work = _Work(NewFile(part))
    try:
        known = damaged.known_ids()
        _carry_rows(work, damaged, teller)
        if backup is not None:
            _carry_backup(work, backup, folder, teller)
        work.new.commit()
    finally:
        work.new.close()
        damaged.close()
    if not work.present:
        raise CrosslightError(
            f"Nothing in {source} is sound.", "Restore a backup, if there is one elsewhere."
        )
    titles = {**dict.fromkeys(known, ""), **work.unsound}
    lost = {each: title for each, title in titles.items() if each not in work.present}
    return Salvaged(
        part, backup, len(work.present), _refs(work.restored), _refs(work.doubtful), _refs(lost)
    )


def _fresh(folder: Path) -> Path:
    """Return an empty library: its tables begin where those of any that was never migrated do."""
    path = folder / "fresh.db"
    create_library(path).close()
    return path


def _carry_rows(work: _Work, damaged: DamagedFile, teller: Teller) -> None:
    """Carry what the damaged library gives; an article that is not sound waits for the backup."""
    outlets = outlet_names(damaged.read("outlet"))
    for nth, table in enumerate(CARRIED):
        for row in damaged.read(table):
            teller.tell(nth, 2 * len(CARRIED))
            if table == "article":
                _carry_article(work, row, outlets)
            else:
                work.new.add(table, row)
    work.has_gaps |= damaged.gaps


def _carry_article(work: _Work, row: Row, outlets: dict[int, str]) -> None:
    article_id, title = str(row["id"]), str(row["title"])
    same_text, same_fields = judge(row, outlets)
    if not same_text:
        work.unsound[article_id] = title
    elif work.new.add("article", _with_parents(work, row)):
        work.present[article_id] = title
        if not same_fields:
            work.doubtful[article_id] = title


def _with_parents(work: _Work, row: Row) -> Row:
    """Return an article's row whose import and outlet are there: a lost import is made anew."""
    work.new.add("import_batch", {"id": row["batch_id"], "started_at": row["added_at"]})
    outlet = row["outlet_id"]
    known = any(work.new.rows("SELECT 1 FROM outlet WHERE id = ?", (outlet,)))
    return row if known else {**row, "outlet_id": None}


def _carry_backup(work: _Work, backup: Path, folder: Path, teller: Teller) -> None:
    library = open_library(backup, read_only=True)  # which brings an older one forward
    path = library.scratch / backup.name if library.scratch else backup
    copy = folder / "backup"
    copy.mkdir()
    try:
        file = DamagedFile(copy_apart(path, copy))
    finally:
        library.close()
    try:
        names = outlet_names(file.read("outlet"))
        outlets = _map_outlets(work, file.read("outlet"))
        for row in file.read("article"):
            teller.tell(len(CARRIED), 2 * len(CARRIED))
            _restore(work, row, outlets, names)
        for nth, table in enumerate(CARRIED):
            teller.tell(len(CARRIED) + nth, 2 * len(CARRIED))
            if table not in {"article", "outlet"}:
                _fill_gaps(work, table, file.read(table), outlets)
    finally:
        file.close()


def _map_outlets(work: _Work, rows: Iterable[Row]) -> dict[int, int]:
    """Return the numbers that a backup's outlets have in the new library; new ones are entered."""
    known = {row["key"]: row["id"] for row in work.new.rows("SELECT key, id FROM outlet")}
    mapped: dict[int, int] = {}
    for row in rows:
        if row["key"] not in known:
            (last,) = work.new.rows("SELECT max(id) AS id, max(slot) AS slot FROM outlet")
            number = (last["id"] or 0) + 1
            slot = -1 if last["slot"] is None else last["slot"]
            work.new.add("outlet", {**row, "id": number, "slot": slot + 1})
            known[row["key"]] = number
        mapped[row["id"]] = known[row["key"]]
    return mapped


def _restore(work: _Work, row: Row, outlets: dict[int, int], names: dict[int, str]) -> None:
    """Take an article from the backup where the library has lost it, or may have changed it."""
    article_id, title = str(row["id"]), str(row["title"])
    was_lost = article_id in work.unsound or "article" in work.has_gaps
    if article_id in work.present and article_id not in work.doubtful:
        return
    if (article_id not in work.present and not was_lost) or judge(row, names) != (True, True):
        return
    if work.doubtful.pop(article_id, None) is not None:
        work.new.run("DELETE FROM article WHERE id = ?", (article_id,))
    taken = any(work.new.rows("SELECT 1 FROM article WHERE number = ?", (row["number"],)))
    number = None if taken else row["number"]
    outlet = outlets.get(row["outlet_id"]) if row["outlet_id"] is not None else None
    row = _with_parents(work, {**row, "number": number, "outlet_id": outlet})
    if work.new.add("article", row):
        work.present[article_id] = work.restored[article_id] = title
        work.unsound.pop(article_id, None)


def _fill_gaps(work: _Work, table: str, rows: Iterable[Row], outlets: dict[int, int]) -> None:
    """Add a backup's rows on articles that came from it, and all where the library has gaps."""
    for row in rows:
        if table in work.has_gaps or row.get("article_id") in work.restored:
            aliased = {"outlet_id": outlets.get(row["outlet_id"])} if "outlet_id" in row else {}
            work.new.add(table, {**row, **aliased})


def _finish(part: Path, target: Path, doubtful: Sequence[ArticleRef]) -> None:
    """Name the new library, and seal anew what is kept with a doubt: it is what it is now."""
    engine = sqlite_engine(part)
    try:
        with Session(writing(engine)) as session, session.begin():
            session.execute(sa.update(LibraryInfoRow).values(name=to_text(target.stem)))
            session.execute(sa.update(ArticleRow).values(summary_key=None))
            for ref in doubtful:
                query = sa.select(ArticleRow.number).where(ArticleRow.id == ref.id)
                seal_articles(session, list(session.scalars(query)))
        with engine.connect() as connection:  # all of it into the one file that is moved
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()


def _refs(articles: dict[str, str]) -> tuple[ArticleRef, ...]:
    return tuple(ArticleRef(article_id, title) for article_id, title in articles.items())


def _count(number: int) -> str:
    return f"{number} article{'' if number == 1 else 's'}"
