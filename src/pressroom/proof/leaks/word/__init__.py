"""What a Word file of a release may be made of: elements, attributes and what they say, by kind of part.

The lists are the proof's own. Text is set by named styles alone, so that whatever would set it apart from them, hide it or move
it off the page is on no list.
"""

from pressroom.proof.leaks.word.parts import vocabularies

__all__ = ["vocabularies"]
