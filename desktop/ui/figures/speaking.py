"""Who speaks: the four voices of each text, and the words that speakers and roles are given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.core.framing.roles import office_of
from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.details import Details
from desktop.core.model.speaking import ArticleVoices, RolePart, SpeakerPart, VoicePart
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.figures.outlet_grid import Matter, grid_columns, grid_rows
from desktop.ui.labels import voice_label
from desktop.ui.paint.sheets import Column, Line, Sheet, SheetCell, SheetRow, Square, Strip, Words
from desktop.ui.words import no_rate, tone_number, words_count

_VOICES = (Voice.OWN, Voice.QUOTED, Voice.INDIRECT, Voice.UNCLEAR)
_OUTLET_PX, _VOICE_PX = 150.0, 110.0
_MOST_NAMES = 4


def ledger_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return a row a text: the words of each voice, its loaded wording and its tone."""
    rows = {each.article: each for each in details.voices if each.article in texts}
    columns = [Column(voice_label(voice), 1.0, _VOICE_PX) for voice in _VOICES]
    return Sheet(
        (Column(_tr("Outlet"), 1.2, _OUTLET_PX), *columns),
        tuple(_ledger_row(rows[article], texts) for article in texts.ids if article in rows),
        _tr("No text has words that are scored."),
        few_lines=3,
    )


def _ledger_row(row: ArticleVoices, texts: EventTexts) -> SheetRow:
    badge, total = texts.badge(row.article), sum(part.words for part in row.ledger)
    parts = {part.voice: part for part in row.ledger}
    name = texts.name(row.article, "small-strong", "text")
    label = ((badge, name), (Words(words_count(total), "small", "text2"),))
    opened = texts.head(row.article)
    cells = (
        replace(
            _ledger_cell(parts.get(voice), voice, total), places=texts.spoken(row.article, voice)
        )
        for voice in _VOICES
    )
    return SheetRow((SheetCell(label, opened), *cells))


def _ledger_cell(part: VoicePart | None, voice: Voice, total: int) -> SheetCell:
    words = part.words if part else 0
    share = f"{words / total * 100:.0f} %" if total else "–"
    first = (Square(voice), Words(f"{words:,}", "small-strong"), Words(share, "small", "text2"))
    if part is None or not words:
        return SheetCell((first,))
    if part.loaded.value is None:
        return SheetCell((first, (Words(no_rate(part.loaded), "caption", "text3"),)))
    loaded = _tr("loaded {rate} per 100").format(rate=f"{part.loaded.value:.1f}")
    lines: list[Line] = [first, (Words(loaded, "caption", "text2"),)]
    if part.tone.value is not None:
        tone = _tr("tone {tone}").format(tone=tone_number(part.tone.value))
        lines.append((Words(tone, "caption", "text2"),))
    return SheetCell(tuple(lines))


def balance_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return a row a role: the words it is given in each text, and where it is first heard.

    Roles with the most words come first, "role unknown" last.
    """
    cells: defaultdict[str | None, dict[str, SheetCell]] = defaultdict(dict)
    names: defaultdict[str | None, dict[str, None]] = defaultdict(dict)
    words: defaultdict[str | None, int] = defaultdict(int)
    for row in details.voices:
        if row.article not in texts:
            continue
        for role in row.roles:
            speakers = [one for one in row.speakers if _office(one) == role.role]
            cells[role.role][row.article] = _role_cell(role, speakers, texts)
            names[role.role].update(dict.fromkeys(one.name for one in speakers if one.name))
            words[role.role] += role.words
    ordered = sorted(words, key=lambda role: (role is None, -words[role], role or ""))
    matters = [Matter(_role_label(role, tuple(names[role])), cells[role]) for role in ordered]
    return Sheet(
        grid_columns(texts, (_tr("Role"), _tr("Words and where first heard")), 1.4),
        grid_rows(texts, matters),
        _tr("Nobody is quoted or reported. It takes words that somebody is named for."),
    )


def _office(speaker: SpeakerPart) -> str | None:
    return office_of(speaker.role) if speaker.role else None


def _role_label(role: str | None, names: Sequence[str]) -> SheetCell:
    title = Words(role or _tr("Role unknown"), "small-strong")
    shown = ", ".join(names[:_MOST_NAMES]) or _tr("unnamed")
    more = len(names) - _MOST_NAMES
    if more > 0:
        shown = _tr("{names} and {count} more").format(names=shown, count=more)
    return SheetCell(((title,), (Words(shown, "small", "text2"),)))


def _role_cell(role: RolePart, speakers: Sequence[SpeakerPart], texts: EventTexts) -> SheetCell:
    marked = sum(one.marked for one in speakers)
    places = texts.known(sorted((one.first for one in speakers), key=lambda place: place.span))
    counts = f"{marked} + {role.words - marked}"
    first = texts.depth(places[0]) if places else 0.0
    strip = Strip(first, role.share), Words(f"{first * 100:.0f} %", "caption", "text2")
    spoken = _tr(
        "{marked} words in quotation marks and {reported} reported, {share} % of all; "
        "first heard at {first} %"
    ).format(
        marked=marked,
        reported=role.words - marked,
        share=f"{role.share * 100:.0f}",
        first=f"{first * 100:.0f}",
    )
    return SheetCell(((Words(counts, "small-strong"),), strip), places, spoken)


def tone_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return a row an actor: the tone towards it in each text, in own voice and in others'."""
    cells: defaultdict[str, dict[str, SheetCell]] = defaultdict(dict)
    for tone in details.tones:
        if tone.article in texts:
            places = texts.known(tone.evidence)
            lines = (_tone_line(tone.own, Voice.OWN), _tone_line(tone.quoted, Voice.QUOTED))
            said = tuple(line for line in lines if line)
            if said:
                cells[tone.actor][tone.article] = SheetCell(said, places)
    ordered = sorted(cells, key=lambda actor: (-len(cells[actor]), actor))
    matters = [Matter(SheetCell(((Words(a, "small-strong"),),)), cells[a]) for a in ordered]
    return Sheet(
        grid_columns(texts, (_tr("Towards"), _tr("Tone"))),
        grid_rows(texts, matters),
        _tr("No actor is named often enough. It takes names that stand in scored sentences."),
    )


def _tone_line(rate: Rate, voice: Voice) -> Line:
    if not rate.count:
        return ()
    square = Square(voice, voice_label(voice))
    if rate.value is None:
        return square, Words(no_rate(rate), "caption", "text3")
    number = Words(tone_number(rate.value), "small-strong")
    if rate.low is None or rate.high is None:
        return square, number
    ends = f"{tone_number(rate.low)} … {tone_number(rate.high)}"
    return square, number, Words(ends, "caption", "text2")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
