"""What a report verb reports: where its content begins and ends, without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.phrases import TIME_WORDS, find_subject
from desktop.core.voice.verbs import Cue, Passage, is_shy

# What may follow these verbs without "that": a clause.
CLAUSE_VERBS = word_set(
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
TELLING = frozenset({"tell", "inform", "assure", "remind", "notify", "warn", "advise", "ask"})
_PLACE_PREPOSITIONS = word_set("on in at during via from to by with through after of")
TAIL_WORDS = (
    word_set(
        "in on at during to of after before as while when via from with by for through about "
        "because without amid following last this late early earlier yesterday today tonight "
        "recently again repeatedly flatly simply adding noting citing referring pointing speaking"
    )
    | TIME_WORDS
)
_SUBORDINATING = word_set(
    "while although though if when after as since because whereas before once unless"
)
_BEFORE_TIME = frozenset({"on", "in", "late", "early", "last", "earlier"})
_REACH = 16
# In tokens. What is longer was not written to be read; it is cut, so that time stays linear.
LONGEST_SENTENCE = 300
_ADDRESSEE = 9
_ADDRESSEES = word_set("him her them me us reporters supporters voters")
_FINITE = word_set(
    "is are was were has have had will would can could may might must should does did do isn't "
    "aren't wasn't weren't hasn't haven't won't wouldn't can't couldn't didn't doesn't don't "
    "cannot went came got gave took made knew grew saw became began held kept left lost met "
    "paid ran rose sent spent stood thought told won wrote said says needs wants knew felt "
    "found fell led let means meant brought bought built caught chose drew drove fought hit "
    "seems looks makes takes gets goes comes gives keeps remains"
)


def content_before(passage: Passage, position: int) -> tuple[int, int] | None:
    """Return the content that ends before an attribution; its comma is left out."""
    tokens = passage.tokens
    last = position - 1
    if last >= 0 and not passage.quoted[last] and tokens[last].text in {",", "—", "–", "-"}:
        last -= 1
    if last < 0:
        return None
    return tokens[max(0, last - LONGEST_SENTENCE)].start, tokens[last].end


def content_after(
    passage: Passage, cue: Cue, following: Cue | None, speaker: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Return what a verb reports after it, as code points, or None where nothing is reported.

    Args:
        passage: The sentence.
        cue: The verb.
        following: The next report verb of the sentence; content ends before its own words.
        speaker: The tokens of the verb's subject, None where it shares that of another verb.
    """
    tokens = passage.tokens
    position = cue.last + 1
    if position >= len(tokens):
        return None
    if cue.lemma in TELLING:
        position = after_addressee(passage, position)
    start = _clause_start(passage, cue, position)
    if start is None:
        return None
    stop = _next_attribution(passage, following, start)
    if stop is None and _is_subordinate(passage, cue, speaker):
        stop = _next_comma(passage, start)
    return to_end(passage, start, stop)


def is_infinitive(passage: Passage, cue: Cue) -> bool:
    """Say whether a verb is no more than wished for or begun: "to announce", "without saying"."""
    return cue.form == "base" and cue.first > 0 and passage.tokens[cue.first - 1].lower == "to"


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
    for place in range(start + 2, min(len(passage.tokens), start + LONGEST_SENTENCE)):
        if passage.tokens[place].text == "," and not passage.quoted[place]:
            return place
    return None


def after_addressee(passage: Passage, position: int) -> int:
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
        if end > position and tokens[position].lower in _ADDRESSEES:
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
    if passage.quoted[position]:
        return position
    if word.text in {":", ","} and position + 1 < len(tokens):
        opens = word.text == ":" or passage.quoted[position + 1]
        return position + 1 if opens else None
    if word.lower in {"that", "whether", "how", "why", "what"}:
        return _that_clause(word, position, lemma)
    found: int | None = None
    if word.lower in _PLACE_PREPOSITIONS and lemma != "call for":
        found = _after_preposition(passage, cue, position)
    if found is None and not is_infinitive(passage, cue):
        found = _bare_start(passage, lemma, position)
    return found


def _bare_start(passage: Passage, lemma: str, position: int) -> int | None:
    """Return where "to strike", a clause without "that", or a thing proposed begins."""
    tokens = passage.tokens
    found = _infinitive_start(passage, position) if lemma in _INFINITIVE else None
    if found is not None:
        return found
    if lemma in CLAUSE_VERBS - _THAT_ONLY and _opens_clause(tokens, position, shy=is_shy(lemma)):
        return position
    word = tokens[position]
    if lemma in _NOUN_PHRASE and word.text[0].isalnum():
        return position + (word.lower == "of")
    return None


def _that_clause(word: Token, position: int, lemma: str) -> int | None:
    if word.lower == "that":
        return position + 1
    asks = lemma in {"ask", "wonder", "question", "explain", "know", "say", "see", "describe"}
    return position if asks or lemma in CLAUSE_VERBS else None


def _after_time(tokens: Sequence[Token], position: int) -> int:
    """Pass over a time after the verb: "said on Thursday (October 31, 2024)"."""
    end = position
    while end < min(len(tokens), position + 2) and tokens[end].lower in _BEFORE_TIME:
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
            return place if cue.lemma in CLAUSE_VERBS else None
        word = tokens[place]
        if word.lower == "that" and cue.lemma in CLAUSE_VERBS | TELLING:
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
    if lower in TAIL_WORDS and lower not in {
        "this",
        "as",
        "while",
        "when",
        "in",
        "before",
        "after",
    }:
        return False
    if shy:
        return any(token.lower in _FINITE for token in tokens[position + 1 : position + 8])
    return any(_is_finite_verb(token) for token in tokens[position + 1 : position + 22])


def tokens_before(tokens: Sequence[Token], position: int) -> Sequence[Token]:
    """Return the tokens of a sentence that stand before one, the nearest of them at least."""
    return tokens[max(0, position - LONGEST_SENTENCE) : position]


def has_clause(tokens: Sequence[Token]) -> bool:
    """Say whether some words hold a finite verb, and so can be what somebody said."""
    return len(tokens) > 3 and any(_is_finite_verb(token) for token in tokens)


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
    return _comma_before_subject(passage, following, start)


def _comma_before_subject(passage: Passage, following: Cue, start: int) -> int | None:
    """Return the comma of ", and Berg said", where somebody else begins to speak."""
    subject = find_subject(passage, following)
    if subject is None or subject[0] < start + 3:
        return None
    comma, joint = passage.tokens[subject[0] - 2 : subject[0]]
    return subject[0] - 2 if comma.text == "," and joint.lower in {"and", "but"} else None


def to_end(passage: Passage, start: int, stop: int | None) -> tuple[int, int] | None:
    """Return the content from a token to the sentence's end, its final full stop left out."""
    tokens = passage.tokens
    end = min(stop if stop is not None else len(tokens), start + LONGEST_SENTENCE)
    last = _before_colon(passage, start, end) - 1
    while (
        last > start
        and tokens[last].text in {".", ",", ";", "!", "?", "…"}
        and not (passage.quoted[last])
    ):
        last -= 1
    if last < start or start >= len(tokens):
        return None
    return tokens[start].start, tokens[last].end


def _before_colon(passage: Passage, start: int, end: int) -> int:
    """Return the end of content that words in marks follow after a colon, as in headlines."""
    for place in range(start + 1, end - 1):
        if passage.tokens[place].text == ":" and not passage.quoted[place]:
            return place if passage.quoted[place + 1] else end
    return end
