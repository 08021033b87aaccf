"""What the analysis of one article finds: sentences, quotations, loaded wording, tone, figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.model.articles import Block
from desktop.core.model.spans import Span


class Voice(StrEnum):
    """Who answers for a word: the outlet, a speaker in marks, or the report of a speaker."""

    OWN = "own"
    QUOTED = "quoted"
    INDIRECT = "indirect"
    UNCLEAR = "unclear"


class SentenceVoice(StrEnum):
    """Whose words make up a sentence: at least nine tenths own or quoted, else mixed."""

    OWN = "own"
    QUOTED = "quoted"
    MIXED = "mixed"


class QuotationKind(StrEnum):
    """How much of a quotation stands in marks: at least 80 % of its words, some, none.

    A scare quote stands in marks and nobody said it: it is the outlet's own voice. Unclear is what
    a text gives to somebody without marks and does not settle as said: what a person believes, a
    paper finds, or a tail behind a report. It is nobody's in the rates.
    """

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    SCARE = "scare"
    UNCLEAR = "unclear"


class Rung(StrEnum):
    """The verb ladder, from plain speech up to attack."""

    PLAIN = "plain speech"
    URGING = "urging"
    DOUBT = "doubt or warning"
    EMOTION = "emotion"
    REPROACH = "reproach"
    ATTACK = "attack"


class Category(StrEnum):
    """Kinds of loaded wording."""

    EMOTIVE_VERB = "emotive verb"
    CHARGED_NOUN = "charged noun"
    CHARGED_ADJECTIVE = "charged adjective"
    INTENSIFIER = "intensifier"
    ABSOLUTIST = "absolutist"
    MINIMISER = "minimiser"
    HYPERBOLE = "hyperbole"
    METAPHOR = "metaphor"
    MIND_READING = "mind-reading"
    PRESUPPOSITION = "presupposition"
    SCARE_QUOTE = "scare quote"
    VERDICT_VERB = "report verb with a verdict"
    AGENTLESS = "passive without an agent"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `number` counts from 1 through the article, folded blocks included.

    `block` is the index of its block. `tone` is the program's tone, from -1.0 to 1.0; the reference
    measure is taken where it is shown. `loadedness` runs from 0.0 to 1.0 and counts wording of the
    own voice, and half of what stands in indirect speech.
    """

    span: Span
    number: int
    block: int
    scored: bool
    voice: SentenceVoice
    tone: float
    loadedness: float


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted: the name resolved within the article, and the mention that attributes."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ReportVerb:
    """A verb or noun that reports speech: "said", "plea", "according to"."""

    span: Span
    lemma: str
    rung: Rung
    speaker: str | None
    voice: Voice
    sentence: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words given to a speaker. `span` has the marks, `marked` are the stretches inside marks.

    `marked` spans have their marks too; they are empty for indirect speech. `sentence` is the
    number of the sentence the quotation begins in.
    """

    span: Span
    kind: QuotationKind
    marked: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    verb: ReportVerb | None = None
    sentence: int = 0

    @property
    def is_said(self) -> bool:
        """Say whether somebody said it: direct, mixed or indirect."""
        return self.kind not in {QuotationKind.SCARE, QuotationKind.UNCLEAR}


@dataclass(frozen=True, slots=True)
class LoadedSpan:
    """Wording with a verdict that a neutral word lacks; `weight` from 0.5 counts, 1.0 is most.

    `reason` is one plain sentence for the reader; `plainer` a plain wording if there is one;
    `entry` the id of the lexicon entry or rule that fired. `ignored` marks what the user took
    out: it is shown struck through and does not count. `by_user` marks what the user added.
    """

    span: Span
    category: Category
    weight: float
    voice: Voice
    reason: str
    plainer: str | None
    entry: str
    sentence: int
    ignored: bool = False
    by_user: bool = False


@dataclass(frozen=True, slots=True)
class ToneWord:
    """A word that moves a sentence's tone, for the explanation: its share of polarity, -1 to 1."""

    span: Span
    polarity: float
    voice: Voice
    sentence: int


@dataclass(frozen=True, slots=True)
class Target:
    """An actor the article names, every mention of it, and the tone towards it, -1.0 to 1.0."""

    name: str
    mentions: tuple[Span, ...]
    tone: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts something; `span` is the number with its rounding word and unit.

    `value` is None for vague numbers ("thousands"). `counts` is the thing counted ("North Korean
    troops"), `scope` where or of what ("Kursk"), `modifier` the rounding word ("about").
    """

    span: Span
    value: float | None
    unit: str
    counts: str
    scope: str
    modifier: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with its count and denominator and its 95 % bootstrap range.

    `value` is per 100 words for wording and a mean from -1.0 to 1.0 for tone. It is None, as are
    `low` and `high`, where the voice has fewer words than the stated minimum. It is None, too, in
    an article that is not in English: `language` is the code of that one's language then.
    """

    value: float | None
    count: int
    words: int
    low: float | None = None
    high: float | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class VoiceFigures:
    """The figures of one voice in an article; `words` are those of its rate's denominator."""

    words: int
    loaded: Rate
    tone: Rate


@dataclass(frozen=True, slots=True)
class Ledger:
    """Words of the scored blocks by voice; the four parts add up to `total`."""

    own: int
    quoted: int
    indirect: int
    unclear: int

    @property
    def total(self) -> int:
        """Return the words of all voices."""
        return self.own + self.quoted + self.indirect + self.unclear


@dataclass(frozen=True, slots=True)
class StatedVoice:
    """Whose words a passage is, as the user stated it.

    `voice` is None where the user named the speaker alone: the passage keeps the voice that it was
    found in. `speaker` is empty where nobody is named, and for the own voice.
    """

    span: Span
    voice: Voice | None
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the analysis of one article finds; every span points into `Article.text`.

    `own` and `quoted` count, as the design's glossary says: own-voice spans over the words outside
    direct quotations and fragments, quoted spans over the words in marks. `stated` is what the user
    said of voices and speakers and what the rest follows. `language` is the code of the text's
    language, empty where it is too short or too mixed to tell; a text that is in another language
    than English has neither loaded wording nor tone nor rates.
    """

    article_id: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    verbs: tuple[ReportVerb, ...]
    loaded: tuple[LoadedSpan, ...]
    tone_words: tuple[ToneWord, ...]
    targets: tuple[Target, ...]
    figures: tuple[Figure, ...]
    ledger: Ledger
    own: VoiceFigures
    quoted: VoiceFigures
    stated: tuple[StatedVoice, ...] = ()
    language: str = ""

    def sentence(self, number: int) -> Sentence:
        """Return a sentence by its number, which counts from 1."""
        return self.sentences[number - 1]
