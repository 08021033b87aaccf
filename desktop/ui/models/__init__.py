"""Rows for Qt's item views."""
