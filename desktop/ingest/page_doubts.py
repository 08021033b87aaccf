"""Tells pages that hold no article, and articles that a page shows only in part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.ingest.drafts import Remark, UnreadableFileError
from desktop.ingest.page_blocks import Block
from desktop.ingest.page_text import PageText

_CONSENT = re.compile(
    r"cookie|consent|privacy|einwillig|datenschutz|zustimm|confidentialit|données personnelles|"
    r"traceurs|privacidad|consentimiento|consenso|privacidade|toestemming|samtycke|samtykke|"
    r"prywatno|souhlas|согласи|конфиденциальн|çerez|gizlilik|our partners|unsere partner",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"(?:to (?:continue|keep) reading|to read (?:the|this) (?:full|whole|rest)|(?:subscribe|"
    r"sign in|log in|register) to (?:read|continue|unlock|access)|for subscribers only|"
    r"subscriber[- ]only|already a (?:subscriber|member)|exclusive to subscribers|"
    r"jetzt weiterlesen|weiterlesen mit|bereits (?:abonnent|abonniert|registriert)|"
    r"nur für abonnenten|sie möchten weiterlesen|(?:pour|de) lire la suite|réservé aux abonnés|"
    r"déjà abonné|para (?:seguir|continuar) leyendo|contenido exclusivo|ya (?:eres|soy) suscriptor|"
    r"per continuare a leggere|riservato agli abbonati|sei già abbonato|para continuar lendo|"
    r"exclusivo para assinantes|om verder te lezen|alleen voor abonnees|för att läsa vidare|"
    r"for å lese (?:hele|videre)|aby czytać dalej|чтобы (?:читать|продолжить))",
    re.IGNORECASE,
)
_SHORT = 1500
_SHORTENED = 2.5
_LONG_LINK = 25
_MANY_LINKS = 40
_LITTLE = 250
_MOST_WALL = 400


def refuse_other_pages(found: PageText) -> None:
    """Refuse a page that is clearly something else than an article.

    Raises:
        UnreadableFileError: It is a question about cookies, or a list of articles.
    """
    kept = list(_kept(found))
    letters = sum(block.letters for block in kept)
    consent = sum(block.letters for block in kept if _CONSENT.search(block.text))
    if 0 < letters < _SHORT and consent * 2 > letters and len(kept) > 1:
        raise UnreadableFileError(
            "no-article",
            "The page shows a question about cookies and no article; answer it in the browser and "
            "save the page again.",
        )
    if not any(block.weight for block in kept) and _count_links(found) >= _MANY_LINKS:
        raise UnreadableFileError(
            "no-article",
            "The page is a list of links to articles; open the one that you want and save that.",
        )


def find_doubts(found: PageText) -> tuple[Remark, ...]:
    """Return what is doubtful about the text that was found in a page."""
    letters = sum(block.letters for block in _kept(found))
    if letters < _SHORT and any(_is_wall(block) for block in found.layout.blocks):
        message = (
            "The page asks to log in or to subscribe before it shows the whole article; do that "
            "in the browser and save the page again."
        )
        return (Remark("shortened-page", message),)
    if len(found.hints.witness) > _SHORTENED * letters:
        message = (
            "The page shows only a part of the article; open it in full in the browser and save "
            "the page again."
        )
        return (Remark("shortened-page", message),)
    if letters < _LITTLE and _count_links(found) >= _MANY_LINKS:
        message = (
            "Only a few words were found among many links; if the page is a list of articles, "
            "open the one that you want and save that."
        )
        return (Remark("little-text", message),)
    return ()


def _kept(found: PageText) -> Iterator[Block]:
    pairs = zip(found.layout.blocks, found.reasons, strict=True)
    return (block for block, reason in pairs if not reason)


def _count_links(found: PageText) -> int:
    """Return how many lines look like headlines that lead to articles."""
    return sum(
        block.letters >= _LONG_LINK and block.link_share > 0.8 for block in found.layout.blocks
    )


def _is_wall(block: Block) -> bool:
    return block.letters <= _MOST_WALL and bool(_WALL.search(block.text))
