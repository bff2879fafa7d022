"""The structure tree (ISO 32000-1 §14.7, ISO 14289-1): built from the elements of the document, not from the boxes.

An element that runs over two pages, or a paragraph of many lines, is one structure element. The engine's own tree has one for
each piece, no language, and roles that say little.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pydyf
from weasyprint.formatting_structure import boxes

from pressroom.writers.pdf.boxes import real

_PIXEL = 0.75
"""Points in a CSS pixel."""

# Roles of ISO 32000-1 §14.8.4. What is not named here lends its content to the element around it.
_ROLES = {
    "a": "Link",
    "aside": "Sect",
    "blockquote": "BlockQuote",
    "caption": "Caption",
    "code": "Code",
    "figcaption": "Caption",
    "figure": "Div",
    "img": "Figure",
    "li": "LI",
    "ol": "L",
    "p": "P",
    "rb": "RB",
    "rt": "RT",
    "ruby": "Ruby",
    "section": "Sect",
    "table": "Table",
    "tbody": "TBody",
    "td": "TD",
    "th": "TH",
    "thead": "THead",
    "tr": "TR",
    "ul": "L",
} | {f"h{level}": f"H{level}" for level in range(1, 7)}

# What ISO 32000-1 has no role for says what it is by a name of our own, and in the role map that it is a span (§14.7.3).
_MARKS = {
    "b": "Strong",
    "cite": "BookTitle",
    "em": "Dots",
    "i": "Slant",
    "strong": "Strong",
    "sub": "Subscript",
    "sup": "Superscript",
    "u": "ProperName",
}


@dataclass(slots=True, eq=False)
class _Marked:
    """Marked-content sequences of one box: their numbers on a page (from 0)."""

    page: int
    numbers: list[int]


@dataclass(slots=True, eq=False)
class _Annotation:
    """A link's active area on a page."""

    page: int
    annotation: Any


_Kid: TypeAlias = "_Node | _Marked | _Annotation"


@dataclass(slots=True, eq=False)
class _Node:
    """A structure element in the making; ``page`` is that of its first content."""

    role: str
    entries: dict[str, Any] = field(default_factory=dict[str, Any])
    kids: list[_Kid] = field(default_factory=list["_Kid"])
    page: int | None = None

    def add(self, role: str, **entries: Any) -> _Node:
        """Append a structure element."""
        node = _Node(role, entries)
        self.kids.append(node)
        return node


def _make_room(box: Any) -> None:
    """Make the link of a note's call as high as its type: a call has no leading, lest it make its line higher."""
    left, middle, right, _ = box.link_annotation["Rect"]
    half = box.style["font_size"] * _PIXEL / 2
    box.link_annotation["Rect"] = pydyf.Array([left, middle - half, right, middle + half])


def add_structure(pdf: Any, document: Any, streams: Any) -> None:
    """Give a PDF its structure tree; stands in for ``weasyprint.pdf.tags.add_tags``."""
    grower = _Grower(document._html.etree_element)  # noqa: SLF001  # there is no public way to the elements
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        grower.page, grower.marked, grower.height = number, _by_box(stream), page.height
        for child in page._page_box.children:  # noqa: SLF001
            if not isinstance(child, boxes.MarginBox):
                grower.visit(real(child))
    grower.gather_notes()
    _Writing(pdf, [len(stream._tags) for stream in streams]).write(grower.root)  # noqa: SLF001
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def _by_box(stream: Any) -> dict[Any, list[int]]:
    """Return the numbers of the sequences of each box that is drawn in a content stream."""
    found: dict[Any, list[int]] = {}
    for number, box in stream._tags.items():  # noqa: SLF001
        found.setdefault(box, []).append(number)
    return found


class _Grower:
    """Turns boxes, in the order in which they are read, into structure elements."""

    def __init__(self, html: Any) -> None:
        self.root = _Node("Document")
        self.page = 0
        self.height = 0.0
        self.marked: dict[Any, list[int]] = {}
        self._parents = {child: parent for parent in html.iter() for child in parent}
        self._nodes: dict[Any, _Node] = {}
        self._bodies: dict[Any, _Node] = {}
        self._calls: dict[Any, _Node] = {}
        self._notes: list[tuple[_Node, _Node]] = []

    def visit(self, box: Any) -> None:
        """Add a box and all that is in it."""
        element = box.element
        if element is not None and element.tag == "header":
            return
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            if box in self.marked:
                self._owner(box).kids.append(_Marked(self.page, self.marked[box]))
            if isinstance(box, boxes.ReplacedBox):
                self._frame(box)
            return
        if element is not None and "::" not in box.element_tag:
            self._content(element)
        if box.link_annotation:
            self._linked(box).kids.append(_Annotation(self.page, box.link_annotation))
        for child in box.children:
            self.visit(real(child))

    def gather_notes(self) -> None:
        """Put each note at the end of its edition, where the eye finds it at the foot of a page."""
        for section, note in self._notes:
            section.kids.append(note)

    def _owner(self, box: Any) -> _Node:
        element = box.element
        match box.element_tag.partition("::")[2]:
            case "marker":
                self._content(element)
                label = self._nodes[element].kids[0]
                assert isinstance(label, _Node)  # noqa: S101  # a list item is made with its label
                return label
            case "footnote-call":
                return self._call(element)
            case "footnote-marker":
                note = self._content(element)
                label = _Node("Lbl")
                note.kids.insert(0, label)
                return label
            case _:
                return self._content(element)

    def _linked(self, box: Any) -> _Node:
        """Return the link that an annotation belongs to, and say in the annotation what the link leads to."""
        if not box.element_tag.endswith("::footnote-call"):
            if "Dest" in box.link_annotation:  # a further call of a note
                words = "".join(box.element.itertext())
                box.link_annotation["Contents"] = pydyf.String(words)
            return self._content(box.element)
        box.link_annotation["Contents"] = pydyf.String(box.element.get("data-mark"))
        _make_room(box)
        return self._call(box.element)

    def _call(self, note: Any) -> _Node:
        """Return the link in the text that leads to a note."""
        if note not in self._calls:
            paragraph = self._content(self._parents[note])
            self._calls[note] = paragraph.add("Reference").add("Link")
        return self._calls[note]

    def _content(self, element: Any) -> _Node:
        """Return the structure element that holds what stands in an element."""
        if element not in self._bodies:
            self._bodies[element] = self._grow(element)
        return self._bodies[element]

    def _grow(self, element: Any) -> _Node:
        parent = self._parents.get(element)
        if parent is None:
            return self.root
        role = _role(element)
        if role is None:
            return self._content(parent)
        node = _Node(role, _entries(element, role))
        self._nodes[element] = node
        if role == "Note":
            node.entries["ID"] = pydyf.String(element.get("id"))
            self._notes.append((self._section(element), node))
        elif role == "RB":  # drawn after its reading, but read before it
            self._content(parent).kids.insert(0, node)
        else:
            self._content(parent).kids.append(node)
        if role == "LI":
            node.add("Lbl")
            return node.add("LBody")
        return node

    def _section(self, element: Any) -> _Node:
        """Return the edition in which an element stands."""
        at = element
        while "edition" not in at.get("class", "").split():
            at = self._parents[at]
        return self._content(at)

    def _frame(self, box: Any) -> None:
        """Give a figure its bounding box, in points from the lower left corner of the page."""
        left, top = box.content_box_x(), box.content_box_y()
        corners = (left, self.height - top - box.height, left + box.width, self.height - top)
        self._content(box.element).entries["A"] = pydyf.Dictionary(
            {
                "O": "/Layout",
                "Placement": "/Block",
                "BBox": pydyf.Array([round(corner * _PIXEL, 2) for corner in corners]),
            }
        )


def _role(element: Any) -> str | None:
    classes = element.get("class", "").split()
    if "note" in classes:
        return "Note"
    if "note-call" in classes:
        return "Reference"
    name = next((entry[3:] for entry in classes if entry.startswith("as-")), element.tag)
    if name == "span":
        return "Span" if element.get("lang") else None
    return _MARKS.get(name) or _ROLES.get(name)


def _entries(element: Any, role: str) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    if language := element.get("lang"):
        entries["Lang"] = pydyf.String(language)
    match role:
        case "Figure":
            entries["Alt"] = pydyf.String(element.get("alt"))
        case "TH":
            entries["A"] = pydyf.Dictionary({"O": "/Table", "Scope": "/Column"})
        case "L":
            numbering = (
                "/Decimal" if "ol" in {element.tag, element.get("class", "")[3:5]} else "/Disc"
            )
            entries["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": numbering})
        case _:
            pass
    return entries


class _Writing:
    """Writes a tree as PDF objects, with the way back from content to elements (ISO 32000-1 §14.7.4.4)."""

    def __init__(self, pdf: Any, counts: list[int]) -> None:
        self._pdf = pdf
        self._pages = pdf.page_references  # gathered anew at each look
        self._content: list[list[Any]] = [["null"] * count for count in counts]
        self._annotations: list[Any] = []
        self._identifiers: list[tuple[str, Any]] = []

    def write(self, root: _Node) -> None:
        """Write the whole tree."""
        tree = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(tree)
        document = self._element(root, tree)
        tree["K"] = pydyf.Array([document.reference])
        tree["RoleMap"] = pydyf.Dictionary(dict.fromkeys(sorted({*_MARKS.values()}), "/Span"))
        numbers = pydyf.Array()
        for number, content in enumerate([*self._content, *self._annotations]):
            numbers.append(number)
            numbers.append(pydyf.Array(content) if isinstance(content, list) else content)
        parents = pydyf.Dictionary({"Nums": numbers})
        self._pdf.add_object(parents)
        tree["ParentTree"] = parents.reference
        tree["ParentTreeNextKey"] = len(self._content) + len(self._annotations)
        if self._identifiers:
            names = pydyf.Array()
            for _, (identifier, reference) in sorted(
                (key, (key, r)) for key, r in self._identifiers
            ):
                names.append(pydyf.String(identifier))
                names.append(reference)
            tree["IDTree"] = pydyf.Dictionary({"Names": names})
        self._pdf.catalog["StructTreeRoot"] = tree.reference

    def _element(self, node: _Node, parent: Any) -> Any:
        made = pydyf.Dictionary(
            {"Type": "/StructElem", "S": f"/{node.role}", "P": parent.reference} | node.entries
        )
        self._pdf.add_object(made)
        reference = made.reference
        if isinstance(identifier := node.entries.get("ID"), pydyf.String):
            self._identifiers.append((identifier.string, reference))
        kids = pydyf.Array()
        page = next((kid.page for kid in node.kids if isinstance(kid, _Marked)), None)
        if page is not None:
            made["Pg"] = self._pages[page]
        for kid in node.kids:
            match kid:
                case _Node():
                    kids.append(self._element(kid, made).reference)
                case _Marked():
                    for number in kid.numbers:
                        self._content[kid.page][number] = reference
                    kids.extend(kid.numbers if kid.page == page else self._distant(kid))
                case _Annotation():
                    kids.append(self._object(kid))
                    kid.annotation["StructParent"] = len(self._content) + len(self._annotations)
                    self._annotations.append(reference)
        made["K"] = kids
        return made

    def _distant(self, kid: _Marked) -> Iterator[Any]:
        """Refer to content on another page than the element's own."""
        for number in kid.numbers:
            yield pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": number})

    def _object(self, kid: _Annotation) -> Any:
        return pydyf.Dictionary(
            {
                "Type": "/OBJR",
                "Pg": self._pages[kid.page],
                "Obj": kid.annotation.reference,
            }
        )
