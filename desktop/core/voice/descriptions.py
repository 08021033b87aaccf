"""Phrases that name somebody: where their head ends and what only describes it begins."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.text.names import TITLES
from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.people import TITLED_ROLES

_CUTS = word_set("of from in at for on with who which")
TAILS = _CUTS | {"to", "close", "familiar", "near", "inside", "behind"}
_FRONTS = TAILS | word_set("through during after before by as when while since until like")
DETERMINERS = word_set("the a an his her its their this that one some many several most two")


def head_end(tokens: Sequence[Token], name_start: int) -> int:
    """Return where the head of a phrase ends: before its apposition or its "of ...", "from ..."."""
    for position, token in enumerate(tokens):
        if position == 0 or token.start <= name_start:
            continue
        if token.text in {",", "("}:
            return tokens[position - 1].end
        if token.lower in _CUTS and not _is_title_of(tokens, position):
            return tokens[position - 1].end
    return tokens[-1].end


def is_described(tokens: Sequence[Token], name_start: int) -> bool:
    """Say whether a phrase has a head of its own before it names anybody: "an aide to Aya Ito"."""
    cut = first_cut(tokens)
    has_head = any(token.lower not in DETERMINERS for token in tokens[:cut])
    if not has_head or cut == len(tokens) or tokens[0].lower in _FRONTS:
        return False
    is_title = tokens[cut].lower == "of" and tokens[0].text[0].isupper() and _is_titled(tokens, cut)
    return tokens[cut].start < name_start and not is_title


def _is_titled(tokens: Sequence[Token], cut: int) -> bool:
    """Say whether a title reaches to the name that ends a phrase: "Mayor of Lund Aya Ito"."""
    if tokens[cut - 1].lower not in TITLED_ROLES or tokens[0].lower in DETERMINERS:
        return False
    return tokens[-1].text[0].isupper() and all(token.text != "," for token in tokens)


def first_cut(tokens: Sequence[Token]) -> int:
    """Return the first token that begins "of ...", "close to ..." or an apposition."""
    cuts = (
        at for at, token in enumerate(tokens) if at and (token.text == "," or token.lower in TAILS)
    )
    return next(cuts, len(tokens))


def _is_title_of(tokens: Sequence[Token], position: int) -> bool:
    return tokens[position].lower == "of" and tokens[position - 1].lower in TITLES | {
        "department", "house", "university", "ministry", "bank",
    }  # fmt: skip
