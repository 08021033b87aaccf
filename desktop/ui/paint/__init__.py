"""Painters: draw(painter, rect, data, palette), for screen, PNG, SVG and PDF alike."""
