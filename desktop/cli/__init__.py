"""The command line: a click command for each service function; it opens no window."""
