"""Chart data, under the name that views import it by."""

from __future__ import annotations

from desktop.ui.figures.charts import (
    ChartData,
    chart_data,
    figures_of,
    loaded_bars,
    loaded_places,
    tone_axes,
    tone_dots,
    tone_places,
    verb_ladder,
)

__all__ = [
    "ChartData",
    "chart_data",
    "figures_of",
    "loaded_bars",
    "loaded_places",
    "tone_axes",
    "tone_dots",
    "tone_places",
    "verb_ladder",
]
