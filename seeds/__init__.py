"""The five sample articles, their sidecar and NOTICE."""
