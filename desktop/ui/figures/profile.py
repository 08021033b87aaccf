"""The profile of an outlet as tables: a row a measure, and the events behind one of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.core.model.profiles import Measure, OutletProfile, ProfileRow
from desktop.ui.paint.sheets import Column, Sheet, SheetCell, SheetRow, Words
from desktop.ui.words import counted, tone_number


def profile_sheet(profile: OutletProfile) -> Sheet:
    """Return a row a measure: the mean difference with its range, or why there is none."""
    return Sheet(
        (
            Column(_tr("Measure"), 1.2, 170.0),
            Column(_tr("Difference from the others"), 1.4, 190.0),
            Column(_tr("Events"), 0.5, 80.0),
        ),
        tuple(_row(row) for row in profile.rows),
    )


def events_sheet(row: ProfileRow, labels: Mapping[str, str]) -> Sheet:
    """Return a row an event: what the outlet has, what the others have on the mean."""
    unit = _unit(row.measure)
    return Sheet(
        (
            Column(_tr("Event"), 2.0, 180.0),
            Column(_tr("This outlet"), 0.7, 80.0),
            Column(_tr("The others"), 0.7, 80.0),
            Column(_tr("Difference"), 0.7, 80.0),
        ),
        tuple(
            SheetRow(
                (
                    _cell(labels.get(each.event, _tr("An event that is no longer there"))),
                    _cell(f"{each.value:.2f}"),
                    _cell(f"{each.others:.2f}"),
                    _cell(tone_number(each.difference), "small-strong"),
                )
            )
            for each in row.events
        ),
        _tr("No event gives this measure, {unit}, for the outlet and another one.").format(
            unit=unit
        ),
    )


def measure_words(measure: Measure) -> str:
    """Return what a measure is called."""
    return {
        Measure.LOADED: _tr("Loaded wording, own voice"),
        Measure.TONE: _tr("Tone, own voice"),
        Measure.QUOTED: _tr("Share of quoted words"),
        Measure.VERDICTS: _tr("Report verbs with a verdict"),
        Measure.UNNAMED: _tr("Unnamed sources"),
    }[measure]


def events_count(number: int) -> str:
    """Return a number of events: "8 events"."""
    return counted(number, _tr("event"), _tr("events"))


def _row(row: ProfileRow) -> SheetRow:
    name = (Words(measure_words(row.measure), "small-strong"),)
    unit = (Words(_unit(row.measure), "small", "text2"),)
    return SheetRow((SheetCell((name, unit)), _difference(row), _cell(str(len(row.events)))))


def _difference(row: ProfileRow) -> SheetCell:
    if row.mean is None or row.low is None or row.high is None:
        return _cell(row.reason, color="text2")
    ends = _tr("95 % range {low} to {high}").format(
        low=tone_number(row.low), high=tone_number(row.high)
    )
    inside = row.low <= 0.0 <= row.high
    sure = _tr("Zero is inside.") if inside else _tr("Zero is outside.")
    lines = (
        (Words(tone_number(row.mean), "small-strong"), Words(ends, "small", "text2")),
        (Words(sure, "small", "text2"),),
    )
    return SheetCell(lines)


def _unit(measure: Measure) -> str:
    return {
        Measure.LOADED: _tr("per 100 words"),
        Measure.TONE: _tr("from −1 to 1"),
        Measure.QUOTED: _tr("per 100 words"),
        Measure.VERDICTS: _tr("per 100 report verbs"),
        Measure.UNNAMED: _tr("per article"),
    }[measure]


def _cell(words: str, kind: str = "small", color: str = "text") -> SheetCell:
    return SheetCell(((Words(words, kind, color),),))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Profile", words)
