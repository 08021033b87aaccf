"""What became of each file of an import, and which paragraphs of its page were kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import (
    ArticleRow,
    DecisionRow,
    FileOutcomeRow,
    ImportBatchRow,
    OutletRow,
    ReceiptRow,
)
from desktop.core.text.paragraphs import Paragraphs, drop_paragraph, insert_paragraph
from desktop.ingest.drafts import Paragraph
from desktop.services.articles import no_article
from desktop.services.decision_kinds import IMPORT
from desktop.services.documents import from_document, to_document
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.progress import FileStatus
from desktop.services.sessions import in_parts, read_session
from desktop.services.texts_edited import TextEdit, edit_text


@dataclass(frozen=True, slots=True)
class _Receipt:
    """The stored form of the paragraphs of a page."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class ReceiptParagraph:
    """A paragraph of a page as it stands now; `number` counts from 0.

    `kept` says that the text has it, whether it was read or put back; `was_kept` what the reader
    did; `reason` why the reader dropped it.
    """

    number: int
    text: str
    kept: bool
    was_kept: bool
    reason: str


@dataclass(frozen=True, slots=True)
class ReceiptArticle:
    """An article that a file gave, with how many paragraphs of its page are kept of all."""

    id: str
    title: str
    outlet: str
    trashed: bool
    kept: int = 0
    paragraphs: int = 0


@dataclass(frozen=True, slots=True)
class ReceiptFile:
    """What became of one file, with the reason where it was not simply added."""

    path: str
    status: FileStatus
    code: str
    message: str
    articles: tuple[ReceiptArticle, ...]


@dataclass(frozen=True, slots=True)
class ImportReceipt:
    """An import with its files in the order they were read."""

    id: str
    started: str
    files: tuple[ReceiptFile, ...]

    def count(self, status: FileStatus) -> int:
        """Return how many files an outcome had."""
        return sum(file.status is status for file in self.files)


def keep_receipt(session: Session, article_id: str, paragraphs: Sequence[Paragraph]) -> None:
    """Keep which paragraphs of an article's page were read as text, if its reader tells."""
    if paragraphs:
        document = to_document(_Receipt(tuple(paragraphs)))
        session.add(ReceiptRow(article_id=article_id, document=document))


def list_imports(library: Library) -> tuple[tuple[str, str, int], ...]:
    """Return the id, the time and the number of files of each import, the latest first.

    Raises:
        CrosslightError: The library cannot be read.
    """
    query = (
        sa.select(ImportBatchRow.id, ImportBatchRow.started_at, sa.func.count(FileOutcomeRow.id))
        .join(FileOutcomeRow, FileOutcomeRow.batch_id == ImportBatchRow.id)
        .group_by(ImportBatchRow.id, ImportBatchRow.started_at)
        .order_by(ImportBatchRow.id.desc())
    )
    with read_session(library) as session:
        return tuple((row[0], row[1], row[2]) for row in session.execute(query))


def read_receipt(library: Library, batch_id: str | None = None) -> ImportReceipt:
    """Return what became of the files of an import, the last one where none is named.

    Raises:
        CrosslightError: There is no such import.
    """
    with read_session(library) as session:
        batch = _batch(session, batch_id)
        if batch is None:
            known = f"import {batch_id}" if batch_id else "import"
            raise CrosslightError(f"The library has no {known}.", "Add articles first.")
        query = sa.select(FileOutcomeRow).where(FileOutcomeRow.batch_id == batch.id)
        outcomes = list(session.scalars(query.order_by(FileOutcomeRow.id)))
        articles = _articles(session, [each for row in outcomes for each in row.articles])
    files = tuple(
        ReceiptFile(
            row.path,
            FileStatus(row.status),
            row.code or "",
            row.message or "",
            tuple(articles[each] for each in row.articles if each in articles),
        )
        for row in outcomes
    )
    return ImportReceipt(batch.id, batch.started_at, files)


def import_decision(library: Library, batch_id: str) -> int | None:
    """Return the decision that an import became; None where it added nothing or was undone."""
    query = sa.select(DecisionRow.id, DecisionRow.data).where(
        DecisionRow.kind == IMPORT, ~DecisionRow.undone
    )
    with read_session(library) as session:
        for number, data in session.execute(query.order_by(DecisionRow.id.desc())):
            if data["batch"] == batch_id:
                return number
    return None


def receipt_text(receipt: ImportReceipt) -> str:
    """Return a receipt as lines for people: each file, why, and the articles that it gave."""
    lines: list[str] = []
    for file in receipt.files:
        reason = f": {file.message}" if file.message else ""
        lines.append(f"{file.path}: {file.status.value}{reason}")
        for article in file.articles:
            kept = f", {article.kept} of {article.paragraphs} paragraphs kept"
            counted = kept if article.paragraphs else ""
            state = ", in the trash" if article.trashed else ""
            lines.append(f"    {article.id}  {article.title}{counted}{state}")
    return "\n".join([*lines, ""])


def read_paragraphs(library: Library, article_id: str) -> tuple[ReceiptParagraph, ...]:
    """Return the paragraphs of an article's page; none where its reader drops nothing.

    Raises:
        CrosslightError: There is no such article.
    """
    with read_session(library) as session:
        text, paragraphs = _read(session, article_id)
    return _told(text, paragraphs)


def keep_paragraph(library: Library, article_id: str, number: int) -> TextEdit:
    """Put a paragraph that was dropped into the text, behind those that stood before it.

    Raises:
        CrosslightError: There is no such article or paragraph.
    """
    with read_session(library) as session:
        text, paragraphs = _read(session, article_id)
    chosen = _chosen(paragraphs, number)
    told = _told(text, paragraphs)
    if told[number].kept:
        return TextEdit()
    before = [each.text for each in told[:number] if each.kept]
    new = insert_paragraph(text, chosen.text, before)
    return edit_text(library, article_id, new, "Keep a paragraph of {title}")


def remove_paragraph(library: Library, article_id: str, number: int) -> TextEdit:
    """Take a paragraph of the page out of the text; the receipt keeps it.

    Raises:
        CrosslightError: There is no such article or paragraph, or it is all there is.
    """
    with read_session(library) as session:
        text, paragraphs = _read(session, article_id)
    chosen = _chosen(paragraphs, number)
    if not _told(text, paragraphs)[number].kept:
        return TextEdit()
    new = drop_paragraph(text, chosen.text)
    return edit_text(library, article_id, new, "Set a paragraph of {title} apart")


def _batch(session: Session, batch_id: str | None) -> ImportBatchRow | None:
    if batch_id is not None:
        return session.get(ImportBatchRow, batch_id)
    with_files = sa.select(FileOutcomeRow.batch_id)
    query = sa.select(ImportBatchRow).where(ImportBatchRow.id.in_(with_files))
    return session.scalar(query.order_by(ImportBatchRow.id.desc()).limit(1))


def _articles(session: Session, ids: Sequence[str]) -> dict[str, ReceiptArticle]:
    found: dict[str, ReceiptArticle] = {}
    query = (
        sa.select(
            ArticleRow.id,
            ArticleRow.title,
            OutletRow.name,
            ArticleRow.trashed_at,
            ReceiptRow.document,
            sa.case((ReceiptRow.article_id.is_not(None), ArticleRow.text), else_="").label("text"),
        )
        .outerjoin(OutletRow, OutletRow.id == ArticleRow.outlet_id)
        .outerjoin(ReceiptRow, ReceiptRow.article_id == ArticleRow.id)
    )
    for some in in_parts(list(dict.fromkeys(ids))):
        for row in session.execute(query.where(ArticleRow.id.in_(some))):
            told = _told(row.text, _paragraphs(row.document))
            found[row.id] = ReceiptArticle(
                row.id,
                row.title,
                row.name or "",
                row.trashed_at is not None,
                sum(each.kept for each in told),
                len(told),
            )
    return found


def _read(session: Session, article_id: str) -> tuple[str, tuple[Paragraph, ...]]:
    query = (
        sa.select(ArticleRow.text, ReceiptRow.document)
        .outerjoin(ReceiptRow, ReceiptRow.article_id == ArticleRow.id)
        .where(ArticleRow.id == article_id)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        raise no_article(article_id)
    return row.text, _paragraphs(row.document)


def _paragraphs(document: bytes | None) -> tuple[Paragraph, ...]:
    if document is None:
        return ()
    try:
        return from_document(document, _Receipt).paragraphs
    except ValueError:
        return ()  # damaged: the text itself is whole


def _told(text: str, paragraphs: Sequence[Paragraph]) -> tuple[ReceiptParagraph, ...]:
    lines, left = Paragraphs(text), dict[str, int]()
    is_kept = [False] * len(paragraphs)
    # What stands on the page twice and in the text once is what the reader kept.
    for number in sorted(range(len(paragraphs)), key=lambda each: not paragraphs[each].kept):
        words = paragraphs[number].text
        known = left.setdefault(words, lines.count(words))
        is_kept[number] = known > 0
        left[words] = known - 1
    return tuple(
        ReceiptParagraph(number, each.text, is_kept[number], each.kept, each.reason)
        for number, each in enumerate(paragraphs)
    )


def _chosen(paragraphs: Sequence[Paragraph], number: int) -> Paragraph:
    if not 0 <= number < len(paragraphs):
        raise CrosslightError(
            f"The page has no paragraph {number + 1}.", "List its paragraphs to see their numbers."
        )
    return paragraphs[number]
