"""Polarity of wording, by sentence and by target."""
