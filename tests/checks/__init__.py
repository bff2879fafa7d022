"""Tests of the checks, and what they share."""
