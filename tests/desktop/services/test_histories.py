"""Any run of decisions, undo, redo and restarts leaves the library where a plain model is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from typing_extensions import override

from desktop.core.model.analyses import Category, StatedVoice, Voice
from desktop.core.model.articles import Published
from desktop.core.model.corrections import Corrections, MarkedWording
from desktop.core.model.spans import Span
from desktop.services import decisions, statements
from desktop.services.analyses import get_analysis
from desktop.services.articles import ArticleQuery, count_articles, list_articles, read_articles
from desktop.services.corrections import read_corrections
from desktop.services.events import list_events
from desktop.services.libraries import open_library, sample_articles
from desktop.services.maintenance import check_library
from desktop.services.sessions import read_session
from tests.desktop.services.conftest import STORM, run_import, write

SAMPLES = 5
PLACES = st.integers(0, SAMPLES - 1)
SOME = st.lists(PLACES, min_size=1, max_size=3)
EDITS = st.sampled_from(
    [
        ("title", "Another title"),
        ("title", ""),
        ("outlet", "New Outlet"),
        ("outlet", "RFE/RL"),
        ("outlet", ""),
        ("authors", "Ann Lee; Bob Ray"),
        ("published", "2024-11-01T10:00"),
        ("published", ""),
        ("url", "https://example.org"),
    ]
)
FIELDS = ("title", "outlet", "authors", "published", "url")
Fields = dict[tuple[int, str], str]


@dataclass(frozen=True)
class Desk:
    """What the user sees: articles outside the trash, edits, corrections, the event's label."""

    live: frozenset[int]
    edited: Fields = field(default_factory=dict[tuple[int, str], str])
    ignored: frozenset[tuple[int, Span]] = frozenset()
    apart: frozenset[tuple[int, Span]] = frozenset()
    kept: frozenset[tuple[int, Span]] = frozenset()
    label: str = ""
    marked: frozenset[tuple[int, MarkedWording]] = frozenset()
    voices: frozenset[tuple[int, StatedVoice]] = frozenset()


def to_words(value: object) -> str:
    """Return a field's value as the user writes it."""
    if isinstance(value, tuple):
        return "; ".join(cast("tuple[str, ...]", value))
    return value.iso if isinstance(value, Published) else str(value or "")


class History(RuleBasedStateMachine):
    """The real library beside the model; places are those of the articles' entering."""

    def __init__(self, base: Path, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.library = open_library(shutil.copy(base, folder))
        rows = list_articles(self.library, ArticleQuery())
        self.ids = [row.id for row in rows]
        self.files = list(sample_articles())
        (event,) = list_events(self.library)
        self.event, self.found_label = event.id, event.label
        self.as_found = self.shown()
        analyses = [get_analysis(self.library, article_id) for article_id in self.ids]
        self.wordings = [analysis.loaded[0].span for analysis in analyses]
        self.blocks = [analysis.blocks[-1].span for analysis in analyses]
        self.passages = [analysis.quotations[0].span for analysis in analyses]
        self.now = Desk(frozenset(range(SAMPLES)))
        self.past: list[tuple[str, Desk]] = [("Add 5 articles", Desk(frozenset()))]
        self.future: list[tuple[str, Desk]] = []

    def shown(self) -> Fields:
        with read_session(self.library) as session:
            articles = read_articles(session, self.ids[:SAMPLES])
        return {
            (place, name): to_words(getattr(article.metadata, name).value)
            for place, article in enumerate(articles)
            for name in FIELDS
        }

    def decided(self, label: str, desk: Desk) -> None:
        self.past.append((label, self.now))
        self.future.clear()
        self.now = desk

    @rule(places=SOME)
    def trash(self, places: list[int]) -> None:
        decisions.trash_articles(self.library, [self.ids[place] for place in places])
        if moved := self.now.live & set(places):
            label = f"Move {len(moved)} article{'s' * (len(moved) > 1)} to trash"
            self.decided(label, replace(self.now, live=self.now.live - moved))

    @rule(places=SOME)
    def restore(self, places: list[int]) -> None:
        decisions.restore_articles(self.library, [self.ids[place] for place in places])
        if moved := set(places) - self.now.live:
            label = f"Restore {len(moved)} article{'s' * (len(moved) > 1)}"
            self.decided(label, replace(self.now, live=self.now.live | moved))

    @rule(place=PLACES)
    def give_again(self, place: int) -> None:
        run_import(self.library, self.files[place])
        if place not in self.now.live:
            self.decided("Add 1 article", replace(self.now, live=self.now.live | {place}))

    @precondition(lambda self: len(self.ids) < SAMPLES + 2)
    @rule()
    def give_a_new_file(self) -> None:
        place = len(self.ids)
        path = write(self.folder, f"{place}.txt", STORM.replace("forty", f"{place} and more"))
        (outcome,) = run_import(self.library, path)
        self.ids.append(outcome.articles[0].id)
        self.decided("Add 1 article", replace(self.now, live=self.now.live | {place}))

    @rule(place=PLACES, edit=EDITS)
    def edit(self, place: int, edit: tuple[str, str]) -> None:
        decisions.edit_field(self.library, self.ids[place], *edit)
        shown = self.as_found | self.now.edited
        if shown[place, edit[0]] != edit[1]:
            edited = {**self.now.edited, (place, edit[0]): edit[1]}
            self.decided(f"Edit {edit[0]}", replace(self.now, edited=edited))

    @rule(place=PLACES, counts=st.booleans())
    def correct_a_wording(self, place: int, counts: bool) -> None:
        span = self.wordings[place]
        one = {(place, span)}
        if counts:
            decisions.count_wording(self.library, self.ids[place], span)
            self.decided("Count wording", replace(self.now, ignored=self.now.ignored - one))
        else:
            decisions.ignore_wording(self.library, self.ids[place], span)
            self.decided("Ignore wording", replace(self.now, ignored=self.now.ignored | one))

    @rule(place=PLACES, keeps=st.booleans())
    def correct_a_block(self, place: int, keeps: bool) -> None:
        span = self.blocks[place]
        one = {(place, span)}
        kept, apart = self.now.kept - one, self.now.apart - one
        if keeps:
            decisions.keep_block(self.library, self.ids[place], span)
            self.decided("Keep block", replace(self.now, kept=kept | one, apart=apart))
        else:
            decisions.set_apart_block(self.library, self.ids[place], span)
            self.decided("Set block apart", replace(self.now, kept=kept, apart=apart | one))

    @rule(place=PLACES, category=st.sampled_from([*list(Category)[:2], None]))
    def mark_a_wording(self, place: int, category: Category | None) -> None:
        span, library = self.passages[place], self.library
        others = frozenset(one for one in self.now.marked if one[0] != place)
        if category is None:
            statements.unmark_wording(library, self.ids[place], span)
            label, marked = "Unmark ", others
        else:
            statements.mark_wording(library, self.ids[place], span, category)
            label, marked = "Mark ", others | {(place, MarkedWording(span, category, 0.7))}
        if marked != self.now.marked:
            self.decided(self.told(label), replace(self.now, marked=marked))

    @rule(place=PLACES, voice=st.sampled_from([Voice.OWN, Voice.QUOTED, Voice.INDIRECT, None]))
    def state_a_voice(self, place: int, voice: Voice | None) -> None:
        span, library = self.passages[place], self.library
        others = frozenset(one for one in self.now.voices if one[0] != place)
        if voice is None:
            statements.reset_voice(library, self.ids[place], span)
            voices = others
        else:
            statements.fix_voice(library, self.ids[place], span, voice, "Ann Lee")
            name = "" if voice is Voice.OWN else "Ann Lee"
            voices = others | {(place, StatedVoice(span, voice, name))}
        if voices != self.now.voices:
            self.decided(self.told("Take "), replace(self.now, voices=voices))

    def told(self, begin: str) -> str:
        """Return the label of what was decided last, which has the words in it."""
        label = decisions.undo_label(self.library)
        assert label is not None
        assert label.startswith(begin)
        return label

    @rule(label=st.sampled_from(["Strikes", "Long\nrange", ""]))
    def rename(self, label: str) -> None:
        decisions.rename_event(self.library, self.event, label)
        chosen = " ".join(label.split())
        if chosen != self.now.label:
            self.decided("Rename event", replace(self.now, label=chosen))

    @rule()
    def undo(self) -> None:
        told = decisions.undo(self.library)
        if not self.past:
            assert told is None
            return
        label, before = self.past.pop()
        assert told == label
        self.future.append((label, self.now))
        self.now = before

    @rule()
    def redo(self) -> None:
        told = decisions.redo(self.library)
        if not self.future:
            assert told is None
            return
        label, after = self.future.pop()
        assert told == label
        self.past.append((label, self.now))
        self.now = after

    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = open_library(self.library.url)

    @invariant()
    def the_next_steps_are_named(self) -> None:
        assert decisions.undo_label(self.library) == (self.past[-1][0] if self.past else None)
        assert decisions.redo_label(self.library) == (self.future[-1][0] if self.future else None)
        standing = [d.label for d in decisions.list_decisions(self.library) if not d.undone]
        assert standing == [label for label, _desk in self.past]

    @invariant()
    def the_lists_hold_what_is_live_and_the_trash_the_rest(self) -> None:
        live = [row.id for row in list_articles(self.library, ArticleQuery())]
        trash = [row.id for row in list_articles(self.library, ArticleQuery("trash"))]
        assert live == [i for place, i in enumerate(self.ids) if place in self.now.live]
        assert trash == [i for place, i in enumerate(self.ids) if place not in self.now.live]
        counts = count_articles(self.library)
        assert (counts.all, counts.trash) == (len(live), len(trash))

    @invariant()
    def the_fields_are_as_edited_or_as_found(self) -> None:
        assert self.shown() == self.as_found | self.now.edited

    @invariant()
    def the_corrections_stand(self) -> None:
        sets = (self.now.kept, self.now.apart, self.now.ignored)
        with read_session(self.library) as session:
            for place in range(SAMPLES):
                expected = [frozenset(span for p, span in some if p == place) for some in sets]
                marked = frozenset(one for p, one in self.now.marked if p == place)
                voices = tuple(one for p, one in self.now.voices if p == place)
                (article,) = read_articles(session, [self.ids[place]])
                corrections = read_corrections(session, article)
                assert corrections == Corrections(*expected, marked=marked, voices=voices)

    @invariant()
    def the_event_has_its_label_and_the_live_articles(self) -> None:
        members = len([place for place in self.now.live if place < SAMPLES])
        expected = [(self.event, self.now.label or self.found_label, members)]
        shown = [(event.id, event.label, event.articles) for event in list_events(self.library)]
        assert shown == (expected if members > 1 else [])

    @override
    def teardown(self) -> None:
        self.the_figures_follow_the_corrections()
        self.library.close()
        assert self.library.path is not None
        assert check_library(self.library.path) == ()

    def the_figures_follow_the_corrections(self) -> None:
        for collection in ("all", "trash"):
            for row in list_articles(self.library, ArticleQuery(collection)):
                if row.analyzed:
                    analysis = get_analysis(self.library, row.id)
                    assert (row.own, row.words) == (analysis.own.loaded, analysis.ledger.total)


@pytest.fixture
def history(analyzed_file: Path, tmp_path_factory: pytest.TempPathFactory) -> type[History]:
    """Give the machine with a new copy of the analyzed samples for every run."""

    class FreshHistory(History):
        def __init__(self) -> None:
            super().__init__(analyzed_file, tmp_path_factory.mktemp("history"))

    return FreshHistory


def test_a_library_is_where_its_decisions_say(history: type[History]) -> None:
    run_state_machine_as_test(
        history, settings=settings(max_examples=12, stateful_step_count=12, deadline=None)
    )
