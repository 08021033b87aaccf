"""Which paragraphs of a page are its text: the text again from them, also with other choices."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from desktop.ingest.drafts import Paragraph

_BETWEEN = "\n\n"


def text_of(paragraphs: Iterable[Paragraph]) -> str:
    r"""Return the text that the kept paragraphs make, in their order.

    >>> text_of([Paragraph("One.", True), Paragraph("Share", False), Paragraph("Two.", True)])
    'One.\n\nTwo.'
    """
    return _BETWEEN.join(paragraph.text for paragraph in paragraphs if paragraph.kept)


def choose(
    paragraphs: Sequence[Paragraph], *, restore: Collection[int] = (), drop: Collection[int] = ()
) -> tuple[Paragraph, ...]:
    """Return the paragraphs with some restored and some dropped, by their places in the sequence.

    A restored paragraph keeps the reason for which it was dropped, so that it can go again.

    Raises:
        ValueError: A place is not in the sequence, or is both restored and dropped.
    """
    named = {*restore, *drop}
    if not named <= set(range(len(paragraphs))) or set(restore) & set(drop):
        raise ValueError("a paragraph that there is not, or that is restored and dropped at once")
    return tuple(
        replace(paragraph, kept=(paragraph.kept or place in restore) and place not in drop)
        for place, paragraph in enumerate(paragraphs)
    )
