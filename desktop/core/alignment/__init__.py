"""Statements and quotations of several articles that say the same."""
