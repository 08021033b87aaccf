"""The comparison of an event as JSON: what researchers, tests and checks of a report read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from desktop.core.analysis.articles import ENGINE_VERSION
from desktop.core.analysis.details import detail_comparison
from desktop.core.analysis.revisions import revise_details
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article, Stated
from desktop.core.model.comparisons import Place
from desktop.core.model.details import Details
from desktop.services.decisions_json import decisions_json
from desktop.services.lexicons import load_lexicons
from desktop.services.parts_json import parts_json, place_json, places_json
from desktop.services.reports import settings_hash, text_hash
from desktop.services.speaking_json import ranks_json, tones_json, voices_json
from desktop.services.variants_json import variants_json
from desktop.services.views import EventView
from desktop.services.wire_json import wire_json

FORMAT = "crosslight-comparison/1"


def report_json(view: EventView, found: Details | None = None) -> dict[str, Any]:
    """Return the comparison with every place quoted, as `docs/comparison.md` describes it.

    Two runs on the same library give the same but for `made`.

    Args:
        view: The event.
        found: The details of its comparison, where they are at hand.
    """
    texts = {article.id: article.text for article in view.articles}
    pairs = list(zip(view.articles, view.analyses, strict=True))
    lexicons = load_lexicons()
    if found is None:
        found = detail_comparison(view.articles, view.analyses, lexicons, view.comparison)
    details, outcomes = revise_details(found, view.judgments, view.articles)
    return {
        "format": FORMAT,
        "program": f"crosslight {version('crosslight')}",
        "engine": ENGINE_VERSION,
        "lexicons": lexicons.version,
        "settings": settings_hash(view),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "event": _event(view),
        "articles": [_article(article, analysis) for article, analysis in pairs],
        "voices": {
            article.id: voices_json(article, analysis, voices)
            for (article, analysis), voices in zip(pairs, details.voices, strict=True)
        },
        "loaded": [row for pair in pairs for row in _loaded(*pair)],
        "tone": tones_json(details.tones, texts),
        "ranks": ranks_json(details.orders),
        "verbs": [row for pair in pairs for row in _verbs(*pair)],
        "quotations": variants_json(details.quotations, texts),
        "claims": _claims(view, texts),
        **parts_json(details, texts),
        **wire_json(details.wire, view.comparison.reprints, texts),
        "findings": _findings(view, texts),
        "decisions": decisions_json(view, dict(outcomes)),
    }


def write_json(view: EventView) -> bytes:
    """Return the comparison as UTF-8 JSON, indented and with a final line feed."""
    return (json.dumps(report_json(view), indent=1, ensure_ascii=False) + "\n").encode(
        "utf-8", "replace"
    )


def _event(view: EventView) -> dict[str, Any]:
    reasons = [
        {
            "articles": [link.left, link.right],
            "names": list(link.names),
            "figures": list(link.figures),
            "words": list(link.words),
            "days_apart": link.days_apart,
            "cosine": round(link.cosine, 4),
            "weakest": link.weakest,
        }
        for link in view.links
    ]
    return {"id": view.id, "label": view.label, "reasons": reasons}


def _article(article: Article, analysis: Analysis) -> dict[str, Any]:
    metadata = article.metadata
    fields: dict[str, Stated[Any]] = {
        "title": metadata.title,
        "outlet": metadata.outlet,
        "authors": metadata.authors,
        "published": metadata.published,
        "url": metadata.url,
        "language": metadata.language,
        "agency": metadata.agency,
    }
    texts = {article.id: article.text}
    published = metadata.published.value
    return {
        "id": article.id,
        "outlet": metadata.outlet.value,
        "title": article.title,
        "published": published.iso if published else None,
        "authors": list(metadata.authors.value or ()),
        "url": metadata.url.value,
        "language": analysis.language or None,
        "sha256": text_hash(article.text),
        "words": analysis.ledger.total,
        "provenance": {name: _provenance(stated, article.text) for name, stated in fields.items()},
        "blocks": [
            {
                "kind": block.kind.value,
                "scored": block.scored,
                "place": place_json(Place(article.id, block.span), texts),
            }
            for block in analysis.blocks
        ],
    }


def _provenance(stated: Stated[Any], text: str) -> dict[str, Any]:
    row: dict[str, Any] = {"origin": stated.origin.value, "confidence": stated.confidence}
    if stated.evidence is not None:
        span = stated.evidence
        row["evidence"] = {"start": span.start, "end": span.end, "text": span.of(text)}
    return row


def _loaded(article: Article, analysis: Analysis) -> list[dict[str, Any]]:
    texts = {article.id: article.text}
    return [
        {
            "place": place_json(Place(article.id, span.span), texts),
            "category": span.category.value,
            "weight": span.weight,
            "voice": span.voice.value,
            "reason": span.reason,
            "plainer": span.plainer,
            "decision": "ignored" if span.ignored else "marked" if span.by_user else None,
        }
        for span in analysis.loaded
        if analysis.sentence(span.sentence).scored
    ]


def _verbs(article: Article, analysis: Analysis) -> list[dict[str, Any]]:
    texts = {article.id: article.text}
    return [
        {
            "place": place_json(Place(article.id, verb.span), texts),
            "lemma": verb.lemma,
            "rung": verb.rung.value,
            "speaker": verb.speaker,
            "voice": verb.voice.value,
        }
        for verb in analysis.verbs
        if analysis.sentence(verb.sentence).scored
    ]


def _claims(view: EventView, texts: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "text": claim.text,
            "cells": {
                cell.article: {
                    "relation": cell.relation.value,
                    "attribution": cell.attribution or "own",
                    "evidence": places_json(cell.evidence, texts),
                    "decision": "stated" if cell.by_user else None,
                }
                for cell in claim.cells
            },
        }
        for claim in view.comparison.claims
    ]


def _findings(view: EventView, texts: dict[str, str]) -> list[dict[str, Any]]:
    confirmed = [each.finding for each in view.right]
    return [
        {
            "text": finding.text,
            "kind": finding.kind.value,
            "rank": rank,
            "sure": finding.sure,
            "evidence": places_json(finding.evidence, texts),
            "counter": places_json(finding.counter, texts),
            "decision": "right" if finding in confirmed else None,
        }
        for rank, finding in enumerate(view.comparison.findings, start=1)
    ]
