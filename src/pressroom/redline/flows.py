"""Two flows as one: what belongs together is compared, the rest came or went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pressroom.redline.aligning import Likeness, Pair, align
from pressroom.redline.apart import keep_apart
from pressroom.redline.marking import Marker
from pressroom.writers.docx.blocks import separator
from pressroom.writers.docx.markup import Markup, inside
from pressroom.writers.docx.numbering import Numbering

_BOOKMARKS = {"w:bookmarkStart", "w:bookmarkEnd"}


def marked(
    old: Sequence[Markup], new: Sequence[Markup], marker: Marker, lists: Numbering
) -> list[Markup]:
    """Mark the later flow; each ends with a paragraph, or is empty. The last paragraphs are taken for versions of one.

    A paragraph's mark goes by joining it to the next, so the last one of a flow cannot go (ECMA-376 §17.13.5.15).
    """
    later = [element for element in new if element.tag not in _BOOKMARKS]
    bookmarks = _bookmarks(new)
    pairs = list(_aligned(old[:-1], later[:-1], marker))
    last = (len(old) - 1 if old else None, len(later) - 1 if later else None)
    _unite_lists(old, later, [*pairs, last], lists)
    made: list[Markup] = []
    before = ""
    groups = _grouped(pairs, old, later, marker)
    moves = dict(_moves(groups, old, later, marker))
    for group in groups:
        elements = _made(group, old, later, marker, moves.get(group, ""))
        if before == elements[0].tag == "w:tbl":
            made.append(marker.between_tables(separator()))
        made += (mark for to in group.new for mark in bookmarks[to].starts)
        made += elements
        made += (mark for to in group.new for mark in bookmarks[to].ends)
        before = elements[-1].tag
    made += bookmarks[-1].starts if later else ()
    made.append(marker.changed(old[-1] if old else None, later[-1] if later else None))
    keep_apart(made, marker.pen)
    return made


@dataclass(frozen=True, slots=True)
class _Group:
    """The places of what belongs together in the former and the later flow."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def _grouped(
    pairs: Iterable[Pair], old: Sequence[Markup], new: Sequence[Markup], marker: Marker
) -> list[_Group]:
    """Put a paragraph that was parted, or two that were joined, into one group with what it became."""
    groups: list[_Group] = []
    for at, to in pairs:
        own = _Group(() if at is None else (at,), () if to is None else (to,))
        last = groups[-1] if groups else own
        wider = _Group((*last.old, *own.old), (*last.new, *own.new))
        if groups and _is_regrouped(wider, old, new, marker):
            groups[-1] = wider
        else:
            groups.append(own)
    return groups


def _is_regrouped(
    group: _Group, old: Sequence[Markup], new: Sequence[Markup], marker: Marker
) -> bool:
    if sorted((len(group.old), len(group.new))) != [1, 2]:
        return False
    sides = (
        [marker.likeness(old[at]) for at in group.old],
        [marker.likeness(new[to]) for to in group.new],
    )
    (whole,), parts = sorted(sides, key=len)
    return {each.kind for each in (whole, *parts)} == {"w:p"} and whole.made_of(parts)


def _moves(
    groups: Sequence[_Group], old: Sequence[Markup], new: Sequence[Markup], marker: Marker
) -> Iterator[tuple[_Group, str]]:
    """Yield the paragraphs that went with those that came and say the same, each with the name of its move."""
    come: dict[Likeness, list[_Group]] = {}
    for group in groups:
        if not group.old:
            come.setdefault(marker.likeness(new[group.new[0]]), []).append(group)
    for group in groups:
        one = None if group.new else marker.likeness(old[group.old[0]])
        if one and one.kind == "w:p" and come.get(one):
            name = f"move {marker.pen.used}-{group.old[0]}"
            yield from ((each, name) for each in (group, come[one].pop(0)))


def _made(
    group: _Group, old: Sequence[Markup], new: Sequence[Markup], marker: Marker, move: str
) -> list[Markup]:
    ours, theirs = [old[at] for at in group.old], [new[to] for to in group.new]
    if move:
        return marker.moved((*ours, *theirs)[0], "w:moveFrom" if ours else "w:moveTo", move)
    if len(ours) + len(theirs) > 2:
        return marker.regrouped(ours, theirs)
    return [_marked(ours[0] if ours else None, theirs[0] if theirs else None, marker)]


def _marked(old: Markup | None, new: Markup | None, marker: Marker) -> Markup:
    match old, new:
        case None, Markup():
            return marker.whole(new, "w:ins")
        case Markup(), None:
            return marker.whole(old, "w:del")
        case Markup(tag="w:tbl"), Markup():
            return _table(old, new, marker)
        case Markup(tag="w:tr"), Markup():
            return _row(old, new, marker)
        case _:
            return marker.changed(old, new)


def _table(old: Markup, new: Markup, marker: Marker) -> Markup:
    one, other = ([child for child in side if child.tag == "w:tr"] for side in (old, new))
    rows = [
        _marked(None if at is None else one[at], None if to is None else other[to], marker)
        for at, to in _aligned(one, other, marker)
    ]
    new[:] = [*(child for child in new if child.tag != "w:tr"), *rows]
    return new


def _row(old: Markup, new: Markup, marker: Marker) -> Markup:
    for before, after in zip(old[1:], new[1:], strict=True):
        after[-1] = marker.changed(before[-1], after[-1])
    return new


def _aligned(old: Sequence[Markup], new: Sequence[Markup], marker: Marker) -> Iterator[Pair]:
    return align(*([marker.likeness(element) for element in side] for side in (old, new)))


@dataclass(frozen=True, slots=True)
class _Bookmarks:
    """The bookmarks that begin before an element and end behind it."""

    starts: list[Markup]
    ends: list[Markup]


def _bookmarks(flow: Sequence[Markup]) -> list[_Bookmarks]:
    """Return those of each other element; LibreOffice 7.4 ends over one that begins before a table and ends behind what went."""
    found: list[_Bookmarks] = []
    waiting: list[Markup] = []
    for element in flow:
        if element.tag == "w:bookmarkStart":
            waiting.append(element)
        elif element.tag == "w:bookmarkEnd":
            found[-1].ends.append(element)
        else:
            found.append(_Bookmarks(waiting, []))
            waiting = []
    return found


def _unite_lists(
    old: Sequence[Markup], new: Sequence[Markup], pairs: Sequence[Pair], lists: Numbering
) -> None:
    """Put the items of a former list into the later list that holds its first item, so that they are counted together."""
    later: dict[str, str] = {}
    for at, to in pairs:
        one = None if at is None else inside(old[at], "w:pPr", "w:numPr", "w:numId")
        other = None if to is None else inside(new[to], "w:pPr", "w:numPr", "w:numId")
        if one is not None and other is not None:
            number, by = one.get("w:val", ""), other.get("w:val", "")
            if by not in later.values() and lists.alike(int(number), int(by)):
                later.setdefault(number, by)
    for element in old:
        number = inside(element, "w:pPr", "w:numPr", "w:numId")
        if number is not None:
            own = number.get("w:val", "")
            number.set("w:val", later.get(own, own))
