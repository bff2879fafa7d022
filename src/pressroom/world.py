"""All that a writer may know besides the resolved release: no clock, no file, no environment but through here."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.fonts.face import FontSet


@dataclass(frozen=True, slots=True)
class World:
    """The outside as a writer sees it.

    ``fonts`` holds every face that the house names; ``public`` asks for files that hold the release and nothing else
    (no attached base source in the DOCX), ``review`` for one in which an editor's program lets nobody change anything unrecorded.
    """

    fonts: FontSet
    public: bool = False
    review: bool = False
