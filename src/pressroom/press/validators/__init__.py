"""Judges from outside, one module each, that ``pressroom proof`` asks: those that come with pressroom always, the others with ``--full``.

``validate(document)`` takes the bytes of a file and gives the faults found, in words; an empty list is a clean file.
``version()`` tells which judge it was. One that is not installed raises ``MissingToolError``: nothing passes because nobody looked.
"""

from pressroom.press.validators.registry import VALIDATORS, Validator, judge

__all__ = ["VALIDATORS", "Validator", "judge"]
