"""Every code that the edition step reports, with what it means."""

from __future__ import annotations

EDITION = {
    "F010": "a character that no face of the house can draw",
    "H110": "the house has no wording in the language of an edition",
    "H111": "the house has no masthead in the language of an edition",
    "I001": "a picture that is not there, or whose name differs in case",
    "I002": "a picture outside the folder of the release",
    "I003": "a picture that is no file",
    "I004": "a picture that cannot be read",
    "I005": "a picture file that is too large",
    "I006": "a picture that cannot be used: damaged, of another kind, too large, or more than a drawing",
    "I007": "a photograph that was turned upright",
    "T101": "a typed space between Han and Latin",
}
