"""Reports in one sentence: which holds another, and which only follows it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from desktop.core.model.spans import Span
from desktop.core.voice.attributions import Attribution, AttributionReader
from desktop.core.voice.verbs import PRONOUNS

_MOST_REPORTS = 20


class Nesting:
    """Knows the attributions of each sentence, and answers how two of them stand to each other."""

    def __init__(self, text: str, passage_starts: Sequence[int], reader: AttributionReader) -> None:
        self._text = text
        self._passage_starts = passage_starts
        self._reader = reader

    def is_outer(self, attribution: Attribution, content: Span) -> bool:
        """Say whether a report holds another one: "Ito said it was “old,” the Courier says"."""
        speaker = attribution.speaker
        if not attribution.after or speaker is None or speaker.span is None:
            return False
        if speaker.span.of(self._text).lower() in PRONOUNS:
            return False  # "Ito said it was old: “...,” he added" is one speaker
        return any(
            content.covers(other.phrase)
            for other in self._before(attribution)
            if other.content and other.speaker and other.speaker.name != speaker.name
        )

    def start_after(
        self, attribution: Attribution, start: int, *, with_content: bool = False
    ) -> int:
        """Return where content starts that follows another attribution in its sentence."""
        for other in self._before(attribution):
            if with_content and other.content is None:
                continue
            if start <= other.phrase.start and other.phrase.end < attribution.phrase.start:
                start = max(start, other.phrase.end + 1)
        return start

    def _before(self, last: Attribution) -> list[Attribution]:
        """Return the few attributions of a sentence that stand before one of them."""
        place = bisect_right(self._passage_starts, last.passage.span.start) - 1
        known = self._reader.attributions[place]
        starts = [other.phrase.start for other in known[:_MOST_REPORTS]]
        return known[: bisect_right(starts, last.phrase.start - 1)]
