"""Inflects the lemmas of the word lists: verbs, nouns and adjectives of English."""

from __future__ import annotations

import re

_IRREGULAR: dict[str, tuple[str, ...]] = {
    verb.split()[0]: tuple(verb.split()[1:])
    for verb in """
    be is are was were been being
    beat beats beat beaten beating
    beget begets begot begotten begetting
    bend bends bent bending
    beseech beseeches beseeched besought beseeching
    beset besets besetting
    bite bites bit bitten biting
    bleed bleeds bled bleeding
    blow blows blew blown blowing
    break breaks broke broken breaking
    breed breeds bred breeding
    bring brings brought bringing
    browbeat browbeats browbeaten browbeating
    build builds built building
    burn burns burned burnt burning
    burst bursts burst bursting
    buy buys bought buying
    cast casts cast casting
    catch catches caught catching
    cling clings clung clinging
    come comes came coming
    creep creeps crept creeping
    cut cuts cut cutting
    deal deals dealt dealing
    dig digs dug digging
    do does did done doing
    draw draws drew drawn drawing
    dream dreams dreamed dreamt dreaming
    drink drinks drank drunk drinking
    drive drives drove driven driving
    eat eats ate eaten eating
    fall falls fell fallen falling
    feed feeds fed feeding
    feel feels felt feeling
    fight fights fought fighting
    find finds found finding
    flee flees fled fleeing
    fling flings flung flinging
    fly flies flew flown flying
    force-feed force-feeds force-fed force-feeding
    forget forgets forgot forgotten forgetting
    forgive forgives forgave forgiven forgiving
    get gets got gotten getting
    give gives gave given giving
    go goes went gone going
    grind grinds ground grinding
    grow grows grew grown growing
    hang hangs hung hanging
    have has had having
    hide hides hid hidden hiding
    hit hits hit hitting
    hold holds held holding
    hurt hurts hurting
    keep keeps kept keeping
    know knows knew known knowing
    lay lays laid laying
    lead leads led leading
    leap leaps leaped leapt leaping
    leave leaves left leaving
    lie lies lied lying
    light lights lit lighted lighting
    lose loses lost losing
    make makes made making
    mean means meant meaning
    mislead misleads misled misleading
    overthrow overthrows overthrew overthrown overthrowing
    pay pays paid paying
    plead pleads pleaded pled pleading
    put puts put putting
    quit quits quitting
    ride rides rode ridden riding
    ring rings rang rung ringing
    rise rises rose risen rising
    run runs ran running
    say says said saying
    see sees saw seen seeing
    seek seeks sought seeking
    sell sells sold selling
    send sends sent sending
    set sets set setting
    shake shakes shook shaken shaking
    shed sheds shed shedding
    shine shines shone shined shining
    shoot shoots shot shooting
    shove shoves shoved shoving
    show shows showed shown showing
    shut shuts shut shutting
    sink sinks sank sunk sinking
    sit sits sat sitting
    sling slings slung slinging
    slink slinks slunk slinked slinking
    sneak sneaks sneaked snuck sneaking
    sow sows sowed sown sowing
    speak speaks spoke spoken speaking
    spew spews spewed spewing
    spin spins spun spinning
    spit spits spat spitting
    spread spreads spread spreading
    stand stands stood standing
    steal steals stole stolen stealing
    stick sticks stuck sticking
    sting stings stung stinging
    strike strikes struck striking
    sweep sweeps swept sweeping
    swing swings swung swinging
    take takes took taken taking
    teach teaches taught teaching
    tear tears tore torn tearing
    tell tells told telling
    think thinks thought thinking
    throw throws threw thrown throwing
    torpedo torpedoes torpedoed torpedoing
    traffic traffics trafficked trafficking
    turn turns turned turning
    undermine undermines undermined undermining
    wage wages waged waging
    weep weeps wept weeping
    win wins won winning
    withdraw withdraws withdrew withdrawn withdrawing
    wring wrings wrung wringing
    write writes wrote written writing
    """.strip().splitlines()
}
# One short vowel before one consonant doubles it: "slam", "quit"; longer words only when stressed.
_SHORT = re.compile(r"(?:[^aeiou]*|[^aeiou]*qu)[aeiou][bcdfgklmnprstvz]")
_STRESSED_AT_END = frozenset(
    """
    admit commit compel deter excel expel flip-flop rebut refer regret repel
    """.split()
)
_IRREGULAR_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "crisis": "crises",
    "thief": "thieves",
    "elite": "elites",
    "hero": "heroes",
    "bloodbath": "bloodbaths",
    "oligarch": "oligarchs",
    "leaf": "leaves",
    "bogeyman": "bogeymen",
    "boogeyman": "boogeymen",
    "henchman": "henchmen",
    "madman": "madmen",
    "strongman": "strongmen",
    "yes-man": "yes-men",
}
# "horribly", but "vilely".
_CONSONANT_LE = re.compile("[^aeiou]le$")
_HISSES = ("s", "x", "z", "ch", "sh")


def forms_of(word: str, part: str) -> tuple[str, ...]:
    """Return all forms of one word, the lemma first.

    >>> forms_of("slam", "verb")
    ('slam', 'slams', 'slammed', 'slamming')
    >>> forms_of("bully", "noun")
    ('bully', 'bullies')
    >>> forms_of("reckless", "adjective")
    ('reckless', 'recklessly')
    """
    if part == "verb":
        return _verb_forms(word)
    if part == "noun":
        return (word, _plural(word))
    if part == "adjective" and "-" not in word and not word.endswith(("ed", "ly")):
        return (word, _adverb(word))
    return (word,)


def phrase_forms(words: tuple[str, ...], part: str) -> tuple[tuple[str, ...], ...]:
    """Return all forms of a phrase: a verb changes in its first word, a noun in its last.

    >>> phrase_forms(("lash", "out"), "verb")[2]
    ('lashed', 'out')
    """
    if part == "noun":
        return tuple((*words[:-1], form) for form in forms_of(words[-1], part))
    return tuple((form, *words[1:]) for form in forms_of(words[0], part))


def _verb_forms(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return (verb, *dict.fromkeys(form for form in _IRREGULAR[verb] if form != verb))
    third = _plural(verb)
    if verb.endswith("ie"):
        return (verb, third, verb + "d", verb[:-2] + "ying")
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return (verb, third, verb + "d", verb[:-1] + "ing")
    if verb.endswith("e"):
        return (verb, third, verb + "d", verb + "ing")
    if _has_consonant_y(verb):
        return (verb, third, verb[:-1] + "ied", verb + "ing")
    doubles = _SHORT.fullmatch(verb) or verb in _STRESSED_AT_END
    stem = verb + verb[-1] if doubles else verb
    return (verb, third, stem + "ed", stem + "ing")


def _plural(word: str) -> str:
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    if _has_consonant_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_HISSES) else "s")


def _adverb(adjective: str) -> str:
    if adjective.endswith("y"):
        return adjective[:-1] + "ily"
    if adjective.endswith("ie"):
        return adjective[:-2] + "ily"
    if _CONSONANT_LE.search(adjective):
        return adjective[:-1] + "y"
    if adjective.endswith("ll"):
        return adjective + "y"
    return adjective + ("ally" if adjective.endswith("ic") else "ly")


def _has_consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in tuple("aeiou")
