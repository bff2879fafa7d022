"""Every code of the family W: what can be said of a file that came back from an editor."""

from __future__ import annotations

RETURNS = {
    "W001": "a file in another format than DOCX, or behind a password",
    "W002": "a file that is damaged or no text document",
    "W003": "a return of another release",
    "W004": "a return without the source that it was made from: the nearest version was taken",
    "W005": "the source that a return was made from has errors",
    "W006": "a ZIP with several Word files",
    "W007": "a return that came in a ZIP",
    "W008": "a file that has hardly anything in common with the release",
    "W009": "a return that holds nothing of an edition",
    "W010": "a change that meets another change of the source",
    "W011": "a change that could not be written into the source",
    "W012": "a change of what the house or the front matter says",
    "W013": "a comment that could not be placed",
    "W014": "a change of looks that was not recorded",
    "W015": "a block whose kind could not be changed",
    "W016": "a picture that was added, changed or taken away",
    "W017": "a comment that its editors have settled",
    "W018": "a choice of an editor who did nothing",
    "W019": "a choice of a change that is not there",
    "W020": "a block was changed, or a paragraph with facts is new, in one edition only",
    "W021": "the call of a note that leads to another text, or is gone, without being recorded",
    "W022": "a merged source that is there already and says something else",
    "W023": "a paragraph was moved that had left its old place before",
    "W024": "a block that was parted into paragraphs, taken for lines of one",
    "W025": "words that were struck through, highlighted or hidden",
}
