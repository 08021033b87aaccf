"""Small controls painted flat, shared by all panels."""
