"""What the page of voices shows of an event: its kinds, what each is called, and its table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from desktop.core.model.details import Details
from desktop.services.views import EventView
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.figures.orders import orders_sheet
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.figures.quote_grid import quote_sheet, quotes_subtitle, quotes_title
from desktop.ui.figures.speaking import balance_sheet, ledger_sheet
from desktop.ui.figures.wire import (
    share_sheet,
    shares_subtitle,
    shares_title,
    wire_sheet,
    wire_subtitle,
    wire_title,
)
from desktop.ui.paint.sheets import Sheet


class VoiceKind(Enum):
    """A kind of what the page shows, in reading order."""

    LEDGER = "ledger"
    ORDERS = "orders"
    QUOTATIONS = "quotations"
    BALANCE = "balance"
    WIRE = "wire"
    SHARES = "shares"


VoiceSheets: TypeAlias = Mapping[VoiceKind, Sheet]


def make_voice_sheets(view: EventView, details: Details) -> VoiceSheets:
    """Return the tables of an event's voices and of the text that outlets share."""
    texts, reprints = EventTexts(outlet_columns(view)), view.comparison.reprints
    return {
        VoiceKind.LEDGER: ledger_sheet(details, texts),
        VoiceKind.ORDERS: orders_sheet(details, texts),
        VoiceKind.QUOTATIONS: quote_sheet(details.quotations, texts, reprints),
        VoiceKind.BALANCE: balance_sheet(details, texts),
        VoiceKind.WIRE: wire_sheet(details.wire, texts, reprints),
        VoiceKind.SHARES: share_sheet(details.wire, texts),
    }


def voices_name() -> str:
    """Return what the filters together are called."""
    return _tr("Kinds of voices")


def voice_filter(kind: VoiceKind) -> str:
    """Return what a kind is called on its filter."""
    return {
        VoiceKind.LEDGER: _tr("Ledger"),
        VoiceKind.ORDERS: _tr("Rank"),
        VoiceKind.QUOTATIONS: _tr("Quotations"),
        VoiceKind.BALANCE: _tr("Balance"),
        VoiceKind.WIRE: _tr("Wire"),
        VoiceKind.SHARES: _tr("Shared text"),
    }[kind]


def voice_heads(kind: VoiceKind) -> tuple[str, str]:
    """Return the title of a kind's card, and how the card is to be read."""
    return {
        VoiceKind.LEDGER: (
            _tr("Voice ledger"),
            _tr("Each voice by itself: its words, loaded wording per 100 of them, and tone."),
        ),
        VoiceKind.ORDERS: (
            _tr("Rank with and without quotations"),
            _tr("A tie is one place; only who enters or leaves one is named."),
        ),
        VoiceKind.QUOTATIONS: (quotes_title(), quotes_subtitle()),
        VoiceKind.BALANCE: (
            _tr("Perspective balance"),
            _tr("Quoted and reported words of each role, and where it is first heard."),
        ),
        VoiceKind.WIRE: (wire_title(), wire_subtitle()),
        VoiceKind.SHARES: (shares_title(), shares_subtitle()),
    }[kind]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Voices", words)
