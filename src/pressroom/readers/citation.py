"""A Vancouver citation to its fields (domain §5)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

_CITATION = re.compile(
    r"(?P<authors>[^.]{2,300})\. (?P<title>.{3,500}?)\. (?P<journal>[A-Z][A-Za-z ]{2,80}?)\.? "
    r"(?P<year>[0-9]{4});(?P<volume>[0-9]{1,4})(?:\((?P<issue>[0-9]{1,4})\))?:(?P<pages>[0-9e]{1,8}(?:[-–][0-9]{1,8})?)\.?"
    r"(?: (?:https?://(?:dx\.)?doi\.org/|doi: ?)(?P<doi>10\.[0-9]{4,9}/[!-~]*[A-Za-z0-9])\.?)?"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """The fields of a citation, as they were written."""

    authors: tuple[str, ...]
    title: str
    journal: str
    year: str
    volume: str
    issue: str | None
    pages: str
    doi: str | None

    def front_matter(self) -> list[str]:
        """Return the lines of ``reference:``."""
        fields = {
            "authors": "[" + ", ".join(map(quoted, self.authors)) + "]",
            "title": quoted(self.title),
            "journal": self.journal,
            "year": self.year,
            "volume": self.volume,
            "issue": self.issue,
            "pages": self.pages,
            "doi": self.doi,
        }
        return ["reference:", *(f"  {key}: {value}" for key, value in fields.items() if value)]


def read_citation(text: str) -> Citation | None:
    """Read a citation; None if it is not of that form."""
    found = _CITATION.fullmatch(text.strip())
    if not found:
        return None
    authors = tuple(name.strip() for name in found["authors"].split(",") if name.strip())
    return Citation(
        authors,
        found["title"],
        found["journal"],
        found["year"],
        found["volume"],
        found["issue"],
        found["pages"],
        found["doi"],
    )


def quoted(text: str) -> str:
    """Return a text as a scalar of YAML, in quotation marks unless it is of plain words."""
    return (
        text if re.fullmatch("[A-Za-z][A-Za-z -]*", text) else json.dumps(text, ensure_ascii=False)
    )
