"""Word lists of the analysis: YAML is the source, `compiled.json` is what the program loads."""
