"""Every code of the family H beyond the faults of any YAML (``diagnostics.codes``)."""

from __future__ import annotations

HOUSE = {
    "H100": "there is no house style of this name",
    "H101": "a label has a field that it cannot have, or lacks one that it must have",
    "H102": "the margins leave too little of the page",
    "H103": "a file of the house is not there or cannot be read",
    "H104": "a file of the house is not UTF-8",
    "H105": "a file of the house is too large",
    "H106": "the logo is no drawing that can be trusted",
    "H107": "the extra style sheet could fetch something",
    "H108": "a file is no profile of a printing condition",
    "H109": "a leading is less than its size",
    "H112": "a size is larger than the measure of the page",
    "H113": "an ink of text has too little contrast with the paper",
}
