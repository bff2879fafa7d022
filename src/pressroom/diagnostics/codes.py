"""Every code of the families P (reading and parsing a source) and M (its metadata), with what it means.

What a house style may not say has the numbers of the same YAML faults in the family H.
"""

from __future__ import annotations

YAML_FAULTS = {
    1: "the YAML cannot be read",
    2: "there is more than one YAML document",
    3: "an anchor or alias: every value is written where it belongs",
    4: "a tag: types are declared by the program, not by the file",
    5: "lists and mappings are nested too deeply",
    6: "the YAML is too long",
    7: "an escape stands for a character that no output can hold",
    8: "a key is not a text",
    9: "a key is written twice",
    10: "an unknown key",
    11: "a missing key",
    12: "a key without a value",
    13: "a value of the wrong kind",
    14: "a text that must stand on one line",
    15: "a text that does not have the form that is asked for",
    16: "not a whole number, or out of range",
    17: "not a date of the calendar",
    18: "not an instant that happens exactly once in its time zone",
    19: "not one of the words to choose from",
    20: "not a length with a unit of print",
    21: "not a language tag (BCP 47)",
    22: "too few entries",
}
"""Faults of any YAML, whatever the family."""

READING = {
    "P001": "the file is empty",
    "P002": "the file is too large",
    "P003": "the file is not UTF-8",
    "P004": "a character that no output can hold",
    "P005": "an invisible character that changes the order in which text is shown",
    "P006": "the file is of another kind",
    "P010": "the file does not begin with front matter",
    "P011": "the front matter is not closed",
    "P012": "a conflict between two texts that is not settled",
    "P020": "the release has no edition",
    "P021": "the language of an edition is not a language tag (BCP 47)",
    "P022": "an edition in a language that is not known",
    "P023": "two editions in one language",
}
"""From bytes to a release; P1xx are the faults of the text itself."""

METADATA = {
    "M040": "a correction in a first version",
    "M041": "a correction before the date of issue",
    "M042": "an edition that is there is also said to be omitted",
    "M043": "an embargo that ends before the date of issue",
    "M044": "a contact that cannot be reached",
    "M045": "a text that is missing in the language of an edition",
    "M046": "a first version that supersedes itself",
}
"""Facts of the front matter that contradict each other."""
