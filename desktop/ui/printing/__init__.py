"""Paper: one page loop for the preview, the printer and the PDF."""
