"""What the dictionaries of a PDF may hold besides what is drawn: a list for each kind, and what some of their entries may say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.leaks.markup import Found
from pressroom.proof.leaks.stated import alternatives, links
from pressroom.proof.traits import escaped

_KEYS = {
    kind: frozenset(f"/{key}" for key in keys.split())
    for kind, keys in {
        "/Catalog": (
            "Type Pages Lang Names Metadata OutputIntents StructTreeRoot ViewerPreferences Outlines MarkInfo AF Version"
        ),
        "/Page": (
            "Type Parent Contents Resources MediaBox TrimBox BleedBox Annots StructParents Tabs Group"
        ),
        "/StructElem": "Type S P K Pg Lang A ID Alt",
        "/Link": "Type Subtype Rect F BS StructParent Contents A Dest",
        "/URI": "Type S URI",
        "/Filespec": "Type UF F Desc AFRelationship EF",
        "outline": "Title Parent Dest First Last Next Prev Count",
    }.items()
}
_PLACE = re.compile(r"e\d+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Sayings:
    """What the dictionaries of a release may say: alternative texts, escaped addresses, the marks of notes, the name of the source."""

    alternatives: frozenset[str]
    addresses: frozenset[str]
    marks: frozenset[str]
    source: str


def sayings(release: ResolvedRelease) -> Sayings:
    """Gather what the dictionaries of a release may say."""
    return Sayings(
        alternatives=alternatives(release),
        addresses=frozenset(map(escaped, links(release))),
        marks=frozenset(note.mark for edition in release.editions for note in edition.notes),
        source=f"{release.metadata.identifier}.md",
    )


def unlisted(held: pikepdf.Dictionary | pikepdf.Stream, said: Sayings) -> Iterator[Found]:
    """Yield what a dictionary holds or says that no release is made of."""
    kind = _kind(held)
    if kind not in _KEYS:
        return
    for key in sorted(set(held.keys()) - _KEYS[kind]):
        yield "A035", f"what no release is made of ({key} of {kind.lstrip('/')})", ""
    for key in _odd(kind, held, said):
        yield "A035", f"what no release says ({key} of {kind.lstrip('/')})", ""


def off_page(pdf: pikepdf.Pdf) -> Iterator[Found]:
    """Yield the links that lie outside of their page."""
    for number, page in enumerate(pdf.pages, start=1):
        sheet = _box(page.obj.get("/MediaBox"))
        for link in list(page.obj.get("/Annots", pikepdf.Array())):
            box = _box(link.get("/Rect"))
            if not (
                sheet[0] <= box[0] <= box[2] <= sheet[2]
                and sheet[1] <= box[1] <= box[3] <= sheet[3]
            ):
                yield "A033", "a link that is not on its page", f"page {number}"


def _box(held: pikepdf.Object | None) -> tuple[float, float, float, float]:
    """Return the sides of a rectangle, the lower left corner first; of none, and of one that is none, nothing."""
    if not isinstance(held, pikepdf.Array) or len(held) != 4:
        return 0, 0, 0, 0
    left, bottom, right, top = (float(side) for side in list(held))
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _kind(held: pikepdf.Dictionary | pikepdf.Stream) -> str:
    """Tell what a dictionary is; not all need to say so."""
    if held.get("/Subtype") == "/Link":
        return "/Link"
    if held.get("/S") == "/URI":
        return "/URI"
    if "/S" in held and "/P" in held:
        return "/StructElem"
    if "/Title" in held and "/Parent" in held:
        return "outline"
    return str(held.get("/Type", ""))


def _odd(kind: str, held: pikepdf.Dictionary | pikepdf.Stream, said: Sayings) -> Iterator[str]:
    match kind:
        case "/StructElem":
            if "/Alt" in held and str(held.Alt) not in said.alternatives:
                yield "/Alt"
            if "/ID" in held and not _PLACE.fullmatch(str(held.ID)):
                yield "/ID"
        case "/URI":
            if escaped(str(held.get("/URI"))) not in said.addresses:
                yield "/URI"
        case "/Link":
            leads = (held.get("/A", pikepdf.Dictionary()).get("/URI"), held.get("/Dest"))
            if str(held.get("/Contents", "")) not in said.marks | set(map(str, leads)):
                yield "/Contents"
        case "/Filespec":
            for key, value in {"/Desc": "Source", "/UF": said.source, "/F": said.source}.items():
                if str(held.get(key, value)) != value:
                    yield key
        case _:
            return
