"""Makes up articles for measuring: events of several outlets, from templates and sample sentences.

Nothing here is news. The samples' sentences keep their build and small words; their other words are
drawn anew for each event, common ones often and rare ones seldom, as in a collection of articles.
The same number and seed give the same articles on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

from desktop.core.model.articles import Article, Metadata, Origin, Published, Stated
from desktop.core.text.blocks import find_blocks
from desktop.core.text.sentences import find_sentences
from desktop.services.lexicons import load_lexicons

SAMPLES = Path(__file__).parents[2] / "seeds"
OUTLETS = ("Daily Lantern", "The Harbor Post", "Northern Wire", "Evening Ledger", "Coast Herald")
OUTLETS_PER_EVENT = 4
_KEPT, _TOPIC_WORDS, _REWORDED = 14, 160, 0.7
_FIRST = (
    "Aya Nils Maja Tom Inga Luis Petra Omar Ruth Jonas Lena Marek Sofia Emil Nora Karim".split()
)
_ONSETS = "b br d dr f g gr h j k kl l m n p pr r s st t tr v".split()
_VOWELS = "a e i o u ai ei ou".split()
_CODAS = "ck d l ll m n nd r rg s th v x".split()
_THINGS = (
    "the harbor bridge|the old tram line|the night ferry|the coal plant|the city archive|the flood "
    "wall|the airport road|the school reform|the water tax|the wind park|the fishing quota|the "
    "hospital merger"
).split("|")
_ROLES = ("mayor", "governor", "union leader", "minister", "judge", "spokeswoman", "police chief")
_TEMPLATES = (
    "{thing_} in {place} was closed on {day} after {count} complaints reached the council.",
    "“We cannot wait any longer, and we will not pay for {thing} twice,” {who} said.",
    "{who}, the {role} of {place}, said the work would cost ${cost} million and take {n} months.",
    "According to {other}, at least {count} people in {place} depend on {thing} every week.",
    "Critics slammed the decision as a reckless gamble with {thing}.",
    "{other} denied that the {role} had known of the report before {day}.",
    "The council voted {n} to {m} in favor of {thing}, with {k} members absent.",
    "“It is a shameful day for {place},” {other} told reporters, “and nobody here will forget it.”",
    "{who} insisted the figures were correct and urged the region to act before winter.",
    "Neither {who} nor {other} would say who had signed the contract for {thing}.",
    "About {count} residents marched through {place} on {day}, police said.",
    "The so-called “{place} plan” had been praised as a brilliant answer to {thing}.",
    "Shares of the builder fell {k}.{n} percent, its steepest loss since {year}.",
    "Mr. {last} admitted that {thing} had been neglected for years, a claim the {role} disputes.",
    "Work on {thing} is expected to begin in the spring, officials in {place} said.",
    "It was not immediately clear how many of the {count} tickets had been sold.",
    "“Every site we looked at was worse than {thing},” said {who}, who led the inquiry.",
    "The {role} warned that {place} could lose ${cost} million a year if the plan fails.",
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CONTENT = re.compile(r"(?<![\w{])[a-z]{5,}\b")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


def make_articles(count: int, seed: int = 7) -> list[Article]:
    """Return made-up articles, four on an event, about 3,500 characters each."""
    events = -(-count // OUTLETS_PER_EVENT)
    made = [article for nth in range(events) for article in _make_event(nth, seed)]
    Random(seed).shuffle(made)  # noqa: S311
    return made[:count]


def make_event(count: int, seed: int = 7) -> list[Article]:
    """Return made-up articles of so many outlets on one event."""
    return _make_event(0, seed, [f"Outlet {number}" for number in range(1, count + 1)])


def make_text(length: int, seed: int = 7) -> str:
    """Return one made-up text of at least so many characters, in paragraphs."""
    parts: list[str] = []
    size = nth = 0
    while size < length:
        for article in _make_event(nth, seed):
            parts.append(article.text)
            size += len(article.text) + 2
        nth += 1
    return "\n\n".join(parts)[:length]


def _make_event(nth: int, seed: int, outlets: Sequence[str] = ()) -> list[Article]:
    random = Random(f"{seed}/{nth}")  # noqa: S311
    slots = _slots(random)
    topic = random.choices(*_vocabulary(), k=_TOPIC_WORDS)
    names = [slots["last"], slots["place"], *(_new_name(random) for _ in range(4))]
    shared = [
        _reword(random, _NAME.sub(lambda _: random.choice(names), each), topic)
        for each in random.sample(_sample_sentences(), _KEPT)
    ]
    templates = [_reword(random, each, topic) for each in _TEMPLATES]
    day = Published(2023, random.randint(1, 12), random.randint(1, 28))
    return [
        _make_article(f"{nth}-{place}", outlet, day, _sentences(random, slots, templates, shared))
        for place, outlet in enumerate(outlets or random.sample(OUTLETS, OUTLETS_PER_EVENT))
    ]


def _new_name(random: Random) -> str:
    middle = random.choice(_ONSETS) + random.choice(_VOWELS)
    word = random.choice(_ONSETS) + random.choice(_VOWELS) + middle + random.choice(_CODAS)
    return word.capitalize()


def _slots(random: Random) -> dict[str, str]:
    last = _new_name(random)
    thing = random.choice(_THINGS)
    return {
        "who": f"{random.choice(_FIRST)} {last}",
        "other": f"{random.choice(_FIRST)} {_new_name(random)}",
        "last": last,
        "place": _new_name(random),
        "thing": thing,
        "thing_": thing[:1].upper() + thing[1:],
        "role": random.choice(_ROLES),
        "count": f"{random.randint(20, 99_000):,}",
        "cost": str(random.randint(2, 900)),
        "year": str(random.randint(1975, 2020)),
    }


def _sentences(
    random: Random, slots: dict[str, str], templates: Sequence[str], shared: Sequence[str]
) -> list[str]:
    chosen = random.sample(templates, random.randint(12, len(templates)))
    made = [
        template.format(
            **slots,
            day=random.choice(_DAYS),
            n=random.randint(2, 9),
            m=random.randint(2, 9),
            k=random.randint(2, 9),
        )
        for template in chosen
    ]
    fillers = random.sample(shared, random.randint(8, len(shared)))
    made += fillers
    random.shuffle(made)
    return made


def _reword(random: Random, sentence: str, topic: Sequence[str]) -> str:
    """Put words of the event in place of others; what stands in braces is filled in later."""

    def drawn(word: re.Match[str]) -> str:
        return random.choice(topic) if random.random() < _REWORDED else word.group()

    return _CONTENT.sub(drawn, sentence)


def _make_article(
    article_id: str, outlet: str, day: Published, sentences: Sequence[str]
) -> Article:
    title = sentences[0].rstrip(".")[:90]
    paragraphs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    text = "\n\n".join((title, f"By Ann Lee, {outlet}", *paragraphs))
    metadata = Metadata(
        title=Stated(title, Origin.FILE),
        outlet=Stated(outlet, Origin.FILE),
        published=Stated(day, Origin.FILE),
    )
    return Article(article_id, text, metadata)


@cache
def _vocabulary() -> tuple[list[str], list[int]]:
    """Return words of news with the number of articles that have them."""
    background = load_lexicons().background
    words = sorted(word for word in background if _CONTENT.fullmatch(word))
    return words, [background[word] for word in words]


@cache
def _sample_sentences() -> tuple[str, ...]:
    found: dict[str, None] = {}
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text("utf-8")
        blocks = find_blocks(text)
        for sentence in find_sentences(text, blocks):
            if blocks[sentence.block].scored and len(sentence.span) > 60:
                found.setdefault(" ".join(sentence.span.of(text).split()))
    return tuple(found)
