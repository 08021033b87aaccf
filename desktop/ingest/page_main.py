"""Finds the part of a page that holds its article, and what the parts around and in it are for."""

from __future__ import annotations

import re

from desktop.ingest.page_blocks import HEADINGS, Area, Block, Layout
from desktop.ingest.page_witness import Hints, squeeze
from desktop.ingest.page_words import Zone

AROUND = (
    Zone.COMMENTS | Zone.RELATED | Zone.MENU | Zone.FOOTER | Zone.CONSENT | Zone.ADVERT
    | Zone.APPEAL | Zone.SHARE
)  # fmt: skip
BESIDE = Zone.BOX | Zone.ASIDE | Zone.BYLINE | Zone.CAPTION
NOT_TEXT = (
    AROUND | BESIDE | Zone.LABELS | Zone.UNSHOWN | Zone.FORM | Zone.FIGURE | Zone.HEADER
    | Zone.TABLE | Zone.EMBED
)  # fmt: skip
_NEVER = Zone.COMMENTS | Zone.MENU | Zone.FOOTER | Zone.CONSENT
# Names that pages also give to the frame of an article.
_VAGUE = NOT_TEXT & ~(
    Zone.COMMENTS | Zone.RELATED | Zone.MENU | Zone.FOOTER | Zone.CONSENT | Zone.HEADER | Zone.ASIDE
)
_MOST_WEIGHT = 700
_FEWEST_LETTERS = 40
_HOLDS_MOST = 0.75
_MOST_HEADLINE = 300
_LONG_TITLE = 20
_ENOUGH = 60
_SHORT_TITLE = 15
_FRAMED = 150
_MARKS = re.compile(r"[.!?。！？…।؟][\"'”’»)\]]*(?:\s|$)")
_WIDE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_LEAVES = HEADINGS | {"p", "li", "td", "th", "dd", "dt", "blockquote", "pre", "figcaption"}


def weigh(layout: Layout, title: str) -> None:
    """Fill in how much of each part of a page is running text, and what each part is for."""
    _measure(layout)
    _clear_frame(layout, title)
    _settle_zones(layout)


def _clear_frame(layout: Layout, title: str) -> None:
    """Take the names from all that holds both the headline and text: it is the article's frame."""
    lines = [block for block in layout.blocks if is_headline(block, title)]
    named = [block for block in lines if title and squeeze(block.text) in title]
    headline = next((block for block in named or lines if block.letters >= _SHORT_TITLE), None)
    if headline is None:
        return
    for place in layout.chain(headline.area):
        area = layout.areas[place]
        if area.weight >= _FRAMED and not area.zones & Zone.CONSENT:
            area.zones &= ~NOT_TEXT


def is_headline(block: Block, title: str) -> bool:
    """Say whether a paragraph is the headline of the page, whose title is given without spaces."""
    if block.tag == "h1":
        return True
    if not title or block.letters >= _MOST_HEADLINE:
        return False
    line = squeeze(block.text)
    return line == title or (block.is_heading and len(line) >= _LONG_TITLE and line in title)


def _measure(layout: Layout) -> None:
    areas = layout.areas
    for block in layout.blocks:
        wide = 0 if block.text.isascii() else len(_WIDE.findall(block.text))
        block.letters = len(block.text) + 2 * wide
        block.weight = _weight(block)
        areas[block.area].weight += block.weight
        areas[block.area].letters += block.letters
        areas[block.area].headings += block.is_heading
    for area in reversed(areas):
        if area.above >= 0:
            above = areas[area.above]
            above.weight += area.weight
            above.letters += area.letters
            above.pictures += area.pictures
            above.headings += area.headings


def _weight(block: Block) -> float:
    """Return how much a paragraph looks like running text."""
    share = block.link_share
    if block.is_heading or block.letters < _FEWEST_LETTERS or share > 0.5:
        return 0.0
    weight = min(block.letters, _MOST_WEIGHT) * (1 - share)
    if not _MARKS.search(block.text):
        weight *= 0.3
    return weight if block.tag in ("p", "blockquote") else weight * 0.7


# Larger parts with such a name are frames of the text: how many letters a small one has at most.
_MOST_LETTERS = (
    (Zone.FIGURE | Zone.CAPTION, 700),
    (Zone.SHARE | Zone.LABELS, 1500),
    (Zone.BYLINE, 2000),
)


def _settle_zones(layout: Layout) -> None:
    """Say what each area is for; a name that is given to most of the text says nothing."""
    areas = layout.areas
    whole = areas[0].weight if areas else 0.0
    for area in areas:
        zones = _own_zones(area, whole)
        for named, most in _MOST_LETTERS:
            if zones & named and area.letters > most:
                zones &= ~named
        above = areas[area.above].inside if area.above >= 0 else Zone.NONE
        if area.tag == "blockquote":
            above &= ~(Zone.FIGURE | Zone.CAPTION)
        area.zones = zones
        area.inside = zones | above
    empty = _empty_names(layout, whole)
    if empty:
        for area in areas:
            area.zones &= ~empty
            area.inside &= ~empty


def _own_zones(area: Area, whole: float) -> int:
    """Return what the names of an area say it is for, as far as its share of the text allows."""
    zones = area.zones
    if area.tag in ("html", "body"):
        return Zone.NONE
    if zones & (Zone.BODY | Zone.ARTICLE) and area.weight > 0.3 * whole:
        return zones & (~NOT_TEXT | Zone.COMMENTS if area.weight > 0.5 * whole else ~_VAGUE)
    if zones & Zone.BODY or area.tag == "article":
        return zones & ~(Zone.FIGURE | Zone.SHARE | Zone.LABELS | Zone.ADVERT)
    if area.weight > 0.6 * whole and not zones & Zone.COMMENTS:
        return zones & ~NOT_TEXT
    return zones


def _empty_names(layout: Layout, whole: float) -> int:
    """Return the uses that are given to most of a page's text, and so tell nothing apart."""
    named: dict[int, float] = {}
    for block in layout.blocks:
        zones = layout.areas[block.area].inside & _VAGUE
        if zones and block.weight:
            named[zones] = named.get(zones, 0.0) + block.weight
    empty = Zone.NONE
    for bit in range(_VAGUE.bit_length()):
        zone = 1 << bit
        weight = sum(own for zones, own in named.items() if zones & zone)
        if zone & _VAGUE and weight > 0.5 * whole:
            empty |= zone
    return empty


def _factor(block: Block, inside: int, hints: Hints) -> float:
    if hints.witness and squeeze(block.text)[:_ENOUGH] in hints.witness:
        return 3.0
    if inside & _NEVER:
        return 0.001
    if inside & AROUND:
        return 0.05
    return 0.3 if inside & BESIDE else 1.0


def find_main(layout: Layout, hints: Hints) -> int:
    """Return the smallest area of a page that holds most of its text."""
    areas = layout.areas
    sums = [0.0] * len(areas)
    is_after = not any(is_headline(block, hints.title) for block in layout.blocks)
    for block in layout.blocks:
        is_after = is_after or is_headline(block, hints.title)
        if block.weight:
            weight = block.weight * _factor(block, areas[block.area].inside, hints)
            sums[block.area] += weight if is_after else weight * 0.5
    below: dict[int, list[int]] = {}
    for place in range(len(areas) - 1, 0, -1):
        sums[areas[place].above] += sums[place]
        below.setdefault(areas[place].above, []).append(place)
    here = 0
    while here in below:
        best = max(below[here], key=sums.__getitem__)
        if sums[best] < _HOLDS_MOST * sums[here] or not sums[best] or areas[best].tag in _LEAVES:
            break
        here = best
    return here
