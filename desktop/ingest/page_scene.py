"""A page as its article is looked for in it: where paragraphs stand, and what is beside them."""

from __future__ import annotations

from itertools import islice

from desktop.ingest.page_blocks import HEADINGS, Block, Layout
from desktop.ingest.page_main import find_main, is_headline
from desktop.ingest.page_witness import Hints, squeeze
from desktop.ingest.page_words import Zone

_LEAVES = frozenset({"p", "li", "ul", "ol", "blockquote", "pre", "dd", "dt", "dl"}) | HEADINGS
# How many areas a picture and its line, or a teaser, lie in at most.
_MOST_STEPS = 12
_FLOWING = 0.2
_MOST_PICTURED = 300
_PICTURED = 0.3
_MOST_CARD = 600
_CARD = 0.15
_MOST_COMPARED = 60
_MOST_BYLINE = 120
_BESIDE_NAMES = 12


class Scene:
    """The areas of a page, the one that holds its article, and what is known of the article."""

    def __init__(self, layout: Layout, hints: Hints, *, is_fragment: bool) -> None:
        self.layout = layout
        self.hints = hints
        self.main = 0 if is_fragment else self._one_of_several(find_main(layout, hints))
        self._within = self._find_within()
        self._flow_of = self._find_flow_of()
        self._flows = self._find_flows()

    def is_within(self, block: Block) -> bool:
        """Say whether a paragraph stands in the area that holds the article."""
        return self._within[block.area]

    def zones(self, block: Block) -> int:
        """Return what a paragraph's areas are for, if that is not true of all the article."""
        areas = self.layout.areas
        zones = areas[block.area].inside & ~areas[self.main].inside
        is_text = block.weight >= 80 or block.is_heading
        return zones & ~(Zone.SHARE | Zone.LABELS) if is_text else zones

    def in_flow(self, block: Block) -> bool:
        """Say whether a paragraph stands side by side with much of the article's text."""
        return self._flow_of[block.area] in self._flows

    def is_headline(self, block: Block) -> bool:
        """Say whether a paragraph is the page's headline."""
        return is_headline(block, self.hints.title)

    def is_described(self, block: Block) -> bool:
        """Say whether a paragraph is what the page gives as its description."""
        described = self.hints.description
        return bool(described) and squeeze(block.text)[:_MOST_COMPARED] in described

    def is_author(self, block: Block) -> bool:
        """Say whether a line holds little but the names of the article's authors."""
        if block.letters > _MOST_BYLINE or not self.hints.authors:
            return False
        rest = squeeze(block.text)
        whole = len(rest)
        for name in self.hints.authors:
            rest = rest.replace(name, "")
        return len(rest) < whole and len(rest) <= _BESIDE_NAMES

    def picture(self, block: Block) -> int:
        """Return the area that holds little but a picture and its line, -1 where there is none."""
        if block.weight and block.letters >= _MOST_PICTURED:
            return -1
        areas = self.layout.areas
        most = _PICTURED * areas[self.main].weight
        for here in islice(self.layout.chain(block.area), _MOST_STEPS):
            area = areas[here]
            if here == self.main or area.letters > _MOST_PICTURED or area.weight > most:
                return -1
            if area.headings:
                return -1
            if area.pictures and area.tag not in ("p", "li", "blockquote"):
                return here
        return -1

    def card(self, place: int) -> int:
        """Return the largest small area around another, such as a teaser around its headline."""
        areas = self.layout.areas
        most = _CARD * areas[self.main].weight
        for _ in range(_MOST_STEPS):
            above = areas[place].above
            if above < 0 or above == self.main or areas[above].tag == "p":
                break
            if areas[above].weight > most or areas[above].letters > _MOST_CARD:
                break
            place = above
        return place

    def _one_of_several(self, main: int) -> int:
        """Return the article with the page's headline where a page holds several in a row."""
        areas = self.layout.areas
        several = [
            place
            for place in range(main + 1, len(areas))
            if areas[place].tag == "article" and areas[place].above == main and areas[place].weight
        ]
        headline = next((block for block in self.layout.blocks if self.is_headline(block)), None)
        if len(several) < 2 or headline is None:
            return main
        around = set(self.layout.chain(headline.area))
        return next((place for place in several if place in around), main)

    def _find_within(self) -> list[bool]:
        within = [False] * len(self.layout.areas)
        for place, area in enumerate(self.layout.areas):
            within[place] = place == self.main or (area.above >= 0 and within[area.above])
        return within

    def _find_flow_of(self) -> list[int]:
        """Return for each area the one that its text flows in: its own tag and lists apart."""
        flows: list[int] = []
        for place, area in enumerate(self.layout.areas):
            flows.append(flows[area.above] if area.tag in _LEAVES and area.above >= 0 else place)
        return flows

    def _find_flows(self) -> set[int]:
        weights: dict[int, float] = {}
        for block in self.layout.blocks:
            if block.weight and self._within[block.area]:
                flow = self._flow_of[block.area]
                weights[flow] = weights.get(flow, 0.0) + block.weight
        whole = sum(weights.values())
        return {flow for flow, weight in weights.items() if weight >= _FLOWING * whole}
