"""What is furniture on the pages that the engine has laid out: drawn, but no part of what the release says."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

Furniture: TypeAlias = Literal["header", "footer", "repetition"]


def real(box: Any) -> Any:
    """Return the box that a placeholder stands for, or the box itself."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001  # as the engine does


def settle_links(document: Any) -> None:
    """Leave one active area to each piece of a link, and give one to each call of a note.

    The engine makes another area for each element inside a link, and none for calls.
    """
    for page in document.pages:
        calls = (box for box in _within(page._page_box) if _is_call(box))  # noqa: SLF001
        page.links[:] = [
            *(link for link in page.links if link[3].element_tag == "a"),
            *(("internal", call.element.get("id"), _area(call), call) for call in calls),
        ]


def settle_markers(document: Any) -> None:
    """Let the marker of an item be painted before the item, as it is read.

    The engine keeps it as positioned, and paints all that is positioned when the text of the page is there.
    """
    for page in document.pages:
        for box in _within(page._page_box):  # noqa: SLF001
            if str(box.element_tag).endswith("::marker") and box.style["position"] == "absolute":
                box.style = box.style.copy()
                box.style["position"] = "static"


def _within(box: Any) -> Iterator[Any]:
    yield box
    for child in _children(box):
        yield from _within(real(child))


def _is_call(box: Any) -> bool:
    tag = str(box.element_tag)
    return tag.endswith("::footnote-call") and not isinstance(box, boxes.TextBox)


def _area(box: Any) -> tuple[float, float, float, float]:
    left, top, width, height = box.hit_area()
    return left, top, left + width, top + height


def furniture(document: Any) -> dict[Any, Furniture]:
    """Find the boxes that are drawn as artifacts: running heads, mastheads, the repeated heads of tables."""
    found: dict[Any, Furniture] = {}
    heads: set[Any] = set()
    for page in document.pages:
        fresh: set[Any] = set()
        for child in page._page_box.children:  # noqa: SLF001  # there is no public way to the boxes
            _search(real(child), None, found, heads, fresh)
        heads |= fresh
    return found


def _search(
    box: Any,
    inside: Furniture | None,
    found: dict[Any, Furniture],
    heads: set[Any],
    fresh: set[Any],
) -> None:
    if isinstance(box, boxes.MarginBox):
        inside = "header" if box.at_keyword.startswith("@top") else "footer"
    elif _is_masthead(box):
        inside = "header"
    elif isinstance(box, boxes.TableRowGroupBox) and box.is_header:
        if box.element in heads:
            inside = "repetition"
        fresh.add(box.element)
    if inside and isinstance(box, boxes.TextBox | boxes.ReplacedBox):
        found[box] = inside
    for child in _children(box):
        _search(real(child), inside, found, heads, fresh)


def _is_masthead(box: Any) -> bool:
    return box.element is not None and box.element.tag == "header"


def _children(box: Any) -> Iterator[Any]:
    yield from getattr(box, "children", ())
