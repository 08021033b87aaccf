"""Pages and status line follow what was taken back and what was chosen."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.core.model.comparisons import Place
from desktop.services import decisions
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import CHARTS, COMPARE
from tests.desktop.ui.windows.opened import settle


def test_an_event_whose_articles_are_all_taken_back_is_no_trouble(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    troubles: list[object] = []
    samples_desk.workspace.troubled.connect(troubles.append)
    samples_desk.window.show_page(COMPARE)
    settle(qtbot, samples_desk)

    samples_desk.workspace.decide(decisions.undo)
    settle(qtbot, samples_desk)

    assert samples_desk.shelves.counts.all == 0
    assert samples_desk.pages.view is None
    assert troubles == []


def test_the_status_counts_sentences_not_the_words_marked_in_them(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    samples_desk.window.show_page(CHARTS)
    settle(qtbot, samples_desk)
    view = samples_desk.pages.view
    assert view is not None
    order = {article.outlet: nth for nth, article in enumerate(view.articles)}
    nth = order["Antiwar.com"]
    article, analysis = view.articles[nth], view.analyses[nth]
    sentence = next(s for s in analysis.sentences if "lashed out" in s.span.of(article.text))
    inside = [found for found in analysis.loaded if sentence.span.covers(found.span)]

    places = [Place(article.id, found.span) for found in inside]
    samples_desk.pages.selection.choose(places)

    assert len(places) > 1
    assert "1 sentence selected" in samples_desk.window.status.text
