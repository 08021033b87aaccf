"""How the texts name an actor: own forms in the order of first use, quoted ones apart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.core.model.analyses import Voice
from desktop.core.model.details import ArticleForms, Details, Naming
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.figures.outlet_grid import Matter, grid_columns, grid_rows
from desktop.ui.paint.sheets import Line, Sheet, SheetCell, Square, Words

_LEAST_TEXTS = 2


def naming_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return a row an actor: those that most texts name come first."""
    rows = [row for row in details.naming if any(each.article in texts for each in row.own)]
    ranked = sorted(rows, key=lambda row: -len(row.own))
    several = [row for row in ranked if len(row.own) >= _LEAST_TEXTS]
    return Sheet(
        grid_columns(texts, (_tr("Actor"), _tr("Names"))),
        grid_rows(texts, [_matter(row, texts) for row in several or ranked]),
        _tr("No actor was found. A person, a place or a body that is named would stand here."),
    )


def _matter(row: Naming, texts: EventTexts) -> Matter:
    own = {each.article: each for each in row.own if each.article in texts}
    quoted = {each.article: each for each in row.quoted if each.article in texts}
    label = SheetCell(((Words(row.actor, "small-strong"),),))
    cells = {
        article: _cell(own.get(article), quoted.get(article))
        for article in texts.ordered((*own, *quoted))
    }
    return Matter(label, cells)


def _cell(own: ArticleForms | None, quoted: ArticleForms | None) -> SheetCell:
    lines: list[Line] = []
    spoken: list[str] = []
    parts = ((own, Voice.OWN, _tr("own voice")), (quoted, Voice.QUOTED, _tr("quoted")))
    for forms, voice, name in parts:
        if forms is not None and forms.forms:
            words = _forms(forms)
            lines.append((Square(voice), Words(words, "small", "text")))
            spoken.append(f"{name}: {words}")
    places = [form.place for forms in (own, quoted) if forms for form in forms.forms]
    return SheetCell(tuple(lines), tuple(places), "; ".join(spoken))


def _forms(forms: ArticleForms) -> str:
    return ", ".join(_counted(form.form, form.count) for form in forms.forms)


def _counted(form: str, count: int) -> str:
    return f"{form} ×{count}" if count > 1 else form


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
