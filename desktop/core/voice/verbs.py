"""Report verbs: where a text says that somebody said something, and in which word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.core.model.lexicons import Identity, Lexicons, VerbEntry
from desktop.core.model.spans import Span
from desktop.core.text.names import is_title_case
from desktop.core.text.tokens import Token, word_set

ACCORDING = "according to"
_DETERMINERS = word_set(
    "the a an his her their its my our your this these those any some no every each such "
    "another 's ’s whose many several few two three four five more most recent new previous "
    "earlier public latest first last"
)
_PREPOSITIONS = word_set(
    "of in on at for from with by about against into over under between without amid despite "
    "through during after before via per"
)
BE = word_set("be is was are were been being isn't wasn't aren't weren't 're 'm gets got")
AUXILIARIES = BE | word_set(
    "has have had having do does did will would can could may might must shall should 've 'd "
    "'ll hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot "
    "shouldn't not never to"
)
_MODALS = AUXILIARIES - BE
PRONOUNS = word_set("he she they we i you it who")
# Verbs that need a subject; a past form in -ed is one, too, where it is no participle.
FINITE = word_set(
    "is are was were has have had will would can could may might must should does did do isn't "
    "aren't wasn't weren't hasn't haven't won't wouldn't can't couldn't didn't doesn't don't "
    "cannot he's she's it's that's there's he'd she'd they'd it'd i'm i've i'd i'll he'll she'll "
    "they'll it'll we'll we're we've they're they've you're went came got gave took made knew "
    "grew saw became began held kept left lost met paid ran rose sent spent stood thought told "
    "won wrote said says needs wants felt "
    "found fell led let means meant brought bought built caught chose drew drove fought hit "
    "seems looks makes takes gets goes comes gives keeps remains knows thinks believes deserves "
    "includes allows provides continues appears becomes depends expects feels loses refuses "
    "represents requires sees sends serves tends tries follows considers lacks agrees understands "
    "exists belongs opposes stands "
    "arose ate bit blew bled broke clung dealt drank dug fed fled flew forgave forgot fought froze "
    "hid hung overcame overthrew overtook rang rode sang sank sat sold shook shrank slept sought "
    "spoke sprang stole struck stuck swam swept swore swung taught threw tore undertook understood "
    "withdrew woke wore"
)
_CLAUSE_OPENERS = word_set(
    "that whether he she they it there how why what if"
) | {
    '"', "“", "‘", ":", "''", "«",
}  # fmt: skip
# Determiners that may stand for those who speak: "another said that".
_ALONE = word_set("another some many most others both several few two three all one")
_SINGLE = word_set("another one")
_COUNTED = word_set("four five six seven eight nine ten half third quarter")
_ING_NOUNS = word_set("ruling finding warning feeling understanding reading meaning")
# What a poll or a paper shows, it says.
DOCUMENTS = word_set(
    "poll polls survey surveys study studies report reports data records record filing filings "
    "document documents analysis analyses memo memos email emails e-mails figures statistics "
    "census review audit research numbers inquiry investigation transcript transcripts results "
    "letter letters findings estimates paper papers index polling documentation"
)
_IVE_NOUNS = word_set("executive representative detective native relative operative conservative")
_ADJECTIVE_ENDS = ("ous", "ful", "able", "ible", "ated")
# Nouns and adverbs of reporting; their forms are never verbs.
NOUNS = frozenset({"plea"})
ADVERBS = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_NOUNS_TOO = word_set(
    "states reports claims questions demands comments calls answers orders hopes plans requests "
    "remarks estimates offers charges complaints promises fears doubts forecasts notes shows finds "
    "attacks blasts insults taunts jabs cries votes signals boasts urges moans bets views appeals "
    "pledges vows rules votes tweets posts warnings thanks worries accounts labels looks protests "
    "challenges debates"
)
# As nouns these are deeds or weather.
_DEEDS_TOO = word_set("attack attacks storm storms blast blasts strike strikes snap snaps rage")
_SHOWS = word_set("show plan project list label vote order charge")
_NOUN_ENDS = word_set("in about of that by from . , ; against over were was are is for")
# Words that are verbs of another meaning or nouns far more often than they report speech.
_SHY = word_set(
    "put hold find show see feel hear plan project address offer pitch press order direct want "
    "command rule decide figure rate regard charge fault oppose accept approve submit begin "
    "read mean know project list label name cable vote welcome salute determine calculate open "
    "add write show maintain learn press share move portray settle reflect touch question "
    "challenge contest dispute reject bet spur seek pressure summon require lobby attack hammer "
    "trash torch roast rip jab savage unload pounce rail blast bash storm rage crow bark snap "
    "cry spin thunder vent lie trump laugh smile weep sob chuckle retaliate assail strike back "
    "shoot"
)


_HEADLINE = 40
_THING_REACH = 4
_CLAIMED = word_set(
    "responsibility credit victory asylum damages compensation benefits life lives title titles "
    "crown throne job jobs seat seats refund expenses"
)


Index = Mapping[str, tuple[tuple[tuple[str, ...], VerbEntry], ...]]


@lru_cache(maxsize=4)
def _indexed(verbs: Identity[Mapping[str, VerbEntry]]) -> Index:
    index: dict[str, list[tuple[tuple[str, ...], VerbEntry]]] = {}
    for entry in verbs.value.values():
        for form in entry.forms:
            words = tuple(form.lower().split())
            index.setdefault(words[0], []).append((words, entry))
    return {
        first: tuple(sorted(found, key=lambda item: -len(item[0])))
        for first, found in index.items()
    }


def index_verbs(lexicons: Lexicons) -> Index:
    """Return the forms of all report verbs by their first word, the longest form first."""
    return _indexed(Identity(lexicons.verbs))


@dataclass(slots=True)
class Passage:
    """A sentence as the voice analysis reads it.

    `quoted` says of each token whether it stands inside quotation marks; `number` counts from 1.
    """

    number: int
    block: int
    span: Span
    tokens: Sequence[Token]
    quoted: Sequence[bool]


@dataclass(slots=True)
class Cue:
    """A report verb in its sentence: tokens `first` to `last`, both inclusive.

    `form` is "base", "third", "past", "ing", "noun", "adverb" or "according".
    """

    entry: VerbEntry
    form: str
    first: int
    last: int
    passive: bool = False

    @property
    def lemma(self) -> str:
        """Return the verb's lemma."""
        return self.entry.lemma


def find_cues(passage: Passage, index: Index) -> Iterator[Cue]:
    """Yield a sentence's report verbs, nouns and adverbs that stand outside marks, in order."""
    tokens, quoted = passage.tokens, passage.quoted
    after = 0
    for position in [place for place, token in enumerate(tokens) if token[3] in index]:
        if quoted[position] or position < after:
            continue
        cue = _cue_at(tokens, position, index[tokens[position].lower])
        if cue is not None:
            yield cue
            after = cue.last + 1


def _cue_at(
    tokens: Sequence[Token],
    position: int,
    options: Sequence[tuple[tuple[str, ...], VerbEntry]],
) -> Cue | None:
    for words, entry in options:
        end = position + len(words)
        if len(words) > 1 and tuple(t.lower for t in tokens[position:end]) != words:
            continue
        form = _form_of(entry, words)
        last = end - 1
        if form in {"noun", "adverb", "according"}:
            return Cue(entry, form, position, last)
        if len(words) > 1 and form in {"base", "third"} and _has_article(tokens, position, form):
            continue
        if len(words) == 1 and not _is_verb(tokens, position, form):
            if entry.verdict and _is_report_noun(tokens, position, form):
                return Cue(entry, "noun", position, last)
            continue
        passive = form == "past" and (
            _is_passive(tokens, position) or _lower_at(tokens, end) == "by"
        )
        return Cue(entry, form, position, last, passive)
    return None


def _form_of(entry: VerbEntry, words: tuple[str, ...]) -> str:
    if entry.lemma == ACCORDING:
        return "according"
    if entry.lemma in ADVERBS:
        return "adverb"
    if entry.lemma in NOUNS:
        return "noun"
    base = entry.lemma.split()[0]
    first = words[0]
    if first == base:
        return "base"
    if first.endswith("ing"):
        return "ing"
    return "third" if first.endswith("s") and first != base else "past"


def _has_article(tokens: Sequence[Token], position: int, form: str) -> bool:
    """Say whether "call for" is a noun: "an impassioned call for", "his call for"."""
    before = _lower_at(tokens, position - 1)
    if before in _DETERMINERS or before.endswith(("'s", "s'")):
        return True
    owner = _lower_at(tokens, position - 2)
    is_his = owner in {"his", "her", "their", "its"} or owner.endswith(("'s", "’s", "s'"))
    if is_his and before.isalpha() and not before.endswith(("s", "ly")):
        return True
    if owner in {"a", "an"} and form == "base":
        return True
    return owner in {"a", "an", "the"} and before.endswith((*_ADJECTIVE_ENDS, "ed"))


def is_finite_verb(token: Token) -> bool:
    """Say whether a word can be the verb of a clause; a participle in -ed looks the same."""
    word = token.text
    return token.lower in FINITE or (len(word) > 3 and word.islower() and word.endswith("ed"))


def _lower_at(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].lower if 0 <= position < len(tokens) else ""


def _is_verb(tokens: Sequence[Token], position: int, form: str) -> bool:
    """Say whether a form is used as a verb here, by the words beside it."""
    if _is_name(tokens, position):
        return False
    before = _lower_at(tokens, position - 1)
    after = _lower_at(tokens, position + 1)
    plainly = tokens[position].lower in {"say", "says", "said"} and after[:1].isalnum()
    if plainly and before in _ALONE | _COUNTED:
        return True
    if before in _ALONE and (after in _CLAUSE_OPENERS or after in {",", "."}):
        return form == "past" or (form == "third") == (before in _SINGLE)
    if form in {"base", "third"}:
        return _is_finite(tokens, position, form, before, after)
    if before in _DETERMINERS or before.endswith(("'s", "s'")):
        return False
    if form == "ing" and tokens[position].lower in _ING_NOUNS and before not in BE | {","}:
        return False
    if form == "ing":
        return before not in {"of", "in", "for", "from"} or after == "that"
    return before not in _PREPOSITIONS or after == "that"


def _is_name(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a capital makes a word a name: "Governor Savage", but not in a headline."""
    capital = position > 0 and tokens[position].text[0].isupper()
    return capital and not is_title_case(tokens[:_HEADLINE])


def _is_finite(tokens: Sequence[Token], position: int, form: str, before: str, after: str) -> bool:
    if before in PRONOUNS or before in _MODALS or before.endswith(("'ll", "'d")):
        return True
    if before in _DETERMINERS or before in _PREPOSITIONS or before.endswith("'s"):
        return False
    if before == "," and tokens[position].lower in _NOUNS_TOO and after.isalpha():
        return tokens[position + 1].text[0].isupper() or after in _CLAUSE_OPENERS | {"the", "a"}
    if before in BE or not before or before in {",", '"', "”", "''", "’", "'", "»"}:
        closing = before in {"”", '"', "''", "’", "'", "»", ","}
        return closing and form == "third"
    if form == "third" and after in _CLAUSE_OPENERS:
        named = tokens[position - 1].text[0].isupper()
        return named or before in DOCUMENTS or tokens[position].lower not in _NOUNS_TOO
    if after in _CLAUSE_OPENERS and after != "that":
        return tokens[position].lower not in _SHOWS or before.endswith("s")
    if tokens[position].lower in {"say", "says", "tell", "tells", "writes", "think", "believe"}:
        return True
    if after in _NOUN_ENDS and tokens[position].lower in _NOUNS_TOO:
        return False
    return _fits_subject(tokens, position, form, before)


def _fits_subject(tokens: Sequence[Token], position: int, form: str, before: str) -> bool:
    """Say whether the word before a form can be its subject: "keepers say", "the keeper says"."""
    if before.endswith((*_ADJECTIVE_ENDS, "ive")) and before not in _IVE_NOUNS:
        return False
    if form == "base":
        plural = before.endswith("s") and not before.endswith("ss")
        return plural or before in {"people", "also", "and", "or", "still", "often", "don't"}
    return before not in {"and", "or"} or tokens[position - 2].lower in PRONOUNS


def _is_report_noun(tokens: Sequence[Token], position: int, form: str) -> bool:
    """Say whether a word that is no verb here is a noun of reporting: "the US claims in May"."""
    if form not in {"base", "third"} or _is_name(tokens, position):
        return False
    if tokens[position].lower in _DEEDS_TOO:
        return False
    before = _lower_at(tokens, position - 1)
    after = _lower_at(tokens, position + 1)
    known = before in _DETERMINERS or before.endswith(("'s", "s'")) or before.isupper()
    return (known or tokens[position - 1].text[:1].isupper()) and after in _NOUN_ENDS


def _is_passive(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a form of "be" stands before a past participle, adverbs between them aside."""
    for back in range(position - 1, max(-1, position - 4), -1):
        word = tokens[back].lower
        if word in BE:
            return True
        if not (word.endswith("ly") or word in {"not", "been", "also", "now", "often", "being"}):
            return False
    return False


def is_shy(lemma: str) -> bool:
    """Say whether a verb reports speech only where a clause or words in marks follow it."""
    return lemma in _SHY


def takes_thing(passage: Passage, cue: Cue) -> bool:
    """Say whether a thing is claimed, and no words: "claimed responsibility", "claim asylum"."""
    if cue.lemma != "claim":
        return False
    after = passage.tokens[cue.last + 1 : cue.last + 1 + _THING_REACH]
    return any(token.lower in _CLAIMED for token in after)
