"""Hand-made details of the made-up event: something of every kind, all of it to be found there."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.model.actor_tones import ActorTone
from desktop.core.model.analyses import Rate
from desktop.core.model.details import (
    Answer,
    ArticleForms,
    ClockHour,
    Contrast,
    ContrastKind,
    DeskFigure,
    Details,
    FairClock,
    FairFacts,
    FigureDesk,
    FigureGroup,
    FigureRelation,
    FiveW,
    HeadlineCheck,
    Keyness,
    NamedForm,
    Naming,
    Prominence,
    ProminenceKind,
    Question,
    QuestionKind,
    Side,
)
from desktop.core.model.omissions import LeftOut
from desktop.core.model.pairs import Change, MinimalPair, PairSide
from desktop.services.badges import to_badges
from desktop.services.views import EventView
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.figures.outlets import outlet_columns
from tests.desktop.ui.made_event import made_event, place

NOTHING = Details(FigureDesk(), (), (), (), FairClock(), (), (), (), ())


def made_details() -> Details:
    """Return the details of the event of three outlets."""
    return Details(
        figures=_desk(),
        naming=(_naming(),),
        five_w=_five_w(),
        questions=(_silence(), _treatment()),
        clock=FairClock((ClockHour("s", "2024-05-03", ("s", "n")),), ("e",), (("n", "s"),)),
        contrasts=_contrasts(),
        headlines=(
            HeadlineCheck(
                place("n", "Mayor slams harbor plan"),
                place("n", "The mayor slammed the reckless harbor plan."),
                None,
                None,
            ),
            HeadlineCheck(
                place("e", "Harbor plan costs jobs"), None, None, place("e", "The harbor plan")
            ),
        ),
        prominence=(
            Prominence(ProminenceKind.CLAIM, "The plan costs jobs", place("n", "400"), 0.8, 0.2),
            Prominence(ProminenceKind.CLAIM, "The plan costs jobs", place("e", "900"), 0.1, 0.5),
            Prominence(ProminenceKind.SPEAKER, "the mayor", place("n", "He said"), 0.5, 0.3),
        ),
        keyness=(
            Keyness("n", "reckless", 3, 0, 8.25, 2.5, place("n", "reckless")),
            Keyness("e", "coast", 2, 1, 4.0, 1.0, place("e", "coast")),
        ),
        minimal_pairs=(
            MinimalPair(
                Change.FIGURE,
                PairSide(place("n", "cost 400 jobs"), (place("n", "400"),)),
                PairSide(place("e", "costs 900 jobs"), (place("e", "900"),)),
            ),
        ),
        tones=(
            ActorTone(
                "n",
                "the mayor",
                Rate(-0.3, 2, 30, -0.5, -0.1),
                Rate(None, 0, 0),
                (place("n", "The mayor"),),
            ),
        ),
        left_out=(
            LeftOut("e", "clock", "No date is stated."),
            LeftOut(None, "questions of silence", "Fewer than two texts have a date."),
        ),
    )


def crowd(outlets: int) -> tuple[EventView, Details]:
    """Return an event on which many outlets print the first article, and its details."""
    view = made_event("n")
    keys = [f"n{nth}" for nth in range(outlets)]
    many = replace(
        view,
        articles=tuple(replace(view.articles[0], id=key) for key in keys),
        analyses=tuple(replace(view.analyses[0], article_id=key) for key in keys),
        badges=to_badges([(f"Outlet {nth}", nth) for nth in range(outlets)]),
        comparison=replace(view.comparison, articles=tuple(keys), claims=(), findings=()),
    )
    here, words = place("n", "400 jobs"), place("n", "The mayor")
    figures = tuple(
        replace(_figure("n", "400 jobs", 400.0), place=replace(here, article=key)) for key in keys
    )
    forms = tuple(
        ArticleForms(key, (NamedForm("the mayor", 1, replace(words, article=key)),))
        for key in keys[1:]
    )
    everywhere = tuple(
        Prominence(ProminenceKind.CLAIM, "Jobs", replace(here, article=key), 0.5, 0.1)
        for key in keys
    )
    pairs = tuple((keys[0], key) for key in keys[1:])
    return many, replace(
        NOTHING,
        figures=FigureDesk(figures, (FigureGroup(tuple(range(outlets)), FigureRelation.SAME),)),
        naming=(Naming("mayor", forms, ()),),
        five_w=tuple(
            FiveW(key, who=(Answer(replace(words, article=key), replace(words, article=key)),))
            for key in keys
        ),
        prominence=everywhere,
        clock=FairClock((), tuple(keys), pairs),
    )


def texts_of(view: EventView) -> EventTexts:
    return EventTexts(outlet_columns(view))


def _figure(key: str, words: str, value: float | None, **told: object) -> DeskFigure:
    made = DeskFigure(place(key, words), value, "", "jobs", "", "", None, "", False)
    return replace(made, **told)


def _desk() -> FigureDesk:
    figures = (
        _figure("n", "400 jobs", 400.0, source="the mayor"),
        _figure("s", "cost 400", 400.0, modifier="cost", scope="town", period="last year"),
        _figure("e", "900 jobs", 900.0),
        _figure("e", "900", 900.0, scope="the coast"),
        _figure("n", "cost 400", 400.0, is_conversion=True),
        _figure("s", "no more", None, counts="words"),
    )
    return FigureDesk(
        figures,
        (
            FigureGroup((0, 1), FigureRelation.SAME),
            FigureGroup((0, 1, 2), FigureRelation.DIFFERENT),
            FigureGroup((0, 1, 3), FigureRelation.OTHER_SCOPE),
        ),
        (place("n", "foolish dream"),),
    )


def _naming() -> Naming:
    own = (
        ArticleForms("n", (NamedForm("The mayor", 1, place("n", "The mayor")),)),
        ArticleForms(
            "s",
            (
                NamedForm("The mayor", 2, place("s", "The mayor")),
                NamedForm("He", 1, place("s", "He said it")),
            ),
        ),
    )
    return Naming(
        "the mayor", own, (ArticleForms("n", (NamedForm("dream", 1, place("n", "dream")),)),)
    )


def _five_w() -> tuple[FiveW, ...]:
    def answer(key: str, words: str) -> Answer:
        return Answer(place(key, words), place(key, words))

    return (
        FiveW(
            "n", who=(answer("n", "The mayor"),), what=(answer("n", "the reckless harbor plan"),)
        ),
        FiveW("s", who=tuple(answer("s", "The mayor") for _ in range(6))),
        FiveW("e", where=(answer("e", "on the coast"),)),
    )


def _silence() -> Question:
    return Question(
        QuestionKind.SILENCE,
        "Did South Post have room and time for it?",
        ("n", "e"),
        ("s",),
        (place("n", "400 jobs"), place("e", "900 jobs")),
        FairFacts("70 words.", "Printed 2024-05-03.", "It names the mayor."),
    )


def _treatment() -> Question:
    evidence = (place("n", "slammed"), place("s", "questioned"))
    return Question(QuestionKind.TREATMENT, "What does each verb add?", ("n", "s"), (), evidence)


def _contrasts() -> tuple[Contrast, ...]:
    mayor, own = "the mayor", "own voice"
    return (
        Contrast(
            ContrastKind.ATTRIBUTION_GAP,
            "The plan costs jobs",
            (Side(place("n", "cost 400 jobs"), own), Side(place("e", "900 jobs"), mayor)),
        ),
        Contrast(
            ContrastKind.ANONYMOUS, "warned", (Side(place("e", "the mayor warned"), "warned"),)
        ),
        Contrast(
            ContrastKind.CERTAINTY,
            "The plan costs jobs",
            (
                Side(place("n", "cost 400 jobs"), "plain fact"),
                Side(place("s", "it cost 400 jobs"), "reported"),
                Side(place("e", "costs 900 jobs"), "reported"),
            ),
        ),
        Contrast(
            ContrastKind.AGENCY,
            "costs jobs",
            (Side(place("s", "it cost 400"), "no agent"), Side(place("e", "costs 900"), mayor)),
        ),
    )
