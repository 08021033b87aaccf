"""Quotations and shared text on paper: the tables of the screen, as wide as a page takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.services.reports import Report
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.figures.outlets import OutletColumn
from desktop.ui.figures.quote_grid import quote_sheet, quotes_subtitle, quotes_title
from desktop.ui.figures.wire import (
    share_sheet,
    shares_subtitle,
    shares_title,
    wire_sheet,
    wire_subtitle,
    wire_title,
)
from desktop.ui.paint.sheets import Sheet
from desktop.ui.printing.details import sheet_flows
from desktop.ui.printing.flow import Flow, Space
from desktop.ui.printing.pieces import Heading, Paragraph

# A page takes so many outlets side by side; of more it gives the counts.
MOST_NARROW = 12


def quotation_flows(report: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    """Yield the completeness grid; nothing where nobody is quoted in two texts."""
    reprints = report.view.comparison.reprints
    texts = EventTexts(columns)
    sheet = quote_sheet(report.details.quotations, texts, reprints, MOST_NARROW)
    yield from _section(sheet, quotes_title(), quotes_subtitle())


def wire_flows(report: Report, columns: Sequence[OutletColumn]) -> Iterator[Flow]:
    """Yield the shared passages and each outlet's share; nothing where no text is shared."""
    texts, ledger = EventTexts(columns), report.details.wire
    passages = wire_sheet(ledger, texts, report.view.comparison.reprints)
    yield from _section(passages, wire_title(), wire_subtitle())
    yield from _section(share_sheet(ledger, texts), shares_title(), shares_subtitle())


def _section(sheet: Sheet, title: str, subtitle: str) -> Iterator[Flow]:
    if sheet.rows:
        yield Heading(title)
        yield Paragraph(subtitle, "small", "text2", keeps_next=True)
        yield Space(4)
        yield from sheet_flows(sheet)
        yield Space(14)
