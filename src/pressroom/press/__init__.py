"""One run of the press: from a source to proved artifacts, and onto the shelf all at once."""
