"""Language analysis and comparison: pure functions over frozen dataclasses."""
