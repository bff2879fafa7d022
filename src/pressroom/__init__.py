"""Set one bilingual release as PDF, DOCX and EPUB, and prove them equal to it."""
