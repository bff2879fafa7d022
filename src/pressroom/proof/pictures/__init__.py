"""Whether the pictures that are seen are those of the release, in the formats that do not keep the files of pictures as they are.

Which file a figure shows is read back like its text (``edition.projection``, A026). A PDF draws pictures anew, and Word has a form in
pixels beside each drawing: these are compared by what is seen.
"""

from pressroom.proof.pictures.judge import seen_otherwise

__all__ = ["seen_otherwise"]
