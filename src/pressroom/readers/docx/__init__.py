"""Word files of anybody's making, to a draft."""
