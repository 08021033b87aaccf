"""The types that all of core shares: spans, articles, analyses, events, comparisons."""
