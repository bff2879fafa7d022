"""Measures a finished PDF: where each glyph stands, which glyph it is, and what readers copy out."""
