"""Charts as tables."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.ui.figures.charts import chart_data
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.models.twins import (
    PLACES,
    Twin,
    TwinModel,
    TwinRow,
    loaded_twin,
    selected_text,
    tone_twin,
    verbs_twin,
)
from tests.desktop.ui.made_event import made_event


def test_a_twin_has_the_figures_of_its_chart_and_opens_the_same() -> None:
    data = chart_data(outlet_columns(made_event())).loaded
    twin = loaded_twin(data)
    bars = [(row, bar) for row in data.rows for bar in row.bars]
    assert len(twin.rows) == len(bars)
    for line, (row, bar) in zip(twin.rows, bars, strict=True):
        assert line.cells[0] == row.outlet
        assert line.cells[2:4] == (str(bar.rate.count), str(bar.rate.words))
        expected = "" if bar.rate.value is None else f"{bar.rate.value:.1f}"
        assert line.cells[4] == expected
        assert line.places == bar.places


def test_too_little_text_is_blank_in_the_table() -> None:
    twin = loaded_twin(chart_data(outlet_columns(made_event())).loaded)
    assert twin.rows[3].cells == ("South Post", "Quoted voices", "0", "12", "", "", "")


def test_tone_and_verbs_have_as_many_rows_as_marks() -> None:
    charts = chart_data(outlet_columns(made_event()))
    assert len(tone_twin(charts.tone).rows) == sum(len(row.dots) for row in charts.tone.rows)
    words = [word for rung in charts.verbs.rungs for cell in rung.cells for word in cell]
    assert [row.cells[2] for row in verbs_twin(charts.verbs).rows] == [w.word for w in words]


def test_the_text_of_a_table_keeps_its_columns() -> None:
    twin = Twin(("A", "B"), (TwinRow(("x\ty", "1"), ()), TwinRow(("z", "2"), ())))
    assert twin.as_text() == "A\tB\nx y\t1\nz\t2"
    assert selected_text(twin, [1]) == "A\tB\nz\t2"
    assert selected_text(twin, []) == twin.as_text()


def test_the_model_gives_words_places_and_headers() -> None:
    twin = loaded_twin(chart_data(outlet_columns(made_event())).loaded)
    model = TwinModel(twin)
    assert (model.rowCount(), model.columnCount()) == (6, 7)
    assert model.index(0, 0).data() == "North Herald"
    assert model.index(0, 0).data(PLACES) == twin.rows[0].places
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Wordings"
