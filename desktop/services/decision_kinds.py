"""What each kind of decision does to the library, and how it is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.integrity import seal_article
from db.tables import ArticleRow, BatchArticleRow, DecisionRow, EventRow, OutletRow
from desktop.services.analyses import refresh_summary
from desktop.services.copy_index import place_again
from desktop.services.copy_kinds import (
    LINKING,
    MERGE_COPIES,
    merge_again,
    part_again,
    write_relation,
)
from desktop.services.corrections import CORRECTING
from desktop.services.decision_log import now
from desktop.services.event_bounds import BINDING
from desktop.services.event_kinds import take_back, take_up
from desktop.services.judgments import CONFIRMING, JUDGING
from desktop.services.mark_kinds import MARKING
from desktop.services.outlet_kinds import (
    ADD_ALIAS,
    MERGE_OUTLETS,
    RENAME_OUTLET,
    add_alias_row,
    drop_alias_row,
    merge_rows,
    part_rows,
    write_name,
    write_name_back,
)
from desktop.services.outlet_links import FORGET_ALIAS
from desktop.services.outlets import find_or_enter
from desktop.services.sessions import in_parts
from desktop.services.settling import settle
from desktop.services.text_kinds import EDIT_TEXT, write_text, write_text_back

RENAME_EVENT = "rename_event"
EDIT_FIELD = "edit_field"
TRASH = "trash"
RESTORE = "restore"
IMPORT = "import"
_TELLS_COPIES = ("title", "outlet", "url")
_MAY_CONFLICT = ("outlet", "published")

Data = dict[str, Any]
Step = Callable[[Session, Data], None]


@dataclass(frozen=True, slots=True)
class DecisionKind:
    """The two directions of a kind; both do nothing to what is no longer there."""

    apply: Step
    revert: Step


def _refresh(session: Session, data: Data) -> None:
    # The correction itself is the decision's row; only the figures in the lists follow it.
    session.flush()
    refresh_summary(session, data["article"])


def _leave(_session: Session, _data: Data) -> None:
    # The row is all there is to it: comparisons are revised by it when they are read.
    pass


def _rename(session: Session, event_id: str, label: str | None) -> None:
    event = session.get(EventRow, event_id)
    if event is not None:
        event.user_label = label


def read_field(session: Session, row: ArticleRow, field: str) -> Data:
    """Return a metadata field as a decision keeps it: its value and where it comes from."""
    if field == "outlet":
        query = sa.select(OutletRow.name).where(OutletRow.id == row.outlet_id)
        value: Any = session.scalar(query)
    else:
        value = getattr(row, field)
    state: Data = {"value": value, "provenance": row.provenance.get(field)}
    if field == "published":
        state["zone"] = row.zone
    return state


def _write_field(session: Session, data: Data, state: Data) -> None:
    row = session.scalar(sa.select(ArticleRow).where(ArticleRow.id == data["article"]))
    if row is None:
        return
    field, value = data["field"], state["value"]
    if field == "outlet":
        row.outlet_id = find_or_enter(session, value).id if value else None
    else:
        setattr(row, field, value)
    if field == "published":
        row.zone = state["zone"]
    others = {name: entry for name, entry in row.provenance.items() if name != field}
    entry = state["provenance"]
    row.provenance = {**others, field: entry} if entry else others
    seal_article(session, row.number)
    if field in _MAY_CONFLICT:
        settle(session, row)
    if field in _TELLS_COPIES:
        place_again(session, [row.id])


def outlet_before_edits(session: Session, article_id: str) -> str | None:
    """Return the outlet that an article came with; None where the user never edited it."""
    query = (
        sa.select(DecisionRow.data)
        .where(DecisionRow.article_id == article_id, DecisionRow.kind == EDIT_FIELD)
        .where(~DecisionRow.undone)
        .order_by(DecisionRow.id)
    )
    edits = (data for data in session.scalars(query) if data["field"] == "outlet")
    return next((edit["before"]["value"] for edit in edits), None)


def set_trashed(session: Session, ids: Sequence[str], moment: str | None) -> None:
    """Put articles into the trash, or take them out where `moment` is None."""
    for some in in_parts(ids):
        session.execute(
            sa.update(ArticleRow).where(ArticleRow.id.in_(some)).values(trashed_at=moment)
        )


def _batch_articles(session: Session, data: Data) -> list[str]:
    query = sa.select(BatchArticleRow.article_id).where(BatchArticleRow.batch_id == data["batch"])
    return list(session.scalars(query))


_TAKE_OUT = DecisionKind(
    lambda session, data: set_trashed(session, data["articles"], now()),
    lambda session, data: set_trashed(session, data["articles"], None),
)

_LINK = DecisionKind(
    lambda session, data: write_relation(session, data, data["after"]),
    lambda session, data: write_relation(session, data, data["before"]),
)

KINDS: dict[str, DecisionKind] = {
    **{kind: DecisionKind(_refresh, _refresh) for kind in CORRECTING},
    **{kind: DecisionKind(take_up, take_back) for kind in BINDING},
    **{kind: DecisionKind(_leave, _leave) for kind in (*JUDGING, *CONFIRMING)},
    **dict.fromkeys(LINKING, _LINK),
    **{kind: DecisionKind(*steps) for kind, steps in MARKING.items()},
    MERGE_COPIES: DecisionKind(merge_again, part_again),
    EDIT_TEXT: DecisionKind(write_text, write_text_back),
    ADD_ALIAS: DecisionKind(add_alias_row, drop_alias_row),
    FORGET_ALIAS: DecisionKind(drop_alias_row, add_alias_row),
    MERGE_OUTLETS: DecisionKind(merge_rows, part_rows),
    RENAME_OUTLET: DecisionKind(write_name, write_name_back),
    RENAME_EVENT: DecisionKind(
        lambda session, data: _rename(session, data["event"], data["after"]),
        lambda session, data: _rename(session, data["event"], data["before"]),
    ),
    EDIT_FIELD: DecisionKind(
        lambda session, data: _write_field(session, data, data["after"]),
        lambda session, data: _write_field(session, data, data["before"]),
    ),
    TRASH: _TAKE_OUT,
    RESTORE: DecisionKind(_TAKE_OUT.revert, _TAKE_OUT.apply),
    IMPORT: DecisionKind(
        lambda session, data: set_trashed(session, _batch_articles(session, data), None),
        lambda session, data: set_trashed(session, _batch_articles(session, data), now()),
    ),
}
