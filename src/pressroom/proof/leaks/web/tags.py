"""The form of a language's tag."""

from __future__ import annotations

import re

TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""As far as a list needs it: which language a text is in is read back and compared (RFC 5646 §2.1)."""
