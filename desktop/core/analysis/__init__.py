"""The two entry points: analyze_article and compare_event."""
