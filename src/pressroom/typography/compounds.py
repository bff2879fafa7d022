"""Words of medicine at the end of a line: the patterns of English do not know of what they are made.

A compound is divided between its Greek or Latin parts (``thrombo-cyto-penia``). The name of a medicine stays whole, since half of one
may be read as another.
"""

from __future__ import annotations

import re

# Forms that begin a compound or follow another one; those that ordinary words begin with as well (anti, peri, micro) are left out.
_FORMS = (
    "arterio|athero|auto(?=immun)|broncho|cardio|chemo|cholecyst|corona(?=virus)|cortico|cranio|cyclo|cyto|dermato|electro|"
    "encephalo|entero|erythro|gastro|glomerulo|gluco|haemato|haemo|hepato|histio|hydroxy|hyper|hypo|immuno|leuko|lympho|megalo|"
    "meningo|methyl|myo|nephro|neuro|neutro|ophthalmo|osteo|pancyto|patho|phago|pharmaco|physio|plasma|pneumo|psycho|radio|"
    "rheumato|spleno|staphylo|strepto|thrombo"
)
_FORM = re.compile(
    rf"(?:{_FORMS})(?=[a-z]{{4}})(?!rr|n(?!e)|sis|sitis)"
)  # haem-orrhage, pneumon-ia, myos-itis

_MEDICINE = re.compile(
    "[a-z]{2,}(?:mab|nib|tacept|kinra|limus|statin|prazole|sartan|olol|cillin|mycin|floxacin|azepam|azolam|vir|azole|profen|formin)"
)
"""Stems of international non-proprietary names (WHO, The use of stems in the selection of INN)."""


def parts(word: str) -> tuple[int, ...]:
    """Return where the further parts of a compound begin, the last of which is left to the patterns; none if it is no compound."""
    found: list[int] = []
    at = 0
    while form := _FORM.match(word, at):
        at = form.end()
        found.append(at)
    return tuple(found)


def is_medicine(word: str) -> bool:
    """Tell whether a word ends as the names of medicines do."""
    return _MEDICINE.fullmatch(word) is not None
