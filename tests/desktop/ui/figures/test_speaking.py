"""Who speaks: four voices a text, the words given to roles, the tone towards actors."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.model.actor_tones import ActorTone
from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.details import Details
from desktop.core.model.orders import Crossed, Crossing, MeasureOrder
from desktop.core.model.pairs import Change, MinimalPair, PairSide
from desktop.core.model.speaking import ArticleVoices, RolePart, SpeakerPart, VoicePart
from desktop.services.event_details import make_details
from desktop.ui.figures.event_texts import EventTexts
from desktop.ui.figures.minimal_pairs import pairs_sheet
from desktop.ui.figures.orders import orders_sheet
from desktop.ui.figures.speaking import balance_sheet, ledger_sheet, tone_sheet
from desktop.ui.paint.sheets import Changed, RowKind, Sheet, Strip
from tests.desktop.ui.made_details import NOTHING, crowd, texts_of
from tests.desktop.ui.made_event import made_event, place
from tests.sample_event import sample_view

pytestmark = pytest.mark.usefixtures("qapp")
TONE, NO_RATE = Rate(-0.2, 4, 60, -0.4, 0.0), Rate(None, 1, 9)


def part(voice: Voice, words: int, loaded: Rate = NO_RATE) -> VoicePart:
    return VoicePart(voice, words, TONE, loaded)


def speaker(name: str | None, role: str | None, words: int, marked: int) -> SpeakerPart:
    first = place("n", "a foolish dream")
    return SpeakerPart(name, role, words, marked, 0.5, (words, 0, 0), first)


VOICES = ArticleVoices(
    "n",
    (part(Voice.OWN, 75, Rate(2.0, 1, 75, 0.0, 4.0)), part(Voice.INDIRECT, 25)),
    (speaker("Ana Roy", "mayor of Lund", 12, 3), speaker(None, None, 8, 0)),
    (RolePart(None, 8, 0.4, (8, 0, 0)), RolePart("mayor", 12, 0.6, (12, 0, 0))),
)


@pytest.fixture
def texts() -> EventTexts:
    return texts_of(made_event())


def said(sheet: Sheet) -> list[str]:
    return [
        row.said if row.kind is not RowKind.ROW else " | ".join(cell.said for cell in row.cells)
        for row in sheet.rows
    ]


def with_voices() -> Details:
    return replace(NOTHING, voices=(VOICES,))


def test_the_ledger_has_words_and_share_of_each_voice(texts: EventTexts) -> None:
    (row,) = said(ledger_sheet(with_voices(), texts))
    assert row.startswith("North Herald North Herald; 100 words | 75 75 %; loaded 2.0 per 100")
    assert "0 0 %" in row


def test_each_voice_of_the_ledger_opens_where_it_is_heard() -> None:
    view = sample_view()
    texts = texts_of(view)
    (own, quoted, indirect, unclear) = ledger_sheet(make_details(view), texts).rows[0].cells[1:]
    assert {texts.voice(place) for place in quoted.places} == {Voice.QUOTED}
    assert {texts.voice(place) for place in indirect.places} == {Voice.INDIRECT}
    assert {texts.voice(place) for place in unclear.places} <= {Voice.UNCLEAR}
    assert {texts.voice(place) for place in own.places} == {Voice.OWN}
    assert own.places == tuple(sorted(own.places, key=lambda place: place.span))


def test_a_voice_with_too_little_text_has_no_rate(texts: EventTexts) -> None:
    (row,) = said(ledger_sheet(with_voices(), texts))
    assert "25 25 %; too little text" in row


def test_roles_say_who_and_how_much_and_the_unknown_one_is_last(texts: EventTexts) -> None:
    mayor, unknown = said(balance_sheet(with_voices(), texts))
    assert mayor.startswith("mayor; Ana Roy | 3 words in quotation marks and 9 reported, 60 %")
    assert unknown.startswith("Role unknown; unnamed | 0 words in quotation marks and 8 reported")
    assert mayor.count("not found") == 2


def test_a_role_opens_where_it_is_first_heard(texts: EventTexts) -> None:
    cell = balance_sheet(with_voices(), texts).rows[0].cells[1]
    assert cell.places == (place("n", "a foolish dream"),)
    (strip,) = [each for line in cell.lines for each in line if isinstance(each, Strip)]
    assert 0.0 < strip.first < 1.0
    assert strip.room == 0.6


def test_many_outlets_are_listed_below_each_role() -> None:
    view, _ = crowd(8)
    many = tuple(replace(VOICES, article=article.id) for article in view.articles)
    rows = balance_sheet(replace(NOTHING, voices=many), texts_of(view)).rows
    assert [row.kind for row in rows[:2]] == [RowKind.HEAD, RowKind.ROW]
    assert rows[0].said.startswith("mayor; Ana Roy")
    assert len(rows) == 2 * (1 + 8)


def test_the_tone_towards_an_actor_keeps_the_voices_apart(texts: EventTexts) -> None:
    tone = ActorTone("n", "Mayor", TONE, NO_RATE, (place("n", "The mayor"),))
    silent = ActorTone("s", "Harbor", Rate(None, 0, 0), Rate(None, 0, 0), ())
    (row,) = said(tone_sheet(replace(NOTHING, tones=(tone, silent)), texts))
    assert row.startswith("Mayor | Own voice −0.20 −0.40 … 0.00; Quoted voices too little text")
    assert row.endswith("not found | not found")


def test_the_order_is_drawn_twice_and_only_a_crossing_is_named(texts: EventTexts) -> None:
    order = MeasureOrder(
        "loaded wording",
        (("n",), ("e", "s")),
        (("e", "n", "s"),),
        (Crossing("n", Crossed.ENTERS, 1, 1, ("e", "s")),),
    )
    head, first, second, note = said(orders_sheet(replace(NOTHING, orders=(order,)), texts))
    assert head == "Loaded wording. highest first"
    assert first == "1 | East Wire North Herald South Post tie | North Herald"
    assert second == "2 |  | East Wire South Post tie"
    assert note == "North Herald enters a tie when quotations are counted."


def test_one_text_has_no_order(texts: EventTexts) -> None:
    order = MeasureOrder("tone", (("n",),), (("n",),), ())
    sheet = orders_sheet(replace(NOTHING, orders=(order,)), texts)
    assert sheet.rows == ()
    assert "two texts" in sheet.empty


def test_a_minimal_pair_frames_the_words_that_differ(texts: EventTexts) -> None:
    left = PairSide(place("s", "He said it cost 400 jobs."), (place("s", "it"),))
    right = PairSide(place("n", "He said “a foolish dream” cost 400 jobs."), ())
    pair = MinimalPair(Change.OTHER, left, right)
    sheet = pairs_sheet(replace(NOTHING, minimal_pairs=(pair,)), texts)
    head, row = sheet.rows
    assert head.said == "Other words"
    framed = [each for line in row.cells[0].lines for each in line if isinstance(each, Changed)]
    assert framed == [Changed("it")]
    assert row.cells[1].said.endswith("nothing in its place")
    assert row.cells[1].places == (right.place, left.place)


def test_without_details_each_sheet_says_what_it_would_take(texts: EventTexts) -> None:
    for make in (ledger_sheet, balance_sheet, tone_sheet, orders_sheet, pairs_sheet):
        sheet = make(NOTHING, texts)
        assert sheet.rows == ()
        assert sheet.empty
