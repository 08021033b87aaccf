"""Reported content without marks: what stands after "said that", before ", he said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.model.spans import Span
from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.phrases import TIME_WORDS, find_phrase_after, find_subject, is_coordinated
from desktop.core.voice.verbs import ACCORDING, PRONOUNS, Cue, Passage, is_shy

# What may follow these verbs without "that": a clause.
_CLAUSE = word_set(
    "say tell write add think believe claim argue insist suggest note state announce hope warn "
    "fear declare explain tweet report acknowledge admit concede reveal confirm contend "
    "maintain assert predict promise vow swear imagine suppose suspect feel know understand "
    "learn find show see realize realise indicate estimate expect guess allege complain caution "
    "deny agree conclude reiterate repeat stress emphasize respond reply mention joke quip "
    "boast brag confess wish reckon signal forecast foresee speculate worry remember recall "
    "observe imply testify"
) | {"point out", "make clear", "make it clear"}
# What may follow: "to" and a verb, after whom it is said to.
_INFINITIVE = word_set(
    "urge ask want vow promise demand order instruct encourage advise beg implore plead exhort "
    "press invite request threaten hope expect propose swear tell warn beseech recommend "
    "command"
) | {"call on", "call upon", "appeal to"}
# What may follow: a noun phrase that stands for what was said.
_NOUN_PHRASE = word_set(
    "propose announce demand predict suggest emphasize emphasise stress underscore underline "
    "promise request explain discuss advocate"
) | {"call for", "raise the prospect", "raise the possibility", "refer to", "express concern"}
# These need their "that": without it, what follows is a thing.
_THAT_ONLY = word_set("state report find show decide maintain promise vow see")
NAMING = word_set(
    "call describe label term dub identify characterize characterise deem name portray"
) | {"refer to"}
_TELLING = frozenset({"tell", "inform", "assure", "remind", "notify", "warn", "advise", "ask"})
_PLACE_PREPOSITIONS = word_set("on in at during via from to by with through after of")
_SUBJECTS = PRONOUNS | word_set("there this that these those the a an his her their its")
_TAIL = (
    word_set(
        "in on at during to of after before as while when via from with by for through about "
        "because without amid following last this late early earlier yesterday today tonight "
        "recently again repeatedly flatly simply adding noting citing referring pointing speaking"
    )
    | TIME_WORDS
)
_NO_SPEAKERS = word_set("that it this him her them there")
_SUBORDINATING = word_set(
    "while although though if when after as since because whereas before once unless"
)
_MARKS = frozenset({'"', "”", "“", "’", "'", "»", "«", "‘"})
_CLAUSE_ENDS = frozenset(",.?!…—–-")
_REACH = 16
# In tokens. What is longer was not written to be read; it is cut, so that time stays linear.
_LONGEST_SENTENCE = 300
_ADDRESSEE = 9


@dataclass(slots=True)
class Report:
    """A cue with its speaker's tokens and what it reports, as code points; content may be None.

    `shared` says that the speaker is that of the report before it. `after` says that the cue
    follows its content: "..., he said".
    """

    cue: Cue
    speaker: tuple[int, int] | None
    content: tuple[int, int] | None
    shared: bool = False
    after: bool = False
    phrase: tuple[int, int] = (0, 0)


def read_report(passage: Passage, cue: Cue, following: Cue | None) -> Report | None:
    """Read a cue's speaker and content; None where the word reports nothing here."""
    if cue.form in {"noun", "adverb"}:
        return None
    if cue.form == "according":
        return _read_according(passage, cue)
    if cue.passive:
        return _read_passive(passage, cue)
    inverted = _read_inverted(passage, cue)
    if inverted is not None:
        return inverted
    speaker = find_subject(passage, cue)
    shared = speaker is None and is_coordinated(passage, cue)
    if speaker is None and not shared:
        return None
    start = speaker[0] if speaker else cue.first
    relative = speaker is not None and passage.tokens[speaker[1]].lower in {",", "who", "which"}
    if speaker and not relative and _follows_content(passage, start, cue.last + 1):
        if not passage.quoted[start - 1] and cue.lemma not in _CLAUSE:
            return Report(cue, speaker, None, phrase=(start, cue.last + 1))
        return Report(cue, speaker, _content_before(passage, start), after=True,
                      phrase=(start, cue.last + 1))  # fmt: skip
    content = _content_after(passage, cue, following, speaker)
    if content is None and _is_infinitive(passage, cue):
        return None
    return Report(cue, speaker, content, shared=shared, phrase=(start, cue.last + 1))


def _is_infinitive(passage: Passage, cue: Cue) -> bool:
    """Say whether a verb is no more than wished for or begun: "to announce", "without saying"."""
    return cue.form == "base" and cue.first > 0 and passage.tokens[cue.first - 1].lower == "to"


def _read_according(passage: Passage, cue: Cue) -> Report | None:
    speaker = find_phrase_after(passage, cue.last + 1)
    if speaker is None:
        return None
    tokens = passage.tokens
    end = speaker[1]
    opens = cue.first <= 1 or not _has_clause(_before(tokens, cue.first))
    if opens and end < len(tokens):
        start = _after_apposition(tokens, end)
        return Report(cue, speaker, _to_end(passage, start, None), phrase=(cue.first, start))
    return Report(cue, speaker, _content_before(passage, cue.first), after=True,
                  phrase=(cue.first, end))  # fmt: skip


def _before(tokens: Sequence[Token], position: int) -> Sequence[Token]:
    return tokens[max(0, position - _LONGEST_SENTENCE) : position]


def _has_clause(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 3 and any(_is_finite_verb(token) for token in tokens)


def _after_apposition(tokens: Sequence[Token], comma: int) -> int:
    """Return where the clause begins after "According to X, a former officer,"."""
    if tokens[comma].text != ",":
        return comma
    start = comma + 1
    if start < len(tokens) and tokens[start].lower in {"a", "an", "the", "who", "whose", "which"}:
        for position in range(start + 1, min(len(tokens), start + 20)):
            if tokens[position].text == "," and tokens[start].lower in {"a", "an", "who", "whose"}:
                return position + 1
    return start


def _read_passive(passage: Passage, cue: Cue) -> Report | None:
    """Read "described by X as ..."; a passive without "by" has no speaker and reports nothing."""
    position = cue.last + 1
    tokens = passage.tokens
    if position >= len(tokens) or tokens[position].lower != "by":
        return None
    speaker = find_phrase_after(passage, position + 1)
    return Report(cue, speaker, None, phrase=(cue.first, speaker[1])) if speaker else None


def _read_inverted(passage: Passage, cue: Cue) -> Report | None:
    """Read "..., said Mark Toner": the verb follows its content, the speaker follows the verb."""
    if cue.form not in {"past", "third"} or not _follows_content(passage, cue.first, None):
        return None
    speaker = find_phrase_after(passage, cue.last + 1)
    if speaker is None:
        return None
    first = passage.tokens[speaker[0]].lower
    if first in _NO_SPEAKERS or first in TIME_WORDS:
        return None
    closes = _closes_quote(passage, cue.first - 1)
    if cue.lemma not in _CLAUSE and not (closes and passage.quoted[0]):
        return None
    if not closes and not _ends_attribution(passage, speaker[1]):
        return None
    content = _content_before(passage, cue.first)
    return Report(cue, speaker, content, after=True, phrase=(cue.first, speaker[1]))


def _closes_quote(passage: Passage, position: int) -> bool:
    """Say whether words in marks end here as a clause does: with a mark, or from the start on."""
    tokens, quoted = passage.tokens, passage.quoted
    comma = tokens[position].text in {",", "—", "–", "-"} and not quoted[position]
    last = position - 1 if comma else position
    if last < 0 or not quoted[last]:
        return False
    while last > 0 and tokens[last].text in _MARKS:
        last -= 1
    return comma or tokens[last].text in _CLAUSE_ENDS or (
        position < _LONGEST_SENTENCE and all(quoted[: position + 1])
    )


def _ends_attribution(passage: Passage, position: int) -> bool:
    """Say whether nothing, a mark or a time or place follows: "..., said Toner on Friday"."""
    tokens = passage.tokens
    if position >= len(tokens):
        return True
    word = tokens[position]
    return word.text in {".", ",", ";"} or word.lower in _TAIL


def _follows_content(passage: Passage, position: int, after: int | None) -> bool:
    """Say whether an attribution that begins at a token comes after what it reports.

    Args:
        passage: The sentence.
        position: First token of the attribution.
        after: The token after it, which must then not open a clause; None for "said X".
    """
    tokens = passage.tokens
    if position == 0:
        return False
    before = position - 1
    closes = _closes_quote(passage, before)
    if passage.quoted[before] and not closes:
        return False
    if not closes and tokens[before].text not in {",", "—", "–", "-"}:
        return False
    if not closes and before < 3:
        return False
    if after is None:
        return closes or (tokens[before].text == "," and _has_clause(_before(tokens, before)))
    if after >= len(tokens) or not tokens[after].text[0].isalnum():
        colon = after < len(tokens) and tokens[after].text == ":"
        return not colon and not _opens_quote(passage, after)
    if closes:
        return True
    later = tokens[after].lower in _TAIL - {"to"} and not _has_that(tokens, after)
    return later and _has_clause(_before(tokens, before))


def _opens_quote(passage: Passage, position: int) -> bool:
    """Say whether words in marks come next, a comma aside: 'he added, "..."'."""
    for place in range(position, min(len(passage.tokens), position + 2)):
        if passage.quoted[place]:
            return not passage.quoted[max(0, position - 1)]
    return False


def _has_that(tokens: Sequence[Token], start: int) -> bool:
    return any(token.lower == "that" for token in tokens[start : start + 12])


def _content_before(passage: Passage, position: int) -> tuple[int, int] | None:
    """Return the content that ends before an attribution; its comma is left out."""
    tokens = passage.tokens
    last = position - 1
    if last >= 0 and not passage.quoted[last] and tokens[last].text in {",", "—", "–", "-"}:
        last -= 1
    if last < 0:
        return None
    return tokens[max(0, last - _LONGEST_SENTENCE)].start, tokens[last].end


def _content_after(
    passage: Passage, cue: Cue, following: Cue | None, speaker: tuple[int, int] | None
) -> tuple[int, int] | None:
    tokens = passage.tokens
    position = cue.last + 1
    lemma = cue.lemma
    if position >= len(tokens):
        return None
    if lemma in _TELLING:
        position = _after_addressee(passage, position)
    start = _clause_start(passage, cue, position)
    if start is None:
        return None
    stop = _next_attribution(passage, following, start)
    if stop is None and _is_subordinate(passage, cue, speaker):
        stop = _next_comma(passage, start)
    return _to_end(passage, start, stop)


def _is_subordinate(passage: Passage, cue: Cue, speaker: tuple[int, int] | None) -> bool:
    """Say whether a main clause follows: "While he said ..., he", "who said ..., went"."""
    tokens = passage.tokens
    if speaker is None:
        return cue.form == "ing" and cue.first <= 1
    between = {token.lower for token in tokens[speaker[1] - 1 : cue.first]}
    if between & {"who", "which", "that"}:
        return True
    return speaker[0] > 0 and tokens[speaker[0] - 1].lower in _SUBORDINATING


def _next_comma(passage: Passage, start: int) -> int | None:
    for place in range(start + 2, min(len(passage.tokens), start + _LONGEST_SENTENCE)):
        if passage.tokens[place].text == "," and not passage.quoted[place]:
            return place
    return None


def _after_addressee(passage: Passage, position: int) -> int:
    """Pass over whom something is told: "told reporters", "told the Washington Post"."""
    tokens = passage.tokens
    end = position
    while end < len(tokens) and end - position < _ADDRESSEE and not passage.quoted[end]:
        word = tokens[end]
        if word.lower in {"that", "to", "he", "she", "they", "it", "whether", "how", "why"}:
            break
        if not word.text[0].isalnum() and word.text not in {".", "&"}:
            break
        if end > position and tokens[end - 1].text[0].isupper() and word.text[0].islower():
            break
        if end > position and tokens[position].lower in {
            "him",
            "her",
            "them",
            "me",
            "us",
            "reporters",
            "supporters",
            "voters",
        }:
            break
        end += 1
    return end


def _clause_start(passage: Passage, cue: Cue, position: int) -> int | None:
    """Return the token where the content after a verb begins, or None where there is none."""
    tokens, lemma = passage.tokens, cue.lemma
    position = _after_time(tokens, position)
    if position >= len(tokens):
        return None
    word = tokens[position]
    bare = not _is_infinitive(passage, cue)
    if passage.quoted[position]:
        return position
    if word.text in {":", ","} and position + 1 < len(tokens):
        colon = word.text == ":" or passage.quoted[position + 1]
        return position + 1 if colon else None
    if word.lower in {"that", "whether", "how", "why", "what"}:
        return _that_clause(word, position, lemma)
    if word.lower in _PLACE_PREPOSITIONS and lemma != "call for":
        found = _after_preposition(passage, cue, position)
        if found is not None:
            return found
    if not bare:
        return None
    if lemma in _INFINITIVE:
        found = _infinitive_start(passage, position)
        if found is not None:
            return found
    if lemma in _CLAUSE - _THAT_ONLY and _opens_clause(tokens, position, shy=is_shy(lemma)):
        return position
    if lemma in _NOUN_PHRASE and (word.text[0].isalnum()):
        return position + (word.lower == "of")
    return None


def _that_clause(word: Token, position: int, lemma: str) -> int | None:
    if word.lower == "that":
        return position + 1
    asks = lemma in {"ask", "wonder", "question", "explain", "know", "say", "see", "describe"}
    return position if asks or lemma in _CLAUSE else None


def _after_time(tokens: Sequence[Token], position: int) -> int:
    """Pass over a time after the verb: "said on Thursday (October 31, 2024)"."""
    end = position
    if end < len(tokens) and tokens[end].lower in {"on", "in", "late", "early", "last", "earlier"}:
        end += 1
    begun = end
    while end < len(tokens) and (
        tokens[end].lower in TIME_WORDS
        or tokens[end].lower.isdigit()
        or (tokens[end].text == "." and tokens[end - 1].lower in TIME_WORDS)
    ):
        end += 1
    if end == begun:
        return position
    if end < len(tokens) and tokens[end].text == "(":
        for close in range(end + 1, min(len(tokens), end + 10)):
            if tokens[close].text == ")":
                return close + 1
    return end


def _after_preposition(passage: Passage, cue: Cue, position: int) -> int | None:
    """Look past "in a statement", "on Twitter" for "that", a colon or words in marks."""
    tokens = passage.tokens
    for place in range(position + 1, min(len(tokens), position + _REACH)):
        if passage.quoted[place]:
            return place if cue.lemma in _CLAUSE else None
        word = tokens[place]
        if word.lower == "that" and cue.lemma in _CLAUSE | _TELLING:
            return place + 1
        if word.text == ":":
            return place + 1
        if word.text == ",":
            quoted = place + 1 < len(tokens) and passage.quoted[place + 1]
            return place + 1 if quoted else None
    return None


def _infinitive_start(passage: Passage, position: int) -> int | None:
    """Return where "to strike" begins in "urged its allies to strike"."""
    tokens = passage.tokens
    for place in range(position, min(len(tokens) - 1, position + _REACH)):
        if passage.quoted[place] or tokens[place].text in {",", ";", ":", "."}:
            return None
        if tokens[place].lower == "to":
            follows = tokens[place + 1]
            if follows.text[0].islower() and follows.lower not in {"the", "a", "an", "his", "her"}:
                return place
    return None


def _opens_clause(tokens: Sequence[Token], position: int, *, shy: bool) -> bool:
    """Say whether a clause without "that" begins here: a subject, and a verb some words on."""
    word = tokens[position]
    lower = word.lower
    if lower in {"he", "she", "they", "it", "there", "we", "i", "you"}:
        return True
    if not word.text[0].isalnum():
        return False
    if lower in _TAIL and lower not in {"this", "as", "while", "when", "in", "before", "after"}:
        return False
    if shy:
        return any(token.lower in _FINITE for token in tokens[position + 1 : position + 8])
    return any(_is_finite_verb(token) for token in tokens[position + 1 : position + 22])


_FINITE = word_set(
    "is are was were has have had will would can could may might must should does did do isn't "
    "aren't wasn't weren't hasn't haven't won't wouldn't can't couldn't didn't doesn't don't "
    "cannot went came got gave took made knew grew saw became began held kept left lost met "
    "paid ran rose sent spent stood thought told won wrote said says needs wants knew felt "
    "found fell led let means meant brought bought built caught chose drew drove fought hit "
    "seems looks makes takes gets goes comes gives keeps remains"
)


def _is_finite_verb(token: Token) -> bool:
    word = token.text
    return word.lower() in _FINITE or (len(word) > 3 and word.islower() and word.endswith("ed"))


def _next_attribution(passage: Passage, following: Cue | None, start: int) -> int | None:
    """Return the token at which a later cue's own words begin: ", adding that", ", and said"."""
    if following is None or following.first <= start:
        return None
    tokens = passage.tokens
    place = following.first - 1
    if following.form == "according":
        return following.first if place >= 0 and tokens[place].text == "," else None
    if following.form == "ing" and place >= 0 and tokens[place].text == ",":
        return place
    while place > start and tokens[place].lower in {"and", "but", "also", "then", "has", "have"}:
        place -= 1
    if place + 1 < following.first and tokens[place + 1].lower in {"and", "but"}:
        return place if tokens[place].text == "," else place + 1
    return None


def _to_end(passage: Passage, start: int, stop: int | None) -> tuple[int, int] | None:
    """Return the content from a token to the sentence's end, its final full stop left out."""
    tokens = passage.tokens
    last = min(stop if stop is not None else len(tokens), start + _LONGEST_SENTENCE) - 1
    while (
        last > start
        and tokens[last].text in {".", ",", ";", "!", "?", "…"}
        and not (passage.quoted[last])
    ):
        last -= 1
    if last < start or start >= len(tokens):
        return None
    return tokens[start].start, tokens[last].end


def content_span(content: tuple[int, int] | None) -> Span | None:
    """Return a content's span, or None where it is empty."""
    return Span(*content) if content and content[0] < content[1] else None


__all__ = ["ACCORDING", "NAMING", "Report", "content_span", "read_report"]
