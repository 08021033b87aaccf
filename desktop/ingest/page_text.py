"""The paragraphs of a page in order, each kept as text or dropped with a plain reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.ingest.drafts import FileFacts, Paragraph
from desktop.ingest.page_article import OUTSIDE, UNSHOWN, find_reasons
from desktop.ingest.page_blocks import Layout, find_layout
from desktop.ingest.page_witness import Hints, find_witness, squeeze
from desktop.ingest.pages import Element
from desktop.ingest.texts import clean_text

_MOST_DROPPED = 600
_MOST_DROPPED_LETTERS = 200_000
_MOST_PARAGRAPH = 5000
_SHORT = 60
_MOST_RUN = 300
_FEWEST_NAME = 5
_MOST_DESCRIPTION = 5000
_MOST_NAMED = 20
_MOST_HEARD = 3000
_DESCRIPTIONS = ("description", "og:description", "twitter:description", "dc.description")


@dataclass(frozen=True, slots=True)
class PageText:
    """What was found in a page: its paragraphs, the layout they stand in, the page's own hints."""

    paragraphs: tuple[Paragraph, ...]
    layout: Layout
    reasons: Sequence[str]
    hints: Hints


def find_page_text(page: Element, facts: FileFacts, *, is_fragment: bool = False) -> PageText:
    """Return the paragraphs of a page's article and what stands around and between them.

    Args:
        page: The page; nothing is taken out of it.
        facts: What the page states, by which headline and bylines are known.
        is_fragment: The page is only what a person chose of one, so that nothing is outside.
    """
    layout = find_layout(page)
    for block in layout.blocks:
        block.text = " ".join(clean_text(block.text).split())
    layout.blocks = [block for block in layout.blocks if block.text]
    hints = _hints(page, facts)
    if len(layout.blocks) > _MOST_HEARD:
        hints = replace(hints, witness="")
    reasons = find_reasons(layout, hints, is_fragment=is_fragment)
    return PageText(_receipt(layout, reasons), layout, reasons, hints)


def _hints(page: Element, facts: FileFacts) -> Hints:
    described = [
        squeeze(meta.get("content", ""))
        for meta in page.iter("meta")
        if (meta.get("property", "") or meta.get("name", "")).lower() in _DESCRIPTIONS
    ]
    names = (squeeze(name) for name in facts.authors[:_MOST_NAMED])
    return Hints(
        witness=squeeze(find_witness(page)),
        description=" ".join(described)[:_MOST_DESCRIPTION],
        title=squeeze(facts.title),
        authors=tuple(name for name in names if len(name) >= _FEWEST_NAME),
    )


def _receipt(layout: Layout, reasons: Sequence[str]) -> tuple[Paragraph, ...]:
    shown = _chosen(layout, reasons)
    return tuple(
        _joined(
            Paragraph(_shortened(block.text) if reason else block.text, not reason, reason)
            for place, (block, reason) in enumerate(zip(layout.blocks, reasons, strict=True))
            if not reason or place in shown
        )
    )


def _chosen(layout: Layout, reasons: Sequence[str]) -> set[int]:
    """Return the dropped paragraphs that are told, first those that stand in the article."""
    dropped = [place for place, reason in enumerate(reasons) if reason and reason != UNSHOWN]
    dropped.sort(key=lambda place: reasons[place] == OUTSIDE)
    told: set[int] = set()
    letters = 0
    for place in dropped[:_MOST_DROPPED]:
        letters += min(len(layout.blocks[place].text), _MOST_PARAGRAPH)
        if letters > _MOST_DROPPED_LETTERS:
            break
        told.add(place)
    return told


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_PARAGRAPH else text[: _MOST_PARAGRAPH - 1] + "…"


def _joined(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    """Give paragraphs with the short lines of a menu or list joined to one."""
    held: Paragraph | None = None
    for paragraph in paragraphs:
        if held and _goes_on(held, paragraph):
            held = Paragraph(f"{held.text} · {paragraph.text}", False, held.reason)
            continue
        if held:
            yield held
        held = paragraph
    if held:
        yield held


def _goes_on(held: Paragraph, paragraph: Paragraph) -> bool:
    if held.kept or paragraph.kept or held.reason != paragraph.reason:
        return False
    return (
        held.reason in (OUTSIDE, "menu", "link list", "foot of the page")
        and len(paragraph.text) <= _SHORT
        and len(held.text) <= _MOST_RUN
    )
