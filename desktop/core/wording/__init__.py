"""Wording with a verdict that a neutral word would leave out, each find with its reason."""
