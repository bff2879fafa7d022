"""Attributes in braces, ``{.class key=value key="some words"}`` (Pandoc: attributes of spans and divisions)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.source.markdown.characters import unescape

_ATTRIBUTE = re.compile(
    r"""[ \t\n]*(?:
        \.(?P<class>[A-Za-z][\w-]*)
      | (?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>(?:[^"\\]++|\\.)*+)"|(?P<bare>[^\s"'{}=“”‘’「」]+))
    )(?=[ \t\n}])""",
    re.VERBOSE | re.DOTALL,
)
_CLOSE = re.compile(r"[ \t\n]*\}")


@dataclass(frozen=True, slots=True)
class Attribute:
    """``.name`` when ``value`` is None, else ``name=value``; ``start`` and ``end`` are indices in the text read."""

    name: str
    value: str | None
    start: int
    end: int

    @property
    def written(self) -> str:
        """Return how the attribute is written, for messages."""
        return f".{self.name}" if self.value is None else f"{self.name}="


@dataclass(frozen=True, slots=True)
class Attributes:
    """Attributes in written order, and the index behind their closing brace."""

    items: tuple[Attribute, ...]
    end: int

    def value(self, key: str) -> str | None:
        """Return the value of a key, the first if it is written twice."""
        return next(
            (item.value for item in self.items if item.name == key and item.value is not None), None
        )


def read_attributes(text: str, start: int, end: int) -> Attributes | None:
    """Read attributes from an opening brace at ``start`` on; None when they are not well-formed or there is none."""
    at = start + 1
    items: list[Attribute] = []
    while found := _ATTRIBUTE.match(text, at, end):
        at = found.end()
        if found["class"] is not None:
            items.append(Attribute(found["class"], None, found.start("class") - 1, at))
        else:
            quoted = found["quoted"]
            value = found["bare"] if quoted is None else unescape(" ".join(quoted.split("\n")))
            items.append(Attribute(found["key"], value, found.start("key"), at))
    close = _CLOSE.match(text, at, end)
    return Attributes(tuple(items), close.end()) if close and items else None
