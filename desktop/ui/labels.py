"""What the window calls voices, kinds of wording, kinds of block and origins."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.core.model.analyses import Category, Voice
from desktop.core.model.articles import BlockKind, Origin


def _tr(words: str) -> str:
    return QCoreApplication.translate("labels", words)


def voice_label(voice: Voice) -> str:
    """Return the name of a voice as a heading says it."""
    return {
        Voice.OWN: _tr("Own voice"),
        Voice.QUOTED: _tr("Quoted voices"),
        Voice.INDIRECT: _tr("Indirect reports"),
        Voice.UNCLEAR: _tr("Unclear"),
    }[voice]


def voice_word(voice: Voice) -> str:
    """Return the name of one wording's voice as a chip says it."""
    return {
        Voice.OWN: _tr("own voice"),
        Voice.QUOTED: _tr("quoted"),
        Voice.INDIRECT: _tr("indirect report"),
        Voice.UNCLEAR: _tr("unclear"),
    }[voice]


def category_label(category: Category) -> str:
    """Return the name of a kind of loaded wording as a chip says it."""
    return {
        Category.EMOTIVE_VERB: _tr("emotive verb"),
        Category.CHARGED_NOUN: _tr("charged noun"),
        Category.CHARGED_ADJECTIVE: _tr("charged adjective"),
        Category.INTENSIFIER: _tr("intensifier"),
        Category.ABSOLUTIST: _tr("absolutist"),
        Category.MINIMISER: _tr("minimizer"),
        Category.HYPERBOLE: _tr("hyperbole"),
        Category.METAPHOR: _tr("metaphor"),
        Category.MIND_READING: _tr("mind-reading"),
        Category.PRESUPPOSITION: _tr("presupposition"),
        Category.SCARE_QUOTE: _tr("scare quote"),
        Category.VERDICT_VERB: _tr("report verb with a verdict"),
        Category.AGENTLESS: _tr("passive without an agent"),
    }[category]


def block_label(kind: BlockKind) -> str:
    """Return the name of a kind of block as its row says it."""
    return {
        BlockKind.HEADLINE: _tr("Headline"),
        BlockKind.STANDFIRST: _tr("Standfirst"),
        BlockKind.BULLET: _tr("Key point"),
        BlockKind.BODY: _tr("Paragraph"),
        BlockKind.DATELINE: _tr("Dateline"),
        BlockKind.BYLINE: _tr("Byline"),
        BlockKind.AGENCY_CREDIT: _tr("Agency credit"),
        BlockKind.CAPTION: _tr("Caption"),
        BlockKind.SUBHEADING: _tr("Subheading"),
        BlockKind.REPEATED_HEADLINE: _tr("Repeated headline"),
        BlockKind.RELATED: _tr("Related headline"),
        BlockKind.APPEAL: _tr("Appeal to readers"),
        BlockKind.BIO: _tr("About the author"),
        BlockKind.RESIDUE: _tr("Text of the page"),
    }[kind]


def origin_label(origin: Origin) -> str:
    """Return where a field comes from as its chip says it; empty where nobody stated it."""
    return {
        Origin.TEXT: _tr("from text"),
        Origin.FILE: _tr("from file"),
        Origin.SIDECAR: _tr("from sidecar"),
        Origin.USER: _tr("added by you"),
        Origin.UNKNOWN: "",
    }[origin]
