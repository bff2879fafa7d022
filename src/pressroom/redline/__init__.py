"""Two versions of a release in one DOCX, the later one as recorded changes of the former (ECMA-376 §17.13.5)."""
