"""What the user of another library made of an article comes back with its export."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.tables import ArticleRow, ArticleTagRow, NoteRow
from desktop.ingest.drafts import Marks
from desktop.services.decision_log import now
from desktop.services.ids import new_id
from desktop.services.tag_rows import find_or_enter_tag


def keep_marks(session: Session, row: ArticleRow, marks: Marks) -> None:
    """Give a new article the tags, importance and notes that its export has."""
    if marks.importance:
        row.importance = marks.importance
    tags = {find_or_enter_tag(session, name).id for name in marks.tags}
    session.add_all(ArticleTagRow(tag_id=tag, article_id=row.id) for tag in sorted(tags))
    moment = now()
    session.add_all(
        NoteRow(
            id=new_id(),
            article_id=row.id,
            start=note.start if note.start >= 0 else None,
            end=note.end if note.end >= 0 else None,
            text=note.text,
            made_at=moment,
            changed_at=moment,
        )
        for note in marks.notes
    )
