"""Words that judge where a plain word exists, each with its reason."""
