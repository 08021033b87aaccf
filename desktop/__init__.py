"""Crosslight: see how each outlet lights the same event."""
