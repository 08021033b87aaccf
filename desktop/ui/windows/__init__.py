"""Windows: they join panels to services."""
