"""Who speaks in an article: its four voices with their figures, its speakers and their roles."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.places import Place


@dataclass(frozen=True, slots=True)
class VoicePart:
    """One voice of an article by itself: its words, its tone and its loaded wording."""

    voice: Voice
    words: int
    tone: Rate
    loaded: Rate


@dataclass(frozen=True, slots=True)
class SpeakerPart:
    """What one speaker says in an article; `name` is None for words that nobody is named for.

    `words` are those in marks and those reported, `share` is that of all such words, 0.0 to 1.0,
    and `thirds` divides them by where they stand: in the first, the middle or the last third of the
    article. `role` is what the text calls the speaker: a title, an office, an apposition. It is
    None where the text does not say. `first` is where the speaker is first heard.
    """

    name: str | None
    role: str | None
    words: int
    marked: int
    share: float
    thirds: tuple[int, int, int]
    first: Place


@dataclass(frozen=True, slots=True)
class RolePart:
    """The words of all speakers in one role, an office in one word; None is "role unknown"."""

    role: str | None
    words: int
    share: float
    thirds: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ArticleVoices:
    """The voices of one article, in the order of the ledger, and who speaks, the most first."""

    article: str
    ledger: tuple[VoicePart, ...]
    speakers: tuple[SpeakerPart, ...]
    roles: tuple[RolePart, ...]
