"""Which articles are on one event, and why."""
