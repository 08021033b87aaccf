"""Text that articles share word for word, as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.core.model.wire import AgencySign, WireLedger, WirePassage, WireShare
from desktop.services.parts_json import place_json, places_json

Record = dict[str, Any]
Texts = Mapping[str, str]


def wire_json(
    ledger: WireLedger, reprints: Sequence[Sequence[str]], texts: Texts
) -> dict[str, Any]:
    """Return the passages, each article's share of them, and who prints one text."""
    return {
        "wire": [_passage(passage, texts) for passage in ledger.passages],
        "wire_shares": {share.article: _share(share, texts) for share in ledger.shares},
        "reprints": [list(group) for group in reprints],
    }


def _passage(passage: WirePassage, texts: Texts) -> Record:
    return {
        "places": places_json(passage.places, texts),
        "words": passage.words,
        "unmarked": passage.unmarked,
        "origin": passage.origin,
        "signs": [_sign(sign, texts) for sign in passage.signs],
        "base": passage.base,
        "changes": [
            {
                "article": change.article,
                "added": places_json(change.added, texts),
                "cut": places_json(change.cut, texts),
            }
            for change in passage.changes
        ],
    }


def _sign(sign: AgencySign, texts: Texts) -> Record:
    place = None if sign.place is None else place_json(sign.place, texts)
    return {"agency": sign.agency, "kind": sign.kind, "article": sign.article, "place": place}


def _share(share: WireShare, texts: Texts) -> Record:
    return {
        "words": share.words,
        "shared": share.shared,
        "share": round(share.shared / share.words, 4) if share.words else None,
        "base": share.base,
        "added": places_json(share.added, texts),
        "cut": places_json(share.cut, texts),
    }
