"""What views and screen readers rely on: every model keeps Qt's rules and answers in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.articles import BlockKind, Origin, Stated
from desktop.core.model.comparisons import Diff, DiffPair, PairKind, Relation
from desktop.core.model.events import Link
from desktop.services.badges import OutletBadge
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.figures.charts import chart_data
from desktop.ui.figures.evidence import evidence_finder
from desktop.ui.figures.outlets import OutletColumn, Voices, outlet_columns
from desktop.ui.models.compare import CELL, ROW, CompareModel, RowKind, grid_rows, headline_of
from desktop.ui.models.diff import diff_sides
from desktop.ui.models.evidence_rows import EvidenceModel
from desktop.ui.models.explanations import explain_tone, explain_wording
from desktop.ui.models.links import link_reasons
from desktop.ui.models.sidebar import Shelf, SidebarModel, SidebarRow
from desktop.ui.models.twins import TwinModel, verbs_twin
from desktop.ui.models.wordings import WordingModel, wording_rows
from desktop.ui.panels.diff_table import DiffTableModel
from tests.desktop.ui.made_event import analysis, article, made_event, place
from tests.desktop.ui.readings import read

DISPLAY, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
TIP, ACROSS, DOWN = Qt.ItemDataRole.ToolTipRole, Qt.Orientation.Horizontal, Qt.Orientation.Vertical
COLUMNS = outlet_columns(made_event())
NOTHING: Stated[str] = Stated()

pytestmark = pytest.mark.usefixtures("qapp")


def compare_model(columns: Sequence[OutletColumn] = COLUMNS) -> CompareModel:
    comparison = made_event().comparison
    return CompareModel(grid_rows(comparison, Voices.BOTH), columns, tip=plain_tooltip)


def diff_model() -> DiffTableModel:
    left, right = read("a", "One came.", "Two went."), read("b", "One came.", "Three 😀 left.")
    pair = DiffPair(PairKind.STATEMENT, (1,), (1,), 1.0, (), (), (), (), "other scope")
    return DiffTableModel(diff_sides(left, right, Diff("a", "b", (pair,), (2,), (2,))))


def evidence_model() -> EvidenceModel:
    found = evidence_finder(COLUMNS)(place("n", "reckless"))
    return EvidenceModel([found] if found else [])


def wording_model() -> WordingModel:
    model = WordingModel()
    model.show_rows(wording_rows(article("n"), analysis("n"), Voice.OWN))
    return model


def sidebar_model() -> SidebarModel:
    model = SidebarModel()
    model.show_rows([SidebarRow("Library"), SidebarRow("Trash", Shelf("trash"), 2, "trash")])
    return model


MODELS: list[Callable[[], QAbstractItemModel]] = [
    compare_model,
    diff_model,
    evidence_model,
    wording_model,
    sidebar_model,
    lambda: TwinModel(verbs_twin(chart_data(COLUMNS).verbs)),
]


@pytest.mark.parametrize("make", MODELS)
def test_every_model_keeps_qt_s_rules_and_every_cell_has_words(
    make: Callable[[], QAbstractItemModel],
) -> None:
    model = make()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is model
    assert model.rowCount() > 0
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        cells = [model.index(row, column) for column in range(columns)]
        assert any(isinstance(cell.data(), str) for cell in cells)
        for cell in cells:
            assert (model.rowCount(cell), cell.data(Qt.ItemDataRole.EditRole)) == (0, None)
            assert not cell.flags() & Qt.ItemFlag.ItemIsEditable
    assert model.data(QModelIndex(), DISPLAY) is None


def test_a_row_of_the_diff_says_what_differs_and_numbers_its_sentences() -> None:
    model = diff_model()
    assert model.index(0, 0).data() == "statement, other scope"
    assert model.index(2, 2).data(SPOKEN) == "2. Three 😀 left."
    assert [model.headerData(nth, ACROSS) for nth in range(3)] == [
        "Relation", "Article A", "Article B"
    ]  # fmt: skip
    assert [model.headerData(nth, DOWN) for nth in range(3)] == ["1", "2", "3"]
    assert model.headerData(0, ACROSS, TIP) is None
    assert [model.pair(row) for row in range(3)] == [0, None, None]


def test_a_new_choice_of_rows_is_told_to_the_view_of_the_sidebar_even_for_an_empty_one() -> None:
    model = SidebarModel()
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(model.rowCount()))
    model.show_rows([])
    model.show_rows([SidebarRow("Library")])
    model.show_rows([])
    assert resets == [1, 0]


def test_heads_of_the_grid_say_what_they_hold_and_markup_stays_text() -> None:
    named = replace(COLUMNS[0], badge=OutletBadge("<b>North</b> & Sons", "NO", 0))
    model = compare_model((named, *COLUMNS[1:]))
    assert model.headerData(0, ACROSS) == "<b>North</b> & Sons"
    assert "&lt;b&gt;North" in str(model.headerData(0, ACROSS, TIP))
    assert "Date not stated · 110 words" in str(model.headerData(0, ACROSS, TIP))
    assert model.headerData(0, ACROSS, CELL) == named
    assert [model.headerData(nth, DOWN) for nth in range(5)] == [
        "Headline", "Loaded wording, own voice", "Loaded wording, quoted voices", "Tone", "Claims"
    ]  # fmt: skip
    assert model.headerData(0, DOWN, TIP) is None
    assert "The plan costs 400 jobs." in str(model.headerData(5, DOWN, TIP))
    assert model.headerData(5, DOWN, ROW) == model.rows[5]


@pytest.mark.parametrize(
    ("title", "shown"),
    [(Stated("As filed", Origin.FILE), "As filed"), (NOTHING, "No headline")],
)
def test_a_text_without_a_headline_shows_the_title_that_was_stated(
    title: Stated[str], shown: str
) -> None:
    first = COLUMNS[0]
    blocks = tuple(b for b in first.analysis.blocks if b.kind is not BlockKind.HEADLINE)
    bare = replace(first, analysis=replace(first.analysis, blocks=blocks),
                   article=replace(first.article, metadata=replace(
                       first.article.metadata, title=title)))  # fmt: skip
    assert headline_of(bare) == (shown, None)
    cell = compare_model((bare,)).cell(0, 0)
    assert (cell.places, cell.marks) == ((), ())
    assert cell.sentence == f"North Herald, headline: {shown}"


@pytest.mark.parametrize(
    ("voice", "ignored", "marks"),
    [
        (Voice.OWN, False, 1),
        (Voice.QUOTED, False, 1),
        (Voice.INDIRECT, False, 0),
        (Voice.OWN, True, 0),
    ],
)
def test_a_headline_is_marked_only_where_its_wording_counts(
    voice: Voice, marks: int, *, ignored: bool
) -> None:
    made = COLUMNS[0].analysis
    found = replace(made.loaded[0], voice=voice, ignored=ignored)
    column = replace(COLUMNS[0], analysis=replace(made, loaded=(found,)))
    assert len(compare_model((column,)).cell(0, 0).marks) == marks


def test_an_outlet_that_a_claim_does_not_name_has_not_got_it() -> None:
    comparison = made_event().comparison
    claims = tuple(replace(claim, cells=claim.cells[:1]) for claim in comparison.claims)
    rows = grid_rows(replace(comparison, claims=claims), Voices.BOTH)
    model = CompareModel(rows, COLUMNS)
    first = next(nth for nth, row in enumerate(rows) if row.kind is RowKind.CLAIM)
    found = [model.cell(first, column).cell for column in range(3)]
    assert [cell.relation for cell in found if cell] == [Relation.SAME] + 2 * [Relation.NOT_FOUND]


def test_an_event_without_claims_has_no_head_over_them() -> None:
    kinds = [row.kind for row in grid_rows(replace(made_event().comparison, claims=()), Voices.OWN)]
    assert kinds == [RowKind.HEADLINE, RowKind.LOADED_OWN, RowKind.TONE]


def link(cosine: float = 0.5, days: int | None = None, names: int = 0, right: str = "s") -> Link:
    shared = tuple(f"Name {nth}" for nth in range(names))
    return Link("n", right, shared, (), (), days, cosine, "They share little.")


@pytest.mark.parametrize(
    ("days", "said"), [(None, "not both dated"), (0, "same day"), (1, "1 day"), (12, "12 days")]
)
def test_days_apart_are_told_in_words(days: int | None, said: str) -> None:
    (reason,) = link_reasons([link(days=days)], COLUMNS)
    assert reason.lines == (("Apart", said), ("Weakest", "They share little."))


@pytest.mark.parametrize("names", [1, 8, 9, 40])
def test_of_many_shared_names_eight_are_told_and_the_others_counted(names: int) -> None:
    (reason,) = link_reasons([link(names=names)], COLUMNS)
    said = dict(reason.lines)["Names"]
    assert said.count("Name ") == min(names, 8)
    assert said.endswith(f" and {names - 8} more") is (names > 8)


@given(st.lists(st.floats(0, 1), max_size=6))
def test_the_weakest_pair_comes_first_and_pairs_of_other_articles_are_left_out(
    likenesses: list[float],
) -> None:
    links = [link(each) for each in likenesses] + [link(0.0, right="trashed")]
    found = [reason.likeness for reason in link_reasons(links, COLUMNS)]
    assert found == sorted(likenesses)


def test_a_number_without_a_range_is_explained_without_one() -> None:
    made = analysis("n")
    figures = replace(made.own, loaded=Rate(3.0, 3, 100), tone=Rate(0.3, 1, 100))
    plain = replace(made, own=figures)
    told = explain_wording(plain, Voice.OWN, ())
    assert told.formula.strip() == "3 marked ÷ 100 words in own voice × 100."
    assert "Range" not in explain_tone(plain, Voice.OWN, ()).formula
