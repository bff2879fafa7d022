"""Faces on this machine: found by name, checked for coverage, subset."""
