"""Articles, what is known of them, and where each piece of that knowledge comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from desktop.core.model.spans import Span

T = TypeVar("T")


class Origin(StrEnum):
    """Who stated a metadata field; what nobody stated is unknown and has no value."""

    TEXT = "text"
    FILE = "file"
    SIDECAR = "sidecar"
    USER = "user"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A metadata value with its origin; the evidence is a span where the text states it.

    `confidence` runs from 0.0 to 1.0; a value that the user or a sidecar stated has 1.0.
    """

    value: T | None = None
    origin: Origin = Origin.UNKNOWN
    evidence: Span | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date stated in full, as precise as it was printed and in the zone printed.

    `hour` and `minute` are None for a day; `offset_minutes` is the distance from UTC, None where no
    zone was stated; `zone` is the zone's name as printed ("IST").
    """

    year: int
    month: int
    day: int
    hour: int | None = None
    minute: int | None = None
    offset_minutes: int | None = None
    zone: str | None = None

    @property
    def iso(self) -> str:
        """Return the date as ISO 8601, no more precise than it was stated.

        >>> Published(2024, 11, 2, 18, 37, 330, "IST").iso
        '2024-11-02T18:37+05:30'
        """
        day = f"{self.year:04}-{self.month:02}-{self.day:02}"
        if self.hour is None or self.minute is None:
            return day
        clock = f"{day}T{self.hour:02}:{self.minute:02}"
        if self.offset_minutes is None:
            return clock
        sign = "-" if self.offset_minutes < 0 else "+"
        hours, minutes = divmod(abs(self.offset_minutes), 60)
        return f"{clock}{sign}{hours:02}:{minutes:02}"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article; each field says where it comes from."""

    title: Stated[str] = Stated()
    outlet: Stated[str] = Stated()
    authors: Stated[tuple[str, ...]] = Stated()
    published: Stated[Published] = Stated()
    url: Stated[str] = Stated()
    language: Stated[str] = Stated()
    agency: Stated[str] = Stated()


class BlockKind(StrEnum):
    """What a block of the text is; only the first four are scored."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BULLET = "bullet"
    BODY = "body"
    DATELINE = "dateline"
    BYLINE = "byline"
    AGENCY_CREDIT = "agency credit"
    CAPTION = "caption"
    SUBHEADING = "subheading"
    REPEATED_HEADLINE = "repeated headline"
    RELATED = "related"
    APPEAL = "appeal"
    BIO = "bio"
    RESIDUE = "residue"


SCORED_KINDS = frozenset(
    {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BULLET, BlockKind.BODY}
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line of the text with its kind.

    `scored` follows from the kind until the user keeps a folded block or sets a scored one apart.
    """

    span: Span
    kind: BlockKind
    scored: bool


@dataclass(frozen=True, slots=True)
class Article:
    """A text under analysis: an opaque id, the text as stored, and what is known of it."""

    id: str
    text: str
    metadata: Metadata = field(default_factory=Metadata)

    @property
    def outlet(self) -> str:
        """Return the outlet's name, or an empty string where none is stated."""
        return self.metadata.outlet.value or ""

    @property
    def title(self) -> str:
        """Return the title, or an empty string where none is stated."""
        return self.metadata.title.value or ""
