"""Headlines: which sentence of the body carries each of their parts, and who says it there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.core.model.details import Details, HeadlineCheck
from desktop.core.model.places import Place
from desktop.ui.figures.event_texts import LONG, EventTexts
from desktop.ui.paint.sheets import Column, Part, Sheet, SheetCell, SheetRow, Words

_BULLETS = "-–—•* "


def headlines_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return a row a part of a headline, text by text."""
    checks = [check for check in details.headlines if check.claim.article in texts]
    order = {article: nth for nth, article in enumerate(texts.ids)}
    checks.sort(key=lambda check: order[check.claim.article])
    return Sheet(
        (
            Column(_tr("Outlet"), 0.0, 80.0),
            Column(_tr("Above the text"), 1.0, 150.0),
            Column(_tr("In the body"), 1.1, 150.0),
        ),
        tuple(_row(check, texts) for check in checks),
        _tr("No headline was found. A text with a headline and a body would be checked here."),
    )


def _row(check: HeadlineCheck, texts: EventTexts) -> SheetRow:
    opened = check.carried_by or check.nearest
    places = (check.claim, opened) if opened is not None else (check.claim,)
    words = Words(texts.words(check.claim, LONG).lstrip(_BULLETS), "small")
    lines = tuple(_body(check, texts))
    return SheetRow(
        (
            SheetCell(((texts.outlet(check.claim),),), (check.claim,)),
            SheetCell(((words,),), (check.claim,)),
            SheetCell(lines, places[::-1]),
        )
    )


def _body(check: HeadlineCheck, texts: EventTexts) -> Iterator[tuple[Part, ...]]:
    if check.carried_by is not None:
        who = check.said_by or _tr("own voice")
        yield _number(check.carried_by, texts), Words(who, "small-strong")
        yield (Words(texts.words(check.carried_by, LONG), "small", "text2"),)
        return
    yield (Words(_tr("Not found in body."), "small-strong"),)
    if check.nearest is not None:
        yield Words(_tr("Nearest:"), "small", "text3"), _number(check.nearest, texts)
        yield (Words(texts.words(check.nearest, LONG), "small", "text3"),)


def _number(place: Place, texts: EventTexts) -> Words:
    return Words(texts.outlet(place).sentence, "small", "text2")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
