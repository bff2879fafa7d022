"""The package: parts found by their relationships, as ECMA-376 part 2 wants it, not by their usual names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import basename, dirname, join, normpath

from pressroom.writers.archive import read_archive
from pressroom.writers.docx.hearing.node import Node, parse, unreadable


@dataclass(frozen=True, slots=True)
class Parcel:
    """The files of a package; each is parsed once."""

    files: Mapping[str, bytes]
    _parsed: dict[str, Node] = field(default_factory=dict[str, Node], repr=False, compare=False)

    def main(self) -> str:
        """Return the name of the document; raises ``WriterError`` if the package holds none."""
        found = self.related("", "officeDocument")
        if found is None or found not in self.files:
            raise unreadable("the package", "it holds no document")
        return found

    def related(self, part: str, kind: str) -> str | None:
        """Return the name of the part that a part (``""`` for the package) refers to by a kind of relationship."""
        return next(iter(self.targets(part, kind).values()), None)

    def targets(self, part: str, kind: str) -> Mapping[str, str]:
        """Return the names of all such parts, by the id of the relationship."""
        return {
            given.get("Id", ""): normpath(join("/", dirname(part), given.get("Target", ""))).lstrip(
                "/"
            )
            for given in (relation.attributes for relation in self._relations(part))
            if given.get("Type", "").endswith(f"/{kind}") and given.get("TargetMode") != "External"
        }

    def addresses(self, part: str) -> Mapping[str, str]:
        """Return the addresses outside the package that a part refers to, by the id of the relationship."""
        return {
            relation.attributes.get("Id", ""): relation.attributes.get("Target", "")
            for relation in self._relations(part)
            if relation.attributes.get("TargetMode") == "External"
        }

    def inside(self, part: str) -> Mapping[str, str]:
        """Return the names of the parts that a part refers to, by the id of the relationship."""
        return {
            relation.attributes.get("Id", ""): self._resolved(part, relation)
            for relation in self._relations(part)
            if relation.attributes.get("TargetMode") != "External"
        }

    def pictures(self, part: str) -> Mapping[str, bytes]:
        """Return the pictures that a part refers to, by the id of the relationship."""
        return {name: self.files.get(of, b"") for name, of in self.targets(part, "image").items()}

    def part(self, of: str, kind: str) -> Node | None:
        """Return the content of a related part, or None if there is none."""
        return self.part_named(self.related(of, kind) or "")

    def part_named(self, name: str) -> Node | None:
        """Return the content of a part, or None if there is none of that name."""
        if name in self.files and name not in self._parsed:
            self._parsed[name] = parse(self.files[name], name)
        return self._parsed.get(name)

    @staticmethod
    def _resolved(part: str, relation: Node) -> str:
        target = relation.attributes.get("Target", "")
        return normpath(join("/", dirname(part), target)).lstrip("/")

    def _relations(self, part: str) -> tuple[Node, ...]:
        name = join(dirname(part), "_rels", f"{basename(part)}.rels")
        relations = self.part_named(name)
        return relations.children if relations else ()


def open_parcel(data: bytes) -> Parcel:
    """Unpack a file; raises ``WriterError`` if it is no package."""
    return Parcel(read_archive(data))
