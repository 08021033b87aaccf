"""What charts, evidence and claims say, for the window and for paper alike: no widgets, no rows."""
