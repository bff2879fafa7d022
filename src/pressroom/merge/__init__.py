"""A return, the DOCX that came back from an editor, brought into the canonical source by the smallest possible cuts."""
