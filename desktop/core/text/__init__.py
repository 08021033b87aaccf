"""Blocks, sentences and tokens of a text."""
