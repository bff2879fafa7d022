"""What may be wrong with a text although it can be read: one rule a file, and two editions held side by side."""
