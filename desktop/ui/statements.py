"""What the user states of an article's words in a view; the window makes a decision of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from desktop.core.model.analyses import Category, Voice
from desktop.core.model.spans import Span


@dataclass(frozen=True, slots=True)
class CountWording:
    """An ignored wording counts again."""

    span: Span


@dataclass(frozen=True, slots=True)
class MarkWording:
    """A wording that was missed is loaded."""

    span: Span
    category: Category
    weight: float


@dataclass(frozen=True, slots=True)
class UnmarkWording:
    """A wording is not marked any more."""

    span: Span


@dataclass(frozen=True, slots=True)
class ConfirmWording:
    """A wording is rightly marked."""

    span: Span


@dataclass(frozen=True, slots=True)
class ConfirmVoice:
    """A passage has the right voice and speaker."""

    span: Span


@dataclass(frozen=True, slots=True)
class FixVoice:
    """A passage is the outlet's own, quoted from a speaker, or reported."""

    span: Span
    voice: Voice
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class FixSpeaker:
    """A quotation has another speaker, or with an empty name none."""

    span: Span
    speaker: str


@dataclass(frozen=True, slots=True)
class ResetVoice:
    """A passage has the voice and the speaker again that were found."""

    span: Span


@dataclass(frozen=True, slots=True)
class KeepBlock:
    """A block is scored although its kind is folded."""

    span: Span


@dataclass(frozen=True, slots=True)
class SetApartBlock:
    """A block is folded although its kind is scored."""

    span: Span


Statement: TypeAlias = (
    CountWording
    | MarkWording
    | UnmarkWording
    | ConfirmWording
    | ConfirmVoice
    | FixVoice
    | FixSpeaker
    | ResetVoice
    | KeepBlock
    | SetApartBlock
)
