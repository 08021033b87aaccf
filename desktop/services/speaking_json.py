"""Voices, speakers, tone towards actors and orders of a comparison, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.core.model.actor_tones import ActorTone
from desktop.core.model.analyses import Analysis, Rate, Voice
from desktop.core.model.articles import Article
from desktop.core.model.orders import MeasureOrder
from desktop.core.model.places import Place
from desktop.core.model.speaking import ArticleVoices, RolePart, SpeakerPart, VoicePart
from desktop.services.parts_json import Texts, place_json, places_json

Record = dict[str, Any]

_LEDGER = {
    Voice.OWN: "own",
    Voice.QUOTED: "direct",
    Voice.INDIRECT: "indirect",
    Voice.UNCLEAR: "unclear",
}


def rate_json(rate: Rate) -> Record:
    """Return a rate; one that the text's language rules out names the language."""
    low, high = (None if end is None else round(end, 4) for end in (rate.low, rate.high))
    value = None if rate.value is None else round(rate.value, 4)
    row = {"value": value, "count": rate.count, "words": rate.words, "low": low, "high": high}
    return {**row, "language": rate.language} if rate.language else row


def voices_json(article: Article, analysis: Analysis, voices: ArticleVoices) -> Record:
    """Return the voices of an article, who speaks in it, and what the user said of voices."""
    texts = {article.id: article.text}
    return {
        "ledger": {_LEDGER[part.voice]: _part(part) for part in voices.ledger},
        "own": {"loaded": rate_json(analysis.own.loaded), "tone": rate_json(analysis.own.tone)},
        "quoted": {
            "loaded": rate_json(analysis.quoted.loaded),
            "tone": rate_json(analysis.quoted.tone),
        },
        "speakers": [_speaker(part, article) for part in voices.speakers],
        "roles": [_role(part) for part in voices.roles],
        "stated": [
            {
                "place": place_json(Place(article.id, one.span), texts),
                "voice": one.voice.value if one.voice else None,
                "speaker": one.speaker or None,
            }
            for one in analysis.stated
        ],
    }


def _part(part: VoicePart) -> Record:
    return {
        "words": part.words,
        "tone": rate_json(part.tone),
        "loaded": rate_json(part.loaded),
    }


def _speaker(part: SpeakerPart, article: Article) -> Record:
    return {
        "name": part.name,
        "role": part.role,
        "words": part.words,
        "in_marks": part.marked,
        "share": part.share,
        "thirds": list(part.thirds),
        "first": round(part.first.span.start / len(article.text), 4),
        "place": place_json(part.first, {article.id: article.text}),
    }


def _role(part: RolePart) -> Record:
    return {
        "role": part.role,
        "words": part.words,
        "share": part.share,
        "thirds": list(part.thirds),
    }


def tones_json(tones: Sequence[ActorTone], texts: Texts) -> Record:
    """Return the tone towards actors, with the articles as keys."""
    rows: Record = {article: [] for article in texts}
    for tone in tones:
        rows[tone.article].append(
            {
                "actor": tone.actor,
                "own": rate_json(tone.own),
                "quoted": rate_json(tone.quoted),
                "evidence": places_json(tone.evidence, texts),
            }
        )
    return rows


def ranks_json(orders: Sequence[MeasureOrder]) -> Record:
    """Return the orders by measure, without quotations and with them, and what crosses."""
    return {
        order.measure: {
            "without_quotations": [list(group) for group in order.own],
            "with_quotations": [list(group) for group in order.whole],
            "crossings": [
                {
                    "article": each.article,
                    "crossing": each.crossed,
                    "place_without": each.own,
                    "place_with": each.whole,
                    "others": list(each.others),
                }
                for each in order.crossings
            ],
        }
        for order in orders
    }
