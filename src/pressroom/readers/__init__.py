"""Other ways in: text that was pasted or extracted, to a canonical source."""
