"""Agency: who acts in sentences on one act - somebody named, or no agent."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.core.model.details import Contrast, ContrastKind, Details, Side
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.paint.sheets import Column, RowKind, Sheet, SheetCell, SheetRow, Words

_NO_AGENT = "no agent"


def agency_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return the places of each act under who acts in them."""
    contrasts = [each for each in details.contrasts if each.kind is ContrastKind.AGENCY]
    return Sheet(
        (
            Column(_tr("Agent"), 0.0, 112.0),
            Column(_tr("Sentence"), 0.0, 74.0),
            Column(_tr("Words"), 1.0, 120.0),
        ),
        tuple(row for each in contrasts for row in _rows(each, texts)),
        _tr("No act was found that one text gives an agent and another gives none."),
        is_headless=True,
    )


def _rows(contrast: Contrast, texts: EventTexts) -> Iterator[SheetRow]:
    by_agent: dict[str, list[Side]] = {}
    for side in contrast.sides:
        if side.place.article in texts:
            by_agent.setdefault(side.label, []).append(side)
    title = _tr("Who acts in {act}?").format(act=f"“{contrast.text}”")
    yield SheetRow((SheetCell(((Words(title, "small-strong"),),)),), RowKind.HEAD)
    # Named agents first: what has none is read against them.
    for agent in sorted(by_agent, key=lambda label: label == _NO_AGENT):
        acts = _tr("{agent} acts").format(agent=agent)
        name = _tr("No agent") if agent == _NO_AGENT else acts
        for nth, side in enumerate(by_agent[agent]):
            yield _row(side, name, texts, is_first=nth == 0)


def _row(side: Side, name: str, texts: EventTexts, *, is_first: bool) -> SheetRow:
    places = (side.place,)
    lines = ((Words(name, "small-strong"),),) if is_first else ()
    words = Words(texts.quoted(side.place), "evidence")
    return SheetRow(
        (
            SheetCell(lines, places, name),
            SheetCell(((texts.outlet(side.place),),), places),
            SheetCell(((words,),), places),
        )
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
