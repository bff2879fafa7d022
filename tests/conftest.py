"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# The same examples on every run, and no verdict on speed: a busy machine must not fail a true property.
settings.register_profile("pressroom", deadline=None, derandomize=True)
settings.load_profile("pressroom")
