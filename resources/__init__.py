"""Fonts, icons, lexicons and palettes, each with source and license."""
