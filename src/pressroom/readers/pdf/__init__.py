"""PDF files of anybody's making, to a draft: what is drawn, in the order in which it is read."""
