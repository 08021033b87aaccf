"""The report says what the user changed in the comparison, and prints nothing dismissed."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from desktop.core.model.judgments import JudgedFinding, Judgment, JudgmentKind, Outcome
from desktop.services.reports import build_report
from desktop.services.views import EventDecision, EventView
from desktop.ui.fonts import load_fonts
from desktop.ui.printing.judgments import judged_words
from desktop.ui.printing.pages import to_pdf
from desktop.ui.printing.report import ReportOptions, lay_out_report
from tests.desktop.ui.made_event import made_event

pytestmark = pytest.mark.usefixtures("qapp")
MOMENT = "2026-05-03T10:20:30+00:00"


def decided(
    number: int, kind: JudgmentKind, outcome: Outcome = Outcome.APPLIED, reason: str = ""
) -> EventDecision:
    judgment = Judgment(number, kind, "finding/figures", ())
    label = f"{kind.value} {number}"
    return EventDecision(number, kind.value, label, MOMENT, outcome, "", (), reason, (judgment,))


def judged(*decisions: EventDecision) -> EventView:
    view = made_event()
    first, *rest = view.comparison.findings
    kept = replace(view.comparison, findings=tuple(rest))
    gone = (JudgedFinding(first, 1),)
    return replace(view, comparison=kept, decisions=decisions, dismissed=gone)


def test_what_changed_nothing_is_not_printed() -> None:
    assert judged_words(made_event()) == ""
    right = decided(1, JudgmentKind.RIGHT)
    gone = decided(2, JudgmentKind.MERGE, Outcome.GONE)
    assert judged_words(judged(right, gone)) == ""


def test_what_was_changed_is_told_with_its_reason() -> None:
    merged = decided(1, JudgmentKind.MERGE)
    dismissed = decided(2, JudgmentKind.DISMISS, reason="Two\nshipyards")
    assert judged_words(judged(merged, dismissed)) == (
        "Changed by you in this comparison: merge claims 1; dismiss 2 (Two shipyards)."
    )


def test_of_many_the_first_are_told_and_the_others_counted() -> None:
    many = [decided(nth, JudgmentKind.SPLIT) for nth in range(15)]
    assert judged_words(judged(*many)).endswith("split claim 11; and 3 more.")


def test_the_report_prints_it_and_no_finding_that_was_dismissed() -> None:
    load_fonts()
    view = judged(decided(1, JudgmentKind.DISMISS, reason="Two shipyards"))
    pdf = to_pdf(lay_out_report(build_report(view), ReportOptions()))
    pages = PdfReader(io.BytesIO(pdf)).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Changed by you in this comparison: dismiss 1 (Two shipyards)." in printed
    assert view.dismissed[0].finding.text not in printed
    assert view.comparison.findings[0].text in printed
