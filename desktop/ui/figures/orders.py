"""The order of the outlets drawn twice: by all words, and without quotations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication

from desktop.core.framing.orders import LOADED, TONE
from desktop.core.model.details import Details
from desktop.core.model.orders import Crossed, Crossing, Groups, MeasureOrder
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.paint.sheets import Column, Line, RowKind, Sheet, SheetCell, SheetRow, Words


def orders_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return for each measure a row a place in the order, highest first, and who crosses."""
    rows = [row for order in details.orders for row in _rows(order, texts)]
    return Sheet(
        (
            Column("", 0.0, 36.0),
            Column(_tr("All words"), 1.0, 110.0),
            Column(_tr("Own words only"), 1.0, 110.0),
        ),
        tuple(rows),
        _tr("Too little text to order: it takes two texts with a rate in their own voice."),
    )


def _rows(order: MeasureOrder, texts: EventTexts) -> list[SheetRow]:
    own, whole = _known(order.own, texts), _known(order.whole, texts)
    if sum(map(len, own)) < 2:
        return []
    title = Words(_measure(order.measure), "small-strong")
    rows = [SheetRow((SheetCell(((title,),)),), RowKind.HEAD, _tr("highest first"))]
    for nth, (left, right) in enumerate(zip_longest(whole, own, fillvalue=()), 1):
        number = SheetCell(((Words(str(nth), "small", "text2"),),))
        rows.append(SheetRow((number, _group(left, texts), _group(right, texts))))
    said = [_crossing(each, texts) for each in order.crossings if each.article in texts]
    words = " ".join(said) or _tr("No outlet enters or leaves a tie.")
    note = SheetCell(((Words(words, "small", "text2", is_ours=True),),))
    rows.append(SheetRow((note,), RowKind.NOTE))
    return rows


def _known(groups: Groups, texts: EventTexts) -> list[tuple[str, ...]]:
    known = (tuple(article for article in group if article in texts) for group in groups)
    return [group for group in known if group]


def _group(articles: Sequence[str], texts: EventTexts) -> SheetCell:
    line: Line = tuple(texts.badge(article) for article in articles)
    if len(articles) > 1:
        line = (*line, Words(_tr("tie"), "small", "text2"))
    return SheetCell((line,) if line else (), tuple(p for a in articles for p in texts.head(a)))


def _crossing(crossing: Crossing, texts: EventTexts) -> str:
    name = texts.badge(crossing.article).name
    words = {
        Crossed.ENTERS: _tr("{outlet} enters a tie when quotations are counted."),
        Crossed.LEAVES: _tr("{outlet} leaves a tie when quotations are counted."),
        Crossed.CHANGES: _tr("{outlet} ties with others when quotations are counted."),
        Crossed.PASSES: _tr("{outlet} passes through a tie when quotations are counted."),
    }
    return words[crossing.crossed].format(outlet=name)


def _measure(measure: str) -> str:
    return {LOADED: _tr("Loaded wording"), TONE: _tr("Tone")}[measure]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
