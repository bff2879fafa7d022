"""One module a rule, each with its ``RULE``."""
