"""The rules of composition as pure functions over text; they know no output format."""
