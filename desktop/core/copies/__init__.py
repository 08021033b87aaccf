"""Copies: which texts are one text, by what they share and by who printed them where."""
