"""Running text -> inlines: the scanner, its rules, and the pairing of delimiters."""
