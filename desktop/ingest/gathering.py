"""Files of many articles: what is gathered from one, within bounds, and what was left out."""

from __future__ import annotations

import re
import time
from collections import Counter

from desktop.ingest.drafts import SPLIT, ArticleDraft, Reading, Remark, UnreadableFileError

MOST_ARTICLES = 100_000
MOST_TEXT = 60_000_000
BUDGET_S = 9.0


class Gathering:
    """Collects the articles of one file, each once, and counts what is left out.

    `noun` names one entry of the file, `nouns` several of them: "record", "records". The time
    that it may take is processor time, so that a busy machine leaves nothing out.
    """

    def __init__(self, noun: str, nouns: str) -> None:
        self._noun, self._nouns = noun, nouns
        self._drafts: dict[tuple[str, str], ArticleDraft] = {}
        self._left_out: Counter[str] = Counter()
        self._remarks: list[Remark] = []
        self._size = 0
        self._until = time.process_time() + BUDGET_S

    def __len__(self) -> int:
        return len(self._drafts)

    def add(self, draft: ArticleDraft) -> None:
        """Keep an article, unless the same one was found before."""
        key = (draft.text, draft.facts.outlet)
        if key not in self._drafts:
            self._drafts[key] = draft
            self._size += len(draft.text)

    def leave_out(self, reason: str = "had no text") -> None:
        """Count an entry that gave no article; `reason` goes on from its name."""
        self._left_out[reason] += 1

    def remark(self, remark: Remark) -> None:
        """Keep what is doubtful about the whole file."""
        if remark not in self._remarks:
            self._remarks.append(remark)

    def is_full(self) -> bool:
        """Say whether no more is to be read, which is remarked on once."""
        is_over = time.process_time() > self._until
        if len(self) < MOST_ARTICLES and self._size < MOST_TEXT and not is_over:
            return False
        message = (
            f"The file holds more than is read at once: its first {len(self)} articles were added;"
            f" {SPLIT}."
        )
        self.remark(Remark("too-many", message))
        return True

    def reading(self, nothing: UnreadableFileError) -> Reading:
        """Return all that was gathered.

        Raises:
            UnreadableFileError: There is no article; it is the reason that was given.
        """
        if not self._drafts:
            raise nothing
        remarks = [self._counted(number, why) for why, number in self._left_out.items()]
        return Reading(tuple(self._drafts.values()), remarks=(*self._remarks, *remarks))

    def _counted(self, number: int, why: str) -> Remark:
        one = number == 1
        what = f"1 {self._noun}" if one else f"{number} {self._nouns}"
        told = why if one else re.sub(r"^was\b", "were", why)
        was = "was" if one else "were"
        return Remark("left-out", f"{what} {told} and {was} left out.")
