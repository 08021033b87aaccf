"""Privacy in lines and a table: what was counted, what holds readers in, what was bundled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.services.privacy import BundledData, IsolationCheck, NetworkCount
from desktop.ui.paint.sheets import Column, Sheet, SheetCell, SheetRow, Words

_MB = 1_000_000
_KB = 1000


@dataclass(frozen=True, slots=True)
class Fact:
    """A line: whether what it says is as it should be, None where it says neither."""

    is_good: bool | None
    words: str
    note: str = ""
    verdict: str = ""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return ". ".join(part for part in (self.words, self.note or self.verdict) if part)


def network_facts(network: NetworkCount) -> tuple[Fact, ...]:
    """Return what was counted since the start."""
    tried = _tr("{number} attempts to reach a network since this start").format(
        number=network.tried
    )
    if network.tried == 1:
        tried = _tr("1 attempt to reach a network since this start")
    facts = [
        Fact(network.tried == 0, tried, _tr("program and readers"), _verdict(not network.tried))
    ]
    if network.open_now is not None:
        words = _tr("{number} sockets to a network open now").format(number=network.open_now)
        if network.open_now == 1:
            words = _tr("1 socket to a network open now")
        facts.append(
            Fact(network.open_now == 0, words, _tr("by the kernel"), _verdict(not network.open_now))
        )
    return tuple(facts)


def means_facts(check: IsolationCheck) -> tuple[Fact, ...]:
    """Return what the system does to hold readers in."""
    return tuple(
        Fact(
            state.in_force,
            _tr(state.words),
            verdict=_tr("In force") if state.in_force else _tr("Not on this system"),
        )
        for state in check.means
    )


def trial_facts(check: IsolationCheck) -> tuple[Fact, ...]:
    """Return what a reader tried and what came of it."""
    return tuple(
        Fact(
            trial.refused,
            _tr(trial.words),
            _tr("refused") if trial.refused else _tr("not refused"),
            _verdict(trial.refused),
        )
        for trial in check.trials
    )


def bundled_sheet(bundled: Sequence[BundledData]) -> Sheet:
    """Return a row for each part of the data, with its size and license."""
    return Sheet(
        (
            Column(_tr("Data"), 2.2, 240.0),
            Column(_tr("Size"), 0.6, 70.0),
            Column(_tr("License"), 1.4, 150.0),
        ),
        tuple(
            SheetRow(tuple(_cell(text) for text in (_tr(d.name), size_words(d.size), d.license)))
            for d in bundled
        ),
    )


def size_words(size: int) -> str:
    """Return a size as people read it.

    >>> size_words(1_157_005), size_words(15_883), size_words(0)
    ('1.2 MB', '16 kB', '0 kB')
    """
    return f"{size / _MB:.1f} MB" if size >= _MB else f"{size / _KB:.0f} kB"


def _verdict(is_good: bool) -> str:
    return _tr("As it should be") if is_good else _tr("Not as it should be")


def _cell(text: str) -> SheetCell:
    return SheetCell(((Words(text, "small", "text"),),))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Privacy", text)
