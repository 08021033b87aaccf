"""Tells the paragraphs of a page's article from what stands around and between them."""

from __future__ import annotations

import re

from desktop.ingest.page_blocks import Block, Layout
from desktop.ingest.page_lines import line_reason
from desktop.ingest.page_main import NOT_TEXT, weigh
from desktop.ingest.page_scene import Scene
from desktop.ingest.page_witness import Hints, squeeze
from desktop.ingest.page_words import Zone

OUTSIDE = "outside the article"
UNSHOWN = "not shown"
LINKS = "link list"
_CAPTION = "caption"
_REASONS = (
    (Zone.UNSHOWN, UNSHOWN),
    (Zone.CONSENT, "consent notice"),
    (Zone.COMMENTS, "comment"),
    (Zone.ADVERT, "advertisement"),
    (Zone.RELATED, LINKS),
    (Zone.APPEAL, "newsletter appeal"),
    (Zone.SHARE, "share line"),
    (Zone.CAPTION, _CAPTION),
    (Zone.BYLINE, "byline"),
    (Zone.LABELS, "labels"),
    (Zone.MENU, "menu"),
    (Zone.FOOTER, "foot of the page"),
    (Zone.FORM, "form"),
    (Zone.FIGURE, _CAPTION),
    (Zone.EMBED, "embedded post"),
    (Zone.ASIDE, "side box"),
    (Zone.BOX, "side box"),
)
_ENDS = (".", "!", "?", "…", "”", '"', "»", "“", "。", "।")
_NEVER_LEAD = Zone.COMMENTS | Zone.MENU | Zone.FOOTER | Zone.CONSENT | Zone.UNSHOWN
_RUNNING = 40
_SUMMING_UP = 60
_NEAR = 5
_MOST_COMPARED = 80
_MOST_STRANGE = 0.2
_MOST_LINK_LINE = 200
_LONG_CELL = 80
_LONG_ENOUGH = 60
# Where a report is from, as a line of its own: "Berlin."
_PLACE = re.compile(r"[^\W\d_][\w -]{2,25}[.]")
# What a heading may announce that is no text of the article.
_PARTS = frozenset({LINKS, "newsletter appeal", "side box", "comment", "form"})


def find_reasons(layout: Layout, hints: Hints, *, is_fragment: bool = False) -> list[str]:
    """Return for each paragraph why it is no part of the article, nothing where it is one.

    Args:
        layout: All paragraphs of a page.
        hints: What the page states elsewhere.
        is_fragment: The page is a part that a person chose, so that nothing is outside of it.
    """
    if not layout.areas:
        return []
    weigh(layout, hints.title)
    reasons = _judge(Scene(layout, hints, is_fragment=is_fragment))
    if all(reasons) and not is_fragment:
        reasons = _judge(Scene(layout, hints, is_fragment=True))
    if all(reasons):
        # A page of a few words, whose names for them tell nothing.
        reasons = ["" if reason != UNSHOWN else reason for reason in reasons]
    return reasons


def _judge(scene: Scene) -> list[str]:
    reasons = [_reason(scene, block) for block in scene.layout.blocks]
    _keep_announced(scene, reasons)
    _mend_lists(scene, reasons)
    _drop_cards(scene, reasons)
    _hear_witness(scene, reasons)
    _keep_lead(scene, reasons)
    _drop_repeats(scene, reasons)
    _drop_stray(scene, reasons)
    _drop_headings(scene, reasons)
    return reasons


def _reason(scene: Scene, block: Block) -> str:
    if not scene.is_within(block):
        return OUTSIDE
    zones = scene.zones(block)
    if zones & NOT_TEXT:
        named = next((reason for zone, reason in _REASONS if zones & zone), "")
        if named:
            return named
    if _is_link_line(scene, block):
        return LINKS
    if scene.is_headline(block):
        return "headline"
    if scene.layout.areas[block.area].inside & Zone.TABLE and block.letters < _LONG_CELL:
        return "table"
    return line_reason(block) or ("byline" if scene.is_author(block) else "")


def _is_link_line(scene: Scene, block: Block) -> bool:
    share = block.link_share
    if block.is_heading and scene.in_flow(block):
        return False
    if share <= 0.7 or block.letters >= _MOST_LINK_LINE:
        return share > 0.95
    if block.tag != "p" or share >= 0.9 or not block.text.endswith((".", "!", "?")):
        return True
    return _is_labelled(block)


def _is_labelled(block: Block) -> bool:
    """Say whether a line is some words, a colon and a link, such as "Rules: how we work"."""
    label, colon, rest = block.text.partition(":")
    return bool(colon) and len(label) < _RUNNING and block.linked >= len(rest) - rest.count(" ")


def _keep_announced(scene: Scene, reasons: list[str]) -> None:
    """Keep links that the paragraph before them announces, such as the sources of an article."""
    blocks = scene.layout.blocks
    is_announced = False
    for place, block in enumerate(blocks):
        if not reasons[place]:
            is_announced = block.letters >= _SUMMING_UP and block.text.endswith((":", "："))
        elif is_announced and reasons[place] == LINKS and _may_be_announced(scene, block):
            reasons[place] = ""
        else:
            is_announced = False


def _mend_lists(scene: Scene, reasons: list[str]) -> None:
    """Keep the links of a list that is mostly text: a list is of one kind."""
    areas = scene.layout.areas
    kept: dict[int, int] = {}
    links: dict[int, list[int]] = {}
    for place, block in enumerate(scene.layout.blocks):
        if block.tag != "li":
            continue
        above = areas[block.area].above
        if not reasons[place]:
            kept[above] = kept.get(above, 0) + 1
        elif reasons[place] == LINKS and _may_be_announced(scene, block):
            links.setdefault(above, []).append(place)
    for above, places in links.items():
        if kept.get(above, 0) >= len(places):
            for place in places:
                reasons[place] = ""


def _may_be_announced(scene: Scene, block: Block) -> bool:
    is_related = scene.zones(block) & NOT_TEXT or line_reason(block)
    return scene.in_flow(block) and not block.is_heading and not is_related


def _drop_cards(scene: Scene, reasons: list[str]) -> None:
    """Drop teasers (a linked heading and what belongs to it) and lines that go with a picture."""
    cards: dict[int, str] = {}
    for block in scene.layout.blocks:
        if not scene.is_within(block):
            continue
        if block.is_heading and block.link_share > 0.8 and not scene.in_flow(block):
            cards[scene.card(block.area)] = LINKS
        elif (place := scene.picture(block)) >= 0:
            cards.setdefault(place, _CAPTION)
    if not cards:
        return
    areas = scene.layout.areas
    carded = [""] * len(areas)
    for place, area in enumerate(areas):
        carded[place] = cards.get(place, "") or (carded[area.above] if area.above >= 0 else "")
    for place, block in enumerate(scene.layout.blocks):
        reasons[place] = reasons[place] or carded[block.area]


def _hear_witness(scene: Scene, reasons: list[str]) -> None:
    """Drop what stands apart and is not in the text that the page states for machines."""
    witness = scene.hints.witness
    if not witness:
        return
    blocks = scene.layout.blocks
    kept = [place for place, reason in enumerate(reasons) if not reason]
    strange = [p for p in kept if squeeze(blocks[p].text)[:_MOST_COMPARED] not in witness]
    letters = sum(blocks[place].letters for place in strange)
    if letters > _MOST_STRANGE * sum(blocks[place].letters for place in kept):
        return
    for place in strange:
        if not blocks[place].is_heading and not scene.in_flow(blocks[place]):
            reasons[place] = "not in the text that the page states"


def _keep_lead(scene: Scene, reasons: list[str]) -> None:
    """Keep a standfirst that stands between the headline and the article's own area."""
    first = next((place for place, reason in enumerate(reasons) if not reason), -1)
    if first < 0:
        return
    start = _after_headline(scene, first) or max(0, first - _NEAR)
    for place in range(start, first):
        if reasons[place] == OUTSIDE and _is_lead(scene, scene.layout.blocks[place]):
            reasons[place] = ""


def _after_headline(scene: Scene, before: int) -> int:
    """Return the place after the headline that stands before a paragraph, 0 where none does."""
    blocks = scene.layout.blocks
    lines = [place for place in range(before) if scene.is_headline(blocks[place])]
    highest = [place for place in lines if blocks[place].tag == "h1"] or lines
    return highest[-1] + 1 if highest else 0


def _is_lead(scene: Scene, block: Block) -> bool:
    if block.letters < _RUNNING or block.link_share > 0.5:
        return False
    zones = scene.zones(block)
    is_summary = bool(zones & Zone.SUMMARY)
    never = _NEVER_LEAD if is_summary else _NEVER_LEAD | Zone.FIGURE | Zone.CAPTION
    if scene.is_described(block) and not zones & never:
        return True
    if zones & _apart(block, is_summary) or block.tag == "li":
        return False
    if line_reason(block) or scene.picture(block) >= 0:
        return False
    return is_summary or block.weight >= _SUMMING_UP


def _apart(block: Block, is_summary: bool) -> int:
    """Return the uses of areas in which a paragraph is no standfirst."""
    apart = NOT_TEXT & ~Zone.HEADER
    if block.letters >= _LONG_CELL:
        apart &= ~Zone.TABLE
    if is_summary and block.weight >= _SUMMING_UP:
        apart &= ~(Zone.RELATED | Zone.CAPTION)
    return apart


def _drop_repeats(scene: Scene, reasons: list[str]) -> None:
    seen: set[str] = set()
    for place, block in enumerate(scene.layout.blocks):
        if reasons[place] or block.letters < _LONG_ENOUGH:
            continue
        key = squeeze(block.text)
        if key in seen:
            reasons[place] = "stands twice"
        seen.add(key)


def _drop_stray(scene: Scene, reasons: list[str]) -> None:
    """Drop short lines right before the first running text."""
    blocks = scene.layout.blocks
    first = next(
        (p for p, reason in enumerate(reasons) if not reason and blocks[p].weight >= _RUNNING), 0
    )
    for place in range(max(0, first - _NEAR), first):
        if not reasons[place] and _is_stray(blocks[place]):
            reasons[place] = "short line"


def _is_stray(block: Block) -> bool:
    if block.tag not in ("p", "div", "section", "article") or block.letters >= _RUNNING:
        return False
    return not block.text.endswith(_ENDS) or bool(_PLACE.fullmatch(block.text))


def _drop_headings(scene: Scene, reasons: list[str]) -> None:
    """Drop headings that no text follows, or only what is no text of the article."""
    follows = announced = False
    for place in range(len(reasons) - 1, -1, -1):
        block = scene.layout.blocks[place]
        if reasons[place]:
            announced = announced or (reasons[place] in _PARTS and not block.is_heading)
        elif not block.is_heading:
            follows, announced = True, False
        elif not follows or (announced and not scene.in_flow(block)):
            reasons[place] = "heading without text"
