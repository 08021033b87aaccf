"""What the user judges of a comparison, each an own decision, and the list of all decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services import decisions
from desktop.services.libraries import Library
from desktop.ui.judgments import (
    ConfirmFinding,
    DismissFinding,
    Judged,
    MergeRows,
    SetCellApart,
    StateRelation,
    TakeBack,
)
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when the list is opened
    from desktop.core.model.judgments import Precision
    from desktop.services.decision_review import ReviewedDecision
    from desktop.ui.panels.decisions_dialog import DecisionsDialog

_TOPIC = "decisions"


class Judgments(QObject):
    """Makes decisions of what the comparison's page emits, and shows them in a dialog."""

    def __init__(self, window: MainWindow, workspace: Workspace, pages: EventPages) -> None:
        super().__init__(window)
        self._window, self._workspace, self._pages = window, workspace, pages
        self._dialog: DecisionsDialog | None = None
        pages.compare.judged.connect(self._judge)
        pages.compare.decisions_asked.connect(self.show_decisions)
        window.commands["decisions"].triggered.connect(self.show_decisions)
        workspace.opened.connect(self._begin)
        workspace.changed.connect(self._read_again)

    def show_decisions(self) -> None:
        """Open the list of decisions."""
        self._workspace.read(_read_decisions, self._open, topic=_TOPIC)

    def _begin(self) -> None:
        self._pages.compare.judging.is_on = self._workspace.can_write
        if self._dialog is not None:
            self._dialog.close()  # it was about another library

    def _judge(self, judged: Judged) -> None:
        event_id = self._pages.event_id
        if event_id is None or not self._workspace.can_write:
            return
        words = self._words(judged)

        def work(library: Library) -> tuple[int | None, str]:
            before = decisions.last_decision(library)
            _decide(library, event_id, judged)
            made = decisions.last_decision(library)
            label = decisions.undo_label(library) or ""
            return (made, label) if made != before else (None, "")

        def tell(result: tuple[int | None, str]) -> None:
            made, label = result
            if made is not None:
                self._window.toast.show_message(words, label, undoes=made)

        self._workspace.decide(work, tell)

    def _words(self, judged: Judged) -> str:
        """Return what the toast says was done."""
        match judged:
            case MergeRows():
                return self.tr("Rows merged")
            case SetCellApart():
                return self.tr("Cell set apart")
            case StateRelation(claim=claim, article=article, relation=relation):
                found = next(cell.relation for cell in claim.cells if cell.article == article)
                is_right = found is relation
                return self.tr("Relation found right") if is_right else self.tr("Relation changed")
            case ConfirmFinding():
                return self.tr("Difference found right")
            case DismissFinding():
                return self.tr("Difference dismissed")
            case TakeBack():
                return self.tr("Decision taken back")

    def _open(self, found: tuple[tuple[ReviewedDecision, ...], tuple[Precision, ...]]) -> None:
        from desktop.ui.panels.decisions_dialog import DecisionsDialog

        if self._dialog is not None:
            self._dialog.show_decisions(*found)
            return
        dialog = DecisionsDialog(can_write=self._workspace.can_write, parent=self._window)
        dialog.show_decisions(*found)
        dialog.taken_back.connect(self._take_back)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _take_back(self, number: int) -> None:
        self._workspace.decide(lambda library: _decide(library, "", TakeBack(number)))

    def _read_again(self) -> None:
        if self._dialog is not None:
            self.show_decisions()

    def _forget(self) -> None:
        self._dialog = None


def _read_decisions(
    library: Library,
) -> tuple[tuple[ReviewedDecision, ...], tuple[Precision, ...]]:
    from desktop.services.decision_review import review_decisions, rule_precisions

    return review_decisions(library), rule_precisions(library)


def _decide(library: Library, event_id: str, judged: Judged) -> None:
    from desktop.services import comparison_decisions as services

    match judged:
        case MergeRows(claims=claims):
            services.merge_claims(library, event_id, claims)
        case SetCellApart(claim=claim, article=article):
            services.split_claim(library, event_id, claim, article)
        case StateRelation(claim=claim, article=article, relation=relation):
            services.set_relation(library, event_id, claim, article, relation)
        case ConfirmFinding(finding=finding):
            services.confirm_finding(library, event_id, finding)
        case DismissFinding(finding=finding, reason=reason, is_wrong=is_wrong):
            services.dismiss_finding(library, event_id, finding, reason, is_wrong=is_wrong)
        case TakeBack(number=number):
            services.take_back(library, number)
