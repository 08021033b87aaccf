"""Outlets as columns, under the name that views import them by."""

from __future__ import annotations

from desktop.ui.figures.outlets import Order, OutletColumn, Voices, outlet_columns

__all__ = ["Order", "OutletColumn", "Voices", "outlet_columns"]
