"""What the program knows of each language that an edition can be in."""
