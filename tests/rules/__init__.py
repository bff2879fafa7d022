"""The rule pack: the cases in ``docs/rules`` are read, set by the real writers, and measured."""
