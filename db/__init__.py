"""Tables, engine settings and migrations of a library; it knows nothing of the application."""
