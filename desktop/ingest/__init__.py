"""One reader per file format: bytes in, article drafts out."""
