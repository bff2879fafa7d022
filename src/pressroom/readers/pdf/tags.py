"""The structure tree of anybody's PDF, its roles taken for the standard ones that they stand for (ISO 32000-1 §14.7.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from pressroom.writers.pdf.reading import DAMAGE
from pressroom.writers.pdf.reading.limits import RefusedError
from pressroom.writers.pdf.reading.tree import Branch, Leaf, structure

_LONGEST_CHAIN = 8


@dataclass(frozen=True, slots=True)
class Tags:
    """A structure tree; ``roles`` tells what the names of its makers stand for."""

    root: Branch
    roles: Mapping[str, str]

    def role(self, branch: Branch, known: frozenset[str]) -> str:
        """Return the first of the names of a role that is known, else the last one."""
        role = branch.role
        for _ in range(_LONGEST_CHAIN):
            if role in known or role not in self.roles:
                break
            role = self.roles[role]
        return role


def read_tags(data: bytes) -> Tags | None:
    """Read the structure tree of a PDF; None if it has none that can be read."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            root = structure(pdf)
            roles = pdf.Root.StructTreeRoot.get("/RoleMap")
            pairs = () if roles is None else roles.items()
            names = {str(name)[1:]: str(role)[1:] for name, role in pairs}
    except (RefusedError, *DAMAGE):
        return None
    return Tags(root, names)


def leaves(branch: Branch) -> Iterator[Leaf]:
    """Yield the marked content that an element leads to."""
    return (node for node in _nodes(branch) if isinstance(node, Leaf))


def branches(branch: Branch) -> Iterator[Branch]:
    """Yield the elements below an element."""
    return (node for node in _nodes(branch) if isinstance(node, Branch))


def _nodes(branch: Branch) -> Iterator[Branch | Leaf]:
    for kid in branch.kids:
        yield kid
        if isinstance(kid, Branch):
            yield from _nodes(kid)
