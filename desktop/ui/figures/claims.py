"""What a cell of the claim grid says in words: how it relates to its claim, and who says it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.core.model.comparisons import Cell, Relation

_WORDED = {Relation.OTHER_VERB, Relation.OTHER_CERTAINTY}
_PLAIN_WORDS = {Relation.MORE_SPECIFIC, Relation.LESS_SPECIFIC}


def relation_name(relation: Relation) -> str:
    """Return the name of a relation, as a menu lists it."""
    return {
        Relation.SAME: _tr("Same"),
        Relation.MORE_SPECIFIC: _tr("More specific"),
        Relation.LESS_SPECIFIC: _tr("Less specific"),
        Relation.OTHER_FIGURE: _tr("Other figure"),
        Relation.OTHER_SCOPE: _tr("Other scope"),
        Relation.OTHER_ATTRIBUTION: _tr("Other attribution"),
        Relation.OTHER_VERB: _tr("Other verb"),
        Relation.OTHER_CERTAINTY: _tr("Other certainty"),
        Relation.NOT_FOUND: _tr("Not found"),
    }[relation]


def relation_words(cell: Cell) -> str:
    """Return how a cell relates to its claim as the evidence bar says it."""
    words = {
        Relation.SAME: _tr("Says the same"),
        Relation.MORE_SPECIFIC: _tr("More specific"),
        Relation.LESS_SPECIFIC: _tr("Less specific"),
        Relation.OTHER_FIGURE: _tr("Different figure, same scope"),
        Relation.OTHER_SCOPE: _tr("Other scope, no contradiction"),
        Relation.OTHER_ATTRIBUTION: _tr("Attributed otherwise"),
        Relation.OTHER_VERB: _tr("Another verb"),
        Relation.OTHER_CERTAINTY: _tr("Other certainty"),
        Relation.NOT_FOUND: _tr("Not found in this text"),
    }[cell.relation]
    return _tr("{relation}, stated by you").format(relation=words) if cell.by_user else words


def said_by(cell: Cell) -> str:
    """Return who says it: a speaker, or the outlet's own voice."""
    return cell.attribution or _tr("own voice")


def cell_sentence(cell: Cell) -> str:
    """Return a claim's cell in words, for those who listen and for copying."""
    relation = relation_words(cell)
    lowered = relation[:1].lower() + relation[1:]
    if cell.relation is Relation.NOT_FOUND:
        return lowered
    return ", ".join(part for part in (lowered, cell.note, said_by(cell)) if part)


def chip_words(cell: Cell) -> str:
    """Return what stands on the chip of a cell with another figure or scope; else nothing."""
    if cell.relation is Relation.OTHER_FIGURE:
        return f"≠ {cell.note}".strip()
    return cell.note or _tr("other scope") if cell.relation is Relation.OTHER_SCOPE else ""


def plain_words(cell: Cell) -> str:
    """Return who says it and, where the words differ, how."""
    who = said_by(cell)
    if cell.relation in _WORDED and cell.note:
        return f"{who}: “{cell.note.strip('“”')}”"
    if cell.relation in _PLAIN_WORDS:
        how = _tr("more specific"), _tr("less specific")
        return f"{who}, {how[cell.relation is Relation.LESS_SPECIFIC]}"
    return f"{who}, {cell.note}" if cell.note else who


def _tr(words: str) -> str:
    return QCoreApplication.translate("Compare", words)
