"""What a comparison shows beside claims and quotations: figures, names, the grid, questions.

Every entry holds the places it stands on. Nothing here says why a text is as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.core.model.actor_tones import ActorTone
from desktop.core.model.annotations import Annotation
from desktop.core.model.omissions import LeftOut
from desktop.core.model.orders import MeasureOrder
from desktop.core.model.pairs import MinimalPair
from desktop.core.model.places import Place
from desktop.core.model.speaking import ArticleVoices
from desktop.core.model.utterances import Variants
from desktop.core.model.wire import WireLedger


class FigureRelation(StrEnum):
    """How figures that count the same kind of thing stand to one another."""

    SAME = "same figure"
    OTHER_SCOPE = "other scope"
    DIFFERENT = "different figure"


@dataclass(frozen=True, slots=True)
class DeskFigure:
    """A figure with all that decides whether it can be held against another one.

    `value` is None for vague words. `scope` is where or of what, `period` the time it speaks of,
    as the text words them; `source` is who gives it, None where the text names nobody.
    `is_conversion` marks the same measure in another unit: "1,000 km (620 miles)".
    """

    place: Place
    value: float | None
    unit: str
    counts: str
    scope: str
    period: str
    source: str | None
    modifier: str
    is_conversion: bool


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures that count the same kind of thing, by their positions in the desk."""

    members: tuple[int, ...]
    relation: FigureRelation


@dataclass(frozen=True, slots=True)
class FigureDesk:
    """The figures of all articles, how they stand to one another, and numbers left unread."""

    figures: tuple[DeskFigure, ...] = ()
    groups: tuple[FigureGroup, ...] = ()
    unparsed: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedForm:
    """A form of a name in one article: how often it stands there, and where first."""

    form: str
    count: int
    place: Place


@dataclass(frozen=True, slots=True)
class ArticleForms:
    """The forms that one article has of an actor's name, in the order of their first use."""

    article: str
    forms: tuple[NamedForm, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """How the articles name one actor: `own` outside quotation marks, `quoted` inside them."""

    actor: str
    own: tuple[ArticleForms, ...]
    quoted: tuple[ArticleForms, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Words that answer a question of the grid, and the sentence they stand in."""

    place: Place
    sentence: Place


@dataclass(frozen=True, slots=True)
class FiveW:
    """Who, what, when, where, why and how of one article; a cell is empty if nothing was found."""

    article: str
    who: tuple[Answer, ...] = ()
    what: tuple[Answer, ...] = ()
    when: tuple[Answer, ...] = ()
    where: tuple[Answer, ...] = ()
    why: tuple[Answer, ...] = ()
    how: tuple[Answer, ...] = ()


class QuestionKind(StrEnum):
    """What a question asks about: a detail that others have, or one matter treated differently."""

    SILENCE = "silence"
    TREATMENT = "treatment"


@dataclass(frozen=True, slots=True)
class FairFacts:
    """Why it is fair to ask after a silence: there was room, there was time, it was the topic."""

    length: str
    time: str
    topic: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the reader; `absent_in` are articles in which nothing of it was found.

    A silence has its three facts; a question of treatment needs none.
    """

    kind: QuestionKind
    text: str
    present_in: tuple[str, ...]
    absent_in: tuple[str, ...]
    evidence: tuple[Place, ...]
    facts: FairFacts | None = None


@dataclass(frozen=True, slots=True)
class ClockHour:
    """What had been printed by the hour of one article: the articles up to it, itself included."""

    article: str
    published: str
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FairClock:
    """Articles in the order they were printed; `unknown` are those whose hour cannot be known.

    `undecided` are pairs of dated articles of which the text does not tell which came first.
    """

    hours: tuple[ClockHour, ...] = ()
    unknown: tuple[str, ...] = ()
    undecided: tuple[tuple[str, str], ...] = ()


class ContrastKind(StrEnum):
    """In what the aligned places of an entry differ."""

    ATTRIBUTION_GAP = "attribution gap"
    ANONYMOUS = "anonymous source"
    CERTAINTY = "certainty"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Side:
    """One article's place in a contrast, and what it has there: a speaker, a rung, an agent."""

    place: Place
    label: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """Aligned places and what differs between them; an anonymous source may stand alone."""

    kind: ContrastKind
    text: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class HeadlineCheck:
    """A sentence above the text, and the body sentence that carries it or comes nearest to it.

    `carried_by` is None where no body sentence has most of its words; `said_by` is who says it
    there, None in own voice.
    """

    claim: Place
    carried_by: Place | None
    said_by: str | None
    nearest: Place | None


class ProminenceKind(StrEnum):
    """What a row of prominence is about."""

    CLAIM = "claim"
    SPEAKER = "speaker"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Prominence:
    """Where something first stands in an article, and how much room it gets; both are shares."""

    kind: ProminenceKind
    name: str
    place: Place
    first: float
    room: float


@dataclass(frozen=True, slots=True)
class Keyness:
    """A word that one article's own voice uses more than the others' do.

    `likelihood` is the log-likelihood ratio, `effect` the binary logarithm of the ratio of rates.
    """

    article: str
    word: str
    here: int
    elsewhere: int
    likelihood: float
    effect: float
    place: Place


@dataclass(frozen=True, slots=True)
class Details:
    """All of a comparison beside its claims, quotations, ranks and findings."""

    figures: FigureDesk
    naming: tuple[Naming, ...]
    five_w: tuple[FiveW, ...]
    questions: tuple[Question, ...]
    clock: FairClock
    contrasts: tuple[Contrast, ...]
    headlines: tuple[HeadlineCheck, ...]
    prominence: tuple[Prominence, ...]
    keyness: tuple[Keyness, ...]
    minimal_pairs: tuple[MinimalPair, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    voices: tuple[ArticleVoices, ...] = ()
    tones: tuple[ActorTone, ...] = ()
    orders: tuple[MeasureOrder, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    wire: WireLedger = field(default_factory=WireLedger)
    quotations: tuple[Variants, ...] = ()
