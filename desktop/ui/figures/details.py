"""The kinds of detail that an event has, what each is called, and the sheet of each."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QCoreApplication

from desktop.core.model.details import Details
from desktop.services.views import EventView
from desktop.ui.figures.agency import agency_sheet
from desktop.ui.figures.attribution import attribution_sheet
from desktop.ui.figures.certainty import certainty_sheet
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.figures.five_w import five_w_sheet
from desktop.ui.figures.headline_check import headlines_sheet
from desktop.ui.figures.keyness import keyness_sheet
from desktop.ui.figures.left_out import left_out_sheet
from desktop.ui.figures.minimal_pairs import pairs_sheet
from desktop.ui.figures.naming import naming_sheet
from desktop.ui.figures.number_desk import number_desk_sheet
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.figures.prominence import prominence_sheet
from desktop.ui.figures.questions import questions_sheet
from desktop.ui.figures.speaking import tone_sheet
from desktop.ui.paint.sheets import Sheet


class DetailKind(Enum):
    """A kind of detail, in the order of the filters."""

    NUMBERS = "numbers"
    NAMING = "naming"
    FIVE_W = "five w"
    QUESTIONS = "questions"
    HEADLINES = "headlines"
    PROMINENCE = "prominence"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    AGENCY = "agency"
    WORDS = "words"
    PAIRS = "pairs"
    TONE = "tone"
    LEFT_OUT = "left out"


_MAKERS: dict[DetailKind, Callable[[Details, EventTexts], Sheet]] = {
    DetailKind.NUMBERS: number_desk_sheet,
    DetailKind.NAMING: naming_sheet,
    DetailKind.FIVE_W: five_w_sheet,
    DetailKind.QUESTIONS: questions_sheet,
    DetailKind.HEADLINES: headlines_sheet,
    DetailKind.PROMINENCE: prominence_sheet,
    DetailKind.ATTRIBUTION: attribution_sheet,
    DetailKind.CERTAINTY: certainty_sheet,
    DetailKind.AGENCY: agency_sheet,
    DetailKind.WORDS: keyness_sheet,
    DetailKind.PAIRS: pairs_sheet,
    DetailKind.TONE: tone_sheet,
    DetailKind.LEFT_OUT: left_out_sheet,
}


def make_sheet(kind: DetailKind, details: Details, texts: EventTexts) -> Sheet:
    """Return the table of one kind of detail."""
    return _MAKERS[kind](details, texts)


def make_sheets(view: EventView, details: Details) -> dict[DetailKind, Sheet]:
    """Return the tables of all kinds; of many articles this takes a second, in any thread."""
    texts = EventTexts(outlet_columns(view))
    return {kind: make_sheet(kind, details, texts) for kind in DetailKind}


def filters_name() -> str:
    """Return what the filters together are called."""
    return _tr("Kinds of detail")


def filter_words(kind: DetailKind) -> str:
    """Return what a kind is called on its filter."""
    return {
        DetailKind.NUMBERS: _tr("Numbers"),
        DetailKind.NAMING: _tr("Naming"),
        DetailKind.FIVE_W: _tr("Five W"),
        DetailKind.QUESTIONS: _tr("Questions"),
        DetailKind.HEADLINES: _tr("Headlines"),
        DetailKind.PROMINENCE: _tr("Prominence"),
        DetailKind.ATTRIBUTION: _tr("Attribution"),
        DetailKind.CERTAINTY: _tr("Certainty"),
        DetailKind.AGENCY: _tr("Agency"),
        DetailKind.WORDS: _tr("Words"),
        DetailKind.PAIRS: _tr("Pairs"),
        DetailKind.TONE: _tr("Tone"),
        DetailKind.LEFT_OUT: _tr("Left out"),
    }[kind]


def card_title(kind: DetailKind) -> str:
    """Return the title of a kind's card and of its section on paper."""
    return {
        DetailKind.NUMBERS: _tr("Number desk"),
        DetailKind.CERTAINTY: _tr("Certainty ladder"),
        DetailKind.PAIRS: _tr("Minimal pairs"),
        DetailKind.TONE: _tr("Tone towards actors"),
    }.get(kind) or filter_words(kind)


def card_subtitle(kind: DetailKind) -> str:
    """Return what stands beside the title: how the card is to be read."""
    return {
        DetailKind.NUMBERS: _tr("Scope first. Figures conflict only where count and scope agree."),
        DetailKind.NAMING: _tr("Own forms in order of first use, quoted ones apart."),
        DetailKind.FIVE_W: _tr("A dash: not found in this text."),
        DetailKind.QUESTIONS: _tr("To the reader; none says why, or who is right."),
        DetailKind.HEADLINES: _tr("The sentence of the body that carries each part."),
        DetailKind.PROMINENCE: _tr("Where it first stands in a text, and its share of the words."),
        DetailKind.ATTRIBUTION: _tr("Own voice here, attributed elsewhere"),
        DetailKind.CERTAINTY: _tr("One claim, told more or less surely"),
        DetailKind.AGENCY: _tr("Who acts?"),
        DetailKind.WORDS: _tr("Used more here than elsewhere, in own voice."),
        DetailKind.PAIRS: _tr("Sentences of two texts that differ in a word or two."),
        DetailKind.TONE: _tr("From −1, critical, to +1, favorable wording; with 95 % ranges."),
        DetailKind.LEFT_OUT: _tr("Parts of the comparison that a text is not in, and why."),
    }[kind]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
