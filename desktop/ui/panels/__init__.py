"""Panels: they show what they are given and emit what the user chose."""
