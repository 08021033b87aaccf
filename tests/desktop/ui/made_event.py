"""A made-up event of three outlets with hand-made analyses, for the views of an event."""

from __future__ import annotations

from desktop.core.model.analyses import (
    Analysis,
    Category,
    Ledger,
    LoadedSpan,
    Rate,
    ReportVerb,
    Rung,
    Sentence,
    SentenceVoice,
    ToneWord,
    Voice,
    VoiceFigures,
)
from desktop.core.model.articles import (
    Article,
    Block,
    BlockKind,
    Metadata,
    Origin,
    Published,
    Stated,
)
from desktop.core.model.comparisons import (
    Cell,
    Claim,
    Comparison,
    Finding,
    FindingKind,
    Place,
    Relation,
)
from desktop.core.model.events import Link
from desktop.core.model.spans import Span
from desktop.services.badges import to_badges
from desktop.services.views import EventView

TEXTS = {
    "n": (
        "North Herald",
        "Mayor slams harbor plan",
        "The mayor slammed the reckless harbor plan. He said “a foolish dream” cost 400 jobs.",
    ),
    "s": (
        "South Post",
        "Mayor questions harbor plan",
        "The mayor questioned the harbor plan. He said it cost 400 jobs. He said no more.",
    ),
    "e": (
        "East Wire",
        "Harbor plan costs jobs",
        "The harbor plan costs 900 jobs on the coast, the mayor warned.",
    ),
}
OWN = {
    "n": Rate(8.0, 2, 60, 2.0, 14.0),
    "s": Rate(0.0, 0, 70, 0.0, 0.0),
    "e": Rate(1.5, 1, 66, 0.2, 3.0),
}
QUOTED = {"n": Rate(2.0, 1, 50, 0.5, 60.0), "s": Rate(None, 0, 12), "e": Rate(None, 0, 0)}
TONE = {
    "n": Rate(-0.4, 3, 60, -0.6, -0.1),
    "s": Rate(0.1, 1, 70, 0.1, 0.1),
    "e": Rate(0.0, 2, 66, -0.2, 0.2),
}
LOADED = {
    "n": (("slams", Voice.OWN), ("reckless", Voice.OWN), ("foolish", Voice.QUOTED)),
    "s": (),
    "e": (("costs jobs", Voice.OWN),),
}
VERBS = {
    "n": (("slammed", Rung.ATTACK), ("said", Rung.PLAIN)),
    "s": (("questioned", Rung.DOUBT), ("said it", Rung.PLAIN), ("said no", Rung.PLAIN)),
    "e": (("warned", Rung.DOUBT),),
}


def text_of(article: str) -> str:
    _, title, body = TEXTS[article]
    return f"{title}\n{body}"


def place(article: str, words: str) -> Place:
    start = text_of(article).index(words)
    return Place(article, Span(start, start + len(words)))


def article(key: str) -> Article:
    outlet, title, _ = TEXTS[key]
    dated = Published(2024, 5, 3) if key == "s" else None
    origin = Origin.UNKNOWN if dated is None else Origin.TEXT
    metadata = Metadata(
        title=Stated(title, Origin.TEXT),
        outlet=Stated(outlet, Origin.SIDECAR),
        published=Stated(dated, origin),
    )
    return Article(key, text_of(key), metadata)


def analysis(key: str) -> Analysis:
    text = text_of(key)
    title = Span(0, text.index("\n"))
    body = Span(title.end + 1, len(text))
    sentences = _sentences(text, title)
    quoted = VoiceFigures(QUOTED[key].words, QUOTED[key], Rate(None, 0, QUOTED[key].words))
    return Analysis(
        article_id=key,
        blocks=(Block(title, BlockKind.HEADLINE, True), Block(body, BlockKind.BODY, True)),
        sentences=sentences,
        quotations=(),
        verbs=tuple(_verb(key, words, rung, sentences) for words, rung in VERBS[key]),
        loaded=tuple(_loaded(key, words, voice, sentences) for words, voice in LOADED[key]),
        tone_words=(ToneWord(place(key, "harbor").span, -0.3, Voice.OWN, 1),),
        targets=(),
        figures=(),
        ledger=Ledger(OWN[key].words, QUOTED[key].words, 0, 0),
        own=VoiceFigures(OWN[key].words, OWN[key], TONE[key]),
        quoted=quoted,
    )


def made_event(*keys: str) -> EventView:
    """Return the event with some of its articles, or with all of them."""
    chosen = keys or tuple(TEXTS)
    articles = tuple(article(key) for key in chosen)
    ranks = tuple(group for group in (("n",), ("e", "s")) if set(group) <= set(chosen))
    comparison = Comparison(chosen, _claims(chosen), (), _findings(chosen), ranks)
    links = (Link("n", "s", ("Mayor",), ("400",), ("harbor",), None, 0.5, "One is not dated."),)
    badges = to_badges([(TEXTS[key][0], nth) for nth, key in enumerate(chosen)])
    analyses = tuple(analysis(key) for key in chosen)
    shown = links if {"n", "s"} <= set(chosen) else ()
    return EventView("event", "Harbor plan", articles, analyses, badges, comparison, shown)


def _claims(keys: tuple[str, ...]) -> tuple[Claim, ...]:
    cells = {
        "n": Cell("n", Relation.SAME, "the mayor", "", (place("n", "400 jobs"),)),
        "s": Cell("s", Relation.OTHER_SCOPE, None, "400 in town", (place("s", "400 jobs"),)),
        "e": Cell("e", Relation.OTHER_FIGURE, "the mayor", "900", (place("e", "900"),)),
    }
    coast = {
        "n": Cell("n", Relation.NOT_FOUND, None, "", ()),
        "s": Cell("s", Relation.NOT_FOUND, None, "", ()),
        "e": Cell("e", Relation.SAME, "the mayor", "", (place("e", "on the coast"),)),
    }
    return (
        Claim("The plan costs 400 jobs.", tuple(cells[key] for key in keys), 0.2),
        Claim("Jobs go on the coast.", tuple(coast[key] for key in keys), 0.9),
    )


def _findings(keys: tuple[str, ...]) -> tuple[Finding, ...]:
    if not {"n", "e"} <= set(keys):
        return ()
    figures = (place("n", "400"), place("e", "900"))
    wording = (place("n", "reckless"),)
    return (
        Finding(FindingKind.FIGURES, "Different figures", "400 and 900 jobs.", 0.8, figures),
        Finding(FindingKind.WORDING, "Loaded wording", "Two in North Herald.", 0.9, wording),
    )


def _sentences(text: str, title: Span) -> tuple[Sentence, ...]:
    spans, start = [title], title.end + 1
    while start < len(text):
        stop = text.find(". ", start)
        end = len(text) if stop < 0 else stop + 1
        spans.append(Span(start, end))
        start = end + 1
    return tuple(
        Sentence(span, nth, min(nth - 1, 1), True, SentenceVoice.OWN, 0.0, 0.0)
        for nth, span in enumerate(spans, start=1)
    )


def _number(span: Span, sentences: tuple[Sentence, ...]) -> int:
    return next(s.number for s in sentences if s.span.covers(span))


def _verb(key: str, words: str, rung: Rung, sentences: tuple[Sentence, ...]) -> ReportVerb:
    whole = place(key, words).span
    span = Span(whole.start, whole.start + len(words.split(maxsplit=1)[0]))
    return ReportVerb(span, words, rung, "the mayor", Voice.OWN, _number(span, sentences))


def _loaded(key: str, words: str, voice: Voice, sentences: tuple[Sentence, ...]) -> LoadedSpan:
    span = place(key, words).span
    number = _number(span, sentences)
    why = "A plain word exists."
    return LoadedSpan(span, Category.EMOTIVE_VERB, 0.8, voice, why, None, words, number)
